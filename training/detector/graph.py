"""An ONNX graph that is being rewritten: python3-onnx and numpy."""
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

    def source(self, name):
        """The node that a value comes from; null where it is a constant or the page."""
        return next((n for n in self.nodes if name in n.output), None)

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

    def convolution(self, source, weight, bias, output, group=1, pads=None):
        """A new convolution; without pads of its own it keeps the map's size."""
        height, width = weight.shape[2:]
        self.values[output + "_w"], self.values[output + "_b"] = weight.astype(numpy.float32), bias.astype(numpy.float32)
        return self.add("Conv", [source, output + "_w", output + "_b"], output, kernel_shape=[height, width], pads=pads or [height // 2, width // 2] * 2, group=group)

    def whole(self, number):
        """The constant [number], int64."""
        self.values[f"whole{number}"] = numpy.array([number])
        return f"whole{number}"

    def settle(self, node):
        """Gives a convolution its weights and bias as they now are."""
        name = node.output[0]
        if node.op_type == "Conv" and name in self.weights:
            del node.input[1:]
            node.input.extend([name + "_w", name + "_b"])
            self.values[name + "_w"], self.values[name + "_b"] = (v[name].astype(numpy.float32) for v in (self.weights, self.biases))


def written(graph):
    """The model, for one page at a time, with its nodes in an order in which they can run."""
    for node in graph.nodes:
        graph.settle(node)
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
    inputs[0].type.tensor_type.shape.dim[0].dim_value = 1
    model = helper.make_model(
        helper.make_graph(ordered, "text-detector", inputs, list(graph.outputs), initialisers), opset_imports=[helper.make_opsetid("", 13)], ir_version=7)
    onnx.checker.check_model(model)
    return model
