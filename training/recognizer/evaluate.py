"""Scores the network as it ships on the held-out lines, against Tesseract on the same lines, and fits the temperature. What the program makes of it is read from
NAME.txt beside NAME.npz, where `Vejja.Bench lines --readings` wrote it."""
import argparse
import json
import subprocess
import tempfile
import time
from collections import defaultdict
from pathlib import Path

import numpy
import torch
from PIL import Image

import cells
from lines.alphabet import ALPHABET
from lines.normalisation import normalise
from network import STRIDE, normalise_pixels
from quantise import shipped
from scoring import Tally, calibration_error, gapwise, greedy, group, judged, words


def load(path):
    with numpy.load(path) as shard:
        pixels, widths, labels, lengths, kinds = (shard[k] for k in ("pixels", "widths", "labels", "lengths", "kinds"))
    ends, marks = numpy.cumsum(widths), numpy.cumsum(lengths)
    return [(pixels[:, e - w:e], "".join(ALPHABET[c] for c in labels[m - n:m]), str(k))
            for e, w, m, n, k in zip(ends, widths, marks, lengths, kinds)]


@torch.no_grad()
def logits_of(model, pixels):
    """Line by line, as serving may: no padding but to the stride."""
    width = -(-max(16, pixels.shape[1]) // STRIDE) * STRIDE
    return model(torch.from_numpy(normalise_pixels(pixels, width))[None, None])[0].numpy()


def tesseract(images, language, enlarge):
    """Tesseract's reading of each line, enlarged and with white around it, and the seconds a line."""
    with tempfile.TemporaryDirectory() as folder:
        names = []
        for i, pixels in enumerate(images):
            image = Image.fromarray(pixels)
            image = image.resize((image.width * enlarge, image.height * enlarge), Image.BICUBIC)
            paper = Image.new("L", (image.width + 40, image.height + 40), int(numpy.median(pixels)))
            paper.paste(image, (20, 20))
            names.append(f"{folder}/{i}.png")
            paper.save(names[-1])
        Path(folder, "list").write_text("\n".join(names))
        began = time.time()
        done = subprocess.run(["tesseract", f"{folder}/list", "-", "-l", language, "--psm", "7"], capture_output=True, check=True)
        seconds = (time.time() - began) / len(images)
    return [normalise(page) for page in done.stdout.decode().split("\f")[:len(images)]], seconds


def shared(lines, first):
    """Which lines Tesseract reads too: the first ones, and all that are French or English, of which those hold too few."""
    return [i for i, (_, text, kind) in enumerate(lines) if i < first or group(kind, text) in ("french", "english")]


def kept(path, images, language, enlarge):
    """Tesseract's readings of a set that stays the same, kept beside it, since they take minutes: (readings, seconds a line)."""
    target = path.with_suffix(f".tesseract-{len(images)}.json")
    if not target.exists():
        target.write_text(json.dumps(tesseract(images, language, enlarge), ensure_ascii=False), encoding="utf-8")
    return json.loads(target.read_text(encoding="utf-8"))


def fit_temperature(lines):
    """The temperature under which the confidence of a word best tells whether it is right (least log loss)."""
    def loss(t):
        total = n = 0
        for logits, text in lines:
            for p, right in judged(text, words(*gapwise(logits, t))):
                p = min(max(p, 1e-4), 1 - 1e-4)
                total, n = total - numpy.log(p if right else 1 - p), n + 1
        return total / n
    return min((round(float(t), 2) for t in numpy.arange(0.6, 2.6, 0.1)), key=loss)


def at_eighty(judgements):
    """What stands at a confidence of 0.8 and above, and how much of it is wrong."""
    sure = [right for p, right in judgements if p >= 0.8]
    return {"at >= 0.8, %": round(100 * len(sure) / max(1, len(judgements)), 2), "wrong among those, %": round(100 * (len(sure) - sum(sure)) / max(1, len(sure)), 2)}


def split(model, path, lines, temperature, tesseract_lines):
    """The rows of one split: groups, calibration, and Tesseract on the first lines of it."""
    ours, program, theirs, same = (defaultdict(Tally) for _ in range(4))
    plain, fitted, gaps, worst = [], [], [], []
    readings = path.with_suffix(".txt").read_text(encoding="utf-8").split("\n")
    read, doubt = [], []
    for (pixels, text, kind), final in zip(lines, readings):
        logits = logits_of(model, pixels)
        signs, sure = greedy(logits, temperature)
        read.append("".join(signs))
        doubt.append(min(sure, default=0.0))
        for g in (group(kind, text), "all"):
            ours[g].add(text, read[-1])
            program[g].add(text, final)
        plain += judged(text, words(*greedy(logits)))
        fitted += judged(text, words(signs, sure))
        gaps += judged(text, words(*gapwise(logits, temperature)))
        if read[-1] != text:
            worst.append((min(sure, default=0), kind, text, read[-1]))
    result = {"network": {g: t.row() for g, t in sorted(ours.items())}, "as served": {g: t.row() for g, t in sorted(program.items())},
              "words": len(plain), "ECE by word, T=1": round(calibration_error(plain), 4), f"ECE by word, T={temperature}": round(calibration_error(fitted), 4),
              f"ECE by word, gaps counted, T={temperature}": round(calibration_error(gaps), 4),
              **{f"words, {name}": at_eighty(j) for name, j in (("signs only", fitted), ("gaps counted", gaps))}}
    if tesseract_lines:
        chosen = shared(lines, tesseract_lines)
        some, mine = [lines[i] for i in chosen], [read[i] for i in chosen]
        theirs_read, seconds = kept(path, [p for p, _, _ in some], "khm+eng+fra", 2)
        for (_, text, kind), mine_read, other in zip(some, mine, theirs_read):
            for g in (group(kind, text), "all"):
                theirs[g].add(text, other)
                same[g].add(text, mine_read)
        result["second opinion"] = second_opinion([(t, m, o, doubt[i]) for (_, t, _), m, o, i in zip(some, mine, theirs_read, chosen)])
        result["tesseract khm+eng+fra"] = {g: t.row() for g, t in sorted(theirs.items())}
        result["network on the same lines"] = {g: t.row() for g, t in sorted(same.items())}
        result["tesseract seconds a line"] = round(seconds, 3)
    return result, worst


def second_opinion(rows):
    """What Tesseract's reading tells about the network's: rows of (truth, network, Tesseract, least confidence of the network)."""
    result = {}
    for name, chosen in (("sure (least sign >= 0.8)", [r for r in rows if r[3] >= 0.8]), ("unsure", [r for r in rows if r[3] < 0.8])):
        agree, differ = [r for r in chosen if r[1] == r[2]], [r for r in chosen if r[1] != r[2]]
        result[name] = {"agree": len(agree), "agree and right": sum(t == n for t, n, _, _ in agree), "differ": len(differ),
                        "differ, network right": sum(t == n for t, n, _, _ in differ), "differ, Tesseract right": sum(t == o for t, _, o, _ in differ)}
    return result


@torch.no_grad()
def padding_effect(model, lines, columns):
    """Share of lines read otherwise when `columns` of free paper stand on the right, as in a batch of unequal widths."""
    changed = 0
    for pixels, _, _ in lines:
        width = -(-(pixels.shape[1] + columns) // STRIDE) * STRIDE
        padded = model(torch.from_numpy(normalise_pixels(pixels, width))[None, None])[0].numpy()
        changed += greedy(logits_of(model, pixels))[0] != greedy(padded)[0]
    return round(100 * changed / len(lines), 2)


def main():
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("weights", type=Path)
    arguments.add_argument("sets", type=Path, help="folder of evaluation_sets.py")
    arguments.add_argument("--photo", type=Path, help="the photographed sheet of hospital-cells.tsv")
    arguments.add_argument("--tesseract", type=int, default=0, help="lines a split that Tesseract reads too, besides the French and English ones")
    arguments.add_argument("--only-tesseract", action="store_true", help="only let Tesseract read, ahead of time")
    arguments.add_argument("--lines", type=int, default=10**9, help="lines a split, for a quick look")
    arguments.add_argument("--report", type=Path, default=Path("report.json"))
    a = arguments.parse_args()
    torch.set_num_threads(1)
    if a.only_tesseract:
        for path in sorted(a.sets.glob("test-*.npz")):
            lines = load(path)[:a.lines]
            kept(path, [lines[i][0] for i in shared(lines, a.tesseract)], "khm+eng+fra", 2)
        return
    model = shipped(a.weights, a.sets)
    report, worst = {}, {}
    temperature = fit_temperature([(logits_of(model, p), t) for p, t, _ in load(a.sets / "calibration.npz")[:a.lines]])
    report["temperature"] = temperature
    for name in ("clean", "mild", "hard"):
        path = a.sets / f"test-{name}.npz"
        if path.exists():
            report[name], worst[name] = split(model, path, load(path)[:a.lines], temperature, a.tesseract)
    if (a.sets / "test-mild.npz").exists():
        some = load(a.sets / "test-mild.npz")[:min(400, a.lines)]
        report["padding, % of mild lines read otherwise"] = {str(c): padding_effect(model, some, c) for c in (8, 40, 160)}
    if a.photo:
        crops = cells.cut(a.photo)
        rows, right = [], 0
        for pixels, text in crops:
            signs, sure = greedy(logits_of(model, pixels), temperature)
            rows.append((text, "".join(signs), round(min(sure, default=0), 3)))
            right += rows[-1][0] == rows[-1][1]
        report["photo"] = {"lines": len(rows), "exact": right, "wrong": [r for r in rows if r[0] != r[1]],
                           "least confidence of a right line": min((r[2] for r in rows if r[0] == r[1]), default=None)}
        if a.tesseract:
            other, _ = tesseract([p for p, _ in crops], "khm+eng", 2)
            report["photo"]["tesseract exact"] = sum(t == r for (_, t), r in zip(crops, other))
            report["photo"]["tesseract wrong"] = [(t, r) for (_, t), r in zip(crops, other) if t != r]
    a.report.write_text(json.dumps(report, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    with open(a.report.with_suffix(".worst.tsv"), "w", encoding="utf-8") as out:
        for name, rows in worst.items():
            for sure, kind, text, read in sorted(rows, reverse=True):
                out.write(f"{name}\t{kind}\t{sure:.3f}\t{text}\t{read}\n")
    print(json.dumps(report, ensure_ascii=False, indent=1))


if __name__ == "__main__":
    main()
