"""One spelling for what looks the same: the order and folding of every label, and of every text compared with one.

Specification (the C# normaliser obeys the same one; both are tested against models/khmer-normalisation.tsv)

 1. Invisible characters are removed: U+00AD, U+17B4, U+17B5, U+200B..U+200F, U+2060, U+FEFF.
 2. Look-alikes are folded, character by character, by the table FOLDS below; U+17A3 becomes U+17A2, and U+17A4
    becomes U+17A2 U+17B6 (both are deprecated).
 3. Maximal runs without a Khmer character (U+1780..U+17FF, U+19E0..U+19FF) are brought to NFC. Khmer runs are not:
    NFC would part a coeng from its consonant when U+17DD stands between.
 4. Khmer clusters. A cluster is a base (U+1780..U+17B3) and the marks after it: U+17B6..U+17D1, U+17D3, U+17DD, and
    coeng pairs (U+17D2 with the base right after it). A coeng pair is one unit. The coeng of da (U+17D2 U+178A)
    becomes that of ta (U+17D2 U+178F): in print they are one shape. A U+17D2 with no base after it is removed.
    The marks are sorted by rank, equal ranks keep their order:
        0 robat U+17CC   1 coeng   2 coeng ro (U+17D2 U+179A)   3 shifters U+17C9, U+17CA
        4 vowels written before or around: U+17C1..U+17C3, U+17BE..U+17C0, U+17C4, U+17C5
        5 vowels below U+17BB..U+17BD   6 vowels above U+17B7..U+17BA   7 vowel after U+17B6
        8 other signs: U+17CB, U+17CD..U+17D1, U+17D3, U+17DD   9 nikahit U+17C6   10 reahmuk and yuukaleapintu
          U+17C7, U+17C8
    Then U+17C1 with U+17B8 in the same cluster becomes U+17BE (in the place of U+17C1), U+17C1 with U+17B6 becomes
    U+17C4. Of equal marks next to each other one is kept (coengs are kept all). Marks without a base before them stand
    as they are, sorted in the same way among themselves.
 5. Runs of white space become one space; leading and trailing space is removed.
"""
import unicodedata

INVISIBLE = {0xAD, 0x17B4, 0x17B5, 0x2060, 0xFEFF, *range(0x200B, 0x2010)}

FOLDS = {
    "\u00ba": "\u00b0",  # masculine ordinal -> degree
    "\u02da": "\u00b0",  # ring above -> degree
    "\u03bc": "\u00b5",  # Greek mu -> micro sign
    "\u2018": "'", "\u2019": "'", "\u02bc": "'", "\u00b4": "'", "`": "'",
    "\u201c": '"', "\u201d": '"',
    "\u2010": "-", "\u2011": "-",  # hyphens
    "\u2212": "\u2013", "\u2012": "\u2013",  # minus, figure dash -> en dash
    "\u2015": "\u2014",  # horizontal bar -> em dash
    "\u2026": "...",
    "\u2714": "\u2713",  # heavy check mark -> check mark
    "\u2715": "\u00d7", "\u2a2f": "\u00d7",
    "\u2610": "\u2610", "\u25a1": "\u2610", "\u25fb": "\u2610", "\u2612": "\u2612",
    "\u25cf": "\u2022", "\u2219": "\u2022",
    "\ufb01": "fi", "\ufb02": "fl", "\ufb00": "ff", "\ufb03": "ffi", "\ufb04": "ffl",
    "\u2044": "/", "\u2215": "/",
    "\u2a7d": "\u2264", "\u2a7e": "\u2265",
    "\u17a3": "\u17a2", "\u17a4": "\u17a2\u17b6",
}

COENG = "\u17d2"
_RANK = {0x17CC: 0, 0x17C9: 3, 0x17CA: 3, 0x17B6: 7, 0x17C6: 9, 0x17C7: 10, 0x17C8: 10}
_RANK.update({c: 4 for c in (0x17C1, 0x17C2, 0x17C3, 0x17BE, 0x17BF, 0x17C0, 0x17C4, 0x17C5)})
_RANK.update({c: 5 for c in (0x17BB, 0x17BC, 0x17BD)})
_RANK.update({c: 6 for c in (0x17B7, 0x17B8, 0x17B9, 0x17BA)})
_RANK.update({c: 8 for c in (0x17CB, 0x17CD, 0x17CE, 0x17CF, 0x17D0, 0x17D1, 0x17D3, 0x17DD)})


def is_base(character):
    return "\u1780" <= character <= "\u17b3"


def is_khmer(character):
    return "\u1780" <= character <= "\u17ff" or "\u19e0" <= character <= "\u19ff"


def units(text):
    """Splits into what the recogniser emits: a coeng with its consonant is one unit, all else one character each."""
    result, i = [], 0
    while i < len(text):
        step = 2 if text[i] == COENG and i + 1 < len(text) and is_base(text[i + 1]) else 1
        result.append(text[i:i + step])
        i += step
    return result


def _rank(unit):
    if unit[0] == COENG:
        return 2 if unit[1] == "\u179a" else 1
    return _RANK[ord(unit)]


def _ordered(marks):
    marks = sorted(marks, key=_rank)
    for second, whole in (("\u17b8", "\u17be"), ("\u17b6", "\u17c4")):
        if "\u17c1" in marks and second in marks:
            marks[marks.index("\u17c1")] = whole
            marks.remove(second)
    return [m for i, m in enumerate(marks) if i == 0 or m != marks[i - 1] or m[0] == COENG]


def _khmer(run):
    result, marks = [], []
    for unit in units(run):
        if unit == COENG:
            continue
        if unit == COENG + "\u178a":
            unit = COENG + "\u178f"
        if unit[0] == COENG or ord(unit) in _RANK:
            marks.append(unit)
            continue
        result += _ordered(marks)
        marks = []
        result.append(unit)
    return "".join(result + _ordered(marks))


def normalise(text):
    text = "".join(FOLDS.get(c, c) for c in text if ord(c) not in INVISIBLE)
    runs, start = [], 0
    for i in range(1, len(text) + 1):
        if i == len(text) or is_khmer(text[i]) != is_khmer(text[start]):
            run = text[start:i]
            runs.append(_khmer(run) if is_khmer(run[0]) else unicodedata.normalize("NFC", run))
            start = i
    return " ".join("".join(runs).split())


def clusters(text):
    """Khmer clusters (base with its marks) as wholes, all else character by character: the unit of the cluster CER."""
    result = []
    for unit in units(text):
        mark = unit[0] == COENG or ord(unit[0]) in _RANK
        if mark and result and is_khmer(result[-1][0]):
            result[-1] += unit
        else:
            result.append(unit)
    return result
