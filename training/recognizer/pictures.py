"""Pictures of one line or one word as people cut them out, of every kind that is likely, drawn without the training's own damage; and how `vejja scan` reads them.

    pictures.py ../../data/pictures --seed 99 --test        # draws 20 of each kind from held-out typefaces and sentences
    pictures.py ../../data/pictures --score ../../artifacts/publish/Vejja.App/release_linux-x64/vejja"""
import argparse
import io
import json
import random
import subprocess
from pathlib import Path

import numpy
from PIL import Image, ImageDraw, ImageFilter

from lines import fonts, running
from lines.normalisation import is_khmer, normalise
from scoring import distance

BLACK, WHITE = (0, 0, 0), (255, 255, 255)
A_WORD = 9  # signs that a word has at most
TABLE = "pictures.tsv"  # kind, file, text


def sentence(r, words, signs):
    """About that many signs of running text."""
    while True:
        at, text = r.randrange(len(words) - 80), ""
        for word in words[at:at + 80]:
            text += word
            if len(text) >= signs:
                break
        text = normalise(" ".join(text.split()))
        if 0.9 * signs <= len(text) <= 1.4 * signs:
            return text


def word(r, words):
    while True:
        chosen = normalise(r.choice(words))
        if chosen.strip() and len(chosen) <= A_WORD and any(is_khmer(c) for c in chosen):
            return chosen


def draw(r, text, size, test, ink=BLACK, paper=WHITE, beside=None, above=None, bold=0):
    """The text in typefaces of a page, with so many pixels of paper at its ends and above and below it."""
    runs = None
    while runs is None:
        runs = fonts.runs(text, r.choice([face for face in fonts.khmer(test) if not face.rare]), r.choice(fonts.latin(test)["sans"]), False)
    placed, x, top, bottom = [], 0, 0, 0
    for face, piece in runs:
        font = face.at(size)
        box = font.getbbox(piece, anchor="ls", stroke_width=bold)
        placed.append((font, piece, x))
        x, top, bottom = x + font.getlength(piece), min(top, box[1]), max(bottom, box[3])
    beside, above = size // 3 if beside is None else beside, size // 5 if above is None else above
    image = Image.new("RGB", (int(x) + 2 * beside + 2, bottom - top + 2 * above), paper)
    for font, piece, at in placed:
        ImageDraw.Draw(image).text((beside + at, above - top), piece, font=font, fill=ink, anchor="ls", stroke_width=bold)
    return image


def turned(image, degrees):
    return image.rotate(degrees, expand=True, fillcolor=WHITE, resample=Image.BICUBIC)


def stretched(image, share):
    return image.resize((int(image.width * share), image.height), Image.LANCZOS)


def slanted(image):
    return image.transform((image.width + image.height // 4, image.height), Image.AFFINE, (1, 0.25, 0, 0, 1, 0), fillcolor=WHITE, resample=Image.BICUBIC)


def grainy(image, r):
    pixels = numpy.asarray(image) * 0.6 + 60 + numpy.random.RandomState(r.randrange(2 ** 31)).normal(0, 18, (image.height, image.width, 3))
    return Image.fromarray(pixels.clip(0, 255).astype(numpy.uint8))


def compressed(image):
    file = io.BytesIO()
    image.save(file, "JPEG", quality=20)
    return Image.open(file)


def kinds(r, test):
    """name: (signs of a sentence, 0 for a word; text to picture)."""
    def plain(size=40, **how):
        return lambda text: draw(r, text, size, test, **how)

    return {
        "40 pixels": (45, plain()),
        "14 pixels": (45, plain(14)),
        "18 pixels": (45, plain(18)),
        "90 pixels": (30, plain(90)),
        "150 pixels": (30, plain(150)),
        "no paper around": (45, plain(beside=0, above=0)),
        "paper at the ends": (45, plain(beside=120, above=40)),
        "paper above and below": (45, plain(beside=60, above=90)),
        "bold": (45, plain(bold=1)),
        "light on dark": (45, plain(ink=WHITE, paper=BLACK)),
        "white on blue": (45, plain(ink=WHITE, paper=(30, 60, 150))),
        "red on yellow": (45, plain(ink=(200, 30, 30), paper=(250, 240, 120))),
        "faint": (45, plain(ink=(170, 170, 170))),
        "120 signs": (120, plain(36)),
        "200 signs": (200, plain(36)),
        "2 degrees": (35, lambda text: turned(plain()(text), 2)),
        "4 degrees": (30, lambda text: turned(plain()(text), -4)),
        "slanted": (45, lambda text: slanted(plain()(text))),
        "narrow": (45, lambda text: stretched(plain(44)(text), 0.65)),
        "wide": (45, lambda text: stretched(plain(36)(text), 1.5)),
        "blurred": (45, lambda text: plain(30)(text).filter(ImageFilter.GaussianBlur(1.4))),
        "grainy": (45, lambda text: grainy(plain(36)(text), r)),
        "compressed": (45, lambda text: compressed(plain(28)(text))),
        "a word, 20 pixels": (0, plain(20)),
        "a word, 40 pixels": (0, plain(40)),
        "a word, 100 pixels": (0, plain(100)),
        "a word, no paper": (0, plain(beside=2, above=2)),
    }


def make(folder, seed, test, count):
    r, words = random.Random(seed), running.stream("test" if test else "dev")
    folder.mkdir(parents=True, exist_ok=True)
    with open(folder / TABLE, "w", encoding="utf-8", newline="\n") as table:
        for kind, (signs, picture) in kinds(r, test).items():
            for i in range(count if signs else 2 * count):
                text, file = sentence(r, words, signs) if signs else word(r, words), f"{kind.replace(' ', '-').replace(',', '')}-{i:02}.png"
                picture(text).save(folder / file)
                table.write(f"{kind}\t{file}\t{text}\n")


def read(program, paths):
    """What the program reads in each picture, its lines in one."""
    said = subprocess.run([program, "scan", *paths], capture_output=True, text=True, encoding="utf-8").stdout
    return [" ".join(block["text"] for block in json.loads(line).get("blocks", [])) for line in said.splitlines()]


def score(folder, program):
    """Blanks do not count: a line in two blocks is not wrong."""
    rows = [line.split("\t") for line in (folder / TABLE).read_text(encoding="utf-8").splitlines()]
    whole = numpy.zeros(4, int)
    print("| pictures | | code points wrong, % | exact |\n|---|---|---|---|")
    for kind in dict.fromkeys(row[0] for row in rows):
        chosen = [row for row in rows if row[0] == kind]
        readings = read(program, [folder / file for _, file, _ in chosen])
        pairs = [(text.replace(" ", ""), normalise(reading).replace(" ", "")) for (_, _, text), reading in zip(chosen, readings, strict=True)]
        wrong = [distance(*pair) for pair in pairs]
        sums = numpy.array([sum(wrong), sum(len(text) for text, _ in pairs), wrong.count(0), len(pairs)])
        whole += sums
        print(f"| {kind} | {sums[3]} | {100 * sums[0] / sums[1]:.2f} | {sums[2]} |", flush=True)
    print(f"| all | {whole[3]} | {100 * whole[0] / whole[1]:.2f} | {whole[2]} |")


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("folder", type=Path)
    arguments.add_argument("--score", type=Path, help="the program: draws nothing")
    arguments.add_argument("--seed", type=int, default=5)
    arguments.add_argument("--test", action="store_true", help="held-out typefaces and sentences")
    arguments.add_argument("--count", type=int, default=20)
    a = arguments.parse_args()
    if a.score:
        score(a.folder, a.score)
    else:
        make(a.folder, a.seed, a.test, a.count)


if __name__ == "__main__":
    main()
