"""Exports the averaged weights, in 8 bits (quantise.py), to ONNX with the file that tells serving how to feed it and how to read it."""
import argparse
import json
from pathlib import Path

import torch

from lines.alphabet import ALPHABET
from network import HEIGHT, STRIDE
from quantise import shipped


def description(version):
    return {
        "schema": "vejja/recogniser/1",
        "version": version,
        "model": f"recognizer-v{version}.onnx",
        "input": {"name": "x", "type": "float32", "shape": ["N", 1, HEIGHT, "W"], "height": HEIGHT, "widthMultiple": STRIDE, "minimumWidth": 16,
                  "colour": "grey, 0 black to 255 white: 0.299 R + 0.587 G + 0.114 B",
                  "resize": "keep the ratio: width = round(w * height / h); area or Lanczos filter to shrink, bicubic to enlarge",
                  "normalise": "x = (median - grey) / 128, median over the pixels of the resized line; paper is 0, ink positive; (grey - median) / 128 for light print on a dark ground",
                  "scale": 128,
                  "padding": "0 after normalising, on the right, to a multiple of 4 or to the widest line of the batch"},
        "output": {"name": "logits", "type": "float32", "shape": ["N", "W / 4", "classes"], "stride": STRIDE,
                   "meaning": "unnormalised; softmax(logits / temperature) over the last axis gives the posteriors"},
        "decoding": "CTC: argmax a step, equal neighbours merged, blank dropped; the entries are joined without separator",
        "blank": 0,
        "temperature": 1.0,
        "alphabet": ALPHABET,
    }


def main():
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("weights", type=Path, help="the .average.pt beside a checkpoint")
    arguments.add_argument("sets", type=Path, help="folder of evaluation_sets.py")
    arguments.add_argument("folder", type=Path)
    arguments.add_argument("--version", type=int, default=1)
    a = arguments.parse_args()
    model = shipped(a.weights, a.sets)
    target = a.folder / f"recognizer-v{a.version}.onnx"
    torch.onnx.export(model, torch.zeros(2, 1, HEIGHT, 160), target, input_names=["x"], output_names=["logits"], opset_version=17,
                      dynamic_axes={"x": {0: "N", 3: "W"}, "logits": {0: "N", 1: "T"}})
    with open(a.folder / f"recognizer-v{a.version}.json", "w", encoding="utf-8") as out:
        json.dump(description(a.version), out, ensure_ascii=False, indent=1)
        out.write("\n")
    print(target, target.stat().st_size, "bytes")


if __name__ == "__main__":
    main()
