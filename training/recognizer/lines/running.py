"""Khmer as it is written: the sentences of programs' translations, whose words are parted by U+200B. Word lists know no
frequencies and no neighbours.

Of the packages in text/khmer-packages.txt: firefox-esr-l10n-km for the test, but for lines that the others have too; these for training, all but 4 % of
their lines ("dev"), and without the words that the test keeps apart."""
import functools
import gettext
import html
import os
import re
import zipfile
from pathlib import Path

from .normalisation import is_khmer, normalise
from .words import held_out, printable

FOLDER = Path(os.environ.get("KHMER_TEXT", Path(__file__).resolve().parents[3] / "data" / "khmer-text"))
_UNSEEN = re.compile(r"(?s)<(script|style)\b.*?</\1>")
_INLINE = re.compile(r"</?(?:span|a|b|i|em|strong|code|img)\b[^>]*>")
_TAG = re.compile(r"<[^>]+>")
_WORD = re.compile("\u200b+|( )")
_VALUE = re.compile(r"^\s*[\w.-]*\s*=\s*(.*)$")


def _help():
    for page in sorted(FOLDER.glob("usr/share/libreoffice/help/km/**/*.html")):
        text = _INLINE.sub("", _UNSEEN.sub("", page.read_text(encoding="utf-8")))
        yield from html.unescape(_TAG.sub("\n", text)).split("\n")


def _messages():
    for catalogue in sorted(FOLDER.glob("usr/**/km/LC_MESSAGES/*.mo")):
        with open(catalogue, "rb") as file:
            for message in gettext.GNUTranslations(file)._catalog.values():
                yield from message.split("\n")


def _browser():
    for package in FOLDER.glob("usr/lib/firefox-esr/**/*.xpi"):
        with zipfile.ZipFile(package) as files:
            for name in sorted(n for n in files.namelist() if n.endswith((".ftl", ".properties"))):
                for line in files.read(name).decode("utf-8").split("\n"):
                    yield from _VALUE.findall(line) or [line]


def _sentences(lines):
    """Each line once, if there is Khmer in it and nothing of a program's: [words and blanks]."""
    lines = dict.fromkeys(" ".join(line.split()) for line in lines)
    for line in lines:
        if any(is_khmer(c) for c in line) and not re.search(r"[<>{}\\$%~_=|]", line):
            yield [w for w in _WORD.split(line) if w]


@functools.lru_cache(None)
def stream(part="training"):
    """The words and blanks of all sentences of the part "training", "dev" or "test", one after another."""
    seen = {"".join(words): words for words in _sentences((*_help(), *_messages()))}
    if part == "test":
        found = (words for words in _sentences(_browser()) if "".join(words) not in seen)
    else:
        found = (words for text, words in seen.items() if held_out(text) == (part == "dev"))
    result = []
    for words in found:
        result += [w for w in words if w == " " or part != "training" or not held_out(normalise(w))]
        result.append(" ")
    if not result:
        raise FileNotFoundError(f"no Khmer text in {FOLDER}: see README.md")
    return tuple(w for w in result if w == " " or printable(normalise(w)))
