"""
The one repair that enhancer-v2 had between two runs: repair.py run/checkpoint.pt repaired.pt. Until then rows of the token table were so short beside what the layers add
(1.7 against 500) that no number could be copied. It makes them 40 times longer and the last norm as much smaller, which leaves the first layer as it was, and sets two heads
of the last layer to pass on what they look at. A new run does not need it: network.py begins with long rows.
"""
import random
import sys

import torch

import rows
from network import Network
from train import Vocabulary, batch_of, senses

LONGER, HEADS, GAIN, RIDGE = 40.0, slice(5 * 32, 7 * 32), 2.0, 1e-3


@torch.no_grad()
def main():
    checkpoint = torch.load(sys.argv[1])
    network, vocabulary = Network(checkpoint["shape"]), Vocabulary.load("vocabulary.json")
    network.load_state_dict(checkpoint["weights"])
    network.token_embd.weight.mul_(LONGER)
    network.output_norm.weight.div_(LONGER)
    last, table = network.blk[-1], network.token_embd.weight
    numbers = torch.tensor([token[0] == "\u2581" and token[1:].isdigit() for token in vocabulary.tokens])
    seen, wanted = [], []
    for ids, _, words, _ in batch_of(vocabulary, senses(), rows.Words(), random.Random(77), 32, 0, 0.5, groups=10):
        seen.append(last.attn_norm(network.depths(ids)[2])[words >= 0])
        wanted.append(table[ids[words >= 0]] - table[numbers].mean(0))
    seen, wanted = torch.cat(seen), torch.cat(wanted)
    # The map of rank 64 that best gives back a number's row from what the last layer sees of it.
    best = torch.linalg.solve(seen.T @ seen + RIDGE * len(seen) * torch.eye(seen.shape[1]) * seen.pow(2).mean(), seen.T @ wanted)
    left, sizes, right = torch.linalg.svd(best)
    rank = HEADS.stop - HEADS.start
    last.attn_v.weight[HEADS] = (left[:, :rank] * (GAIN * sizes[:rank]).sqrt()).T
    last.attn_output.weight[:, HEADS] = right[:rank].T * (GAIN * sizes[:rank]).sqrt()
    torch.save(checkpoint | {"weights": network.state_dict()}, sys.argv[2])


if __name__ == "__main__":
    main()
