"""Photographs pictures of sheets again, as a phone would: smaller, lying on a table top, from one side, turned, in uneven light, with grain and JPEG.

photographs.py make OUT --seed N [--each COUNT] PICTURE…   pictures (with their .truth.json beside them, if any) to OUT
photographs.py score EXPECTED READINGS                     what `vejja scan` read of photographs of one sheet, against a list of its medicines

Of photographs of bench sheets `Vejja.Bench score` tells the medicines; its lines are those of the truth's own pixels and mean nothing here.
Needs Debian's python3-pil and python3-numpy."""
import argparse
import json
import random
import shutil
from pathlib import Path

import numpy
from PIL import Image

LONGEST = [510, 700, 900, 1100, 1400, 2000]   # pixels along the longer side of a sheet
TOPS = ["grain", "stripes", "checks", "wood", "plain", "bright"]
CORNERS = [0.02, 0.05, 0.09]                  # how far a corner may be moved, as a share of the side
SLOTS = {"PCM": "MORN", "ACM": "MORN", "PCD": "NOON", "ACD": "NOON", "PCV": "EVE", "ACV": "EVE"}


def bytes_of(values):
    return Image.fromarray(values.clip(0, 255).astype("uint8"))


def table_top(r, width, height):
    kind, colour, pitch = r.choice(TOPS), numpy.array([r.randint(30, 170) for _ in range(3)], float), r.uniform(8, 60)
    y, x = numpy.mgrid[0:height, 0:width]
    pattern = {"stripes": lambda: 30 * numpy.sign(numpy.sin(2 * numpy.pi * (x + y * r.uniform(-0.5, 0.5)) / pitch)),
               "checks": lambda: 25 * numpy.sign(numpy.sin(2 * numpy.pi * x / pitch)) + 25 * numpy.sign(numpy.sin(2 * numpy.pi * y / pitch)),
               "wood": lambda: 25 * numpy.sin(2 * numpy.pi * (y + 8 * numpy.sin(x / 90)) / pitch)}.get(kind, lambda: numpy.zeros((height, width)))()
    if kind == "bright":
        colour = numpy.array([225, 222, 215.0])
    grain = numpy.random.default_rng(r.randint(0, 9999)).normal(0, r.uniform(1, 12), (height, width))
    return bytes_of(colour[None, None] + (pattern + grain)[..., None])


def from_one_side(r, image, fill):
    width, height = image.size
    k = r.choice(CORNERS)
    move = lambda side: r.uniform(0, k) * side
    corners = [(move(width), move(height)), (width - move(width), move(height)), (width - move(width), height - move(height)), (move(width), height - move(height))]
    rows, right = [], []
    for (x, y), (u, v) in zip(corners, [(0, 0), (width, 0), (width, height), (0, height)]):
        rows += [[x, y, 1, 0, 0, 0, -u * x, -u * y], [0, 0, 0, x, y, 1, -v * x, -v * y]]
        right += [u, v]
    return image.transform(image.size, Image.PERSPECTIVE, tuple(numpy.linalg.solve(numpy.array(rows), numpy.array(right))), Image.BICUBIC, fillcolor=fill)


def in_light(r, image):
    values = numpy.asarray(image).astype(float)
    height, width = values.shape[:2]
    if r.random() < 0.6:
        ramp = numpy.linspace(r.uniform(0.4, 1.1), r.uniform(0.5, 1.2), width if r.random() < 0.5 else height)
        values *= ramp[None, :, None] if len(ramp) == width else ramp[:, None, None]
    if r.random() < 0.3:
        y, x = numpy.mgrid[0:height, 0:width]
        distance = numpy.hypot((x - r.uniform(0, width)) / width, (y - r.uniform(0, height)) / height)
        values *= (1 - 0.5 * numpy.exp(-(distance / 0.3) ** 2))[..., None]
    return bytes_of(values + numpy.random.default_rng(r.randint(0, 9999)).normal(0, r.uniform(1, 7), values.shape))


def photograph(r, sheet):
    share = r.choice(LONGEST) / max(sheet.size)
    sheet = sheet.resize((round(sheet.width * share), round(sheet.height * share)), Image.LANCZOS)
    margin = r.uniform(0, 0.5)
    left, top = int(margin * sheet.width * r.uniform(0.3, 1)), int(margin * sheet.height * r.uniform(0.3, 1))
    image = table_top(r, sheet.width + 2 * left, sheet.height + 2 * top)
    image.paste(sheet, (left, top))
    fill = tuple(r.randint(20, 200) for _ in range(3))
    image = from_one_side(r, image, fill)
    angle = r.choice([r.uniform(-3, 3), r.uniform(-10, 10), r.uniform(-16, 16)])
    image = image.rotate(angle, Image.BICUBIC, expand=True, fillcolor=fill)
    if r.random() < 0.3:
        image = image.rotate(r.choice([90, 180, 270]), expand=True)
    return in_light(r, image)


def make(pictures, out, seed, each):
    r = random.Random(seed)
    out.mkdir(parents=True, exist_ok=True)
    for path in sorted(pictures):
        sheet = Image.open(path).convert("RGB")
        for index in range(each):
            name = path.name if each == 1 else f"{path.stem}-{index:03}.jpg"
            photograph(r, sheet).save(out / name, "JPEG", quality=r.choice([50, 70, 85, 92]))
            truth = path.with_name(path.name + ".truth.json")
            if truth.exists():
                shutil.copy(truth, out / (name + ".truth.json"))


def values(medicine):
    """Name, strength, quantity, days and doses by time of day of a medicine as the API gives it."""
    def of(field):
        value = (medicine.get(field) or {}).get("value")
        return value["value"] if isinstance(value, dict) else value
    slots = {}
    for instruction in medicine.get("dosageInstruction", []):
        dose = (instruction.get("doseAndRate") or [{}])[0].get("doseQuantity", {}).get("value")
        for when in instruction.get("timing", {}).get("repeat", {}).get("when", []):
            slots[SLOTS.get(when, when)] = dose
    return {"name": folded(of("name")), "strength": folded(of("strength")), "quantity": of("quantity"), "days": of("duration"), "slots": slots}


def folded(text):
    return (text or "").lower().replace(" ", "")


def score(expected, readings):
    wanted = [{"name": folded(m["name"]), "strength": folded(m.get("strength")), "quantity": m["quantity"]["value"], "days": m["durationDays"], "slots": m["slots"]}
              for m in json.loads(expected.read_text())["medications"]]
    exact = sure = right = silent = pictures = 0
    for line in readings.read_text().splitlines():
        medicines = json.loads(line)["medications"]
        got = [(values(m), m["requiresReview"]) for m in medicines]
        found = [m in [g for g, _ in got] for m in wanted]
        right += sum(found)
        silent += sum(g not in wanted and not review for g, review in got)
        pictures += 1
        exact += all(found) and len(got) == len(wanted)
        sure += all(found) and len(got) == len(wanted) and not any(review for _, review in got)
    print(f"{pictures} pictures: all medicines right on {exact}, and none sent to a person on {sure}; medicines right {right} of {pictures * len(wanted)}, wrong and not sent to a person {silent}")


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = arguments.add_subparsers(required=True)
    maker = commands.add_parser("make")
    maker.add_argument("out", type=Path)
    maker.add_argument("pictures", type=Path, nargs="+")
    maker.add_argument("--seed", type=int, required=True)
    maker.add_argument("--each", type=int, default=1, help="photographs of every picture")
    maker.set_defaults(run=lambda a: make(a.pictures, a.out, a.seed, a.each))
    scorer = commands.add_parser("score")
    scorer.add_argument("expected", type=Path)
    scorer.add_argument("readings", type=Path)
    scorer.set_defaults(run=lambda a: score(a.expected, a.readings))
    a = arguments.parse_args()
    a.run(a)


if __name__ == "__main__":
    main()
