"""What the height of a line and the columns for a sign are worth: trained weights go on with the same lines in several shapes, and read the same others.

    shapes.py ../../data/shapes --start start-v12.pt     # docs/recognizer.md: with v7's weights as grow.py then gave them

Lines are photographed once, 48 rows high, and scaled for each variant. The convolutions take any height from 33 to 48 rows: to three, then to one.
What the weights have seen before is 40 rows, so that another shape has to catch up first."""
import argparse
import random
from pathlib import Path

import numpy
import torch
from PIL import Image

from ablation import run
from lines import damage
from lines.alphabet import encode
from lines.synthesis import line
from network import STRIDE, trained
from train import load, measure

TALL = 48
VARIANTS = {  # rows, columns for one of 40 rows
    "40 rows, as trained": (40, 1.0),
    "48 rows, as wide": (48, 1.0),
    "48 rows, ratio kept": (48, 1.2),
    "40 rows, 1.2 times as wide": (40, 1.2),
    "36 rows, ratio kept": (36, 0.9),
}


def write(path, count, seed):
    """`count` lines, 48 rows high, all grades of damage."""
    damage.HEIGHT = TALL
    r = random.Random(seed)
    made = [line(r, min(1.0, r.random() * 1.25)) for _ in range(count)]
    labels = [encode(text) for _, text, _ in made]
    numpy.savez(path, pixels=numpy.concatenate([p for p, _, _ in made], 1), widths=numpy.array([p.shape[1] for p, _, _ in made]),
                labels=numpy.array(sum(labels, []), numpy.int16), lengths=numpy.array([len(c) for c in labels]))


def shaped(pixels, rows, columns):
    """A line of 48 rows at another height, its width times `columns` of what 40 rows have."""
    return numpy.asarray(Image.fromarray(pixels).resize((max(16, round(pixels.shape[1] * 40 / TALL * columns)), rows), Image.LANCZOS))


def fits(pixels, classes):
    """Whether the narrowest variant has steps enough for the line's signs."""
    narrowest = min(columns for _, columns in VARIANTS.values())
    return pixels.shape[1] * 40 / TALL * narrowest / STRIDE > len(classes) + sum(a == b for a, b in zip(classes, classes[1:])) + 1


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("folder", type=Path)
    arguments.add_argument("--start", type=Path, required=True)
    arguments.add_argument("--lines", type=int, default=16000)
    arguments.add_argument("--dev", type=int, default=800)
    arguments.add_argument("--peak", type=float, default=6e-4)
    a = arguments.parse_args()
    torch.set_num_threads(1)
    a.folder.mkdir(parents=True, exist_ok=True)
    for name, count, seed in (("train", a.lines, 31_001), ("dev", a.dev, 31_002)):
        if not (a.folder / f"{name}.npz").exists():
            write(a.folder / f"{name}.npz", count, seed)
    train, dev = ([line for line in load(a.folder / f"{name}.npz") if fits(*line)] for name in ("train", "dev"))
    print("| variant | lines a processor second | loss a sign, before | code points wrong, %, before | after: loss a sign | code points wrong, % | lines exact, % |\n|---|---|---|---|---|---|---|", flush=True)
    for name, shape in VARIANTS.items():
        lines, others = ([(shaped(pixels, *shape), classes) for pixels, classes in part] for part in (train, dev))
        model = trained(a.start).to(memory_format=torch.channels_last)
        loss, error, _ = measure(model, others, torch.device("cpu"))
        speed, *after = run(model, lines, others, len(lines), a.peak, 8400, 48, 1000)
        print(f"| {name} | {speed:.0f} | {loss:.3f} | {100 * error:.1f} | {after[0]:.3f} | {100 * after[1]:.1f} | {100 * after[2]:.0f} |", flush=True)


if __name__ == "__main__":
    main()
