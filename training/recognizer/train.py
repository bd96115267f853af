"""Trains the recogniser on the shards of shards.py, by the clock: the learning rate falls to zero at --until.

Several single-threaded workers share each step, gradients averaged once a step in shared memory: on a machine that others
use as well this loses far less than one process with several threads, which waits at every operation. On a GPU one worker
does it all (--device cuda --workers 1)."""
import argparse
import csv
import math
import random
import time
from datetime import datetime, timezone
from pathlib import Path

import numpy
import torch
import torch.multiprocessing as processes
from torch.nn import functional as F

from lines.alphabet import ALPHABET, decode
from network import STRIDE, Recogniser, normalise_pixels
from scoring import distance

USES = 2  # times that a line is seen: once fresh, then AGE shards later
AGE = 6
SETTLING = 2000  # lines that give the averaged weights their statistics


def load(path):
    """The lines of a shard: [(pixels uint8 [40, W], classes)]."""
    with numpy.load(path) as shard:
        pixels, widths, labels, lengths = shard["pixels"], shard["widths"], shard["labels"], shard["lengths"]
    ends, marks = numpy.cumsum(widths), numpy.cumsum(lengths)
    return [(pixels[:, e - w:e], labels[m - n:m]) for e, w, m, n in zip(ends, widths, marks, lengths)]


def batches(lines, budget, most, seed):
    """Lines of like widths together, at most `budget` columns and `most` lines a batch, the batches in random order."""
    r = random.Random(seed)
    order = sorted(range(len(lines)), key=lambda i: lines[i][0].shape[1] * r.uniform(0.92, 1.08))
    result, current, widest = [], [], 0
    for i in order:
        w = lines[i][0].shape[1]
        if current and (max(widest, w) * (len(current) + 1) > budget or len(current) >= most):
            result.append(current)
            current, widest = [], 0
        current.append(i)
        widest = max(widest, w)
    if current:
        result.append(current)
    r.shuffle(result)
    return result


def tensors(lines, spare=0):
    """x [N, 1, 40, W] (W the widest, plus `spare`, a multiple of 4), labels one after another, their lengths."""
    width = math.ceil((max(p.shape[1] for p, _ in lines) + spare) / STRIDE) * STRIDE
    x = numpy.stack([normalise_pixels(p, width) for p, _ in lines])[:, None]
    y = numpy.concatenate([c for _, c in lines]).astype(numpy.int64)
    return torch.from_numpy(x), torch.from_numpy(y), torch.tensor([len(c) for _, c in lines])


def loss_of(model, lines, device, spare=0, half=False):
    x, y, lengths = tensors(lines, spare)
    with torch.autocast(device.type, torch.bfloat16, enabled=half):
        logits = model(x.to(device).contiguous(memory_format=torch.channels_last)).float()
    logp = logits.log_softmax(-1).transpose(0, 1)
    steps = torch.full((len(lines),), logp.shape[0])
    return F.ctc_loss(logp, y.to(device), steps, lengths, reduction="none", zero_infinity=True), lengths, logits


@torch.no_grad()
def settle(model, lines, device, half=False):
    """Gives the batch normalisations the means and variances of some lines under the weights at hand: those kept in training belong to other
    weights than their average (Izmailov et al., UAI 2018, section 3.2)."""
    norms = [part for part in model.modules() if isinstance(part, torch.nn.BatchNorm2d)]
    for norm in norms:
        norm.reset_running_stats()
        norm.momentum = None  # the mean over all batches
    for batch in batches(lines, 8400, 48, 0):
        loss_of(model, [lines[i] for i in batch], device, 0, half)
    for norm in norms:
        norm.momentum = 0.1


@torch.no_grad()
def measure(model, lines, device):
    """Loss a sign, error rate by code point, share of exact lines."""
    model.eval()
    losses = wrong = signs = exact = units = 0
    for batch in batches(lines, 6000, 32, 0):
        chosen = [lines[i] for i in batch]
        loss, lengths, logits = loss_of(model, chosen, device)
        losses, units = losses + float(loss.sum()), units + int(lengths.sum())
        for (_, classes), best in zip(chosen, logits.argmax(-1).tolist()):
            truth, read = "".join(ALPHABET[c] for c in classes), decode(best)
            wrong, signs, exact = wrong + distance(truth, read), signs + len(truth), exact + (truth == read)
    model.train()
    return losses / units, wrong / signs, exact / len(lines)


def rate(now, start, until, peak, warm=60.0):
    """Cosine from the peak to zero between start and until, by the clock; linear rise over the first minute."""
    progress = min(1.0, max(0.0, (now - start) / (until - start)))
    return peak * min(1.0, (now - start + 1) / warm) * 0.5 * (1 + math.cos(math.pi * progress))


def begin(model, state):
    """Takes the weights of a start; a sign that the alphabet has gained since begins as the mean of all."""
    for name in ("head.weight", "head.bias"):
        known, wanted = state[name], model.state_dict()[name].clone()
        wanted[:len(known)] = known
        wanted[len(known):] = known.float().mean(0)
        state[name] = wanted
    model.load_state_dict(state)


def flatten(model):
    """Makes every parameter a view of one flat tensor, and every gradient of another: (parameters, gradients)."""
    model.to(memory_format=torch.channels_last)
    items = list(model.parameters())
    flat = torch.cat([_in_memory(p.detach()).reshape(-1) for p in items])
    grads = torch.zeros_like(flat)
    at = 0
    for p in items:
        for part, name in ((flat, "data"), (grads, "grad")):
            view = part[at:at + p.numel()].view_as(_in_memory(p))
            setattr(p, name, view.permute(0, 3, 1, 2) if p.dim() == 4 else view)
        at += p.numel()
    return flat, grads


def _in_memory(p):
    """A kernel with its channels last, as it lies in memory; anything else as it is."""
    return p.permute(0, 2, 3, 1) if p.dim() == 4 else p


def worker(rank, a, barrier, exchange):
    torch.set_num_threads(a.threads)
    torch.manual_seed(1)
    device = torch.device(a.device)
    model = Recogniser(len(ALPHABET)).to(device)
    if a.start and not a.checkpoint.exists():
        begin(model, torch.load(a.start, map_location=device))
    flat, grads = flatten(model)
    optimiser = torch.optim.AdamW([flat], lr=a.peak, betas=(0.9, 0.98), weight_decay=0.01)
    flat.grad = grads
    average = flat.clone()
    step = seen = 0
    round_ = a.first
    start = time.time()
    if a.checkpoint.exists():
        saved = torch.load(a.checkpoint, map_location=device)
        model.load_state_dict(saved["model"])
        average.copy_(saved["average"])
        optimiser.load_state_dict(saved["optimiser"])
        step, seen, round_, start = saved["step"], saved["seen"], saved["round"], saved["start"]
    dev = load(a.dev)[:a.dev_lines] if rank == 0 else None
    last, running, since = time.time(), 0.0, 0

    def save():
        parameters, statistics = flat.clone(), [value.clone() for value in model.buffers()]
        torch.save({"model": model.state_dict(), "average": average, "optimiser": optimiser.state_dict(), "step": step,
                    "seen": seen, "round": round_, "start": start}, a.checkpoint.with_suffix(".part"))
        flat.copy_(average)
        settle(model, lines[:SETTLING], device, a.bfloat16)
        torch.save(model.state_dict(), a.checkpoint.with_suffix(".average.pt"))
        loss, error, exact = measure(model, dev, device)
        flat.copy_(parameters)
        for value, kept in zip(model.buffers(), statistics):
            value.copy_(kept)
        a.checkpoint.with_suffix(".part").rename(a.checkpoint)
        new = not a.curve.exists()
        with open(a.curve, "a", newline="", encoding="utf-8") as out:
            rows = csv.writer(out, lineterminator="\n")
            if new:
                rows.writerow(["minutes", "steps", "lines_seen", "rate", "train_loss_per_sign", "dev_loss_per_sign", "dev_cer", "dev_exact"])
            rows.writerow([f"{(time.time() - start) / 60:.1f}", step, seen, f"{rate(time.time(), start, a.until, a.peak):.6f}",
                           f"{running / max(1, since):.4f}", f"{loss:.4f}", f"{error:.4f}", f"{exact:.4f}"])
        print(f"{(time.time() - start) / 60:.1f} min, step {step}, {seen} lines, train {running / max(1, since):.4f}, dev {loss:.4f}, "
              f"CER {error:.4f}, exact {exact:.3f}", flush=True)

    stop = False
    while not stop:
        fresh, *again = (a.shards / f"{round_ - AGE * use:05}.npz" for use in range(USES))
        while not fresh.exists():
            time.sleep(0.5)
        lines = [line for shard in (fresh, *again) if shard.exists() for line in load(shard)]
        barrier.wait()
        if rank == 0:
            fresh.with_suffix(".used").touch()
            again[-1].unlink(missing_ok=True)
        plan = batches(lines, a.budget * a.workers, a.most * a.workers, round_)
        r = random.Random(round_)
        for batch in plan:
            mine = [lines[i] for i in batch[rank::a.workers]]
            share = len(mine) / len(batch) * a.workers
            grads.zero_()
            spare = r.choice((0, 0, 4, 12, 40))  # free paper on the right, as in a batch of unequal widths
            if mine:
                loss, lengths, _ = loss_of(model, mine, device, spare, a.bfloat16)
                total = (loss / lengths.to(device)).mean() * share
                total.backward()
                running, since = running + float((loss.detach()).sum()), since + int(lengths.sum())
            if rank == 0:
                a.clock[step % 2] = time.time()
            if a.workers > 1:
                # two buffers in turn: nobody can be two steps ahead, so one wait a step is enough
                exchange[step % 2, rank].copy_(grads)
                barrier.wait()
                torch.mean(exchange[step % 2], 0, out=grads)
            # the rate, the checkpoint and the stop follow worker 0's clock, so that all workers do the same
            now = float(a.clock[step % 2])
            norm = float(grads.norm())
            if math.isfinite(norm):
                if norm > 4:
                    grads.mul_(4 / norm)
                optimiser.param_groups[0]["lr"] = rate(now, start, a.until, a.peak)
                optimiser.step()
            step, seen = step + 1, seen + len(batch)
            average.lerp_(flat, 1 - min(0.9993, (1 + step) / (20 + step)))
            if now - last > a.every:
                last = now
                if rank == 0:
                    save()
                    running, since = 0.0, 0
            if now >= a.until:
                stop = True
                break
        round_ += 1
    if rank == 0:
        save()


def main():
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("shards", type=Path)
    arguments.add_argument("--dev", type=Path, required=True)
    arguments.add_argument("--dev-lines", type=int, default=10**9, help="lines of it that each checkpoint is measured on")
    arguments.add_argument("--checkpoint", type=Path, required=True)
    arguments.add_argument("--start", type=Path, help="weights to begin with where there is no checkpoint yet")
    arguments.add_argument("--first", type=int, default=0, help="the shard to begin with where there is no checkpoint yet")
    arguments.add_argument("--curve", type=Path, default=Path("curve.csv"))
    arguments.add_argument("--until", required=True, help="end, ISO 8601, UTC: 2026-11-22T01:40:00")
    arguments.add_argument("--peak", type=float, default=2e-3)
    arguments.add_argument("--budget", type=int, default=4200, help="columns a batch and worker")
    arguments.add_argument("--most", type=int, default=24, help="lines a batch and worker")
    arguments.add_argument("--every", type=float, default=300, help="seconds between checkpoints")
    arguments.add_argument("--workers", type=int, default=2)
    arguments.add_argument("--threads", type=int, default=1)
    arguments.add_argument("--bfloat16", action="store_true", help="layers in bfloat16, weights in float32: 1.6 times as fast on a processor that has it (avx512_bf16)")
    arguments.add_argument("--device", default="cpu")
    a = arguments.parse_args()
    a.until = datetime.fromisoformat(a.until).replace(tzinfo=timezone.utc).timestamp()
    a.clock = torch.zeros(2, dtype=torch.float64).share_memory_()
    size = sum(p.numel() for p in Recogniser(len(ALPHABET)).parameters())
    exchange = torch.zeros(2, a.workers, size).share_memory_()
    context = processes.get_context("spawn")
    barrier = context.Barrier(a.workers)
    if a.workers == 1:
        worker(0, a, barrier, exchange)
        return
    running = [context.Process(target=worker, args=(rank, a, barrier, exchange)) for rank in range(a.workers)]
    for p in running:
        p.start()
    for p in running:
        p.join()


if __name__ == "__main__":
    main()
