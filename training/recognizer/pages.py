"""Pages of text of many kinds, drawn without the training's own damage: paragraphs, headings on coloured bars, tables. `pictures.py --score` says how `vejja scan` reads them.

    pages.py ../../data/pages --seed 99 --test        # draws 5 of each kind from held-out typefaces and sentences
    pictures.py ../../data/pages --score ../../artifacts/publish/Vejja.App/release_linux-x64/vejja"""
import argparse
import random
from pathlib import Path

import numpy
from PIL import Image, ImageDraw, ImageFilter

from lines import fonts, running
from lines.normalisation import normalise
from pictures import BLACK, TABLE, WHITE, compressed, draw, grainy, sentence, turned, word

EDGE = 40  # pixels of paper around bars and tables


class Page:
    """A canvas that grows downwards, and what stands on it."""

    def __init__(self, width, height, paper=WHITE):
        self.image, self.texts = Image.new("RGB", (width, height), paper), []

    def text(self, runs, x, y, size, ink):
        for face, piece in runs:
            font = face.at(size)
            ImageDraw.Draw(self.image).text((x, y), piece, font=font, fill=ink, anchor="ls")
            x += font.getlength(piece)
        self.texts.append("".join(piece for _, piece in runs))


def set_in(faces, make):
    """A text that the faces can draw, in runs."""
    runs = None
    while runs is None:
        runs = fonts.runs(make(), *faces, False)
    return runs


def paragraph(r, words, test, size=28, lines=8, signs=45, leading=1.9, ink=BLACK, paper=WHITE, margin=60, heading=0, numbered=False):
    faces = r.choice([face for face in fonts.khmer(test) if not face.rare]), r.choice(fonts.latin(test)["sans"])
    sizes = [heading or size] + [size] * (lines - 1)
    runs = [set_in(faces, lambda: f"{i + 1}. " * numbered + sentence(r, words, signs * size // sizes[i])) for i in range(lines)]
    width = max(sum(face.at(size).getlength(piece) for face, piece in line) for line, size in zip(runs, sizes, strict=True))
    page = Page(int(width) + 2 * margin, int(sum(sizes) * leading) + 2 * margin, paper)
    y = margin + size
    for line, high in zip(runs, sizes, strict=True):
        page.text(line, margin, y, high, ink)
        y += high * leading
    return page


def bars(r, words, test, ink, ground, size):
    """Headings on bars of colour, dark text between them."""
    rows = []
    for _ in range(4):
        rows.append((sentence(r, words, r.choice([12, 20, 30])), size, ink, ground))
        rows += [(sentence(r, words, 40), 26, BLACK, WHITE) for _ in range(2)]
    pictures = [draw(r, text, size, test, ink, ground) for text, size, ink, ground in rows]
    above = r.choice([2, 6, 14])
    page = Page(max(picture.width for picture in pictures) + 3 * EDGE, sum(picture.height + 2 * above + 10 for picture in pictures) + 2 * EDGE)
    y = EDGE
    for (text, _, _, ground), picture in zip(rows, pictures, strict=True):
        if ground != WHITE:
            ImageDraw.Draw(page.image).rectangle([EDGE / 2, y, page.image.width - EDGE / 2, y + picture.height + 2 * above], fill=ground)
        page.image.paste(picture, (EDGE + r.choice([8, 20, 60]), y + above))
        page.texts.append(text)
        y += picture.height + 2 * above + 10
    return page


def table(r, words, test, size, ink=BLACK, ground=WHITE, ruled=True, rows=7, columns=4):
    """Words in cells, each in a typeface of its own; the first row on a ground of its own."""
    texts = [[normalise(word(r, words) + (word(r, words) if r.random() < 0.5 else "")) for _ in range(columns)] for _ in range(rows)]
    cells = [[draw(r, text, size, test, *((BLACK, WHITE) if i else (ink, ground))) for text in row] for i, row in enumerate(texts)]
    widths = [max(row[column].width for row in cells) + 24 for column in range(columns)]
    above = r.choice([4, 8, 14])
    heights = [max(cell.height for cell in row) + 2 * above for row in cells]
    page = Page(sum(widths) + 2 * EDGE, sum(heights) + 2 * EDGE)
    pen, y = ImageDraw.Draw(page.image), EDGE
    pen.rectangle([EDGE, EDGE, EDGE + sum(widths), EDGE + heights[0]], fill=ground)
    for row, height in zip(cells, heights, strict=True):
        x = EDGE
        for cell, width in zip(row, widths, strict=True):
            page.image.paste(cell, (x + 12, y + above))
            if ruled:
                pen.rectangle([x, y, x + width, y + height], outline=(60, 60, 60))
            x += width
        y += height
    page.texts = [text for row in texts for text in row]
    return page


def photographed(image, r):
    """From nearly above, on a brown table, in uneven light."""
    brown = (90, 80, 70)
    whole = Image.new("RGB", (int(image.width * 1.2), int(image.height * 1.2)), brown)
    whole.paste(image, (image.width // 10, image.height // 10))
    corners = [(0, 0), (whole.width, 0), whole.size, (0, whole.height)]
    rows, aims = [], []
    for x, y in corners:
        u, v = x + r.uniform(-0.04, 0.04) * whole.width, y + r.uniform(-0.04, 0.04) * whole.height
        rows += [[x, y, 1, 0, 0, 0, -u * x, -u * y], [0, 0, 0, x, y, 1, -v * x, -v * y]]
        aims += [u, v]
    whole = whole.transform(whole.size, Image.PERSPECTIVE, tuple(numpy.linalg.solve(rows, aims)), fillcolor=brown, resample=Image.BICUBIC)
    across = numpy.linspace(r.uniform(0.6, 1), r.uniform(0.6, 1), whole.width)[None, :, None]
    down = numpy.linspace(r.uniform(0.7, 1), r.uniform(0.7, 1), whole.height)[:, None, None]
    pixels = numpy.asarray(whole) * across * down + numpy.random.RandomState(r.randrange(2 ** 31)).normal(0, 6, (whole.height, whole.width, 3))
    return Image.fromarray(pixels.clip(0, 255).astype(numpy.uint8)).filter(ImageFilter.GaussianBlur(0.7))


def kinds(r, words, test):
    """name: (what draws a page, what happens to its picture)."""
    def text(**how):
        return lambda: paragraph(r, words, test, **how)

    def on(ink, ground, size):
        return lambda: bars(r, words, test, ink, ground, size)

    def cells(size, **how):
        return lambda: table(r, words, test, size, **how)

    def as_it_is(image):
        return image

    return {
        "14 pixels": (text(size=14), as_it_is),
        "18 pixels": (text(size=18), as_it_is),
        "28 pixels": (text(), as_it_is),
        "45 pixels": (text(size=45, signs=35), as_it_is),
        "60 pixels": (text(size=60, signs=25, lines=6), as_it_is),
        "90 pixels": (text(size=90, signs=16, lines=4), as_it_is),
        "tight": (text(leading=1.5), as_it_is),
        "loose": (text(leading=3.5, lines=5), as_it_is),
        "90 signs": (text(signs=90, lines=14), as_it_is),
        "40 lines": (text(size=22, signs=60, lines=40), as_it_is),
        "heading": (text(heading=48), as_it_is),
        "numbered": (text(numbered=True), as_it_is),
        "no margin": (text(margin=4), as_it_is),
        "two lines": (text(lines=2), as_it_is),
        "three lines": (text(lines=3, size=36), as_it_is),
        "light on dark": (text(ink=(230, 230, 230), paper=(20, 20, 20)), as_it_is),
        "white on blue": (text(ink=WHITE, paper=(30, 60, 150)), as_it_is),
        "blue on sky": (text(ink=(40, 40, 120), paper=(210, 230, 250)), as_it_is),
        "faint": (text(ink=(150, 150, 150)), as_it_is),
        "photographed": (text(size=30), lambda image: photographed(image, r)),
        "photographed, small": (text(size=20, lines=14), lambda image: photographed(image, r)),
        "3 degrees": (text(), lambda image: turned(image, 3)),
        "lying": (text(), lambda image: image.rotate(90, expand=True)),
        "upside down": (text(), lambda image: image.rotate(180)),
        "compressed": (text(size=22), compressed),
        "grainy": (text(), lambda image: grainy(image, r)),
        "blurred": (text(), lambda image: image.filter(ImageFilter.GaussianBlur(1.4))),
        "bars, white on blue": (on(WHITE, (30, 80, 160), 30), as_it_is),
        "bars, white on black": (on(WHITE, (10, 10, 10), 24), as_it_is),
        "bars, cream on green": (on((255, 255, 220), (20, 110, 60), 36), lambda image: image.filter(ImageFilter.GaussianBlur(0.8))),
        "bars, white on grey": (on(WHITE, (120, 120, 120), 28), as_it_is),
        "bars, blue on sky": (on((0, 0, 80), (200, 220, 240), 28), as_it_is),
        "table": (cells(28), as_it_is),
        "table, no rules": (cells(28, ruled=False), as_it_is),
        "table, header on blue": (cells(28, ink=WHITE, ground=(30, 80, 160)), as_it_is),
        "table, header on black": (cells(22, ink=WHITE, ground=(10, 10, 10)), as_it_is),
        "table, header on green, no rules": (cells(32, ink=(255, 255, 220), ground=(20, 110, 60), ruled=False), as_it_is),
        "table, header on grey": (cells(28, ground=(200, 200, 200)), as_it_is),
    }


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("folder", type=Path)
    arguments.add_argument("--seed", type=int, default=5)
    arguments.add_argument("--test", action="store_true", help="held-out typefaces and sentences")
    arguments.add_argument("--count", type=int, default=5)
    a = arguments.parse_args()
    r, words = random.Random(a.seed), running.stream("test" if a.test else "dev")
    a.folder.mkdir(parents=True, exist_ok=True)
    with open(a.folder / TABLE, "w", encoding="utf-8", newline="\n") as lines:
        for kind, (make, then) in kinds(r, words, a.test).items():
            for i in range(a.count):
                page, file = make(), f"{kind.replace(' ', '-').replace(',', '')}-{i:02}.png"
                then(page.image).convert("RGB").save(a.folder / file)
                lines.write(f"{kind}\t{file}\t{normalise(' '.join(page.texts))}\n")


if __name__ == "__main__":
    main()
