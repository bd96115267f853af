"""Greedy answers of the shipped weights as PyTorch computes them, for the test that compares llama.cpp: parity.py run/checkpoint.pt parity.json"""
import json
import math
import random
import sys

import torch

import export
import prompts
import rows
from network import Network, rotate
from vocabulary import Vocabulary

PROMPTS, TOKENS = 50, 64


def step(network, ids, held):
    """Log-odds after the last of the new ids; held keeps each layer's keys and values of all before."""
    past = held[0][0].shape[2] if held[0] else 0
    x = network.token_embd(torch.tensor([ids]))
    cosine, sine = network.cosine[past:past + len(ids)], network.sine[past:past + len(ids)]
    mask = network.mask[past:past + len(ids), :past + len(ids)]
    for at, layer in enumerate(network.blk):
        y = layer.attn_norm(x)
        q, k, v = (part(y).view(1, len(ids), layer.heads, -1).transpose(1, 2) for part in (layer.attn_q, layer.attn_k, layer.attn_v))
        q, k = rotate(q, cosine, sine), rotate(k, cosine, sine)
        if held[at]:
            k, v = torch.cat((held[at][0], k), 2), torch.cat((held[at][1], v), 2)
        held[at] = (k, v)
        weights = torch.softmax(q @ k.transpose(-1, -2) / math.sqrt(q.shape[-1]) + mask, -1)
        x = x + layer.attn_output((weights @ v).transpose(1, 2).reshape(1, len(ids), -1))
        y = layer.ffn_norm(x)
        x = x + layer.ffn_down(torch.nn.functional.silu(layer.ffn_gate(y)) * layer.ffn_up(y))
    return network.output(network.output_norm(x[0, -1]))


def main():
    checkpoint = torch.load(sys.argv[1], map_location="cpu")
    network = Network(checkpoint["shape"])
    # What the file holds, not what training held: the weights go through F16.
    network.load_state_dict({name: torch.from_numpy(array.astype("float32")) for name, array in export.tensors_of(checkpoint["weights"]).items()})
    network.eval()
    vocabulary, lexicon, dice = Vocabulary.load("vocabulary.json"), rows.Words(), random.Random(2026)
    cases = []
    with torch.no_grad():
        while len(cases) < PROMPTS:
            question = prompts.draw(lexicon, dice).bare
            ids = vocabulary.conversation(question)
            if len(ids) > 400:
                continue
            chosen, margins, told, held = [], [], ids, [None] * len(network.blk)
            for _ in range(TOKENS):
                best = torch.topk(step(network, told, held), 2)
                chosen.append(int(best.indices[0]))
                margins.append(round(float(best.values[0] - best.values[1]), 4))
                told = chosen[-1:]
            cases.append({"question": question, "prompt": ids, "answer": chosen, "margins": margins})
    with open(sys.argv[2], "w", encoding="utf-8") as file:
        json.dump(cases, file, ensure_ascii=False, separators=(",", ":"))


if __name__ == "__main__":
    main()
