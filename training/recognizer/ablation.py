"""What the parts that look along a line are worth: variants of them, with the head from nothing on the convolutions of trained weights,
for the same number of the same short, easy lines.

    shards.py ../../data/easy --ahead 100 --first 0 --stop 4
    ablation.py ../../data/easy --start start-v12.pt     # docs/recognizer.md: with start-v6.pt and the network of then

Young layers tell which parts learn quickly; what they would reach after a million lines they do not tell."""
import argparse
import time
from pathlib import Path

import torch

from lines.alphabet import ALPHABET
from network import Recogniser
from train import batches, load, loss_of, measure

VARIANTS = {  # arguments of Recogniser
    "as trained: 2 depthwise blocks, 3 attention layers": {},
    "2 attention layers": {"attentions": 2},
    "1 attention layer": {"attentions": 1},
    "no attention": {"attentions": 0},
    "no attention, 4 depthwise blocks": {"attentions": 0, "columns": 4},
    "no depthwise blocks": {"columns": 0},
    "neither": {"columns": 0, "attentions": 0},
}


def made(named, start):
    """A variant on trained convolutions."""
    model = Recogniser(len(ALPHABET), **named)
    known = torch.load(start, map_location="cpu")
    model.load_state_dict({name: value for name, value in known.items() if name.startswith("body.")}, strict=False)
    return model.to(memory_format=torch.channels_last)


def run(model, lines, dev, count, peak, budget=6000, most=32, warm=1500):
    """(lines a processor second, loss a sign, error by code point, lines exact) after `count` lines; the rate rises over `warm` lines and falls to zero."""
    optimiser = torch.optim.AdamW(model.parameters(), lr=peak, betas=(0.9, 0.98), weight_decay=0.01)
    seen, epoch, spent = 0, 0, 0.0
    while seen < count:
        for batch in batches(lines, budget, most, epoch):
            start = time.process_time()
            loss, lengths, _ = loss_of(model, [lines[i] for i in batch], torch.device("cpu"), half=True)
            optimiser.zero_grad()
            (loss / lengths).mean().backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 4)
            for group in optimiser.param_groups:
                group["lr"] = peak * min(1, (seen + 1) / warm) * max(0.02, 1 - seen / count)
            optimiser.step()
            spent, seen = spent + time.process_time() - start, seen + len(batch)
            if seen >= count:
                break
        epoch += 1
    return (seen / spent, *measure(model, dev, torch.device("cpu")))


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("shards", type=Path)
    arguments.add_argument("--start", type=Path, required=True)
    arguments.add_argument("--lines", type=int, default=20000)
    arguments.add_argument("--peak", type=float, default=2e-3)
    arguments.add_argument("--only", nargs="*", default=list(VARIANTS))
    a = arguments.parse_args()
    torch.set_num_threads(1)
    lines = [line for path in sorted(a.shards.glob("?????.npz")) for line in load(path)]
    dev, lines = lines[:400], lines[400:]
    print("| variant | parameters | lines a processor second | loss a sign | code points wrong, % | lines exact, % |\n|---|---|---|---|---|---|", flush=True)
    for name in a.only:
        torch.manual_seed(1)
        model = made(VARIANTS[name], a.start)
        speed, loss, error, exact = run(model, lines, dev, a.lines, a.peak)
        print(f"| {name} | {sum(p.numel() for p in model.parameters()) / 1e6:.2f} M | {speed:.0f} | {loss:.3f} | {100 * error:.1f} | {100 * exact:.0f} |", flush=True)


if __name__ == "__main__":
    main()
