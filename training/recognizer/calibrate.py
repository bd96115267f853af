"""Fits what the probabilities of signs are worth, and writes it into the recogniser's card.

Reads what `Vejja.Bench lines CALIBRATION.tsv --words WORDS.tsv` wrote with a card that has no calibration yet. Each kind of sign
has a curve in log odds, x -> slope x + offset + below min(0, x), for letters + length ln(letters of its word) + spelling (mean gain of
these letters); a word's probability is the product of its signs'. Fitted are the words, by likelihood with a small pull towards the
straight line (slope 1, all else 0)."""
import argparse
import csv
import json
from pathlib import Path

import numpy

from lines.alphabet import INDEX
from scoring import calibration_error
from spelling import Spelling

KINDS = ("khmer", "latin", "digits", "symbols")
LETTERS = 2   # the first kinds are letters
LEAST = 1e-6
STRETCH = 40  # words side by side that stay together where a half is fitted to try it on the other
BINS = 10     # as Vejja.Bench has them
PULL = 2.0   # weight of the squared distance from the straight line, in words
STRAIGHT = (1.0, 0.0, 0.0, 0.0, 0.0)


def kind(sign):
    if all(c.isdecimal() for c in sign):
        return 2
    if "\u1780" <= sign[0] < "\u17e0":
        return 0
    return 1 if all(c.isalpha() for c in sign) else 3


def load(path, spelling):
    """(kind, word and terms of every sign: what each number of its curve is multiplied with, whether each word is right)."""
    odds, kinds, words, gains, right, before = [], [], [], [], {}, []
    with open(path, encoding="utf-8", newline="") as rows:
        for number, is_right, sign, confidence in csv.reader(rows, delimiter="\t", quoting=csv.QUOTE_NONE):
            p = min(max(float(confidence), LEAST), 1 - LEAST)
            odds.append(numpy.log(p / (1 - p)))
            kinds.append(kind(sign))
            before = before if words and words[-1] == int(number) else []
            words.append(int(number))
            gains.append(spelling.gain(before, INDEX[sign]))
            before.append(INDEX[sign])
            right[int(number)] = int(is_right)
    numbers = {number: i for i, number in enumerate(sorted(right))}
    odds, kinds, words = numpy.array(odds), numpy.array(kinds), numpy.array([numbers[w] for w in words])
    is_letter = kinds < LETTERS
    letters = numpy.maximum(1, numpy.bincount(words, is_letter))
    mean = numpy.bincount(words, gains * is_letter) / letters
    terms = numpy.stack([odds, numpy.ones_like(odds), numpy.minimum(0, odds), numpy.log(letters)[words] * is_letter, mean[words] * is_letter])
    return kinds, words, terms, numpy.array([right[n] for n in sorted(right)])


def probabilities(curves, kinds, words, terms, count):
    """(probability of every word, log odds of every sign after its curve)."""
    z = (curves[kinds].T * terms).sum(0)
    return numpy.exp(numpy.bincount(words, -numpy.logaddexp(0, -z), count)), z


def fit(kinds, words, terms, right, steps=4000, rate=0.01):
    """Curves [kinds, 5] of the greatest likelihood, by Adam."""
    straight = numpy.tile(STRAIGHT, (len(KINDS), 1))
    curves, mean, square = straight.copy(), 0.0, 0.0
    for step in range(1, steps + 1):
        p, z = probabilities(curves, kinds, words, terms, len(right))
        p = numpy.clip(p, LEAST, 1 - LEAST)
        # d log-likelihood / d z of a sign: the word's (right - p) / (1 - p) times 1 - sigmoid(z)
        slope = ((right - p) / (1 - p))[words] / (1 + numpy.exp(z))
        gradient = numpy.stack([numpy.bincount(kinds, slope * term, len(KINDS)) for term in terms], 1) - 2 * PULL * (curves - straight)
        mean, square = 0.9 * mean + 0.1 * gradient, 0.999 * square + 0.001 * gradient ** 2
        curves = curves + rate * (mean / (1 - 0.9 ** step)) / (numpy.sqrt(square / (1 - 0.999 ** step)) + 1e-9)
        curves[:, 0] = numpy.maximum(curves[:, 0], 0.05)
        curves[:, 2] = numpy.maximum(curves[:, 2], 0.02 - curves[:, 0])
    return curves


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("words", type=Path)
    arguments.add_argument("--spelling", type=Path, default=Path("../../models/spelling-v2.bin"))
    arguments.add_argument("--card", type=Path, help="models/recognizer-vN.json, to write the curves into")
    a = arguments.parse_args()
    kinds, words, terms, right = load(a.words, Spelling(a.spelling))
    half = words // STRETCH % 2 == 0
    for name, chosen in (("even stretches fitted, odd ones", half), ("odd stretches fitted, even ones", ~half)):
        numbers = numpy.unique(words[chosen])
        curves = fit(kinds[chosen], numpy.searchsorted(numbers, words[chosen]), terms[:, chosen], right[numbers])
        others = numpy.setdiff1d(numpy.arange(len(right)), numbers)
        before, after = (probabilities(c, kinds, words, terms, len(right))[0] for c in (numpy.tile(STRAIGHT, (len(KINDS), 1)), curves))
        print(f"{name}: calibration error {calibration_error(list(zip(before[others], right[others])), BINS):.4f} -> {calibration_error(list(zip(after[others], right[others])), BINS):.4f}")
    curves = fit(kinds, words, terms, right)
    for name, curve in zip(KINDS, curves):
        print(name, *(f"{value:.3f}" for value in curve))
    if a.card:
        card = json.loads(a.card.read_text(encoding="utf-8"))
        card["calibration"] = {name: [round(value, 3) for value in curve] for name, curve in zip(KINDS, curves.tolist())}
        a.card.write_text(json.dumps(card, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
