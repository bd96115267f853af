"""Writes a set of evaluation_sets.py as Vejja.Bench reads lines: NAME.png, the lines one below the other, and NAME.tsv of top, width, height and text."""
import argparse
from pathlib import Path

import numpy
from PIL import Image

from evaluate import load
from network import HEIGHT


def main():
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("sets", nargs="+", type=Path)
    arguments.add_argument("--out", type=Path, required=True)
    arguments.add_argument("--lines", type=int, default=500, help="lines a strip, and of a set")
    a = arguments.parse_args()
    a.out.mkdir(parents=True, exist_ok=True)
    for path in a.sets:
        lines = load(path)[:a.lines]
        strip = numpy.full((HEIGHT * len(lines), max(p.shape[1] for p, _, _ in lines)), 255, numpy.uint8)
        with open(a.out / f"{path.stem}.tsv", "w", encoding="utf-8", newline="\n") as table:
            for i, (pixels, text, _) in enumerate(lines):
                strip[HEIGHT * i:HEIGHT * (i + 1), :pixels.shape[1]] = pixels
                table.write(f"{HEIGHT * i}\t{pixels.shape[1]}\t{HEIGHT}\t{text}\n")
        Image.fromarray(strip).save(a.out / f"{path.stem}.png")


if __name__ == "__main__":
    main()
