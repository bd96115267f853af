"""The mean of the weights of runs that began from the same ones.

    mean.py FIRST.average.pt SECOND.average.pt ../../data/mean.pt"""
import argparse

import torch


def mean(states):
    """One state of which every number is the mean of the others'; counters are the last one's."""
    return {name: sum(state[name] for state in states) / len(states) if value.is_floating_point() else value for name, value in states[-1].items()}


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("runs", nargs="+")
    arguments.add_argument("mean")
    a = arguments.parse_args()
    torch.save(mean([torch.load(run, map_location="cpu") for run in a.runs]), a.mean)


if __name__ == "__main__":
    main()
