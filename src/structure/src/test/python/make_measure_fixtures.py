"""Writes the graphs and figures that NetworkxFiguresTest reads.

Run with NetworkX 3.6 and SciPy 1.17; the file is part of the sources, so the tests need no Python:

    python3 make_measure_fixtures.py ../resources/io/github/lightcone/structure/measure/networkx.txt

Lines: "graph NAME directed|undirected NODES", then its "edge FROM TO WEIGHT" lines, then its "figure NAME VALUE ..."
lines. Figures that are undefined are left out.
"""

import math
import sys

import networkx as nx
import numpy as np
import scipy.linalg


def random_graph(name, seed, nodes, edges, directed, parts=1):
    """Edges placed at random, between nodes of the same remainder modulo parts."""
    rng = np.random.default_rng(seed)
    graph = nx.DiGraph() if directed else nx.Graph()
    graph.add_nodes_from(range(nodes))
    while graph.number_of_edges() < edges:
        a, b = (int(n) for n in rng.integers(nodes, size=2))
        if a != b and a % parts == b % parts:
            graph.add_edge(a, b, weight=float(rng.integers(1, 1000)) / 256)
    return name, graph


def unit(name, graph):
    nx.set_edge_attributes(graph, 1.0, "weight")
    return name, graph


def path_figures(graph, prefix, pairs):
    """Mean and largest length over the ordered pairs with a path, mean inverse over all."""
    nodes = graph.number_of_nodes()
    lengths = [length for source, row in pairs for target, length in row.items() if source != target]
    if lengths:
        yield prefix + "characteristic", [np.mean(lengths)]
    yield prefix + "diameter", [max(lengths, default=0)]
    if nodes > 1:
        yield prefix + "efficiency", [sum(1 / length for length in lengths) / (nodes * (nodes - 1))]


def figures(graph):
    nodes = range(graph.number_of_nodes())
    directed = graph.is_directed()
    matrix = nx.to_numpy_array(graph, nodelist=nodes)
    yield "clustering", [nx.clustering(graph)[n] for n in nodes]
    yield "weightedClustering", [nx.clustering(graph, weight="weight")[n] for n in nodes]
    if len(nodes) > 1:
        yield "density", [nx.density(graph)]
    if not directed:
        if any(degree > 1 for _, degree in graph.degree):
            yield "transitivity", [nx.transitivity(graph)]
        yield "localEfficiency", [nx.local_efficiency(graph)]
        coefficients = nx.rich_club_coefficient(graph, normalized=False)
        yield "richClub", [coefficients[k] for k in sorted(coefficients)]
        yield "components", sorted(len(c) for c in nx.connected_components(graph))
    else:
        if graph.number_of_edges() > 0:
            yield "reciprocity", [nx.reciprocity(graph)]
        yield "strongComponents", sorted(len(c) for c in nx.strongly_connected_components(graph))
        yield "weakComponents", sorted(len(c) for c in nx.weakly_connected_components(graph))
    yield from path_figures(graph, "", nx.all_pairs_shortest_path_length(graph))
    for _, _, data in graph.edges(data=True):
        data["length"] = 1 / data["weight"]
    yield from path_figures(graph, "weighted", nx.all_pairs_dijkstra_path_length(graph, weight="length"))
    for x, y in [("out", "in"), ("in", "out"), ("out", "out"), ("in", "in")] if directed else [("out", "in")]:
        with np.errstate(all="ignore"):
            r = nx.degree_pearson_correlation_coefficient(graph, x=x, y=y) if graph.number_of_edges() > 1 else math.nan
        if not math.isnan(r):
            yield "assortativity-" + x + "-" + y, [r]
    if len(nodes) > 24:
        return
    sums = matrix.sum(axis=1)
    roots = np.zeros(len(nodes))
    roots[sums > 0] = sums[sums > 0] ** -0.5
    yield "communicability", list(scipy.linalg.expm(roots[:, None] * matrix * roots[None, :]).ravel())


def main():
    graphs = [
        random_graph("sparse", 1, 40, 70, False),
        random_graph("dense", 2, 24, 200, False),
        random_graph("parts", 3, 30, 60, False, parts=3),
        random_graph("arcs", 4, 40, 110, True),
        random_graph("densearcs", 5, 20, 260, True),
        random_graph("arcparts", 6, 30, 80, True, parts=2),
        unit("complete", nx.complete_graph(7)),
        unit("path", nx.path_graph(9)),
        unit("star", nx.star_graph(8)),
        unit("smallworld", nx.watts_strogatz_graph(60, 6, 0.1, seed=7)),
        unit("cycle", nx.cycle_graph(6, create_using=nx.DiGraph)),
        unit("noedges", nx.empty_graph(4)),
        unit("one", nx.empty_graph(1)),
    ]
    with open(sys.argv[1], "w") as out:
        for name, graph in graphs:
            kind = "directed" if graph.is_directed() else "undirected"
            print("graph", name, kind, graph.number_of_nodes(), file=out)
            for a, b, data in graph.edges(data=True):
                print("edge", a, b, data["weight"], file=out)
            for figure, values in figures(graph):
                print("figure", figure, *(format(float(v), ".15g") for v in values), file=out)


if __name__ == "__main__":
    main()
