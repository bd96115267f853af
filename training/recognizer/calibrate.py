"""Fits what the probabilities of signs are worth, and writes it into the recogniser's card.

Reads what `Vejja.Bench lines CALIBRATION.tsv --words WORDS.tsv` wrote with a card that has no calibration yet. Each kind of sign
has a curve in log odds, x -> slope x + offset + below min(0, x); a word's probability is the product of its signs'. Fitted are the
words, by likelihood with a small pull towards the straight line (slope 1, offset 0, below 0)."""
import argparse
import csv
import json
from pathlib import Path

import numpy

from scoring import calibration_error

KINDS = ("khmer", "latin", "digits", "symbols")
LEAST = 1e-6
BINS = 10     # as Vejja.Bench has them
PULL = 2.0   # weight of the squared distance from (1, 0, 0), in words


def kind(sign):
    if all(c.isdecimal() for c in sign):
        return 2
    if "\u1780" <= sign[0] < "\u17e0":
        return 0
    return 1 if all(c.isalpha() for c in sign) else 3


def load(path):
    """(log odds, kind and word of every sign, whether each word is right)."""
    odds, kinds, words, right = [], [], [], {}
    with open(path, encoding="utf-8", newline="") as rows:
        for number, is_right, sign, confidence in csv.reader(rows, delimiter="\t", quoting=csv.QUOTE_NONE):
            p = min(max(float(confidence), LEAST), 1 - LEAST)
            odds.append(numpy.log(p / (1 - p)))
            kinds.append(kind(sign))
            words.append(int(number))
            right[int(number)] = int(is_right)
    numbers = {number: i for i, number in enumerate(sorted(right))}
    return numpy.array(odds), numpy.array(kinds), numpy.array([numbers[w] for w in words]), numpy.array([right[n] for n in sorted(right)])


def probabilities(curves, odds, kinds, words, count):
    """(probability of every word, log odds of every sign after its curve)."""
    a, b, c = curves[kinds].T
    z = a * odds + b + c * numpy.minimum(0, odds)
    logs = numpy.zeros(count)
    numpy.add.at(logs, words, -numpy.logaddexp(0, -z))
    return numpy.exp(logs), z


def fit(odds, kinds, words, right, steps=4000, rate=0.01):
    """Curves [kinds, 3] of the greatest likelihood, by Adam."""
    straight = numpy.tile([1.0, 0.0, 0.0], (len(KINDS), 1))
    curves, mean, square = straight.copy(), 0.0, 0.0
    for step in range(1, steps + 1):
        p, z = probabilities(curves, odds, kinds, words, len(right))
        p = numpy.clip(p, LEAST, 1 - LEAST)
        # d log-likelihood / d z of a sign: the word's (right - p) / (1 - p) times 1 - sigmoid(z)
        slope = ((right - p) / (1 - p))[words] / (1 + numpy.exp(z))
        gradient = numpy.zeros_like(curves)
        for column, value in enumerate((odds, numpy.ones_like(odds), numpy.minimum(0, odds))):
            numpy.add.at(gradient[:, column], kinds, slope * value)
        gradient = gradient - 2 * PULL * (curves - straight)
        mean, square = 0.9 * mean + 0.1 * gradient, 0.999 * square + 0.001 * gradient ** 2
        curves = curves + rate * (mean / (1 - 0.9 ** step)) / (numpy.sqrt(square / (1 - 0.999 ** step)) + 1e-9)
        curves[:, 0] = numpy.maximum(curves[:, 0], 0.05)
        curves[:, 2] = numpy.maximum(curves[:, 2], 0.02 - curves[:, 0])
    return curves


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("words", type=Path)
    arguments.add_argument("--card", type=Path, help="models/recognizer-vN.json, to write the curves into")
    a = arguments.parse_args()
    odds, kinds, words, right = load(a.words)
    half = words % 2 == 0
    for name, chosen in (("even words fitted, odd words", half), ("odd words fitted, even words", ~half)):
        numbers = numpy.unique(words[chosen])
        index = numpy.searchsorted(numbers, words[chosen])
        curves = fit(odds[chosen], kinds[chosen], index, right[numbers])
        others = numpy.setdiff1d(numpy.arange(len(right)), numbers)
        before, _ = probabilities(numpy.tile([1.0, 0, 0], (4, 1)), odds, kinds, words, len(right))
        after, _ = probabilities(curves, odds, kinds, words, len(right))
        print(f"{name}: calibration error {calibration_error(list(zip(before[others], right[others])), BINS):.4f} -> {calibration_error(list(zip(after[others], right[others])), BINS):.4f}")
    curves = fit(odds, kinds, words, right)
    for name, curve in zip(KINDS, curves):
        print(name, *(f"{value:.3f}" for value in curve))
    if a.card:
        card = json.loads(a.card.read_text(encoding="utf-8"))
        card["calibration"] = {name: [round(value, 3) for value in curve] for name, curve in zip(KINDS, curves.tolist())}
        a.card.write_text(json.dumps(card, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
