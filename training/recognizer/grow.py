"""Gives trained weights a larger network to go on in, which reads as they did at first: what is new begins at nothing.

    grow.py ../../data/run.average.pt ../../data/start-grown.pt

From one Refinement, on three rows, to four: on ten, on five and twice on three."""
import argparse

import torch

from lines.alphabet import ALPHABET
from network import Recogniser, Refinement

# where the parts of the smaller body stand in the larger one
PLACES = {"0": "0", "1": "1", "2": "2", "3": "4", "4": "5", "5": "7", "6": "8", "7": "10"}


def grown(known):
    """The state of a Recogniser of today with the weights of a smaller one."""
    model = Recogniser(len(ALPHABET))
    with torch.no_grad():
        for part in model.modules():
            if isinstance(part, Refinement):
                part.add.weight.zero_()
                part.add.bias.zero_()
    return model.state_dict() | {_place(name): value for name, value in known.items()}


def _place(name):
    first, at, *rest = name.split(".")
    return ".".join([first, PLACES[at], *rest]) if first == "body" else name


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("start")
    arguments.add_argument("grown")
    a = arguments.parse_args()
    torch.manual_seed(1)
    torch.save(grown(torch.load(a.start, map_location="cpu")), a.grown)


if __name__ == "__main__":
    main()
