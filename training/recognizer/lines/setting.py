"""Sets a text as dark ink on white paper: an 8-bit image with the line's own box, before any damage."""
from PIL import Image, ImageDraw

from . import fonts
from .damage import strike

PAD = 40  # pixels of free paper around the line, room for jitter and for what the neighbours leave


def _pieces(r, runs, spread):
    """Words with the gap before each, so that spaces can be wider or narrower than the font's own."""
    for face, piece in runs:
        for i, word in enumerate(piece.split(" ")):
            yield face, word, (spread if i > 0 else 0)


def set_line(r, text, test=False, struck=()):
    """(image, box, size): the line as ink 0 on 255, its nominal box (x1, y1, x2, y2) and the body size in pixels; or None.
    `struck`: (first, end) of the words that a stroke goes through, or nothing."""
    khmer_face, latin_face = fonts.pair(r, test)
    runs = fonts.runs(text, khmer_face, latin_face, r.random() < 0.2)
    if runs is None:
        return None
    size = r.randint(20, 34)
    latin_size = max(12, round(size * r.uniform(0.78, 1.12)))
    stroke = 1 if r.random() < 0.06 else 0
    gap = r.choice((1, 1, 1, r.uniform(0.6, 2.5)))
    tracking = r.choice((0, 0, 0, 0, 0, 0, 0, r.uniform(-0.03, 0.14)))
    placed, x, top, bottom, words = [], 0.0, 0, 0, [[0.0, 0.0]]
    for face, word, spaced in _pieces(r, runs, gap):
        font = face.at(latin_size if face is not khmer_face else size)
        if spaced:
            spaced *= r.uniform(3, 9) if r.random() < 0.02 else 1  # two things on one line, far apart
            x += font.getlength(" ") * spaced if ord(" ") in face.signs else size * 0.25 * spaced
            words.append([x, x])
        if not word:
            continue
        letters = list(word) if tracking and face is latin_face else [word]
        for letter in letters:
            x1, y1, x2, y2 = font.getbbox(letter, anchor="ls", stroke_width=stroke)
            placed.append((font, letter, x))
            top, bottom = min(top, y1), max(bottom, y2)
            x += font.getlength(letter) + tracking * size
        words[-1][1] = x
    if not placed or x < 1 or x > 1700 or bottom - top > 4 * size:
        return None
    # paper of a line box: capitals above, descenders below, even when the text has neither
    nominal_top, nominal_bottom = min(top, round(-0.8 * size)), max(bottom, round(0.24 * size))
    image = Image.new("L", (int(x) + 2 * PAD + 8, nominal_bottom - nominal_top + 2 * PAD), 255)
    draw = ImageDraw.Draw(image)
    base = PAD - nominal_top
    ink = 0
    for font, letter, at in placed:
        draw.text((PAD + at, base), letter, font=font, fill=ink, anchor="ls", stroke_width=stroke)
    if struck:
        strike(r, image, PAD + words[struck[0]][0], PAD + words[struck[1] - 1][1], base, size)
    tight = image.point(lambda v: 255 - v).getbbox()
    if tight is None:
        return None
    return image, tight, (PAD, PAD, PAD + int(x), image.height - PAD), base, size
