"""The recogniser's network: convolutions to a sequence of columns, light attention along it, CTC.

Linear layers are given matrices, not [N, T, D]: so they are exported as Gemm, which adds its offset itself."""
import torch
from torch import nn
from torch.nn import functional as F

from lines.alphabet import ALPHABET

HEIGHT = 40   # rows of the input
STRIDE = 4    # columns of the input per output step


def _conv(inputs, outputs, stride=1, kernel=3, padding=1):
    return nn.Sequential(nn.Conv2d(inputs, outputs, kernel, stride, padding, bias=False), nn.BatchNorm2d(outputs), nn.ReLU(True))


class Norm(nn.LayerNorm):
    """In float32 also where the rest is cast to bfloat16."""

    def forward(self, x):
        return super().forward(x.float())


class Residual(nn.Module):
    def __init__(self, width):
        super().__init__()
        self.body = _conv(width, width)

    def forward(self, x):
        return x + self.body(x)


class Refinement(nn.Module):
    """x + a product of what a convolution sees in x. Behind the ReLU, so that it can begin at nothing and still learn: a Residual that begins so dies."""

    def __init__(self, width):
        super().__init__()
        self.see, self.add = _conv(width, width), nn.Conv2d(width, width, 1)

    def forward(self, x):
        return x + self.add(self.see(x))


class Columns(nn.Module):
    """Mixes neighbouring columns: depthwise convolution over 7 steps, then two matrix products. x: [N, T, D]."""

    def __init__(self, width, inner):
        super().__init__()
        self.norm = Norm(width)
        self.depthwise = nn.Conv1d(width, width, 7, padding=3, groups=width)
        self.widen, self.narrow = nn.Linear(width, inner), nn.Linear(inner, width)

    def forward(self, x):
        y = self.depthwise(self.norm(x).transpose(1, 2)).transpose(1, 2).reshape(-1, x.shape[-1])
        return x + self.narrow(F.relu(self.widen(y))).reshape(x.shape)


class Attention(nn.Module):
    """Pre-norm attention over the whole line, then a two-layer mix. No positions: the depthwise layers before carry them. x: [N, T, D]."""

    def __init__(self, width, heads, inner):
        super().__init__()
        self.heads, self.scale = heads, (width // heads) ** -0.5
        self.norm, self.qkv, self.out = Norm(width), nn.Linear(width, 3 * width), nn.Linear(width, width)
        self.norm2, self.widen, self.narrow = Norm(width), nn.Linear(width, inner), nn.Linear(inner, width)

    def forward(self, x):
        n, _, d = x.shape
        x = x.reshape(-1, d)
        q, k, v = self.qkv(self.norm(x)).reshape(n, -1, 3 * self.heads, d // self.heads).transpose(1, 2).split([self.heads] * 3, 1)
        weights = torch.softmax((q * self.scale) @ k.transpose(-1, -2), -1)
        x = x + self.out((weights @ v).transpose(1, 2).reshape(-1, d))
        return (x + self.narrow(F.relu(self.widen(self.norm2(x))))).reshape(n, -1, d)


class Recogniser(nn.Module):
    """Input x: [N, 1, 40, W] float32, W a multiple of 4, paper 0, ink positive. Output: logits [N, W/4, classes]."""

    def __init__(self, classes, channels=(16, 48, 80, 96, 128), width=192, heads=6, inner=384, columns=2, attentions=3):
        super().__init__()
        a, b, c, d, e = channels
        self.body = nn.Sequential(
            _conv(1, a, 2), _conv(a, b, 2),          # 40 -> 10 rows, W -> W/4
            _conv(b, c), Refinement(c),
            _conv(c, d, (2, 1)),                     # 5 rows
            Residual(d), Refinement(d),
            _conv(d, e, (2, 1)),                     # 3 rows
            Refinement(e), Refinement(e),
            _conv(e, width, 1, (3, 1), (0, 0)))      # 1 row
        self.mix = nn.Sequential(*(Columns(width, 2 * width) for _ in range(columns)),
                                 *(Attention(width, heads, inner) for _ in range(attentions)))
        self.norm, self.head = Norm(width), nn.Linear(width, classes)

    def forward(self, x):
        y = self.body(x).squeeze(2).transpose(1, 2)
        y = self.mix(y)
        return self.head(self.norm(y).reshape(-1, y.shape[-1])).reshape(y.shape[0], -1, self.head.out_features)


def trained(path):
    """The network with the weights of a file."""
    model = Recogniser(len(ALPHABET))
    model.load_state_dict(torch.load(path, map_location="cpu"))
    return model


def normalise_pixels(pixels, width=None):
    """uint8 [40, w] -> float32 [40, width]: (median - grey) / 128, so that paper is 0; padding on the right is 0 after this."""
    import numpy
    x = (float(numpy.median(pixels)) - pixels.astype(numpy.float32)) / 128
    if width is None or width == pixels.shape[1]:
        return x
    return numpy.pad(x, ((0, 0), (0, width - pixels.shape[1])))
