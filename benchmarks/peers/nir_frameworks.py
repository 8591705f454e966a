"""Lets other frameworks simulate networks of Lightcone from its NIR files, and compares the times of all spikes.

    python3 benchmarks/peers/nir_frameworks.py --lightcone ./lightcone [--framework jaxsnn] [--seeds 5]

needs nir, numpy and h5py, and whichever of the frameworks is there: jaxsnn (with jax), snnTorch (with nirtorch and
PyTorch). Nothing of the build calls it.

A network has 10 sources, two layers of 20 lif neurons and one of 10, every neuron connected with all of the next layer
by a weight drawn at random; tauMem = 20 ms, tauSyn = 10 ms, no delays. Each seed is one network with 60 input spikes on
multiples of 0.1 ms in 100 ms. Nothing about a network depends on what comes out. Lightcone simulates and exports it, a
framework reads the .nir file with its own import, and every spike of every layer is compared.

A line passes if every neuron has as many spikes as in Lightcone, each at most a step away; for jaxsnn, which computes
spikes as events, at most 1e-9 ms. A spike of a framework with steps is named by the end of its step. The whole passes
if there is a framework all of whose lines do.
"""

import argparse
import csv
import importlib.metadata
import importlib.util
import io
import json
import logging
import random
import shlex
import subprocess
import sys
import tempfile
from collections import defaultdict
from contextlib import redirect_stdout
from pathlib import Path

import nir
import numpy as np

SIZES = [10, 20, 20, 10]
MEAN_WEIGHTS = [0.3, 0.12, 0.12]
TAU_MEM, TAU_SYN, UNTIL = 20.0, 10.0, 100.0
EXACT = 1e-9
FIRST = np.concatenate([[0], np.cumsum(SIZES)])


def write_network(folder, seed, stretch, scale):
    """Writes a network with all times `stretch` times as long, and its input; returns the file of the input."""
    generator = random.Random(seed)
    folder.mkdir()
    neuron = {"tauMem": TAU_MEM * stretch, "tauSyn": TAU_SYN * stretch}
    populations = [{"name": "l0", "model": "spike_source"}]
    populations += [{"name": f"l{k}", "model": "lif", "parameters": neuron} for k in range(1, len(SIZES))]
    units = {"time": "ms", "length": "mm"}
    network = {"format": "lightcone-network", "version": 1, "units": units, "dimensions": 1, "conductionSpeed": 1}
    (folder / "network.json").write_text(json.dumps(network | {"populations": populations}))
    rows = [f"{FIRST[k] + n},l{k},0" for k, size in enumerate(SIZES) for n in range(size)]
    (folder / "neurons.csv").write_text("id,population,x\n" + "\n".join(rows) + "\n")
    rows = []
    for k, mean in enumerate(MEAN_WEIGHTS):
        for source in range(FIRST[k], FIRST[k + 1]):
            for target in range(FIRST[k + 1], FIRST[k + 2]):
                rows.append(f"{source},{target},{scale * generator.gauss(mean, mean)},0")
    (folder / "synapses.csv").write_text("source,target,weight,delay\n" + "\n".join(rows) + "\n")
    spikes = sorted((generator.randrange(5, 700), generator.randrange(SIZES[0])) for _ in range(60))
    rows = [f"{neuron},{time * stretch / 10}" for time, neuron in spikes]
    path = folder.with_suffix(".in.csv")
    path.write_text("neuron,time\n" + "\n".join(rows) + "\n")
    return path


def read_table(path):
    with open(path, newline="") as file:
        return sorted((float(row["time"]), int(row["neuron"])) for row in csv.DictReader(file))


class Case:
    """A .nir file of Lightcone's, its input and its spikes, in times of the network before it was stretched."""

    def __init__(self, command, folder, seed, stretch, scale, export):
        network = folder / f"network{seed}"
        given = write_network(network, seed, stretch, scale)
        self.file = network.with_suffix(".nir")
        out = network.with_suffix(".out.csv")
        until = repr(UNTIL * stretch)
        for words in (
            ["export", network, self.file, *export],
            ["simulate", network, "--input", given, "--until", until, "--out", out],
        ):
            subprocess.run(command + [str(word) for word in words], check=True, stdout=subprocess.DEVNULL)
        self.input, self.expected = ([(t / stretch, n) for t, n in read_table(path)] for path in (given, out))


def layer_of(neuron):
    return int(np.searchsorted(FIRST, neuron, side="right")) - 1


def layers(graph):
    """Names of the nodes of the layers in their order, that of the sources first."""
    nodes = [n for n, v in graph.nodes.items() if isinstance(v, (nir.Input, nir.CubaLIF))]
    return sorted(nodes, key=lambda n: float(np.ravel(graph.nodes[n].metadata["index"])[0]))


def run_jaxsnn(case, step):
    """jaxsnn: events, 64 bits. Its import takes times for ms, matrices for a row per source, and leaves w_in out."""
    import jax

    jax.config.update("jax_enable_x64", True)
    import jax.numpy as jnp
    from jaxsnn.event import ConversionConfig, from_nir
    from jaxsnn.event.types import Spike

    graph = nir.read(str(case.file))
    for node in graph.nodes.values():
        if isinstance(node, nir.Linear):
            node.weight = node.weight.T
    names = layers(graph)
    counts = np.bincount([layer_of(n) for _, n in case.input + case.expected], minlength=len(SIZES))
    # A layer takes one event for each spike that reaches or leaves it; a few more show spikes that are too many.
    events = {name: int(counts[k - 1] + counts[k] + 20) for k, name in enumerate(names) if k > 0}
    init, apply = from_nir(graph, ConversionConfig(t_max=UNTIL / 1000, n_steps=events)).done()
    times = jnp.array([[time / 1000 for time, _ in case.input]])
    spikes = Spike(
        time=times,
        idx=jnp.array([[neuron for _, neuron in case.input]]),
        current=jnp.zeros_like(times),
        layer_idx=jnp.zeros(times.shape, dtype=int),
        internal=jnp.ones(times.shape, dtype=bool),
    )
    trains = apply({names[0]: spikes}, init(jax.random.PRNGKey(0)))
    found = []
    for k, name in list(enumerate(names))[1:]:
        own = np.asarray(trains[name].internal[0])
        at, who = np.asarray(trains[name].time[0])[own], np.asarray(trains[name].idx[0])[own]
        found += [(1000 * float(time), int(FIRST[k] + neuron)) for time, neuron in zip(at, who)]
    return sorted(found)


def run_snntorch(case, step):
    """snnTorch: steps that its import fixes at 0.1 ms, so a finer one is a network of longer times; 64 bits."""
    import torch
    from snntorch import Synaptic
    from snntorch.import_nir import import_from_nir

    torch.set_default_dtype(torch.float64)
    graph = nir.read(str(case.file))
    names = layers(graph)
    for name in names[1:]:
        # It wants r = tau_mem / dt. What counts is r w_in, so w_in gives up as much.
        node = graph.nodes[name]
        factor = node.tau_mem / 1e-4
        node.w_in, node.r = node.w_in * node.r / factor, factor
    network = import_from_nir(graph).double()
    steps = int(round(UNTIL / step))
    inputs = torch.zeros(steps, SIZES[0])
    for time, neuron in case.input:
        inputs[int(round(time / step)), neuron] += 1
    found, state, now = [], None, 0

    def record(first):
        def hook(module, given, out):
            found.extend(((now + 1) * step, int(first + k)) for k in torch.nonzero(out[0].reshape(-1))[:, 0])

        return hook

    spiking = [module for module in network.modules() if isinstance(module, Synaptic)]
    for k, module in enumerate(spiking):
        module.register_forward_hook(record(FIRST[k + 1]))
    for module in network.modules():
        if isinstance(module, torch.nn.Linear):
            # Its spikes have 32 bits whatever goes in.
            module.register_forward_pre_hook(lambda module, given: given[0].double())
    with torch.no_grad():
        for now in range(steps):
            out = network(inputs[now : now + 1], state)
            state = out[1]
    return sorted(found)


# How to run it, the options of the export, and its steps in ms; None: no steps.
FRAMEWORKS = {
    "jaxsnn": (run_jaxsnn, ["--time-unit", "ms"], [None]),
    "snntorch": (run_snntorch, ["--spike-width", "0.1"], [0.1, 0.01]),
}


def compare(found, expected):
    """Returns whether all neurons have as many spikes in both, and the differences of those that have, ms."""
    trains = defaultdict(lambda: ([], []))
    for place, table in enumerate((found, expected)):
        for time, neuron in table:
            trains[neuron][place].append(time)
    alike = [(ours, theirs) for ours, theirs in trains.values() if len(ours) == len(theirs)]
    return len(alike) == len(trains), [abs(a - b) for ours, theirs in alike for a, b in zip(ours, theirs)]


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--lightcone", default="./lightcone", help="command, such as 'java -jar lightcone.jar'")
    parser.add_argument("--framework", choices=sorted(FRAMEWORKS), help="default: all that are installed")
    parser.add_argument("--seeds", type=int, default=5, help="number of networks")
    parser.add_argument("--weights", type=float, default=1, help="factor of all weights, for more spikes")
    options = parser.parse_args()
    logging.disable(logging.WARNING)
    exact = []
    print("framework  version  step ms  seed  spikes, in Lightcone  mean difference ms     largest  steps")
    for framework, (run, export, steps) in FRAMEWORKS.items():
        if options.framework not in (None, framework):
            continue
        if importlib.util.find_spec(framework) is None:
            print(f"{framework:9}  not installed")
            continue
        version = importlib.metadata.version(framework)
        failed = 0
        for step in steps:
            for seed in range(1, options.seeds + 1):
                with tempfile.TemporaryDirectory() as folder:
                    stretch = 1 if step is None else round(0.1 / step)
                    case = Case(shlex.split(options.lightcone), Path(folder), seed, stretch, options.weights, export)
                    with redirect_stdout(io.StringIO()):
                        found = run(case, step)
                alike, differences = compare(found, case.expected)
                largest = max(differences)
                passed = alike and largest <= (EXACT if step is None else step * (1 + 1e-9))
                failed += not passed
                print(
                    f"{framework:9}  {version:7}  {step or 'events':>7}  {seed:4}"
                    f"  {len(found):6} {len(case.expected):13}"
                    f"  {np.mean(differences):18.3g}  {largest:10.3g}  {f'{largest / step:.1f}' if step else '-':>5}"
                    f"  {'PASS' if passed else 'FAIL'}",
                    flush=True,
                )
        exact += [framework] if failed == 0 else []
    print(f"PASS       {', '.join(exact)}" if exact else "FAIL")
    sys.exit(0 if exact else 1)


if __name__ == "__main__":
    main()
