"""Logits of some lines of a set, as PyTorch gives them, for speed.mjs to compare the exported graph with."""
import argparse
import json
from pathlib import Path

import torch

from evaluate import load, logits_of
from lines.alphabet import ALPHABET
from network import STRIDE, normalise_pixels
from quantise import shipped


def main():
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("weights", type=Path)
    arguments.add_argument("set", type=Path)
    arguments.add_argument("target", type=Path)
    arguments.add_argument("--lines", type=int, default=24)
    a = arguments.parse_args()
    model = shipped(a.weights, a.set.parent)
    rows = []
    for pixels, _, _ in load(a.set)[:a.lines]:
        width = -(-max(16, pixels.shape[1]) // STRIDE) * STRIDE
        rows.append({"width": width, "classes": len(ALPHABET), "x": normalise_pixels(pixels, width).ravel().tolist(),
                     "logits": logits_of(model, pixels).ravel().tolist()})
    a.target.write_text(json.dumps(rows))


if __name__ == "__main__":
    main()
