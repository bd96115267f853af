"""Cuts a line of OCR into words that a model can point at. src/Vejja.Language/Enhancement/LineWords.cs cuts the same way; a test holds both to shared cases."""
import unicodedata

JOINTS = ".,/"


def kind(sign):
    """digit, khmer, letter, space or other."""
    if sign.isspace() or sign in "\u200b\u200c\u200d":
        return "space"
    category = unicodedata.category(sign)
    if category in ("Nd", "No"):
        return "digit"
    if "\u1780" <= sign <= "\u17ff":
        return "khmer"
    return "letter" if category[0] in "LM" else "other"


def split(line):
    """(start, length) of every word: a number with its inner joints, a run of Khmer, of letters, or of one other sign."""
    words, at = [], 0
    while at < len(line):
        sort, end = kind(line[at]), at + 1
        if sort == "space":
            at = end
            continue
        while end < len(line):
            joint = sort == "digit" and line[end] in JOINTS and end + 1 < len(line) and kind(line[end + 1]) == "digit"
            same = kind(line[end]) == sort and (sort != "other" or line[end] == line[at])
            if not (joint or same):
                break
            end += 2 if joint else 1
        words.append((at, end - at))
        at = end
    return words
