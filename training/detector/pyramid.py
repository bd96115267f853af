"""The detector's feature pyramid without its largest maps, 96 channels on a quarter of the page: the gates of its levels stand between
linear maps alone, so that sums, enlargements and 1×1 convolutions can change places with the 3×3 convolutions behind them."""
import numpy


def thin_finest_level(graph):
    """conv(gate · widened(z) + doubled(coarser)) becomes conv'(z) + conv(doubled(coarser)); the weights of conv' are those of the two
    convolutions and the gate between them, multiplied when the page is known. Returns z, the finest level's few channels."""
    total = next(n for n in graph.nodes if n.op_type == "Add" and _is_doubling(graph, n) and not any(u.op_type == "Resize" for u in graph.users(n.output[0])))
    gated, doubled = (graph.source(i) for i in total.input)
    widened, gate = (graph.source(i) for i in gated.input)
    pooled = next(n for n in graph.users(widened.output[0]) if n.op_type == "GlobalAveragePool")
    after = graph.after(total.output[0], "Conv")
    z, wide, end, mean = widened.input[0], widened.output[0], after.output[0], pooled.output[0]
    # One more channel of z is always 1: it carries the bias of the widening as far as the page goes, where the padding begins.
    graph.weights[z] = numpy.concatenate([graph.weights[z], numpy.zeros_like(graph.weights[z][:1])])
    graph.biases[z] = numpy.append(graph.biases[z], 1.0)
    widening = numpy.concatenate([graph.weights.pop(wide)[:, :, 0, 0], graph.biases[wide][:, None]], 1)
    weight, bias = graph.weights.pop(end), graph.biases[end]
    graph.remove([total, gated, doubled, widened, pooled, after], "", "")
    graph.convolution(graph.add("GlobalAveragePool", [z], z + "_mean"), widening[:, :, None, None], numpy.zeros(len(widening)), mean)
    graph.values |= {
        "finest_widening": widening.astype(numpy.float32),
        "finest_after": weight.transpose(0, 2, 3, 1).reshape(-1, weight.shape[1]).astype(numpy.float32),
        "finest_bias": bias.astype(numpy.float32),
        "finest_shape": numpy.array([len(weight), *weight.shape[2:], widening.shape[1]]),
        "column": numpy.array([-1, 1])}
    gated_widening = graph.add("Mul", ["finest_widening", graph.add("Reshape", [gate.output[0], "column"], "finest_gate")], "finest_gated")
    product = graph.add("Reshape", [graph.add("MatMul", ["finest_after", gated_widening], "finest_product"), "finest_shape"], "finest_square")
    weights = graph.add("Transpose", [product], "finest_weights", perm=[0, 3, 1, 2])
    own = graph.add("Conv", [z, weights, "finest_bias"], "finest_own", kernel_shape=[3, 3], pads=[1, 1, 1, 1])
    graph.add("Add", [own, _of_doubled(graph, doubled.input[0], weight, "finest_coarser")], end)
    return z


def convolve_before_doubling(graph):
    """conv(levels, all enlarged to the finest) becomes conv(finest) + conv(doubled(the coarser levels, enlarged to half the finest))."""
    joined = next(n for n in graph.nodes if n.op_type == "Concat")
    after = graph.after(joined.output[0], "Conv")
    end = after.output[0]
    weight, bias = graph.weights.pop(end), graph.biases[end]
    graph.remove([joined, after], "", "")
    *coarser, finest = joined.input
    halves = []
    for enlarged in map(graph.source, coarser):
        scales = graph.values[enlarged.input[2]] / numpy.array([1, 1, 2, 2], numpy.float32)
        if scales[-1] == 1:
            graph.remove([enlarged], "", "")
            halves.append(enlarged.input[0])
        else:
            enlarged.input[2] = enlarged.output[0] + "_scales"
            graph.values[enlarged.input[2]] = scales
            halves.append(enlarged.output[0])
    own = weight.shape[1] // len(joined.input)
    coarse = _of_doubled(graph, graph.add("Concat", halves, "joined_halves", axis=1), weight[:, :-own], "joined_coarser")
    graph.add("Add", [graph.convolution(finest, weight[:, -own:], bias, "joined_finest"), coarse], end)


def _is_doubling(graph, total):
    return any((source := graph.source(i)) is not None and source.op_type == "Resize" for i in total.input)


def _of_doubled(graph, source, weight, output):
    """The 3×3 convolution of a map whose every value is repeated 2×2, worked out on the map itself.

    Of the three rows that the kernel sees, two are the same: the upper row of each 2×2 needs two rows of the map, the one above and its own,
    the lower its own and the one below; so with the columns, where a column of zeros stands for the third."""
    outputs, inputs = weight.shape[:2]
    bands = []
    for y in range(2):
        band = numpy.zeros((2, outputs, inputs, 2, 3))
        for x, row, column in numpy.ndindex(2, 3, 3):
            band[x, :, :, (y + row - 1) // 2 + 1 - y, (x + column - 1) // 2 + 1] += weight[:, :, row, column]
        kernel = band.reshape(-1, inputs, 2, 3)
        bands.append(graph.convolution(source, kernel, numpy.zeros(2 * outputs), f"{output}{y}", pads=[1 - y, 1, y, 1]))
    return graph.add("DepthToSpace", [graph.add("Concat", bands, output + "_places", axis=1)], output, blocksize=2, mode="DCR")
