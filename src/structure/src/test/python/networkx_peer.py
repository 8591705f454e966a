"""Prints random graphs and what NetworkX makes of them, for NetworkxPeer to compare with.

    python3 networkx_peer.py SEED GRAPHS

needs NetworkX and SciPy. Lines are those of make_measure_fixtures.py, with "labels LABEL ..." for a partition of the
nodes. Figures that are undefined are left out.
"""

import sys
import warnings

import networkx as nx
import numpy as np

from make_measure_fixtures import figures, path_figures

RESOLUTIONS = (0.5, 1.0, 2.0)


def graph_of(rng, kind):
    """A graph of a kind: plain, binary, loops, negative or one of the special ones."""
    directed = bool(rng.integers(2))
    nodes = int(rng.integers(2, 36))
    make = nx.DiGraph if directed else nx.Graph
    if kind == "empty":
        return nx.empty_graph(nodes, create_using=make)
    if kind == "one":
        return nx.empty_graph(1, create_using=make)
    if kind == "complete":
        graph = nx.complete_graph(int(rng.integers(2, 15)), create_using=make)
    else:
        parts = int(rng.choice([1, 1, 2, 3])) if kind != "connected" else 1
        density = float(rng.choice([0.03, 0.1, 0.3, 0.8]))
        graph = nx.empty_graph(nodes, create_using=make)
        for a in range(nodes):
            for b in range(nodes):
                wanted = a % parts == b % parts and (directed or b >= a) and (a != b or kind == "loops")
                if wanted and rng.random() < density:
                    graph.add_edge(a, b)
        if kind == "connected":
            nx.add_cycle(graph, range(nodes)) if nodes > 2 else graph.add_edge(0, 1)
    for _, _, data in graph.edges(data=True):
        weight = 1.0 if kind in ("binary", "complete") else float(rng.integers(1, 1000)) / 256
        data["weight"] = -weight if kind == "negative" and rng.random() < 0.4 else weight
    return graph


def strengths(graph):
    """Degrees and strengths; a self-loop of an undirected graph counts once, which NetworkX counts twice."""
    nodes = range(graph.number_of_nodes())
    for name, weight in (("degree", None), ("strength", "weight")):
        if graph.is_directed():
            out = dict(graph.out_degree(weight=weight))
            into = dict(graph.in_degree(weight=weight))
            yield name + "-out", [out[n] for n in nodes]
            yield name + "-in", [into[n] for n in nodes]
            yield name + "-total", [out[n] + into[n] for n in nodes]
        else:
            total = dict(graph.degree(weight=weight))
            for a, data in ((a, data) for a, b, data in graph.edges(data=True) if a == b):
                total[a] -= 1 if weight is None else data["weight"]
            yield name + "-total", [total[n] for n in nodes]


def strength_assortativity(graph):
    pairs = [(x, y) for x in ("out", "in") for y in ("out", "in")] if graph.is_directed() else [("out", "in")]
    for x, y in pairs if graph.number_of_edges() > 1 else []:
        # NetworkX rounds strengths to integers in places, so that weights go in as multiples of 1/256.
        scaled = graph.copy()
        for _, _, data in scaled.edges(data=True):
            data["weight"] = round(256 * data["weight"])
        r = nx.degree_pearson_correlation_coefficient(scaled, x=x, y=y, weight="weight")
        if not np.isnan(r):
            yield "strengthAssortativity-" + x + "-" + y, [r]


def modularity(graph, labels):
    sets = [{n for n, c in enumerate(labels) if c == wanted} for wanted in sorted(set(labels))]
    for resolution in RESOLUTIONS if graph.number_of_edges() > 0 else []:
        q = nx.community.modularity(graph, sets, weight="weight", resolution=resolution)
        yield "modularity-" + str(resolution), [q]
    if graph.number_of_edges() > 0 and nx.number_of_selfloops(graph) == 0:
        yield "coverage", [nx.community.partition_quality(graph, sets)[0]]


def whole(graph):
    """Functions of NetworkX for a graph as a whole, where it defines them."""
    if graph.number_of_nodes() > 1:
        connected = nx.is_strongly_connected(graph) if graph.is_directed() else nx.is_connected(graph)
        if connected:
            yield "averageShortestPath", [nx.average_shortest_path_length(graph)]
            yield "eccentricityLargest", [nx.diameter(graph)]
        if not graph.is_directed():
            yield "globalEfficiency", [nx.global_efficiency(graph)]


def with_loops(graph):
    """What NetworkX measures as we do where there are self-loops."""
    yield from path_figures(graph, "", nx.all_pairs_shortest_path_length(graph))
    if graph.is_directed():
        yield "strongComponents", sorted(len(c) for c in nx.strongly_connected_components(graph))
        yield "weakComponents", sorted(len(c) for c in nx.weakly_connected_components(graph))
    else:
        yield "components", sorted(len(c) for c in nx.connected_components(graph))


def lattice(rng):
    """A graph of as many edges as a ring of neighbours, and the figures of that ring."""
    nodes, near = int(rng.integers(8, 30)), 2 * int(rng.integers(1, 4))
    graph = nx.gnm_random_graph(nodes, nodes * near // 2, seed=int(rng.integers(1 << 30)))
    nx.set_edge_attributes(graph, 1.0, "weight")
    ring = nx.watts_strogatz_graph(nodes, near, 0)
    return graph, [
        ("latticeClustering", [nx.average_clustering(ring)]),
        ("latticePath", [nx.average_shortest_path_length(ring)]),
    ]


def checked(graph, kind, labels):
    yield from strengths(graph)
    if kind == "negative":
        yield from strength_assortativity(graph)
        unsigned = graph.copy()
        nx.set_edge_attributes(unsigned, 1.0, "weight")
        yield from ((n, v) for n, v in figures(unsigned) if n in BINARY or n.startswith("assortativity"))
        return
    yield from modularity(graph, labels)
    if kind == "loops":
        yield from with_loops(graph)
        return
    yield from strength_assortativity(graph)
    yield from whole(graph)
    yield from figures(graph.copy())


PATHS = {"components", "weakComponents", "strongComponents", "characteristic", "diameter", "efficiency"}
BINARY = PATHS | {"clustering", "density", "reciprocity", "transitivity", "localEfficiency", "richClub"}
KINDS = ["plain", "binary", "loops", "negative", "connected", "complete", "empty", "one", "lattice"]


def write(name, graph, labels, values):
    print("graph", name, "directed" if graph.is_directed() else "undirected", graph.number_of_nodes())
    for a, b, data in graph.edges(data=True):
        print("edge", a, b, data["weight"])
    print("labels", *labels)
    for figure, numbers in values:
        print("figure", figure, *(repr(float(v)) for v in numbers))


def main(seed, count):
    warnings.filterwarnings("ignore")
    rng = np.random.default_rng(seed)
    for k in range(count):
        kind = KINDS[k % len(KINDS)]
        if kind == "lattice":
            graph, values = lattice(rng)
        else:
            graph, values = graph_of(rng, kind), None
        labels = [int(c) for c in rng.integers(4, size=graph.number_of_nodes())]
        with np.errstate(all="ignore"):
            write(kind + str(k), graph, labels, values or checked(graph, kind, labels))


main(int(sys.argv[1]), int(sys.argv[2]))
