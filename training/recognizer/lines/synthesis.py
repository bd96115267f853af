"""A line with its label: text, set, cluttered, photographed."""
import numpy

from . import texts
from .alphabet import STRUCK, encode
from .damage import clutter, photograph
from .normalisation import units
from .setting import set_line

LEVELS = {"clean": 0.0, "mild": 0.45, "hard": 1.0}


def _struck(r, text):
    """The text with the mark of a stroke after some or all of its words, and (first, end) of them; nothing where it is too short to tell a stroke from a sign."""
    words = text.split(" ")
    first, end = (0, len(words)) if r.random() < 0.6 else sorted(r.sample(range(len(words) + 1), 2))
    if len(units("".join(words[first:end]))) < 3:
        return text, ()
    return " ".join(word + STRUCK if first <= i < end else word for i, word in enumerate(words)), (first, end)


def line(r, level, test_words=False, test_fonts=False, kind=None, longest=64, widest=1000, struck=False):
    """(pixels uint8 [40, W], text, kind): one line at a level of damage from 0 (clean render) to 1 (bad photo).
    `struck`: with a stroke through words of it, marked in the text, where it is long enough."""
    def scrap():
        other = set_line(r, texts.line(r, test_words, longest=30)[0], test_fonts)
        return None if other is None else other[0].crop((0, other[1][1], other[0].width, other[1][3]))

    while True:
        text, name = texts.line(r, test_words, kind, longest)
        label, words = _struck(r, text) if struck else (text, ())
        classes = encode(label)
        if classes is None:
            continue
        laid = set_line(r, text, test_fonts, words)
        if laid is None:
            continue
        image, tight, box, base, size = laid
        clutter(r, image, tight, base, size, level, scrap)
        pixels = photograph(r, image, tight, box, size, level)
        steps = pixels.shape[1] // 4
        if pixels.shape[1] <= widest and steps >= len(classes) + sum(a == b for a, b in zip(classes, classes[1:])) + 1:
            return numpy.ascontiguousarray(pixels), label, name
