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
  one shuffle of their 16 channels.
"""
import sys

import numpy
import onnx
from onnx import helper, numpy_helper


class Graph:
    """The nodes, the constants by name, and for each convolution its weight and bias in double precision."""

    def __init__(self, model):
        self.inputs, self.outputs = model.graph.input, model.graph.output
        constants = [n for n in model.graph.node if n.op_type == "Constant"]
        self.values = {i.name: numpy_helper.to_array(i) for i in model.graph.initializer}
        self.values |= {n.output[0]: numpy_helper.to_array(n.attribute[0].t) for n in constants}
        self.nodes = [n for n in model.graph.node if n.op_type != "Constant"]
        self.weights, self.biases = {}, {}
        for node in self.nodes:
            if node.op_type in ("Conv", "ConvTranspose"):
                weight = self.values[node.input[1]].astype(float)
                outputs = weight.shape[0 if node.op_type == "Conv" else 1]
                self.weights[node.output[0]] = weight
                self.biases[node.output[0]] = self.values[node.input[2]].astype(float) if len(node.input) > 2 else numpy.zeros(outputs)

    def users(self, name):
        return [n for n in self.nodes if name in n.input]

    def after(self, name, kind):
        """The one node that uses a value, where it is of that kind."""
        users = self.users(name)
        return users[0] if len(users) == 1 and users[0].op_type == kind else None

    def constant_of(self, node):
        """The constant beside the one value that a sum or a product works on; null where there is none."""
        return next((self.values[i].astype(float).reshape(-1) for i in node.input if i in self.values), None)

    def remove(self, nodes, old, new):
        """Takes nodes out; who used the value `old` uses `new`."""
        self.nodes = [n for n in self.nodes if not any(n is other for other in nodes)]
        for node in self.nodes:
            for i, name in enumerate(node.input):
                if name == old:
                    node.input[i] = new

    def add(self, kind, inputs, output, **attributes):
        self.nodes.append(helper.make_node(kind, inputs, [output], **attributes))
        return output

    def convolution(self, source, weight, bias, output, group=1):
        """A new 1×1 convolution."""
        self.values[output + "_w"], self.values[output + "_b"] = weight.astype(numpy.float32), bias.astype(numpy.float32)
        return self.add("Conv", [source, output + "_w", output + "_b"], output, kernel_shape=[1, 1], group=group)


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
    graph.add("DepthToSpace", [graph.add("Sigmoid", [logits], "head2_sigmoid")], sigmoid.output[0], blocksize=4, mode="DCR")


def written(graph):
    """The model, with its nodes in an order in which they can run."""
    for node in graph.nodes:
        if node.op_type == "Conv" and (name := node.output[0]) in graph.weights:
            del node.input[1:]
            node.input.extend([name + "_w", name + "_b"])
            graph.values[name + "_w"], graph.values[name + "_b"] = (v[name].astype(numpy.float32) for v in (graph.weights, graph.biases))
    used = {i for n in graph.nodes for i in n.input}
    known = {"", *graph.values, *(i.name for i in graph.inputs)}
    ordered, waiting = [], graph.nodes
    while waiting:
        ready = [n for n in waiting if known.issuperset(n.input)]
        ordered += ready
        known.update(o for n in ready for o in n.output)
        waiting = [n for n in waiting if not any(n is other for other in ready)]
    initialisers = [numpy_helper.from_array(numpy.ascontiguousarray(v), k) for k, v in graph.values.items() if k in used]
    inputs = [i for i in graph.inputs if i.name not in graph.values]
    model = helper.make_model(
        helper.make_graph(ordered, "text-detector", inputs, list(graph.outputs), initialisers), opset_imports=[helper.make_opsetid("", 13)], ir_version=7)
    onnx.checker.check_model(model)
    return model


def main():
    graph = Graph(onnx.load(sys.argv[1]))
    fold_into_weights(graph)
    fuse_hard_swishes(graph)
    join_gates(graph)
    flatten_head(graph)
    onnx.save(written(graph), sys.argv[2])
    print(len(graph.nodes), "nodes")


if __name__ == "__main__":
    main()
