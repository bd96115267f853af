"""Trains the enhancer's small model for so many minutes on one thread, with checkpoints: train.py --minutes 70 --out run"""
import argparse
import csv
import json
import os
import random
import time

import torch
from torch.nn import functional as F

import prompts
import rows
from network import Network
from vocabulary import END, Vocabulary


def orthogonal(matrix):
    """The nearest matrix of equal singular values, by five steps of a quintic iteration (Jordan and others, Muon, 2024)."""
    x = matrix.T if matrix.shape[0] > matrix.shape[1] else matrix
    x = x / (x.norm() + 1e-7)
    for _ in range(5):
        square = x @ x.T
        x = 3.4445 * x + (-4.7750 * square + 2.0315 * square @ square) @ x
    return x.T if matrix.shape[0] > matrix.shape[1] else x


class Muon:
    """Momentum whose steps are made orthogonal; for the matrices inside the layers."""

    def __init__(self, parameters, rate):
        self.parameters, self.rate = list(parameters), rate
        self.momenta = [torch.zeros_like(p) for p in self.parameters]

    @torch.no_grad()
    def step(self, scale):
        for parameter, momentum in zip(self.parameters, self.momenta):
            momentum.mul_(0.95).add_(parameter.grad)
            update = orthogonal(parameter.grad + 0.95 * momentum)
            parameter.mul_(1 - 0.01 * self.rate * scale).add_(update, alpha=-self.rate * scale * max(1, parameter.shape[0] / parameter.shape[1]) ** 0.5)


def batch_of(vocabulary, lexicon, dice, size, ease):
    """Ids and targets, padded on the right; targets are -100 outside the answers."""
    drawn = []
    while len(drawn) < size * 4:
        question, answer = prompts.draw(lexicon, dice, ease)
        head, tail = vocabulary.conversation(question), vocabulary.encode(answer) + [END]
        if len(head) + len(tail) <= 420:
            drawn.append((head, tail))
    drawn.sort(key=lambda pair: len(pair[0]))
    for at in range(0, len(drawn), size):
        part = drawn[at:at + size]
        length = max(len(head) + len(tail) for head, tail in part)
        ids, targets = torch.zeros(size, length - 1, dtype=torch.long), torch.full((size, length - 1), -100)
        for row, (head, tail) in enumerate(part):
            whole = torch.tensor(head + tail)
            ids[row, :len(whole) - 1] = whole[:-1]
            targets[row, len(head) - 1:len(whole) - 1] = whole[len(head):]
        yield ids, targets


def loss_of(network, ids, targets):
    chosen = targets >= 0
    logits = network.output(network.hidden(ids)[chosen])
    return F.cross_entropy(logits, targets[chosen]), logits.argmax(-1) == targets[chosen]


@torch.no_grad()
def judge(network, vocabulary, lexicon):
    """Loss and share of right tokens over 256 held-apart drawings, told what came before (not free-running)."""
    dice, right, total, loss = random.Random(99), 0, 0, []
    for _ in range(4):
        for ids, targets in batch_of(vocabulary, lexicon, dice, 16, 0):
            value, hits = loss_of(network, ids, targets)
            loss.append(value.item())
            right, total = right + hits.sum().item(), total + hits.numel()
    return sum(loss) / len(loss), right / total


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--minutes", type=float, default=70)
    arguments.add_argument("--out", default="run")
    arguments.add_argument("--batch", type=int, default=16)
    options = arguments.parse_args()
    torch.set_num_threads(1)
    torch.manual_seed(3)
    os.makedirs(options.out, exist_ok=True)
    vocabulary, lexicon, dice, network = Vocabulary.load("vocabulary.json"), rows.Words(), random.Random(17), Network()
    inner = [p for name, p in network.named_parameters() if p.ndim == 2 and name.startswith("blk")]
    outer = [p for name, p in network.named_parameters() if not (p.ndim == 2 and name.startswith("blk"))]
    muon, adam = Muon(inner, 0.02), torch.optim.AdamW(outer, lr=4e-3, betas=(0.9, 0.98), weight_decay=0.0)
    print(sum(p.numel() for p in network.parameters()), "parameters", flush=True)
    began, step, saved = time.time(), 0, 0
    with open(os.path.join(options.out, "curve.csv"), "w", newline="") as file:
        curve = csv.writer(file)
        curve.writerow(["minutes", "step", "loss", "dev_loss", "dev_right"])
        while (spent := (time.time() - began) / 60 / options.minutes) < 1:
            for ids, targets in batch_of(vocabulary, lexicon, dice, options.batch, max(0.0, 1 - spent / 0.3)):
                scale = min(1, (step + 1) / 60) * min(1, max(0.02, (1 - spent) / 0.5))
                network.zero_grad(set_to_none=True)
                loss, hits = loss_of(network, ids, targets)
                loss.backward()
                torch.nn.utils.clip_grad_norm_(outer, 1.0)
                for group in adam.param_groups:
                    group["lr"] = 4e-3 * scale
                adam.step()
                muon.step(scale)
                step += 1
                if step % 20 == 0:
                    print(f"{spent * options.minutes:.1f} min step {step} loss {loss.item():.3f} right {hits.float().mean():.3f} ease {max(0.0, 1 - spent / 0.3):.2f}", flush=True)
            if time.time() - saved > 240:
                saved = time.time()
                dev = judge(network, vocabulary, lexicon)
                print(f"dev loss {dev[0]:.3f} right {dev[1]:.3f}", flush=True)
                curve.writerow([f"{spent * options.minutes:.1f}", step, f"{loss.item():.4f}", f"{dev[0]:.4f}", f"{dev[1]:.4f}"])
                file.flush()
                torch.save({"shape": network.shape, "weights": network.state_dict(), "step": step}, os.path.join(options.out, "checkpoint.pt"))
    torch.save({"shape": network.shape, "weights": network.state_dict(), "step": step}, os.path.join(options.out, "checkpoint.pt"))
    with open(os.path.join(options.out, "final.json"), "w") as file:
        json.dump(dict(zip(("dev_loss", "dev_right"), judge(network, vocabulary, lexicon))) | {"steps": step}, file)


if __name__ == "__main__":
    main()
