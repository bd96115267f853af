"""How letters follow one another in Khmer, French and English words and drug names: n-grams that weigh readings between which the network is torn.

Interpolated Witten-Bell estimates (Witten and Bell 1991; Chen and Goodman 1999, section 2.6) over letters without case, of those words of Debian's
tesseract-ocr-khm, -fra and -eng, of the lexicon's names, of our own phrases and of the running Khmer text that training may see. Whatever is no letter (a blank, a digit, a sign) is
one boundary. The table holds, for each n-gram, the natural logarithm of its probability and of what is left for unseen followers (as the ARPA format
does). Layout of the file, little endian:

  "VJNG", uint32 order, then for each order from 1: uint32 count, count uint32 keys in rising order, count float16 log probabilities, and, but for the highest
  order, count float16 log back-off weights. A key is its symbols, 8 bits each, the last one lowest; symbol 0 is the boundary."""
import argparse
import json
import math
import random
from collections import Counter
from pathlib import Path

import numpy

from lines import running, words
from lines.alphabet import ALPHABET, INDEX
from lines.normalisation import is_khmer, normalise, units

ORDER = 4
WEIGHT = 0.5  # of the spelling beside the network, in log probability
FLOOR = -4.0   # the most, in log probability before the weight, that a sign may lose by its spelling: names and codes are spelt like nothing else
LEAST = 0.01   # posterior below which a sign of a step is not considered
WIDTH = 8      # readings that are followed side by side


def is_letter(unit):
    if not unit:
        return False
    if is_khmer(unit[0]):
        return not ("\u17e0" <= unit <= "\u17e9" or unit in "\u17d4\u17d5\u17d6\u17d7\u17d9\u17da\u17db")
    return len(unit) == 1 and unit.isalpha() and unit != "\u00b5"


SYMBOLS = ["", *dict.fromkeys(u.lower() for u in ALPHABET if is_letter(u))]
SYMBOL = {u: i for i, u in enumerate(SYMBOLS)}
OF_CLASS = [SYMBOL[u.lower()] if is_letter(u) else 0 for u in ALPHABET]


def stream():
    """Symbols one after another: words of lists, twice, and running Khmer text. Khmer words stand without blanks for the most part, others alone."""
    r = random.Random(5)
    khmer = words.khmer() + words.phrases("khmer") * 20
    kept = {name.casefold() for name in words.drugs(test=True)}
    latin = [w for w in words.tesseract("fra") + words.tesseract("eng") if w.casefold() not in kept] + words.drugs() * 3 + (words.phrases("french") + words.phrases("english")) * 10
    result = [0]
    for _ in range(2):
        for source, apart in ((khmer, 0.2), (latin, 1.0)):
            for word in r.sample(source, len(source)):
                result += [SYMBOL.get(u.lower(), 0) for u in units(word)]
                if r.random() < apart:
                    result.append(0)
    return [*result, 0, *(SYMBOL.get(u.lower(), 0) for u in units(normalise("".join(running.stream()))))]


def counted(symbols):
    """For each order the n-grams that end in a letter; those that begin before a boundary are not longer than to it, the rarest of the highest order are left out."""
    counts = [Counter() for _ in range(ORDER)]
    for i, symbol in enumerate(symbols):
        for k in range(ORDER if symbol else 0):
            if i - k < 0:
                break
            counts[k][tuple(symbols[i - k:i + 1])] += 1
            if k > 0 and symbols[i - k] == 0:
                break
    # once, in two rounds of the lists, is two words that happened to meet
    counts[-1] = Counter({gram: n for gram, n in counts[-1].items() if n > 1})
    return counts


def estimated(counts):
    """[{n-gram: log probability}] and [{context: log back-off weight}] by order."""
    probabilities, weights = [], []
    for k, grams in enumerate(counts):
        total, kinds = Counter(), Counter()
        for gram, n in grams.items():
            total[gram[:-1]] += n
            kinds[gram[:-1]] += 1
        lower = (lambda g: 1 / len(SYMBOLS)) if k == 0 else (lambda g: _probability(probabilities, weights, g[1:]))
        probabilities.append({})
        for gram, n in grams.items():
            h = gram[:-1]
            probabilities[k][gram] = math.log((n + kinds[h] * lower(gram)) / (total[h] + kinds[h]))
        weights.append({h: math.log(kinds[h] / (total[h] + kinds[h])) for h in total})
    return probabilities, weights


def _probability(probabilities, weights, gram):
    left = 0.0
    for start in range(len(gram)):
        k = len(gram) - start - 1
        found = probabilities[k].get(gram[start:])
        if found is not None:
            return math.exp(left + found)
        left += weights[k].get(gram[start:-1], 0.0)
    return math.exp(left) / len(SYMBOLS)


def write(path, probabilities, weights):
    key = lambda gram: sum(symbol << 8 * i for i, symbol in enumerate(reversed(gram)))  # noqa: E731
    with open(path, "wb") as out:
        out.write(b"VJNG" + numpy.uint32(ORDER).tobytes())
        for k, grams in enumerate(probabilities):
            # a context that no n-gram of its own order bears (one that ends in the boundary) has an entry for its weight
            after = weights[k + 1] if k + 1 < ORDER else {}
            entries = sorted({*grams, *after}, key=key)
            out.write(numpy.uint32(len(entries)).tobytes() + numpy.array([key(g) for g in entries], "<u4").tobytes())
            out.write(numpy.array([grams.get(g, -numpy.inf) for g in entries], "<f2").tobytes())
            if k + 1 < ORDER:
                out.write(numpy.array([after.get(g, 0.0) for g in entries], "<f2").tobytes())


class Spelling:
    """Reads the file. `gain(context, c)`: what class c is likelier after these classes than anywhere, in log probability; 0 for what is no letter."""

    def __init__(self, path):
        data = Path(path).read_bytes()
        order, at = int(numpy.frombuffer(data, "<u4", 1, 4)[0]), 8
        self.tables = []
        for k in range(order):
            count = int(numpy.frombuffer(data, "<u4", 1, at)[0])
            keys = numpy.frombuffer(data, "<u4", count, at + 4)
            p = numpy.frombuffer(data, "<f2", count, at + 4 + 4 * count)
            last = k == order - 1
            w = numpy.zeros(count) if last else numpy.frombuffer(data, "<f2", count, at + 4 + 6 * count)
            self.tables.append(dict(zip(keys.tolist(), zip(p.tolist(), w.tolist()))))
            at += 4 + count * (6 if last else 8)
        self.order, self.known = order, {}

    def context(self, classes):
        """The symbols that count: back to the last boundary, at most order - 1; the line's start is one."""
        result = []
        for c in reversed(classes):
            if len(result) == self.order - 1:
                break
            result.append(OF_CLASS[c])
            if OF_CLASS[c] == 0:
                break
        if len(result) < self.order - 1 and (not result or result[-1] != 0):
            result.append(0)
        return tuple(reversed(result))

    def gain(self, classes, c):
        symbol = OF_CLASS[c]
        if symbol == 0:
            return 0.0
        context = self.context(classes)
        found = self.known.get((context, symbol))
        if found is None:
            found = self.known[(context, symbol)] = max(FLOOR, self._log((*context, symbol)) - self._log((symbol,)))
        return found

    def _log(self, gram):
        left = 0.0
        for start in range(len(gram)):
            key = 0
            for symbol in gram[start:]:
                key = key << 8 | symbol
            entry = self.tables[len(gram) - start - 1].get(key)
            if entry is not None and entry[0] > -math.inf:
                return left + entry[0]
            context = self.tables[len(gram) - start - 2].get(key >> 8) if start < len(gram) - 1 else None
            left += context[1] if context is not None else 0.0
        return left - math.log(len(SYMBOLS))


def card(version):
    return {"schema": "vejja/spelling/1", "version": version, "model": f"spelling-v{version}.bin", "order": ORDER, "weight": WEIGHT, "floor": FLOOR, "least": LEAST, "width": WIDTH, "symbols": SYMBOLS}


def vectors(path, spelling):
    """What the tests of serving compare with: letters before, letter, gain."""
    r = random.Random(9)
    pairs = [("", "\u1780"), ("p", "q"), ("Amoxicilli", "n"), ("5", "m"), ("a5", "\u00e9"), ("\u1790\u17d2\u1793\u17b6", "\u17c6"), ("x", "5"), ("", " ")]
    for word in r.sample(words.khmer(), 60) + r.sample(words.latin("french"), 40) + r.sample(words.drugs(), 30):
        cut = r.randrange(len(units(word)))
        pairs.append(("".join(units(word)[:cut]), units(word)[cut]))
    with open(path, "w", encoding="utf-8", newline="\n") as out:
        for before, letter in pairs:
            out.write(f"{before}\t{letter}\t{spelling.gain([INDEX[u] for u in units(before)], INDEX[letter]):.4f}\n")


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("folder", type=Path)
    arguments.add_argument("--vectors", type=Path, help="write test vectors here")
    arguments.add_argument("--version", type=int, default=2)
    a = arguments.parse_args()
    probabilities, weights = estimated(counted(stream()))
    path = a.folder / f"spelling-v{a.version}.bin"
    write(path, probabilities, weights)
    with open(path.with_suffix(".json"), "w", encoding="utf-8") as out:
        json.dump(card(a.version), out, ensure_ascii=False, indent=1)
        out.write("\n")
    print(path, path.stat().st_size, "bytes;", *(len(p) for p in probabilities), "n-grams")
    if a.vectors:
        vectors(a.vectors, Spelling(path))


if __name__ == "__main__":
    main()
