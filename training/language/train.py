"""Trains the enhancer's small model for so many minutes on one thread, with checkpoints: train.py --minutes 70 --out run"""
import argparse
import csv
import os
import random
import time

import torch
from torch.nn import functional as F

import prompts
import rows
from network import Network
from vocabulary import END, MOST_WORDS, SPACE, Vocabulary


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


def senses():
    """Everything that a word of a row can be, for the lesson that training gives on the way."""
    plain = [field for field in rows.FIELDS if field != "dose"] + [f"dose-{slot}" for slot in rows.SLOTS]
    lexicon = rows.Words()
    coded = [f"form={code}" for code in rows.FORMS] + [f"quantity={code}" for code in lexicon.units] + [f"route={code}" for code in lexicon.routes] + [f"meal={code}" for code in lexicon.meals]
    return {name: at for at, name in enumerate(["none"] + plain + sorted(coded))}


class Lesson(torch.nn.Module):
    """Says from the middle layers what each word is: the answer needs that, and every word teaches it, not only those asked for. Left out of the file."""

    def __init__(self, width, kinds):
        super().__init__()
        self.depths = (1, 2)
        self.heads = torch.nn.ModuleList(torch.nn.Linear(width, kinds) for _ in self.depths)

    def forward(self, depths, kinds):
        chosen = kinds >= 0
        normed = [F.layer_norm(depths[depth][chosen], depths[depth].shape[-1:]) for depth in self.depths]
        return sum(F.cross_entropy(head(x), kinds[chosen]) for head, x in zip(self.heads, normed)) / len(normed)


def example(vocabulary, kinds, drawn, shift):
    """
    Ids of question and answer; for each id of the question what its word is (-100 where it is no word's number); for each id of the answer where in the
    question that number stands (-1 for what is no number). shift moves all numbers, so that all are learnt.
    """
    question, answer = vocabulary.conversation(prompts.shifted(drawn.bare, shift)), vocabulary.answer(prompts.shifted_answer(drawn.answer, shift)) + [END]
    told, at, places = [-100] * len(question), 0, {}
    for number, sense in drawn.senses:
        token = vocabulary.index[f"{SPACE}{number + shift}"]
        at = question.index(token, at) + 1
        places[token] = at - 1
        if sense is not None:
            told[at - 1] = kinds[sense]
    return question, answer, told, [places.get(token, -1) for token in answer]


def batch_of(vocabulary, kinds, lexicon, dice, size, ease, all_open=0.0, groups=8):
    """Ids, targets and words' kinds, padded on the right; -100 where nothing is to be said. Questions of like length go together."""
    drawn = []
    while len(drawn) < size * groups:
        one = prompts.draw(lexicon, dice, ease, all_open)
        last = one.senses[-1][0]
        if last < MOST_WORDS:
            whole = example(vocabulary, kinds, one, dice.randint(0, MOST_WORDS - last) if all_open and dice.random() < 0.3 else 0)
            if len(whole[0]) + len(whole[1]) <= 256:
                drawn.append(whole)
    drawn.sort(key=lambda whole: len(whole[0]) + len(whole[1]))
    batches = [drawn[at:at + size] for at in range(0, len(drawn), size)]
    dice.shuffle(batches)
    for part in batches:
        length = max(len(whole[0]) + len(whole[1]) for whole in part)
        ids, targets, words = torch.zeros(size, length - 1, dtype=torch.long), torch.full((size, length - 1), -100), torch.full((size, length - 1), -100)
        places = torch.full((size, length - 1), -1)
        for row, (head, tail, told, pointed) in enumerate(part):
            whole = torch.tensor(head + tail)
            ids[row, :len(whole) - 1] = whole[:-1]
            targets[row, len(head) - 1:len(whole) - 1] = whole[len(head):]
            words[row, :len(told)] = torch.tensor(told)
            places[row, len(head) - 1:len(whole) - 1] = torch.tensor(pointed)
        yield ids, targets, words, places


def pointing(network, places):
    """How far two heads of the last layer are from looking at the number that is to be said next: without this lesson most of the time goes into finding that out."""
    row, at = (places >= 0).nonzero(as_tuple=True)
    looked = network.blk[-1].looked[row, 5:7, at, :]
    return F.cross_entropy(looked.flatten(0, 1), places[row, at].repeat_interleave(2))


def loss_of(network, depths, targets):
    chosen = targets >= 0
    logits = network.output(depths[-1][chosen])
    return F.cross_entropy(logits, targets[chosen]), logits.argmax(-1) == targets[chosen]


@torch.no_grad()
def judge(network, vocabulary, kinds):
    """Over 512 drawings with names held apart, told what came before: loss, share of right tokens, share of right word numbers, share of answers right throughout."""
    dice, lexicon, loss, right, numbers, answers = random.Random(99), rows.Words(apart=True), [], [], [], []
    are_numbers = torch.tensor([token[0] == SPACE and token[1:].isdigit() for token in vocabulary.tokens])
    for _ in range(2):
        for ids, targets, _, _ in batch_of(vocabulary, kinds, lexicon, dice, 32, 0):
            value, hits = loss_of(network, network.depths(ids), targets)
            chosen = targets >= 0
            loss.append(value.item())
            right.append(hits)
            numbers.append(hits[are_numbers[targets[chosen]]])
            whole = torch.ones_like(targets, dtype=torch.bool)
            whole[chosen] = hits
            answers.append(whole.all(1))
    return (sum(loss) / len(loss), *(torch.cat(each).float().mean().item() for each in (right, numbers, answers)))


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--minutes", type=float, default=70)
    arguments.add_argument("--out", default="run")
    arguments.add_argument("--batch", type=int, default=32)
    arguments.add_argument("--judge", type=float, default=4, help="minutes between judgements")
    arguments.add_argument("--ease", type=float, default=0.15, help="share of the time in which rows are easier than those of sheets")
    arguments.add_argument("--rate", type=float, default=0.01, help="of the matrices inside the layers")
    arguments.add_argument("--fall", type=float, default=0.9, help="share of the time in which the rates fall to nothing")
    arguments.add_argument("--start", help="a checkpoint to go on from")
    options = arguments.parse_args()
    torch.set_num_threads(1)
    torch.manual_seed(3)
    os.makedirs(options.out, exist_ok=True)
    vocabulary, lexicon, dice, network, kinds = Vocabulary.load("vocabulary.json"), rows.Words(), random.Random(17), Network(), senses()
    lesson = Lesson(network.shape["width"], len(kinds))
    inner = [p for name, p in network.named_parameters() if p.ndim == 2 and name.startswith("blk")]
    outer = [p for name, p in network.named_parameters() if not (p.ndim == 2 and name.startswith("blk"))] + list(lesson.parameters())
    # A token's place in the table is large, the last norm's weights small, so each has a rate of its own size.
    rates = [([network.token_embd.weight], 2e-2), ([network.output_norm.weight], 2e-4), ([p for p in outer if p is not network.token_embd.weight and p is not network.output_norm.weight], 2e-3)]
    muon, adam = Muon(inner, options.rate), torch.optim.AdamW([{"params": group, "lr": rate} for group, rate in rates], betas=(0.9, 0.98), weight_decay=0.0)
    print(sum(p.numel() for p in network.parameters()), "parameters", flush=True)
    began, step, seen, saved = time.time(), 0, 0, time.time()
    if options.start:
        known = torch.load(options.start)
        network.load_state_dict(known["weights"])
        lesson.load_state_dict(known["lesson"])
        step, seen = known["step"], known["tokens"]
    first = step

    def save():
        whole = {"shape": network.shape, "weights": network.state_dict(), "lesson": lesson.state_dict(), "step": step, "tokens": seen}
        torch.save(whole, os.path.join(options.out, "part.pt"))
        os.replace(os.path.join(options.out, "part.pt"), os.path.join(options.out, "checkpoint.pt"))

    with open(os.path.join(options.out, "curve.csv"), "w", newline="") as file:
        curve = csv.writer(file)
        curve.writerow(["minutes", "processor_minutes", "step", "tokens", "loss", "lesson", "dev_loss", "dev_right", "dev_numbers", "dev_answers"])
        spent = 0.0

        def note():
            dev = judge(network, vocabulary, kinds)
            curve.writerow([f"{spent * options.minutes:.1f}", f"{time.process_time() / 60:.1f}", step, seen, f"{loss.item():.4f}", f"{taught.item():.4f}", *(f"{each:.4f}" for each in dev)])
            file.flush()
            print("dev loss, right, numbers, answers", *(f"{each:.3f}" for each in dev), flush=True)

        while spent < 1:
            for ids, targets, words, places in batch_of(vocabulary, kinds, lexicon, dice, options.batch, max(0.0, 1 - spent / options.ease), 0.5):
                spent = (time.time() - began) / 60 / options.minutes
                scale = min(1, (step - first + 1) / 40) * min(1, max(0.02, (1 - spent) / options.fall))
                network.zero_grad(set_to_none=True)
                lesson.zero_grad(set_to_none=True)
                depths = network.depths(ids)
                loss, hits = loss_of(network, depths, targets)
                taught, pointed = lesson(depths, words), pointing(network, places)
                (loss + 0.5 * taught + 0.3 * pointed).backward()
                torch.nn.utils.clip_grad_norm_(outer, 1.0)
                for group, (_, rate) in zip(adam.param_groups, rates):
                    group["lr"] = rate * scale
                adam.step()
                muon.step(scale)
                step += 1
                seen += ids.numel()
                if step % 10 == 0:
                    print(f"{spent * options.minutes:.1f} min step {step} tokens {seen} loss {loss.item():.3f} right {hits.float().mean():.3f} lesson {taught.item():.3f} pointing {pointed.item():.3f}", flush=True)
                if spent >= 1:
                    break
            if time.time() - saved > 60 * options.judge:
                saved = time.time()
                note()
                save()
        note()
        save()


if __name__ == "__main__":
    main()
