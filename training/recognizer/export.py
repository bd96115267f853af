"""Exports the averaged weights to ONNX with the file that tells serving how to feed it and how to read it."""
import argparse
import json
from pathlib import Path

import torch

from lines.alphabet import ALPHABET
from network import HEIGHT, STRIDE, trained


def fold(model):
    """Batch normalisation folded into the convolutions before it."""
    for part in model.modules():
        if isinstance(part, torch.nn.Sequential) and len(part) == 3 and isinstance(part[1], torch.nn.BatchNorm2d):
            part[0] = torch.nn.utils.fusion.fuse_conv_bn_eval(part[0], part[1])
            part[1] = torch.nn.Identity()
    return model


def description(temperature, version):
    return {
        "schema": "vejja/recogniser/1",
        "version": version,
        "model": f"recognizer-v{version}.onnx",
        "input": {"name": "x", "type": "float32", "shape": ["N", 1, HEIGHT, "W"], "height": HEIGHT, "widthMultiple": STRIDE, "minimumWidth": 16,
                  "colour": "grey, 0 black to 255 white: 0.299 R + 0.587 G + 0.114 B",
                  "resize": "keep the ratio: width = round(w * height / h); area or Lanczos filter to shrink, bicubic to enlarge",
                  "normalise": "x = (median - grey) / 128, median over the pixels of the resized line; paper is 0, ink positive",
                  "scale": 128,
                  "padding": "0 after normalising, on the right, to a multiple of 4 or to the widest line of the batch"},
        "output": {"name": "logits", "type": "float32", "shape": ["N", "W / 4", "classes"], "stride": STRIDE,
                   "meaning": "unnormalised; softmax(logits / temperature) over the last axis gives the posteriors"},
        "decoding": "CTC: argmax a step, equal neighbours merged, blank dropped; the entries are joined without separator",
        "blank": 0,
        "temperature": temperature,
        "alphabet": ALPHABET,
    }


def main():
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("weights", type=Path, help="the .average.pt beside a checkpoint")
    arguments.add_argument("folder", type=Path)
    arguments.add_argument("--version", type=int, default=1)
    arguments.add_argument("--temperature", type=float, default=1.0)
    a = arguments.parse_args()
    model = trained(a.weights)
    model = fold(model.eval())
    target = a.folder / f"recognizer-v{a.version}.onnx"
    torch.onnx.export(model, torch.zeros(2, 1, HEIGHT, 160), target, input_names=["x"], output_names=["logits"], opset_version=17,
                      dynamic_axes={"x": {0: "N", 3: "W"}, "logits": {0: "N", 1: "T"}})
    with open(a.folder / f"recognizer-v{a.version}.json", "w", encoding="utf-8") as out:
        json.dump(description(a.temperature, a.version), out, ensure_ascii=False, indent=1)
        out.write("\n")
    print(target, target.stat().st_size, "bytes")


if __name__ == "__main__":
    main()
