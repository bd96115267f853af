"""How well strokes through print are seen: lines and words marked, in the set `struck` of evaluation_sets.py and in sets without any stroke."""
import argparse
from pathlib import Path

import torch

from lines.alphabet import ALPHABET, INDEX, STRUCK, decode
from quantise import shipped
from scoring import distance
from train import load, tensors

SURE = 0.5  # marks below are not believed, as in serving (CtcDecoder)


@torch.no_grad()
def read(model, pixels):
    """(text with the marks that are believed, without them) of one line."""
    x, _, _ = tensors([(pixels, [1])])
    steps = model(x).softmax(-1)[0]
    best = steps.argmax(-1)
    believed = best.clone()
    believed[(best == INDEX[STRUCK]) & (steps.max(-1).values < SURE)] = 0
    return decode(believed.tolist()), decode([c if c != INDEX[STRUCK] else 0 for c in best.tolist()])


def main():
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("weights", type=Path)
    arguments.add_argument("sets", nargs="+", type=Path)
    a = arguments.parse_args()
    torch.set_num_threads(1)
    model = shipped(a.weights, a.sets[0].parent)
    for path in a.sets:
        struck = seen = marks = marked = plain = alarms = wrong = signs = 0
        for pixels, classes in load(path):
            truth = "".join(ALPHABET[c] for c in classes)
            text, bare = read(model, pixels)
            if STRUCK in truth:
                struck, seen = struck + 1, seen + (STRUCK in text)
                marks, marked = marks + truth.count(STRUCK), marked + min(truth.count(STRUCK), text.count(STRUCK))
                said = truth.replace(STRUCK, "")
                wrong, signs = wrong + distance(said, bare), signs + len(said)
            else:
                plain, alarms = plain + 1, alarms + (STRUCK in text)
        print(f"{path.stem}: {seen} of {struck} lines with a stroke seen ({marked} of {marks} words), {alarms} false alarms on {plain} lines without"
              + (f"; code points wrong under the stroke {100 * wrong / signs:.1f} %" if signs else ""))


if __name__ == "__main__":
    main()
