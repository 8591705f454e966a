"""Reads a .nir file that Lightcone wrote with the nir package, simulates it, and compares the spikes with Lightcone's.

    python3 benchmarks/peers/nir_peers.py FILE.nir --input in.csv --expected out.csv --until 60

needs nir, numpy and h5py. Nothing of the build calls it. The tables are those of `lightcone simulate` (neuron, time in
ms), neurons being numbered through the populations in their order.

The equations of NIR are integrated here, for graphs of Input, Linear, Delay, CubaLIF and CubaLI nodes with any
recurrence: between steps exactly, with spikes and arrivals at the end of a step (0.001 ms unless --step says
otherwise); --euler takes steps forward and of first order. nir_frameworks.py asks other frameworks.
"""

import argparse
import csv
import sys
from collections import defaultdict

import nir
import numpy as np


def read_table(path):
    with open(path, newline="") as file:
        return sorted((float(row["time"]), int(row["neuron"])) for row in csv.DictReader(file))


def milliseconds(graph):
    unit = graph.metadata.get("time_unit", "s")
    return {"s": 1000.0, "ms": 1.0}[unit.decode() if isinstance(unit, bytes) else unit]


def populations(graph):
    """Input and neuron nodes with the number of their first neuron, in the order of the network."""
    nodes = {n: v for n, v in graph.nodes.items() if isinstance(v, (nir.Input, nir.CubaLIF, nir.CubaLI))}
    first, numbers = 0, {}
    for name in sorted(nodes, key=lambda n: float(np.ravel(nodes[n].metadata["index"])[0])):
        numbers[name] = first
        first += int(np.prod(nodes[name].output_type["output"]))
    return numbers


def integrate(graph, spikes, until, step, euler):
    """Returns the spikes of all CubaLIF nodes: time in ms and number of the neuron."""
    scale = milliseconds(graph)
    width = float(np.ravel(graph.metadata.get("spike_width", 0.0))[0])
    area = width if width > 0 else 1.0
    numbers = populations(graph)
    after = defaultdict(list)
    for source, target in graph.edges:
        after[source].append(target)
    arrivals = defaultdict(lambda: defaultdict(float))

    def send(name, vector, at):
        for target in after[name]:
            node = graph.nodes[target]
            if isinstance(node, nir.Linear):
                send(target, node.weight @ vector, at)
            elif isinstance(node, nir.Delay):
                steps = np.rint(node.delay * scale / step).astype(int)
                for k in np.unique(steps[vector != 0]):
                    send(target, np.where(steps == k, vector, 0.0), at + int(k))
            elif isinstance(node, (nir.CubaLIF, nir.CubaLI)):
                arrivals[at][target] = arrivals[at][target] + vector
            elif not isinstance(node, nir.Output):
                raise SystemExit(f"{target} is a {type(node).__name__}, which is not integrated here")

    for time, neuron in spikes:
        name = max((n for n in numbers if numbers[n] <= neuron), key=numbers.get)
        size = int(graph.nodes[name].output_type["output"][0])
        send(name, np.eye(size)[neuron - numbers[name]], int(round(time / step)))

    neurons = {n: v for n, v in graph.nodes.items() if isinstance(v, (nir.CubaLIF, nir.CubaLI))}
    state = {n: [np.zeros(v.v_leak.shape), np.zeros(v.v_leak.shape)] for n, v in neurons.items()}
    laws = {}
    for name, node in neurons.items():
        slow = np.exp(-step / (node.tau_mem * scale))
        fast = np.exp(-step / (node.tau_syn * scale))
        apart = np.abs(node.tau_mem - node.tau_syn) > 1e-9 * node.tau_mem
        gap = np.where(apart, node.tau_mem - node.tau_syn, 1.0)
        gain = np.where(apart, node.tau_syn / gap * (slow - fast), step / (node.tau_mem * scale) * slow)
        if euler:
            slow, fast = 1 - step / (node.tau_mem * scale), 1 - step / (node.tau_syn * scale)
            gain = step / (node.tau_mem * scale)
        laws[name] = slow, fast, gain
    found = []
    for n in range(int(until / step)):
        arriving = arrivals.pop(n, {})
        for name, vector in arriving.items():
            state[name][1] = state[name][1] + neurons[name].w_in * vector * area / neurons[name].tau_syn
        for name, node in neurons.items():
            slow, fast, gain = laws[name]
            v, i = state[name]
            v = node.v_leak + (v - node.v_leak) * slow + node.r * i * gain
            if isinstance(node, nir.CubaLIF):
                fired = v >= node.v_threshold
                if fired.any():
                    v = np.where(fired, node.v_reset, v)
                    found += [((n + 1) * step, numbers[name] + int(k)) for k in np.flatnonzero(fired)]
                    send(name, fired.astype(float), n + 1)
            state[name] = [v, i * fast]
    return sorted(found)


def compare(found, expected, step):
    trains = defaultdict(lambda: ([], []))
    for time, neuron in found:
        trains[neuron][0].append(time)
    for time, neuron in expected:
        trains[neuron][1].append(time)
    differences = []
    for neuron, (ours, theirs) in sorted(trains.items()):
        if len(ours) != len(theirs):
            print(f"neuron {neuron}: {len(ours)} spikes, Lightcone has {len(theirs)}")
        differences += [abs(a - b) for a, b in zip(sorted(ours), sorted(theirs))]
    print(f"spikes      {len(found)}, Lightcone has {len(expected)}")
    if differences:
        print(f"difference  {max(differences):.6f} ms at most, {np.mean(differences):.6f} ms on average; step {step} ms")
    return len(found) == len(expected) and bool(differences)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("file")
    parser.add_argument("--input", required=True)
    parser.add_argument("--expected", required=True)
    parser.add_argument("--until", type=float, required=True)
    parser.add_argument("--step", type=float, default=0.001)
    parser.add_argument("--euler", action="store_true")
    options = parser.parse_args()
    graph = nir.read(options.file)
    print(f"graph       {len(graph.nodes)} nodes, {len(graph.edges)} edges, nir {nir.version}")
    spikes = read_table(options.input)
    expected = read_table(options.expected)
    found = integrate(graph, spikes, options.until, options.step, options.euler)
    sys.exit(0 if compare(found, expected, options.step) else 1)


if __name__ == "__main__":
    main()
