"""A line with its label: text, set, cluttered, photographed."""
import numpy

from . import texts
from .alphabet import encode
from .damage import clutter, photograph
from .setting import set_line

LEVELS = {"clean": 0.0, "mild": 0.45, "hard": 1.0}


def line(r, level, test_words=False, test_fonts=False, kind=None, longest=64, widest=1000):
    """(pixels uint8 [40, W], text, kind): one line at a level of damage from 0 (clean render) to 1 (bad photo)."""
    def scrap():
        other = set_line(r, texts.line(r, test_words, longest=30)[0], test_fonts)
        return None if other is None else other[0].crop((0, other[1][1], other[0].width, other[1][3]))

    while True:
        text, name = texts.line(r, test_words, kind, longest)
        classes = encode(text)
        if classes is None:
            continue
        laid = set_line(r, text, test_fonts)
        if laid is None:
            continue
        image, tight, box, base, size = laid
        clutter(r, image, tight, base, size, level, scrap)
        pixels = photograph(r, image, tight, box, size, level)
        steps = pixels.shape[1] // 4
        if pixels.shape[1] <= widest and steps >= len(classes) + sum(a == b for a, b in zip(classes, classes[1:])) + 1:
            return numpy.ascontiguousarray(pixels), text, name
