"""What happens to a printed line until it is a crop: rules, neighbours, stamps, camera, light, noise, compression."""
import io
import math

import numpy
from PIL import Image, ImageDraw, ImageFilter

HEIGHT = 40  # rows of every crop that the network sees


def clutter(r, image, box, base, size, level, scrap):
    """Draws, on the paper around the line, what a crop of a real sheet has at its edges. `scrap` gives another line's image."""
    draw = ImageDraw.Draw(image)
    x1, y1, x2, y2 = box
    dark = r.randint(0, 120)
    thick = r.choice((1, 1, 2, 2, 3))
    if r.random() < 0.35 * level:  # a ruling line above or below, near enough to enter the crop
        for y in r.choice(((y1 - r.randint(1, 9),), (y2 + r.randint(1, 9),), (y1 - r.randint(2, 9), y2 + r.randint(2, 9)))):
            draw.line((0, y, image.width, y + r.randint(-1, 1)), fill=dark, width=thick)
    if r.random() < 0.3 * level:  # the rule between two columns
        for x in r.choice(((x1 - r.randint(5, 16),), (x2 + r.randint(5, 16),), (x1 - r.randint(5, 16), x2 + r.randint(5, 16)))):
            draw.line((x, 0, x + r.randint(-1, 1), image.height), fill=dark, width=thick)
    if r.random() < 0.06 * level:  # underline, whole or dotted
        y = base + r.randint(3, 6)
        if r.random() < 0.6:
            draw.line((x1, y, x2, y), fill=dark, width=thick)
        else:
            for x in range(x1, x2, 5):
                draw.point((x, y), fill=dark)
    if r.random() < 0.16 * level:  # strokes of the lines above and below
        other = scrap()
        if other is not None:
            above = r.random() < 0.5
            room = y1 - r.randint(0, 3) if above else image.height - y2 - r.randint(0, 3)
            if room > 3:
                other = other.crop((0, 0, min(other.width, image.width), other.height))
                y = room - other.height if above else y2 + r.randint(1, 4)
                patch = image.crop((0, y, other.width, y + other.height)) if not above else None
                region = (0, max(0, y), other.width, min(image.height, y + other.height))
                piece = other.crop((0, region[1] - y, other.width, region[3] - y))
                image.paste(Image.fromarray(numpy.minimum(numpy.asarray(piece), numpy.asarray(image.crop(region)))), region[:2])
                del patch
    if r.random() < 0.07 * level:  # stamp or pen over the paper, lighter than the print
        shade = Image.new("L", image.size, 255)
        pen = ImageDraw.Draw(shade)
        for _ in range(r.randint(1, 3)):
            cx, cy, radius = r.randint(0, image.width), r.randint(-20, image.height + 20), r.randint(20, 120)
            pen.ellipse((cx - radius, cy - radius, cx + radius, cy + radius), outline=r.randint(110, 200), width=r.randint(1, 4))
        image.paste(Image.fromarray(numpy.minimum(numpy.asarray(shade), numpy.asarray(image))))


def strike(r, image, left, right, base, size):
    """A stroke through the words between two places on the paper: ruled or by hand, once, twice or to and fro."""
    draw = ImageDraw.Draw(image)
    shade, thick = r.choice((0, r.randint(0, 130))), r.choice((1, 2, 2, 3, 3, 4))
    left, right = left - r.uniform(-0.1, 0.5) * size, right + r.uniform(-0.1, 0.5) * size
    kind = r.random()
    if kind < 0.14:  # to and fro
        count = max(4, round((right - left) / size * r.uniform(1.5, 4)))
        path = [(left + (right - left) * i / count, base - size * (r.uniform(0.5, 0.7) if i % 2 else r.uniform(-0.05, 0.15))) for i in range(count + 1)]
        draw.line(path, fill=shade, width=thick, joint="curve")
        return
    height = base - size * r.uniform(0.17, 0.4)
    if kind < 0.4:  # ruled
        draw.line((left, height, right, height), fill=shade, width=thick)
        if kind < 0.2:
            draw.line((left, height + 0.16 * size, right, height + 0.16 * size), fill=shade, width=thick)
        return
    for _ in range(2 if kind > 0.9 else 1):
        rise = r.uniform(-1, 1) * min(0.22 * size, 0.12 * (right - left))
        bend = r.uniform(-0.1, 0.1) * size
        path = [(left + (right - left) * f, height + rise * (f - 0.5) + bend * math.sin(math.pi * f) + r.uniform(-0.02, 0.02) * size)
                for f in (i / 8 for i in range(9))]
        draw.line(path, fill=shade, width=thick, joint="curve")


def _frame(r, tight, box, size, level):
    """The part of the paper that becomes the crop: a detector's box, a cell's ink, or a nominal line box, with jitter."""
    x1, y1, x2, y2 = tight
    if y2 - y1 >= 0.62 * size and r.random() < 0.65:
        top, bottom = y1, y2
    else:
        top, bottom = min(y1, box[1]), max(y2, box[3])
    height = bottom - top
    margin = r.uniform(0.02, 0.22) if r.random() < 0.75 else r.uniform(0.0, 0.5)
    skew = r.uniform(0.25, 0.75)
    top -= 2 * margin * height * skew
    bottom += 2 * margin * height * (1 - skew)
    left, right = x1 - r.uniform(0.04, 0.5) * height, x2 + r.uniform(0.04, 0.5) * height
    if r.random() < 0.05 * level:  # cut into the ink, as a tight detector does
        top, bottom = top + 0.06 * height, bottom - 0.04 * height
    return left, top, right, bottom


def _warp(r, image, frame, size, level):
    """Rotation, perspective and a slight bow in one resampling to HEIGHT rows."""
    left, top, right, bottom = frame
    width = right - left
    out = max(12, min(1400, round(width * HEIGHT / (bottom - top) * r.uniform(0.9, 1.1))))
    reach = min(math.tan(math.radians(2.5)) * width, 0.3 * size) * level
    slope = r.uniform(-reach, reach) if r.random() < 0.7 else 0.0
    bow = r.uniform(-0.12, 0.12) * size * level if r.random() < 0.25 else 0.0
    grow = r.uniform(-0.1, 0.1) * (bottom - top) * level if r.random() < 0.3 else 0.0
    lean = r.uniform(-0.12, 0.12) * (bottom - top) * level if r.random() < 0.4 else 0.0
    strips = 4 if bow else 1
    scale = HEIGHT / (bottom - top)
    if scale < 0.75:  # shrink with a filter first, since the mesh does not
        factor = max(0.4, scale * 1.15)
        image = image.resize((max(1, round(image.width * factor)), max(1, round(image.height * factor))), Image.LANCZOS)
        left, top, right, bottom, slope, bow, grow, lean = (v * factor for v in (left, top, right, bottom, slope, bow, grow, lean))
        width = right - left

    def at(f):
        drop = slope * (f - 0.5) + bow * math.sin(math.pi * f)
        half = grow * (f - 0.5)
        x = left + width * f
        return (x + lean, top + drop - half), (x - lean, bottom + drop + half)

    mesh = []
    for i in range(strips):
        f0, f1 = i / strips, (i + 1) / strips
        (a, b), (c, d) = at(f0), at(f1)
        mesh.append(((round(out * f0), 0, round(out * f1), HEIGHT), (*a, *b, *d, *c)))
    return image.transform((out, HEIGHT), Image.MESH, mesh, Image.BICUBIC, fillcolor=255)


def photograph(r, image, tight, box, size, level):
    """The crop, HEIGHT rows of grey (0 black, 255 white), as a camera or scanner would give it."""
    crop = _warp(r, image, _frame(r, tight, box, size, level), size, level)
    random = numpy.random.default_rng(r.getrandbits(32))
    if r.random() < 0.5 * level:  # low resolution
        f = r.uniform(0.32, 0.8) if r.random() < 0.7 else r.uniform(0.24, 0.4)
        f = max(f, 1 - level)
        small = crop.resize((max(8, round(crop.width * f)), max(10, round(HEIGHT * f))), r.choice((Image.BOX, Image.BILINEAR, Image.LANCZOS)))
        if r.random() < 0.3:
            small = _jpeg(r, small, level)
        crop = small.resize(crop.size, r.choice((Image.BILINEAR, Image.BICUBIC, Image.BICUBIC)))
    if r.random() < 0.35 * level:
        crop = crop.filter(ImageFilter.GaussianBlur(r.uniform(0.4, 1.3 * level)))
    elif r.random() < 0.06 * level:
        crop = crop.filter(r.choice((ImageFilter.MinFilter(3), ImageFilter.MaxFilter(3))))
    if r.random() < 0.08 * level:
        kernel = [0] * 9
        for i in r.choice(((3, 4, 5), (1, 4, 7), (0, 4, 8), (2, 4, 6))):
            kernel[i] = 1
        crop = crop.filter(ImageFilter.Kernel((3, 3), kernel, 3))
    pixels = numpy.asarray(crop, numpy.float32) / 255
    ink = r.uniform(0.0, 0.2) if r.random() < 0.6 else r.uniform(0.1, 0.62)
    paper = r.uniform(0.82, 1.0) if r.random() < 0.6 else r.uniform(0.5, 0.95)
    if paper - ink < 0.25:
        ink = max(0.0, paper - r.uniform(0.25, 0.5))
    if level > 0.05:
        pixels = ink + pixels * (paper - ink)
        if r.random() < 0.6 * level:  # light that falls from one side
            a, b, c = (r.uniform(-0.22, 0.22) * level for _ in range(3))
            across, down = numpy.linspace(-1, 1, crop.width, dtype=numpy.float32), numpy.linspace(-1, 1, HEIGHT, dtype=numpy.float32)
            pixels = pixels * (1 + a * across[None, :] + b * down[:, None] + c * across[None, :] ** 2)
        if r.random() < 0.55 * level:
            pixels = pixels + random.standard_normal(pixels.shape, numpy.float32) * r.uniform(0.01, 0.09) * level
        if r.random() < 0.15 * level:  # paper with a grain
            grain = random.standard_normal((HEIGHT // 4, crop.width // 4 + 1), numpy.float32) * r.uniform(0.01, 0.06)
            pixels = pixels + numpy.kron(grain, numpy.ones((4, 4), numpy.float32))[:HEIGHT, :crop.width]
        if r.random() < 0.02 * level:  # white on dark, as in printed headings
            pixels = 1 - pixels
    crop = Image.fromarray((numpy.clip(pixels, 0, 1) * 255).astype(numpy.uint8))
    if r.random() < 0.45 * level:
        crop = _jpeg(r, crop, level)
    return numpy.asarray(crop)


def _jpeg(r, image, level):
    data = io.BytesIO()
    image.save(data, "JPEG", quality=r.randint(max(18, round(70 - 50 * level)), 85))
    return Image.open(io.BytesIO(data.getvalue())).convert("L")
