"""Gives trained weights a larger network to go on in, which reads almost as they did: what is new begins near nothing.

    grow.py start-v7.pt ../../data/start-grown.pt

v7 had neither the residual on three rows nor the third attention layer."""
import argparse

import torch

from lines.alphabet import ALPHABET
from network import Recogniser

LAST, GROWN = "body.6.", "body.7."  # the convolution to one row, before and behind the new residual


def grown(known):
    """The state of a Recogniser of today with the weights of one of v7's shape."""
    model = Recogniser(len(ALPHABET))
    with torch.no_grad():
        model.body[6].body[1].weight.fill_(0.1)  # not 0: behind it a ReLU would stay closed
        for part in (model.mix[-1].out, model.mix[-1].narrow):
            part.weight.zero_()
            part.bias.zero_()
    state = model.state_dict()
    for name, value in known.items():
        state[name.replace(LAST, GROWN) if name.startswith(LAST) else name] = value.float() if value.is_floating_point() else value
    return state


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("start")
    arguments.add_argument("grown")
    a = arguments.parse_args()
    torch.manual_seed(1)
    torch.save(grown(torch.load(a.start, map_location="cpu")), a.grown)


if __name__ == "__main__":
    main()
