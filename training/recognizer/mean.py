"""The mean of the weights of runs that began one from another's or all from the same, with its own batch normalisation; a run named twice counts twice.

    mean.py FIRST.average.pt SECOND.average.pt ../../data/shards/00883.npz ../../data/mean.pt"""
import argparse

import torch

from lines.alphabet import ALPHABET
from network import Recogniser
from train import SETTLING, load, settle


def mean(states):
    """One state of which every number is the mean of the others'; counters are the last one's."""
    return {name: sum(state[name] for state in states) / len(states) if value.is_floating_point() else value for name, value in states[-1].items()}


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("runs", nargs="+")
    arguments.add_argument("shard", help="lines for the means and variances of batch normalisation: drawn as the training's")
    arguments.add_argument("mean")
    a = arguments.parse_args()
    model = Recogniser(len(ALPHABET))
    model.load_state_dict(mean([torch.load(run, map_location="cpu") for run in a.runs]))
    settle(model.train(), load(a.shard)[:SETTLING], torch.device("cpu"))
    torch.save(model.state_dict(), a.mean)


if __name__ == "__main__":
    main()
