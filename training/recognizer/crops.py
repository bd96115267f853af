"""Lines that Vejja-Bench cut out of its training sheets through the real detector: `Vejja.Bench crops --in SHEETS --out FOLDER`.

They are resized as serving resizes them, so that training sees what serving sees."""
import argparse
import csv
from pathlib import Path

import numpy
from PIL import Image

from lines.alphabet import encode
from lines.normalisation import normalise
from network import HEIGHT, STRIDE

NARROWEST, WIDEST = 8, 1000


def load(folders):
    """[(pixels uint8 [40, W], classes)] of every strip (NAME.png beside NAME.tsv: top, width, height, text), left out where no label fits."""
    result = []
    for table in sorted(path for folder in folders for path in Path(folder).glob("*.tsv")):
        strip = Image.open(table.with_suffix(".png")).convert("L")
        with open(table, encoding="utf-8", newline="") as rows:
            for top, width, height, text in csv.reader(rows, delimiter="\t", quoting=csv.QUOTE_NONE):
                top, width, height = int(top), int(width), int(height)
                columns = max(1, round(width * HEIGHT / height))
                classes = encode(normalise(text))
                if not classes or not NARROWEST <= columns <= WIDEST:
                    continue
                if columns // STRIDE < len(classes) + sum(a == b for a, b in zip(classes, classes[1:])) + 1:
                    continue
                crop = strip.crop((0, top, width, top + height)).resize((columns, HEIGHT), Image.BICUBIC)
                result.append((numpy.asarray(crop), classes))
    return result


def varied(r, pixels):
    """The same ink a little wider or narrower, darker or paler: a line is seen more than once."""
    width = max(NARROWEST, round(pixels.shape[1] * r.uniform(0.95, 1.08)))
    image = numpy.asarray(Image.fromarray(pixels).resize((width, HEIGHT), Image.BICUBIC)).astype(numpy.float32)
    paper = numpy.median(image)
    return numpy.clip(paper + (image - paper) * r.uniform(0.75, 1.1) + r.uniform(-8, 8), 0, 255).astype(numpy.uint8)


def widened(r, pixels):
    """The same line wider than print is: serving reads crowded lines so."""
    width = min(round(1.2 * WIDEST), round(pixels.shape[1] * r.uniform(1.2, 1.9)))
    return numpy.asarray(Image.fromarray(pixels).resize((width, HEIGHT), Image.BICUBIC))


def main():
    """Says what the folders hold, or writes them as a set in the form of evaluation_sets.py (--out)."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("folders", nargs="+", type=Path)
    arguments.add_argument("--out", type=Path, help="an .npz that evaluate.py and train.py --dev read")
    a = arguments.parse_args()
    lines = load(a.folders)
    print(f"{len(lines)} lines, {sum(len(c) for _, c in lines)} signs, {sum(p.shape[1] for p, _ in lines) // max(1, len(lines))} columns a line")
    if a.out:
        numpy.savez(a.out, pixels=numpy.concatenate([p for p, _ in lines], 1), widths=numpy.array([p.shape[1] for p, _ in lines]),
                    labels=numpy.array([c for _, classes in lines for c in classes], numpy.int16), lengths=numpy.array([len(c) for _, c in lines]),
                    kinds=numpy.array(["crop"] * len(lines)))


if __name__ == "__main__":
    main()
