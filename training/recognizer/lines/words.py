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


def _printable(words):
    words = (normalise(w) for w in words)
    return [w for w in dict.fromkeys(words) if w and all(u in INDEX for u in units(w))]


@functools.lru_cache(None)
def phrases(name):
    return _printable(_read(HERE / "text" / f"{name}.txt"))


@functools.lru_cache(None)
def drugs(test=False):
    """Drug names, plus the lexicon of the reading side where it stands (DRUG_LISTS: more files of that form, ":"-separated)."""
    files = [HERE / "text" / "drugs.txt", *map(Path, filter(None, os.environ.get("DRUG_LISTS", "").split(":")))]
    groups = [line.split("|") for f in files for line in _read(f)]
    return _printable(n.strip() for g in groups for n in g if held_out("drug " + g[0]) == test)


@functools.lru_cache(None)
def khmer(test=False):
    """The Khmer words of Debian's tesseract-ocr-khm."""
    with tempfile.TemporaryDirectory() as folder:
        base = Path(folder) / "khm."
        subprocess.run(["combine_tessdata", "-u", TESSDATA / "khm.traineddata", base], check=True, capture_output=True)
        words = Path(folder) / "words"
        subprocess.run(["dawg2wordlist", f"{base}lstm-unicharset", f"{base}lstm-word-dawg", words], check=True,
                       capture_output=True)
        return [w for w in _printable(_read(words)) if held_out(w) == test]


@functools.lru_cache(None)
def latin(language, test=False):
    path = {"english": "/usr/share/dict/american-english", "french": "/usr/share/dict/french"}[language]
    return [w for w in _printable(_read(path)) if held_out(w) == test and len(w) < 22]
