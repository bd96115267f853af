"""Lines cut by hand from a photographed prescription (coordinates in hospital-cells.tsv): evaluation only, never trained on."""
import csv
import math
from pathlib import Path

import numpy
from PIL import Image

from lines.normalisation import normalise
from network import HEIGHT


def quad(x1, y1, x2, y2, height):
    """The rectangle around a line whose middle runs from (x1, y1) to (x2, y2), as PIL's QUAD wants it."""
    length = math.hypot(x2 - x1, y2 - y1)
    dx, dy = (y1 - y2) / length * height / 2, (x2 - x1) / length * height / 2
    return x1 - dx, y1 - dy, x1 + dx, y1 + dy, x2 + dx, y2 + dy, x2 - dx, y2 - dy


def cut(photo, table=Path(__file__).parent / "hospital-cells.tsv"):
    """[(pixels uint8 [40, W], text)]"""
    image = Image.open(photo).convert("L")
    result = []
    with open(table, encoding="utf-8") as rows:
        for row in csv.reader((r for r in rows if not r.startswith("#")), delimiter="\t"):
            x1, y1, x2, y2, height = map(float, row[:5])
            width = round(math.hypot(x2 - x1, y2 - y1) * HEIGHT / height)
            crop = image.transform((width, HEIGHT), Image.QUAD, quad(x1, y1, x2, y2, height), Image.BICUBIC)
            result.append((numpy.asarray(crop), normalise(row[5])))
    return result
