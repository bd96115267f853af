"""Runs a part of the graph in strips of rows, one after another, so that its maps are never there whole."""
import copy

import numpy


def in_strips(graph, source, ends, count, margin=0):
    """What leads from `source` to the `ends`, in strips that together are exact.

    ends: {name: rows of the source to one of its own}; count: strips, of equal height (the source's rows divide by count · the greatest of
    these); margin: rows of the source that a strip sees beyond its own, at least as far as a row of any end looks, and divisible likewise."""
    part = _between(graph, source, ends)
    for node in part:
        graph.settle(node)
    graph.remove(part, "", "")
    height = graph.add("Slice", [graph.add("Shape", [source], source + "_shape"), graph.whole(2), graph.whole(3)], source + "_height")
    rows = graph.add("Div", [height, graph.whole(count)], source + "_rows")
    pieces = {end: [] for end in ends}
    for strip in range(count):
        mark = f"{source}_strip{strip}_"
        first = graph.add("Mul", [rows, graph.whole(strip)], mark + "first")
        past = graph.add("Mul", [rows, graph.whole(strip + 1)], mark + "past")
        seen = graph.add("Max", [graph.add("Sub", [first, graph.whole(margin)], mark + "above"), graph.whole(0)], mark + "seen")
        until = graph.add("Add", [past, graph.whole(margin)], mark + "until")
        graph.add("Slice", [source, seen, until, graph.whole(2)], mark + source)
        for node in part:
            twin = copy.deepcopy(node)
            twin.name = ""
            twin.input[:] = [i if i in graph.values else mark + i for i in node.input]
            twin.output[:] = [mark + o for o in node.output]
            graph.nodes.append(twin)
        for end, shrink in ends.items():
            skipped = graph.add("Div", [graph.add("Sub", [first, seen], f"{mark}{end}_before"), graph.whole(shrink)], f"{mark}{end}_skipped")
            taken = graph.add("Div", [graph.add("Sub", [past, seen], f"{mark}{end}_after"), graph.whole(shrink)], f"{mark}{end}_taken")
            pieces[end].append(graph.add("Slice", [mark + end, skipped, taken, graph.whole(2)], f"{mark}{end}_own"))
    for end in ends:
        graph.add("Concat", pieces[end], end, axis=2)


def _between(graph, source, ends):
    found, waiting = [], list(ends)
    while waiting:
        node = graph.source(waiting.pop())
        if node is None or any(node is other for other in found):
            continue
        found.append(node)
        waiting += [i for i in node.input if i != source]
    return found
