"""Writes models/khmer-normalisation.tsv: input and normalised output, both in \\u escapes, for the tests of every normaliser."""
import argparse
import random
from pathlib import Path

from lines import texts, words
from lines.normalisation import normalise

BY_HAND = [
    "\u179f\u17d2\u179a\u17d2\u178f\u17b8", "\u179f\u17d2\u178f\u17d2\u179a\u17b8", "\u179f\u17d2\u178f\u17b8\u17d2\u179a",  # stri, three orders
    "\u1780\u17b8\u17c1", "\u1780\u17c1\u17b8", "\u1780\u17c1\u17b6", "\u1780\u17b6\u17c1", "\u1780\u17c4", "\u1780\u17be",
    "\u1780\u178f\u17d2\u178a\u17b6", "\u179f\u1794\u17d2\u178a\u17b6\u17a0\u17cd", "\u179f\u1794\u17d2\u178f\u17b6\u17a0\u17cd",  # coeng da, coeng ta
    "\u1794\u17b6\u17c9", "\u1794\u17c9\u17b6", "\u1789\u17b6\u17c6\u17c9", "\u1789\u17c9\u17b6\u17c6", "\u1789\u17c6\u17c9\u17b6",
    "\u1792\u1798\u17cc", "\u179c\u17b7\u17cc", "\u1792\u17d2\u179c\u17be\u17b2\u17d2\u1799", "\u17b2\u17d2\u1799",
    "\u1790\u17d2\u1784\u17c3\u200b\u178f\u17d2\u179a\u1784\u17cb", "\u1780\u17d2", "\u17d2", "\u17d2\u1780", "\u17d2 \u1780", "\u17c1\u1780", "\u17b6", "\u1780\u17c6\u17bb",
    "\u1780\u17bb\u17c6\u17c6", "\u1780\u17c7\u17b6", "\u1780\u17b6\u17c7", "\u1780\u17cb\u17d2\u1780", "\u1780\u17d2\u1780\u17d2\u1780",
    "\u1780\u17d2\u179a\u17d2\u1799", "\u1780\u17d2\u1799\u17d2\u179a", "\u17a3\u1780", "\u17a4", "\u1780\u17b4\u17b5", "\u17d2\u17d2\u1780", "\u1780\u17dd\u17d2\u1781", "\u1780\u17d2\u1781\u17dd",
    "e\u0301", "\u00c9", "E\u0301\u1780", "\u00b5g \u03bcg", "36\u00ba5 \u02da", "5\u2212\u2010\u2011\u2013\u2014\u2015", "\u2019\u2018\u201c\u201d", "\u2026", "\u2714 \u2715 \u25a1 \u25cf",
    "\ufb01\ufb02", "  a \u00a0 b\t\u3000c\n", "\u00ad\u200b\u200d\ufeff", "", " ", "1\u20442", "\u00bd", "\u17e1\u17e2 \u17d4 \u17d7", "a\u17b6b", "\u1780\u17b7\u17bb", "\u1780\u17bb\u17b7",
    "\u1794\u17ca\u17b8", "\u1794\u17b8\u17ca", "\u179f\u17ca\u17d2\u179c", "\u179f\u17d2\u179c\u17ca", "\u1780\u17cc\u17d2\u1780\u17c1", "\u1780\u17c1\u17d2\u1780\u17cc", "\u2a7d\u2a7e",
]


def escaped(text):
    return "".join(c if " " < c <= "~" and c != "\\" else "".join(f"\\u{u:04x}" for u in _utf16(c)) for c in text)


def _utf16(c):
    data = c.encode("utf-16-be")
    return [int.from_bytes(data[i:i + 2], "big") for i in range(0, len(data), 2)]


def main():
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("target", type=Path)
    target = arguments.parse_args().target
    r = random.Random(3)
    inputs = list(BY_HAND)
    for _ in range(150):  # legal syllables with their marks in a random order
        text = texts.syllable(r)
        units = texts.units(text)
        tail = units[1:]
        r.shuffle(tail)
        inputs.append(units[0] + "".join(tail))
    inputs += r.sample(words.khmer(), 120) + words.phrases("khmer")
    inputs += ["".join(r.choice("\u1780\u178a\u179a\u17d2\u17d2\u17c1\u17b8\u17b6\u17bb\u17c6\u17c9\u17cb\u17cc\u200b ae\u0301") for _ in range(r.randint(2, 10))) for _ in range(150)]
    with open(target, "w", encoding="ascii", newline="\n") as out:
        for text in dict.fromkeys(inputs):
            once = normalise(text)
            assert normalise(once) == once, ascii(text)
            out.write(f"{escaped(text)}\t{escaped(once)}\n")


if __name__ == "__main__":
    main()
