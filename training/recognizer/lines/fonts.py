"""The typefaces that lines are set in, with what each can draw; some families are kept for the test alone."""
import functools
import glob
import os
import random
from pathlib import Path

from fontTools.ttLib import TTFont
from PIL import ImageFont

from .normalisation import is_khmer

WOFF = Path(__file__).resolve().parent.parent / "node_modules" / "@fontsource"
KHMER = ["/usr/share/fonts/truetype/khmeros/*", "/usr/share/fonts/truetype/ttf-khmeros*/*", "/usr/share/fonts/truetype/mondulkiri*/*",
         "/usr/share/fonts/opentype/mondulkiri/*", "/usr/share/fonts/truetype/noto/Noto*Khmer*-*",
         f"{WOFF}/*/files/*-khmer-[47]00-normal.woff"]
LATIN_FAMILIES = {  # share: how often serving meets such a face
    "sans": ["liberation*/LiberationSans*", "dejavu/DejaVuSans.*", "dejavu/DejaVuSans-*", "dejavu/DejaVuSansCondensed*", "noto/NotoSans-*", "crosextra/Carlito*",
             "lato/Lato-*", "roboto/*/Roboto-*", "open-sans/OpenSans-*", "freefont/FreeSans*", "cabin/*",
             "WOFF:roboto", "WOFF:roboto-condensed", "WOFF:pt-sans-narrow", "WOFF:montserrat", "WOFF:nunito"],
    "serif": ["liberation*/LiberationSerif*", "dejavu/DejaVuSerif*", "noto/NotoSerif-*", "crosextra/Caladea*", "freefont/FreeSerif*", "ebgaramond/EBGaramond12-*",
              "WOFF:pt-serif", "WOFF:merriweather", "WOFF:source-serif-pro"],
    "mono": ["liberation*/LiberationMono*", "dejavu/DejaVuSansMono*", "freefont/FreeMono*", "noto/NotoMono*", "inconsolata/*", "*/CourierPrime*", "WOFF:roboto-mono", "WOFF:courier-prime"],
    "hand": ["*/*Comic*", "*/dkg*", "*/breip*", "*/humor*", "WOFF:kalam", "WOFF:caveat", "WOFF:patrick-hand", "WOFF:handlee"],
}
LATIN_SHARES = {"sans": 0.58, "serif": 0.24, "mono": 0.09, "hand": 0.09}
HELD_OUT = ("KhmerOScontent", "KhmerOS_content", "NotoSerifKhmer", "suwannaphum", "Busra", "Mo5V56Bu", "Carlito", "Caladea", "DejaVuSansCondensed", "source-serif-pro", "courier-prime", "CourierPrime", "handlee")
BROKEN = ("Mo5V56do",)  # draws ក as a dotted circle
# slanted, ornamental or hard-to-read faces come less often than text faces
RARE = ("Fasthand", "fasthand", "freehand", "muol", "moul", "Muol", "metalchrieng", "bokor", "battambang-khmer-100", "Light", "Thin", "Black", "Hairline")
FALLBACK = ["/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf", "/usr/share/fonts/truetype/freefont/FreeSerif.ttf", "/usr/share/fonts/truetype/ancient-scripts/Symbola_hint.ttf"]


class Face:
    def __init__(self, path):
        self.path = path
        with TTFont(path, fontNumber=0, lazy=True) as font:
            self.signs = frozenset(font.getBestCmap())
        self.rare = any(r in path for r in RARE)
        self.at = functools.lru_cache(8)(lambda size: ImageFont.truetype(path, size, layout_engine=ImageFont.Layout.RAQM))

    def draws(self, text):
        return all(ord(c) in self.signs for c in text)


def _expand(pattern):
    if pattern.startswith("WOFF:"):
        name = pattern[5:]
        return sorted(glob.glob(f"{WOFF}/{name}/files/{name}-latin-[47]00-*.woff"))
    found = []
    for root in ("/usr/share/fonts/truetype/", "/usr/share/fonts/opentype/", "/usr/share/fonts/"):
        found += glob.glob(root + pattern)
    return sorted(dict.fromkeys(f for f in found if f.lower().endswith((".ttf", ".otf"))))


def _faces(paths, test):
    """One face a file; unreadable files (bitmap fonts, odd formats) are left out."""
    faces = []
    for path in paths:
        if any(h.lower() in path.lower() for h in HELD_OUT) != test or any(b in path for b in BROKEN) or not os.path.isfile(path):
            continue
        try:
            faces.append(Face(path))
        except Exception as error:  # noqa: BLE001 - a broken font must not stop the synthesis
            print(f"{path}: {error}")
    return faces


@functools.lru_cache(None)
def khmer(test=False):
    paths = sorted({p for pattern in KHMER for p in glob.glob(pattern) if p.lower().endswith((".ttf", ".otf", ".woff"))})
    return [f for f in _faces(paths, test) if 0x1780 in f.signs]


@functools.lru_cache(None)
def latin(test=False):
    return {kind: [f for f in _faces([p for pattern in patterns for p in _expand(pattern)], test) if f.draws("aZ09é")]
            for kind, patterns in LATIN_FAMILIES.items()}


@functools.lru_cache(None)
def fallback():
    return [Face(p) for p in FALLBACK if os.path.isfile(p)]


def _one(r, faces):
    while True:
        face = r.choice(faces)
        if not face.rare or r.random() < 0.35:
            return face


def pair(r: random.Random, test=False):
    """A Khmer and a Latin face for one line, as a browser would set it."""
    kinds = {k: f for k, f in latin(test).items() if f}
    kind = r.choices(list(kinds), [LATIN_SHARES[k] for k in kinds])[0]
    return _one(r, khmer(test)), _one(r, kinds[kind])


def runs(text, khmer_face, latin_face, all_khmer_face):
    """Splits a text into (face, piece): each sign goes to the first face of its script that can draw it. None if one cannot be drawn."""
    result = []
    for c in text:
        if is_khmer(c) or (c == "\u200b"):
            order = [khmer_face]
        else:
            order = [khmer_face, latin_face, *fallback()] if all_khmer_face else [latin_face, *fallback()]
        face = next((f for f in order if ord(c) in f.signs), None)
        if face is None:
            return None
        if result and result[-1][0] is face:
            result[-1][1] += c
        else:
            result.append([face, c])
    return result
