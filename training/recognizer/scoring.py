"""Error rates, calibration and the reading of logits: pure functions over strings and arrays."""
import numpy

from lines.alphabet import ALPHABET
from lines.normalisation import clusters, is_khmer

SYMBOLS = set("½¼¾⅓⅔×÷≤≥±µ°→✓☐☑☒–—•%")
DIGITS = set("0123456789០១២៣៤៥៦៧៨៩")
UNITS = {"mg", "g", "kg", "ml", "mL", "L", "µg", "mcg", "UI", "IU", "MUI", "mmol", "mEq", "mmHg", "cm", "mm", "cl", "%", "mg/ml", "mg/5ml", "UI/ml", "mg/kg", "µg/dose", "g/l", "mg/dl", "mmol/L"}


def alignment(truth, read):
    """Pairs (i or None, j or None) of a cheapest alignment of two sequences."""
    n, m = len(truth), len(read)
    cost = numpy.zeros((n + 1, m + 1), numpy.int32)
    cost[:, 0], cost[0, :] = range(n + 1), range(m + 1)
    for i in range(1, n + 1):
        for j in range(1, m + 1):
            cost[i, j] = min(cost[i - 1, j] + 1, cost[i, j - 1] + 1, cost[i - 1, j - 1] + (truth[i - 1] != read[j - 1]))
    pairs, i, j = [], n, m
    while i or j:
        if i and j and cost[i, j] == cost[i - 1, j - 1] + (truth[i - 1] != read[j - 1]):
            i, j = i - 1, j - 1
            pairs.append((i, j))
        elif i and cost[i, j] == cost[i - 1, j] + 1:
            i -= 1
            pairs.append((i, None))
        else:
            j -= 1
            pairs.append((None, j))
    return pairs[::-1]


def distance(a, b):
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        previous, row[0] = row[0], i
        for j, y in enumerate(b, 1):
            previous, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, previous + (x != y))
    return row[-1]


def posteriors(logits, temperature=1.0):
    z = logits / temperature
    p = numpy.exp(z - z.max(-1, keepdims=True))
    return p / p.sum(-1, keepdims=True)


def greedy(logits, temperature=1.0):
    """(signs, confidence of each): the largest posterior within each run of equal steps."""
    p = posteriors(logits, temperature)
    text, sure, previous = [], [], 0
    for c, q in zip(p.argmax(-1), p.max(-1)):
        if c != 0 and c != previous:
            text.append(ALPHABET[c])
            sure.append(float(q))
        elif c != 0:
            sure[-1] = max(sure[-1], float(q))
        previous = c
    return text, sure


def gapwise(logits, temperature=1.0):
    """(signs, confidence of each) where a sign that was nearly seen between two others lowers the one after it (the last one also for
    what follows): the confidence of greedy, times the least posterior in the gap of blank, the sign before and the sign after."""
    p = posteriors(logits, temperature)
    best = p.argmax(-1)
    runs, previous = [], 0  # (class, first step, last step)
    for t, c in enumerate(best):
        if c != 0 and c != previous:
            runs.append([int(c), t, t])
        elif c != 0:
            runs[-1][2] = t
        previous = c
    text, sure = [], []
    for i, (c, first, last) in enumerate(runs):
        q = float(p[first:last + 1, c].max())
        before = runs[i - 1] if i else None
        gap = p[before[2] + 1 if before else 0:first]
        if len(gap):
            q *= float((gap[:, 0] + gap[:, c] + (gap[:, before[0]] if before and before[0] != c else 0)).min())
        if i == len(runs) - 1 and last + 1 < len(p):
            q *= float((p[last + 1:, 0] + p[last + 1:, c]).min())
        text.append(ALPHABET[c])
        sure.append(q)
    return text, sure


def words(units, sure):
    """[(word, confidence)]: the product of the posteriors of its signs."""
    result, word, p = [], "", 1.0
    for u, q in [*zip(units, sure), (" ", 1.0)]:
        if u == " ":
            if word:
                result.append((word, p))
            word, p = "", 1.0
        else:
            word, p = word + u, p * q
    return result


def judged(truth, read):
    """[(confidence, right)] for each word read, by alignment with the words that stand there."""
    expected, got = truth.split(), [w for w, _ in read]
    right = {j for i, j in alignment(expected, got) if i is not None and j is not None and expected[i] == got[j]}
    return [(p, j in right) for j, (_, p) in enumerate(read)]


def calibration_error(judgements, bins=15):
    p, y = numpy.array([q for q, _ in judgements]), numpy.array([r for _, r in judgements], float)
    which = numpy.minimum((p * bins).astype(int), bins - 1)
    return float(sum(abs(p[which == b].mean() - y[which == b].mean()) * (which == b).mean() for b in range(bins) if (which == b).any()))


class Tally:
    """Counts over many lines of one group."""

    def __init__(self):
        self.lines = self.exact = self.signs = self.wrong = self.clusters = self.wrong_clusters = 0
        self.classes = {"digits": [0, 0], "symbols": [0, 0], "units": [0, 0]}

    def add(self, truth, read):
        self.lines += 1
        self.exact += truth == read
        self.signs += len(truth)
        self.wrong += distance(truth, read)
        a, b = clusters(truth), clusters(read)
        self.clusters += len(a)
        self.wrong_clusters += distance(a, b)
        right = {i for i, j in alignment(truth, read) if i is not None and j is not None and truth[i] == read[j]}
        for i, c in enumerate(truth):
            for name, members in (("digits", DIGITS), ("symbols", SYMBOLS)):
                if c in members:
                    self.classes[name][0] += 1
                    self.classes[name][1] += i in right
        at = 0
        for token in truth.split(" "):
            unit = token.lstrip("0123456789.,/")
            if unit in UNITS:
                first = at + len(token) - len(unit)
                self.classes["units"][0] += len(unit)
                self.classes["units"][1] += sum(i in right for i in range(first, at + len(token)))
            at += len(token) + 1

    def row(self):
        share = lambda a, b: round(100 * a / b, 2) if b else None  # noqa: E731
        return {"lines": self.lines, "CER %": share(self.wrong, self.signs), "cluster CER %": share(self.wrong_clusters, self.clusters),
                "exact %": share(self.exact, self.lines),
                **{f"{name} right %": share(right, count) for name, (count, right) in self.classes.items()},
                **{f"{name}": count for name, (count, right) in self.classes.items()}}


def group(kind, text):
    """The group that a line is counted in: by its script, then by its kind."""
    if kind == "syllables":
        return "random Khmer syllables"
    if kind == "scatter":
        return "random signs"
    if any(is_khmer(c) and not "\u17e0" <= c <= "\u17e9" for c in text):
        return "khmer"
    if kind.startswith("french"):
        return "french"
    if kind.startswith("english"):
        return "english"
    return "drugs" if kind == "drug" else "other latin, numbers, cells"
