"""Writes shards of synthetic lines for training, a few ahead of the trainer, harder as the shards go on.

A shard is an .npz of one array of pixels (all lines side by side, 40 rows), their widths, and the labels."""
import argparse
import os
import random
import time
from pathlib import Path

import numpy

import crops
from lines.alphabet import encode
from lines.synthesis import line
from network import STRIDE


def difficulty(shard):
    """(damage from 0 to 1, longest label, widest line) of a shard: short and clean lines first, everything from shard 24 on."""
    if shard < 4:
        return 0.3, 14, 200
    if shard < 10:
        return 0.5, 26, 340
    if shard < 24:
        return 0.8, 64, 640
    return 1.0, 64, 1000


# share of the lines that are of these kinds besides what the kinds give
MORE = {"khmer text": 0.22, "khmer": 0.07, "term": 0.05, "signs": 0.06, "khmer number": 0.05, "english words": 0.01, "english sig": 0.01, "number": 0.04, "vital": 0.02}
TEXT = 110, 1600   # longest label and widest line of running text
HARD = 1.5         # the damage of a line is even up to this, cut at the shard's most: a third of the lines have the most
STRUCK = 0.025     # have a stroke through words
CROWDED = 2.8      # steps a sign: half of the lines with fewer are made wider, and a fifth of the others


def write(path, seed, count, level, longest, widest, cut, share):
    r = random.Random(seed)
    pixels, widths, labels, lengths = [], [], [], []
    for _ in range(count):
        if r.random() < share:
            image, label = r.choice(cut)
            image = crops.varied(r, image)
        else:
            kind = r.choices([None, *MORE], [1 - sum(MORE.values()), *MORE.values()])[0]
            room = TEXT if kind == "khmer text" else (longest, widest)
            image, text, _ = line(r, level * min(1.0, r.random() * HARD), kind=kind, longest=room[0], widest=room[1], struck=r.random() < STRUCK)
            label = encode(text)
        if r.random() < (0.5 if image.shape[1] // STRIDE < CROWDED * len(label) else 0.2):
            image = crops.widened(r, image)
        pixels.append(image)
        widths.append(image.shape[1])
        labels += label
        lengths.append(len(label))
    part = path.with_suffix(".part.npz")
    numpy.savez(part, pixels=numpy.concatenate(pixels, 1), widths=numpy.array(widths), labels=numpy.array(labels, numpy.int16),
                lengths=numpy.array(lengths))
    part.rename(path)


def main():
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("folder", type=Path)
    arguments.add_argument("--lines", type=int, default=2000, help="lines a shard")
    arguments.add_argument("--ahead", type=int, default=3, help="shards that may wait unread")
    arguments.add_argument("--first", type=int, default=0)
    arguments.add_argument("--step", type=int, default=1, help="this process writes every step-th shard")
    arguments.add_argument("--stop", type=int, default=10**9)
    arguments.add_argument("--crops", type=Path, nargs="*", default=[], help="folders of lines that Vejja.Bench cut from its training sheets")
    arguments.add_argument("--share", type=float, default=0.25, help="of a shard's lines that are such, where there are any")
    a = arguments.parse_args()
    a.folder.mkdir(parents=True, exist_ok=True)
    cut = crops.load(a.crops)
    for shard in range(a.first, a.stop, a.step):
        path = a.folder / f"{shard:05}.npz"
        while len([p for p in a.folder.glob("?????.npz") if not p.with_suffix(".used").exists()]) >= a.ahead:
            time.sleep(2)
        if not path.exists() and not path.with_suffix(".used").exists():
            write(path, 1_000_003 * 7 + shard, a.lines, *difficulty(shard), cut, a.share if cut else 0)


if __name__ == "__main__":
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    main()
