"""The recogniser in 8 bits, as serving runs it.

Weights are int8 with a scale for every channel that comes out, the values between layers uint8 with one scale a layer, from the least
to the greatest seen in some lines (Jacob et al., CVPR 2018, section 2.1). The exported graph holds pairs of QuantizeLinear and
DequantizeLinear, of which ONNX Runtime makes whole-number convolutions and matrix products. In float32 stay the first convolution
(one channel comes in), the depthwise ones, norms, the attention's own products, and all sums along the line."""
import torch
from torch import nn
from torch.nn import functional as F

from network import STRIDE, Refinement, Residual, normalise_pixels, trained
from train import load

LEAST = 1e-6   # of a channel that has died
WATCHED = 300  # lines that tell the ranges


class Dequantise(torch.autograd.Function):
    """int8 levels and the scale of each channel along an axis, as the float32 that they stand for."""

    @staticmethod
    def forward(_, levels, scales, axis):
        return levels * scales.reshape([-1 if i == axis else 1 for i in range(levels.dim())])

    @staticmethod
    def symbolic(graph, levels, scales, axis):
        zeros = graph.op("Constant", value_t=torch.zeros(scales.type().sizes(), dtype=torch.int8))
        return graph.op("DequantizeLinear", levels, scales, zeros, axis_i=axis)


class Levels(nn.Module):
    """Values in 255 equal steps between the least and the greatest that went through while it was watching; 0 is one of them."""

    def __init__(self):
        super().__init__()
        self.least, self.greatest, self.watching = 0.0, 0.0, True

    def forward(self, x):
        if self.watching:
            self.least, self.greatest = min(self.least, float(x.min())), max(self.greatest, float(x.max()))
            return x
        scale = max(self.greatest - self.least, LEAST) / 255
        return torch.fake_quantize_per_tensor_affine(x, scale, round(-self.least / scale), 0, 255)


def _levels(weights, axis):
    """(int8 levels, scales) of weights, a scale for every channel along the axis."""
    others = [i for i in range(weights.dim()) if i != axis]
    scales = weights.detach().abs().amax(others).clamp(min=LEAST) / 127
    shape = [-1 if i == axis else 1 for i in range(weights.dim())]
    return (weights.detach() / scales.reshape(shape)).round().to(torch.int8), scales


class Convolution(nn.Module):
    """A convolution of int8 weights."""

    def __init__(self, of):
        super().__init__()
        self.stride, self.padding, self.bias = of.stride, of.padding, of.bias
        levels, scales = _levels(of.weight, 0)
        self.register_buffer("levels", levels)
        self.register_buffer("scales", scales)

    def forward(self, x):
        return F.conv2d(x, Dequantise.apply(self.levels, self.scales, 0), self.bias, self.stride, self.padding)


class Product(nn.Module):
    """A linear layer of int8 weights; what comes out is float32."""

    def __init__(self, of):
        super().__init__()
        # taken away, not added: of MatMul and Add ONNX Runtime makes a float32 Gemm before it looks for whole-number products
        self.owed, self.out_features, self.before = -of.bias.detach(), of.out_features, Levels()
        levels, scales = _levels(of.weight.t().contiguous(), 1)
        self.register_buffer("levels", levels)
        self.register_buffer("scales", scales)

    def forward(self, x):
        return self.before(x) @ Dequantise.apply(self.levels, self.scales, 1) - self.owed


def shipped(weights, sets):
    """The network as it ships, of the weights of a file; the ranges are those of the calibration lines in the folder of sets."""
    return quantise(fold(trained(weights).eval()), [pixels for pixels, _ in load(sets / "calibration.npz")[:WATCHED]])


def fold(model):
    """Batch normalisation folded into the convolutions before it."""
    for part in model.modules():
        if isinstance(part, nn.Sequential) and len(part) == 3 and isinstance(part[1], nn.BatchNorm2d):
            part[0] = nn.utils.fusion.fuse_conv_bn_eval(part[0], part[1])
            part[1] = nn.Identity()
    return model


def _levelled(layer):
    """A convolution, its folded normalisation and its ReLU, in 8 bits."""
    return nn.Sequential(Convolution(layer[0]), layer[2], Levels())


def quantise(model, lines):
    """The network, its batch normalisation folded already, in 8 bits; `lines` are uint8 pixels [40, W] each, for the ranges."""
    for i, part in enumerate(model.body):
        if isinstance(part, Residual):
            part.body = _levelled(part.body)
            model.body[i] = nn.Sequential(part, Levels())
        elif isinstance(part, Refinement):
            part.see, part.add = _levelled(part.see), nn.Sequential(Convolution(part.add), Levels())
            model.body[i] = nn.Sequential(part, Levels())
        else:
            model.body[i] = _levelled(part) if i else nn.Sequential(part, Levels())
    for part in list(model.modules()):
        for name, child in list(part.named_children()):
            if isinstance(child, nn.Linear):
                setattr(part, name, Product(child))
    with torch.no_grad():
        for pixels in lines:
            width = -(-max(16, pixels.shape[1]) // STRIDE) * STRIDE
            model(torch.from_numpy(normalise_pixels(pixels, width))[None, None])
    for part in model.modules():
        if isinstance(part, Levels):
            part.watching = False
    return model
