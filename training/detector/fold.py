"""Rewrites PP-OCRv4's detector so that ONNX Runtime does less for the same answer: python3-onnx and numpy, no training.

    /usr/bin/python3 fold.py ch_PP-OCRv4_det_infer.onnx ../../models/text-detector.onnx

The published export leaves scalar scales and shifts, batch norms and hard swishes as passes of their own over the largest maps:
two thirds of its time. Here
- scales, shifts and batch norms go into the weights beside them;
- x·clip(x + 3, 0, 6)/6 becomes a hard sigmoid and a product, which the runtime fuses into the convolution before;
- a shift before a padded convolution cannot go into its bias (the padding is not shifted): it becomes a 1×1 depthwise convolution,
  which keeps the runtime's blocked layout where a sum with a scalar breaks it;
- x + x·gate becomes x·(1 + gate), one pass over the map instead of two;
- the head's two transposed 2×2 convolutions, which overlap nowhere, become two 1×1 convolutions at a quarter of the size and
  one shuffle of their 16 channels;
- the pyramid's finest level and the convolution over all levels are worked out without maps of 96 channels at a quarter of the page
  (pyramid.py);
- what comes before and after, on maps as large, runs in strips (strips.py).
"""
import sys

import numpy
import onnx

from graph import Graph, written
from pyramid import convolve_before_doubling, thin_finest_level
from strips import in_strips

STRIPS = 4  # the page's height is a multiple of 32: with 8 rows to one at the end of the stem, of 32 / 8
SEEN = 16   # rows of the page beyond its strip that the stem looks at: 13, in eights


def fold_into_weights(graph):
    """Scales, shifts and batch norms behind a convolution."""
    for name, weight in graph.weights.items():
        across = (1, -1, 1, 1) if any(n.op_type == "ConvTranspose" and n.output[0] == name for n in graph.nodes) else (-1, 1, 1, 1)
        while True:
            user = next((n for kind in ("Mul", "Add", "BatchNormalization") if (n := graph.after(name, kind)) is not None), None)
            if user is None or (user.op_type != "BatchNormalization" and graph.constant_of(user) is None):
                break
            scale, shift = numpy.ones(1), numpy.zeros(1)
            if user.op_type == "BatchNormalization":
                gamma, beta, mean, variance = (graph.values[i].astype(float) for i in user.input[1:5])
                epsilon = next((a.f for a in user.attribute if a.name == "epsilon"), 1e-5)
                scale = gamma / numpy.sqrt(variance + epsilon)
                shift = beta - mean * scale
            elif user.op_type == "Mul":
                scale = graph.constant_of(user)
            else:
                shift = graph.constant_of(user)
            weight *= scale.reshape(across)
            graph.biases[name] = graph.biases[name] * scale + shift
            graph.remove([user], user.output[0], name)


def fuse_hard_swishes(graph):
    starts = [n for n in graph.nodes if n.op_type == "Add" and (c := graph.constant_of(n)) is not None and c.size == 1 and abs(c[0] - 3) < 1e-6]
    for number, start in enumerate(starts):
        source = next(i for i in start.input if i not in graph.values)
        chain = [start]
        for kind in ("Clip", "Mul", "Div"):
            chain.append(graph.after(chain[-1].output[0], kind))
        scale, shift = 1.0, 0.0
        if (scaled := graph.after(chain[-1].output[0], "Mul")) is not None and (c := graph.constant_of(scaled)) is not None:
            chain.append(scaled)
            scale = float(c[0])
            if (shifted := graph.after(scaled.output[0], "Add")) is not None and (c := graph.constant_of(shifted)) is not None:
                chain.append(shifted)
                shift = float(c[0])
        end = chain[-1].output[0]
        users = graph.users(end)
        gate = graph.add("HardSigmoid", [source], f"gate{number}", alpha=1 / 6, beta=0.5)
        swish = graph.add("Mul", [source, gate], f"swish{number}")
        channels = graph.weights[source].shape[0]
        if any(u.op_type != "Conv" for u in users):
            swish = graph.convolution(swish, numpy.full((channels, 1, 1, 1), scale), numpy.full(channels, shift), f"scaled{number}", channels)
        else:
            padded = any(a.name == "pads" and any(a.ints) for u in users for a in u.attribute)
            if padded and shift:
                swish = graph.convolution(swish, numpy.ones((channels, 1, 1, 1)), numpy.full(channels, shift / scale), f"shifted{number}", channels)
            for name in (u.output[0] for u in users):
                if not padded:
                    graph.biases[name] = graph.biases[name] + shift * graph.weights[name].sum((1, 2, 3))
                graph.weights[name] *= scale
        graph.remove(chain, end, swish)


def join_gates(graph):
    graph.values["one"] = numpy.ones(1, numpy.float32)
    for product in [n for n in graph.nodes if n.op_type == "Mul"]:
        total = graph.after(product.output[0], "Add")
        source = total and next(i for i in total.input if i != product.output[0])
        if not total or source not in product.input:
            continue
        gate = next(i for i in product.input if i != source)
        raised = graph.add("Add", [gate, "one"], gate + "_raised")
        graph.remove([product, total], total.output[0], graph.add("Mul", [source, raised], total.output[0] + "_gated"))


def flatten_head(graph):
    """Returns the map before the head and the one behind it."""
    first = next(n for n in graph.nodes if n.op_type == "ConvTranspose" and graph.after(n.output[0], "Relu") is not None)
    relu = graph.after(first.output[0], "Relu")
    second = graph.after(relu.output[0], "ConvTranspose")
    sigmoid = graph.after(second.output[0], "Sigmoid")
    inner, outer = graph.weights[first.output[0]], graph.weights[second.output[0]]
    channels = inner.shape[1]
    # Channel p·channels + c: sub-pixel p = 2·row + column of the first, channel c of its result.
    before = inner.transpose(2, 3, 1, 0).reshape(4 * channels, -1)
    after = numpy.zeros((16, 4 * channels))
    for y1, x1, y2, x2 in numpy.ndindex(2, 2, 2, 2):
        p = 2 * y1 + x1
        after[4 * (2 * y1 + y2) + 2 * x1 + x2, p * channels:(p + 1) * channels] = outer[:, 0, y2, x2]
    wide = graph.convolution(first.input[0], before[:, :, None, None], numpy.tile(graph.biases[first.output[0]], 4), "head1")
    logits = graph.convolution(graph.add("Relu", [wide], "head1_relu"), after[:, :, None, None], numpy.full(16, graph.biases[second.output[0]][0]), "head2")
    graph.remove([first, relu, second, sigmoid], "", "")
    end = graph.add("Sigmoid", [logits], "head2_sigmoid")
    graph.add("DepthToSpace", [end], sigmoid.output[0], blocksize=4, mode="DCR")
    return first.input[0], end


def strip_stem(graph, page, z):
    """Up to the finest level's few channels, on a quarter of the page, and the stride beside them."""
    shared = graph.source(z).input[0]
    ends = {n.output[0]: 4 * next(a.ints[0] for a in n.attribute if a.name == "strides") for n in graph.users(shared)}
    in_strips(graph, page, ends, STRIPS, SEEN)


def main():
    graph = Graph(onnx.load(sys.argv[1]))
    fold_into_weights(graph)
    fuse_hard_swishes(graph)
    join_gates(graph)
    start, end = flatten_head(graph)
    finest = thin_finest_level(graph)
    convolve_before_doubling(graph)
    strip_stem(graph, graph.inputs[0].name, finest)
    in_strips(graph, start, {end: 1}, STRIPS)
    onnx.save(written(graph), sys.argv[2])
    print(len(graph.nodes), "nodes")


if __name__ == "__main__":
    main()
