"""Writes the sets of lines that stay the same.

dev          typefaces and words of the training: the curve
calibration  typefaces of the training, held-out words, damage of the upper grades, since typefaces that no training saw are read as much worse: what probabilities are worth
test-*       held-out typefaces, held-out words and drug names, by damage: clean, mild, hard
text-*       running Khmer text, up to 110 signs a line: dev of the training's typefaces and unseen sentences, the others of held-out typefaces and another source
signs-*      held-out typefaces, hard: thousands of the signs that must never be taken for another
struck       held-out typefaces and words, damage of all grades, a stroke through words of every second line
"""
import argparse
import random
from pathlib import Path

import numpy

from lines.alphabet import encode
from lines.synthesis import LEVELS, line
from shards import TEXT


def write(path, seed, count, level, **choice):
    r = random.Random(seed)
    made = [line(r, level(r) if callable(level) else level, **{name: value(i) if callable(value) else value for name, value in choice.items()}) for i in range(count)]
    labels = [encode(text) for _, text, _ in made]
    numpy.savez(path, pixels=numpy.concatenate([p for p, _, _ in made], 1), widths=numpy.array([p.shape[1] for p, _, _ in made]),
                labels=numpy.array(sum(labels, []), numpy.int16), lengths=numpy.array([len(c) for c in labels]),
                kinds=numpy.array([k for _, _, k in made]))


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("folder", type=Path)
    arguments.add_argument("--only", nargs="*", default=["dev", "calibration", "test", "text", "signs", "struck"])
    arguments.add_argument("--test", type=int, default=1500, help="lines a level of the test split")
    arguments.add_argument("--signs", type=int, default=6000, help="lines with dangerous signs")
    a = arguments.parse_args()
    a.folder.mkdir(parents=True, exist_ok=True)
    if "dev" in a.only:
        write(a.folder / "dev.npz", 77_001, 320, lambda r: r.random())
    if "calibration" in a.only:
        write(a.folder / "calibration.npz", 88_001, 3000, lambda r: 0.4 + 0.6 * r.random(), test_words=True)
    if "test" in a.only:
        for i, (name, level) in enumerate(LEVELS.items()):
            write(a.folder / f"test-{name}.npz", 99_001 + i, a.test, level, test_words=True, test_fonts=True)
    if "text" in a.only:
        write(a.folder / "text-dev.npz", 44_001, 500, lambda r: r.random(), kind="khmer text dev", longest=TEXT[0], widest=TEXT[1])
        for i, (name, level) in enumerate(LEVELS.items()):
            write(a.folder / f"text-{name}.npz", 45_001 + i, 500, level, test_words=True, test_fonts=True, kind="khmer text", longest=TEXT[0], widest=TEXT[1])
    if "signs" in a.only:
        write(a.folder / "signs-hard.npz", 66_001, a.signs, 1.0, test_words=True, test_fonts=True, kind="signs")
    if "struck" in a.only:
        write(a.folder / "struck.npz", 55_001, 800, lambda r: r.random(), test_words=True, test_fonts=True, struck=lambda i: i % 2 == 0)


if __name__ == "__main__":
    main()
