"""Writes a set of evaluation_sets.py, or the lines of the photographed sheet, as Vejja.Bench reads lines: NAME.png, the lines one below the other, and NAME.tsv
of top, width, height and text."""
import argparse
from pathlib import Path

import numpy
from PIL import Image

import cells
from evaluate import load
from network import HEIGHT


def write(lines, folder, name):
    """Lines of (pixels [40, W], text)."""
    strip = numpy.full((HEIGHT * len(lines), max(p.shape[1] for p, _ in lines)), 255, numpy.uint8)
    with open(folder / f"{name}.tsv", "w", encoding="utf-8", newline="\n") as table:
        for i, (pixels, text) in enumerate(lines):
            strip[HEIGHT * i:HEIGHT * (i + 1), :pixels.shape[1]] = pixels
            table.write(f"{HEIGHT * i}\t{pixels.shape[1]}\t{HEIGHT}\t{text}\n")
    Image.fromarray(strip).save(folder / f"{name}.png")


def main():
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("sets", nargs="*", type=Path)
    arguments.add_argument("--photo", type=Path, help="the photographed sheet of hospital-cells.tsv")
    arguments.add_argument("--out", type=Path, required=True)
    arguments.add_argument("--lines", type=int, default=500, help="lines a strip, and of a set")
    a = arguments.parse_args()
    a.out.mkdir(parents=True, exist_ok=True)
    for path in a.sets:
        write([(pixels, text) for pixels, text, _ in load(path)[:a.lines]], a.out, path.stem)
    if a.photo:
        write(cells.cut(a.photo), a.out, "photo")


if __name__ == "__main__":
    main()
