"""Where the words of a line come from. Every source is split once, by name, into words for training and words for the
test; the test words are never drawn for training."""
import functools
import os
import subprocess
import tempfile
import zlib
from pathlib import Path

from .alphabet import INDEX
from .normalisation import normalise, units

HERE = Path(__file__).resolve().parent.parent
TESSDATA = Path(os.environ.get("TESSDATA", "/usr/share/tesseract-ocr/5/tessdata"))
HELD_OUT = 0.04  # share of the words of every large source that only the test uses


def held_out(word):
    return zlib.crc32(word.encode()) % 1000 < HELD_OUT * 1000


def _read(path):
    with open(path, encoding="utf-8") as lines:
        return [line.strip() for line in lines if line.strip() and not line.startswith("#")]


def printable(text):
    """Whether the alphabet has all of a normalised text, and there is any."""
    return text != "" and all(u in INDEX for u in units(text))


def _printable(words):
    return [w for w in dict.fromkeys(map(normalise, words)) if printable(w)]


@functools.lru_cache(None)
def phrases(name):
    return _printable(_read(HERE / "text" / f"{name}.txt"))


def _lexicon(folder):
    """Groups of names of one medicine from the lexicon of the reading side; none where it does not stand."""
    for name, columns in (("substances.tsv", (0, 1, 3)), ("brands.tsv", (0,))):
        path = folder / name
        for line in _read(path)[1:] if path.exists() else ():
            cells = line.split("\t")
            names = [n.strip() for c in columns if c < len(cells) for n in cells[c].split(";") if n.strip()]
            yield [n[0].upper() + n[1:] for n in names if len(n) < 36]


@functools.lru_cache(None)
def drugs(test=False):
    """Drug names of text/drugs.txt and of the lexicon (LEXICON names another folder). A medicine's names stay together."""
    own = [[n.strip() for n in line.split("|")] for line in _read(HERE / "text" / "drugs.txt")]
    known = {n.casefold() for g in own for n in g}
    lexicon = list(_lexicon(Path(os.environ.get("LEXICON", HERE.parents[1] / "src" / "Vejja.Reading" / "Lexicon" / "Data"))))
    kept = [n for g in own if held_out("drug " + g[0]) for n in g]
    kept += [n for g in lexicon if g and held_out("drug " + g[0]) for n in g if n.casefold() not in known]
    if test:
        return _printable(kept)
    away = {n.casefold() for n in kept}
    common, rest = (_printable(n for g in groups for n in g if n.casefold() not in away) for groups in (own, lexicon))
    return common * 5 + rest  # our own list names what is met every day; the lexicon is the long tail


@functools.lru_cache(None)
def terms():
    """The words of a sheet that reading knows by heart: headers of columns, labels, meals, units, routes, facilities, and the sig grammar's Khmer words."""
    tables = ("Medications/Data/headers", "Medications/Data/meals", "Medications/Data/routes", "Medications/Data/units", "Fields/Data/labels", "Fields/Data/facilities")
    reading = HERE.parents[1] / "src" / "Vejja.Reading"
    found = [line.split("\t")[0] for table in tables for line in _read(reading / f"{table}.tsv")]
    found += [spelling for line in _read(reading / "Dosing" / "Data" / "sig-km.tsv") for spelling in line.split("\t")[-1].split("|")]
    return _printable(found)


@functools.lru_cache(None)
def tesseract(language, test=False):
    """The words of Debian's tesseract-ocr-LANGUAGE (khm, fra, eng)."""
    with tempfile.TemporaryDirectory() as folder:
        base = Path(folder) / f"{language}."
        subprocess.run(["combine_tessdata", "-u", TESSDATA / f"{language}.traineddata", base], check=True, capture_output=True)
        words = Path(folder) / "words"
        subprocess.run(["dawg2wordlist", f"{base}lstm-unicharset", f"{base}lstm-word-dawg", words], check=True,
                       capture_output=True)
        return [w for w in _printable(_read(words)) if held_out(w) == test]


def khmer(test=False):
    return tesseract("khm", test)


@functools.lru_cache(None)
def latin(language, test=False):
    path = {"english": "/usr/share/dict/american-english", "french": "/usr/share/dict/french"}[language]
    return [w for w in _printable(_read(path)) if held_out(w) == test and len(w) < 22]
