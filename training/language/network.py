"""A small network of the Llama kind: RMS norm, rotary positions in pairs of neighbours, gated feed-forward; as llama.cpp's architecture "llama" computes it."""
import math

import torch
from torch import nn
from torch.nn import functional as F

SHAPE = dict(vocabulary=8079, width=256, layers=4, heads=8, inner=704, context=1024, base=1000000.0, epsilon=1e-5)


class Norm(nn.Module):
    def __init__(self, width, epsilon):
        super().__init__()
        self.weight, self.epsilon = nn.Parameter(torch.ones(width)), epsilon

    def forward(self, x):
        return x * torch.rsqrt(x.pow(2).mean(-1, keepdim=True) + self.epsilon) * self.weight


def rotate(x, cosine, sine):
    """x: batch, heads, length, head width; neighbours (0,1), (2,3), … turn together."""
    even, odd = x[..., 0::2], x[..., 1::2]
    return torch.stack((even * cosine - odd * sine, even * sine + odd * cosine), -1).flatten(-2)


class Layer(nn.Module):
    def __init__(self, shape):
        super().__init__()
        width, inner = shape["width"], shape["inner"]
        self.heads = shape["heads"]
        self.attn_norm, self.ffn_norm = Norm(width, shape["epsilon"]), Norm(width, shape["epsilon"])
        self.attn_q, self.attn_k, self.attn_v, self.attn_output = (nn.Linear(width, width, bias=False) for _ in range(4))
        self.ffn_gate, self.ffn_up = nn.Linear(width, inner, bias=False), nn.Linear(width, inner, bias=False)
        self.ffn_down = nn.Linear(inner, width, bias=False)
        # Log-odds of where each head looked last, kept for the lesson in pointing.
        self.looked = None

    def forward(self, x, cosine, sine, mask):
        batch, length, width = x.shape
        y = self.attn_norm(x)
        q, k, v = (part(y).view(batch, length, self.heads, -1).transpose(1, 2) for part in (self.attn_q, self.attn_k, self.attn_v))
        q, k = rotate(q, cosine, sine), rotate(k, cosine, sine)
        self.looked = q @ k.transpose(-1, -2) / math.sqrt(q.shape[-1]) + mask
        weights = torch.softmax(self.looked, -1)
        x = x + self.attn_output((weights @ v).transpose(1, 2).reshape(batch, length, width))
        y = self.ffn_norm(x)
        return x + self.ffn_down(F.silu(self.ffn_gate(y)) * self.ffn_up(y))


class Network(nn.Module):
    def __init__(self, shape=None):
        super().__init__()
        self.shape = shape or SHAPE
        self.token_embd = nn.Embedding(self.shape["vocabulary"], self.shape["width"])
        self.blk = nn.ModuleList(Layer(self.shape) for _ in range(self.shape["layers"]))
        self.output_norm = Norm(self.shape["width"], self.shape["epsilon"])
        # The same table puts tokens in and out: to copy a word's number is then no more than to pass it on. Its rows are long, and the last norm makes up for it:
        # beside what the layers add, a short row is lost, and no number can be copied.
        nn.init.normal_(self.token_embd.weight, std=1.2)
        nn.init.constant_(self.output_norm.weight, 0.025)
        for layer in self.blk:
            for part in (layer.attn_output, layer.ffn_down):
                nn.init.zeros_(part.weight)
        half = self.shape["width"] // self.shape["heads"] // 2
        angles = torch.outer(torch.arange(self.shape["context"]).float(), self.shape["base"] ** (-torch.arange(half).float() / half))
        self.register_buffer("cosine", angles.cos(), persistent=False)
        self.register_buffer("sine", angles.sin(), persistent=False)
        mask = torch.full((self.shape["context"], self.shape["context"]), float("-inf")).triu(1)
        self.register_buffer("mask", mask, persistent=False)

    def hidden(self, ids):
        return self.depths(ids)[-1]

    def depths(self, ids):
        """What each layer leaves behind; the last one normed for the output."""
        length = ids.shape[1]
        x, result = self.token_embd(ids), []
        for layer in self.blk:
            x = layer(x, self.cosine[:length], self.sine[:length], self.mask[:length, :length])
            result.append(x)
        return result[:-1] + [self.output_norm(x)]

    def output(self, hidden):
        return hidden @ self.token_embd.weight.T

    def forward(self, ids):
        return self.output(self.hidden(ids))
