"""Writes the figures that the tests of community measures compare with.

    pip install networkx==3.6.1 scikit-learn==1.9.1 bctpy==0.6.0
    python make_community_fixtures.py ../resources/community/reference.txt

Every graph is a block of lines:

    graph NAME DIRECTED NODES
    edges FROM TO WEIGHT FROM TO WEIGHT ...
    first LABEL ...            a partition
    second LABEL ...           another
    modularity RESOLUTION Q    of the first, NetworkX
    agreement NMI ARI          of the two, scikit-learn, arithmetic mean
    participation LINKS P ...  Brain Connectivity Toolbox
    z LINKS Z ...              likewise
"""

import random
import sys

import bct
import networkx as nx
import numpy as np
from sklearn.metrics import adjusted_rand_score, normalized_mutual_info_score


def graphs():
    for seed in range(16):
        source = random.Random(seed)
        directed = seed % 2 == 1
        nodes = source.randint(5, 30)
        density = source.choice([0.05, 0.2, 0.6])
        edges = {}
        for i in range(nodes):
            for j in range(nodes):
                if not directed and j < i:
                    continue
                if i == j and seed % 4 < 2:
                    continue
                if source.random() < density:
                    edges[i, j] = source.randint(1, 8) / 4 if seed % 8 < 4 else 1.0
        if not edges:
            edges[0, 1] = 1.0
        yield f"random{seed}", directed, nodes, edges, source


def numbers(values):
    return " ".join(repr(float(v)) for v in values)


def main(path):
    with open(path, "w", encoding="ascii") as out:
        for name, directed, nodes, edges, source in graphs():
            graph = nx.DiGraph() if directed else nx.Graph()
            graph.add_nodes_from(range(nodes))
            graph.add_weighted_edges_from((i, j, w) for (i, j), w in edges.items())
            first = [source.randrange(4) for _ in range(nodes)]
            second = [source.randrange(3) if source.random() < 0.5 else first[n] for n in range(nodes)]
            out.write(f"graph {name} {int(directed)} {nodes}\n")
            out.write("edges " + " ".join(f"{i} {j} {w!r}" for (i, j), w in edges.items()) + "\n")
            out.write("first " + " ".join(map(str, first)) + "\n")
            out.write("second " + " ".join(map(str, second)) + "\n")
            sets = [{n for n in range(nodes) if first[n] == c} for c in sorted(set(first))]
            for resolution in (0.5, 1.0, 2.0):
                q = nx.community.modularity(graph, sets, weight="weight", resolution=resolution)
                out.write(f"modularity {resolution} {q!r}\n")
            nmi = normalized_mutual_info_score(first, second, average_method="arithmetic")
            ari = adjusted_rand_score(first, second)
            out.write(f"agreement {nmi!r} {ari!r}\n")
            matrix = nx.to_numpy_array(graph, nodelist=range(nodes))
            both = matrix + matrix.T - np.diag(np.diag(matrix)) if directed else matrix
            labels = np.array(first) + 1
            for links, rows in (("OUT", matrix), ("IN", matrix.T), ("BOTH", both)):
                with np.errstate(all="ignore"):
                    p = bct.participation_coef(rows, labels, degree="undirected")
                    z = bct.module_degree_zscore(rows, labels, flag=0)
                out.write(f"participation {links} {numbers(p)}\n")
                out.write(f"z {links} {numbers(z)}\n")


main(sys.argv[1])
