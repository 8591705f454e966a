"""Simulates a SONATA circuit of NEST's point neurons in NEST, and compares the spikes with Lightcone's.

    python3 benchmarks/peers/sonata_nest.py simulation_config.json --input in.csv --expected out.csv --until 1500

needs nest-simulator, h5py and numpy. Nothing of the build calls it. The circuit is read here with h5py and no code of
Lightcone's: populations in the order of the configuration, one per file, types in tables separated by spaces, edges
with syn_weight and maybe a delay. The tables are those of `lightcone import --inputs` and `lightcone simulate`.

--replace does what Lightcone's --replace nest:iaf_psc_alpha=nest:iaf_psc_exp says it does: tau_syn twice as long,
weights times e/2. --precise takes NEST's models whose spikes are not on the grid of steps. It passes (exit code 0) if
every neuron has as many spikes as in Lightcone, each at most --tolerance ms away; a step unless it is given.
"""

import argparse
import csv
import json
import re
import sys
from pathlib import Path

import h5py
import nest
import numpy as np


def read_json(path):
    """Returns a configuration with its variables replaced, and the folder that its paths start from."""
    text = json.loads(Path(path).read_text())
    manifest = {name.lstrip("$"): value for name, value in text.pop("manifest", {}).items()}

    def replaced(value):
        if isinstance(value, dict):
            return {key: replaced(inner) for key, inner in value.items()}
        if isinstance(value, list):
            return [replaced(inner) for inner in value]
        while isinstance(value, str) and "$" in value:
            value = re.sub(r"\$\{?(\w+)\}?", lambda name: manifest[name[1]], value)
        return value

    return replaced(text), Path(path).parent


def read_types(path):
    header, *rows = [line.split() for line in Path(path).read_text().splitlines() if line.strip()]
    key = next(name for name in header if name.endswith("type_id"))
    return {int(row[header.index(key)]): dict(zip(header, row)) for row in rows}


def read_table(path):
    with open(path, newline="") as file:
        rows = list(csv.DictReader(file))
    return np.array([int(row["neuron"]) for row in rows]), np.array([float(row["time"]) for row in rows])


def make_neurons(group, types, models, options):
    """Creates the neurons of a population; returns them, and whether each one's synapses were replaced."""
    neurons, replaced = [], []
    for type_id in group["node_type_id"][()]:
        row = types[int(type_id)]
        model = row["model_template"].removeprefix("nest:")
        parameters = json.loads((models / row["dynamics_params"]).read_text())
        replace = options.replace and model == "iaf_psc_alpha"
        if replace:
            model = "iaf_psc_exp"
            for name in ("tau_syn_ex", "tau_syn_in"):
                parameters[name] = 2 * parameters.get(name, nest.GetDefaults("iaf_psc_alpha")[name])
        model += "_ps" if options.precise and not model.endswith("_ps") else ""
        neurons.append(nest.Create(model, params=parameters).global_id)
        replaced.append(replace)
    return np.array(neurons), np.array(replaced)


def make_sources(first, size, table, precise):
    neuron, time = table
    sources = nest.Create("spike_generator", size)
    for k in range(size):
        grid = {"precise_times": True} if precise else {"allow_offgrid_times": True}
        sources[k].set(**grid, spike_times=np.sort(time[neuron == first + k]))
    return np.array(sources.tolist()), np.zeros(size, bool)


def connect(file, populations, types, options):
    count = 0
    for group in h5py.File(file)["edges"].values():
        ends = [group[f"{end}_node_id"] for end in ("source", "target")]
        names = [end.attrs["node_population"] for end in ends]
        sources, targets = (populations[n.decode() if isinstance(n, bytes) else n] for n in names)
        source, target = (end[()].astype(int) for end in ends)
        index, rows = group["edge_group_index"][()], [types[int(t)] for t in group["edge_type_id"][()]]

        def values(name, otherwise):
            if name in group["0"]:
                return group["0"][name][()][index].astype(float)
            return np.array([float(row.get(name, otherwise)) for row in rows])

        weight = values("syn_weight", "nan") * np.where(targets[1][target], np.e / 2, 1)
        synapse = {"weight": weight, "delay": values("delay", options.missing_delay)}
        nest.Connect(sources[0][source], targets[0][target], "one_to_one", synapse)
        count += len(weight)
    return count


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("configuration")
    parser.add_argument("--input", required=True)
    parser.add_argument("--expected", required=True)
    parser.add_argument("--until", type=float, required=True)
    parser.add_argument("--step", type=float, default=0.01)
    parser.add_argument("--missing-delay", default="nan")
    parser.add_argument("--replace", action="store_true")
    parser.add_argument("--precise", action="store_true")
    parser.add_argument("--tolerance", type=float)
    options = parser.parse_args()
    simulation, folder = read_json(options.configuration)
    circuit, folder = read_json(folder / simulation["network"])
    nest.ResetKernel()
    nest.resolution = options.step
    populations, first, spiking = {}, 0, []
    for entry in circuit["networks"]["nodes"]:
        types = read_types(folder / entry["node_types_file"])
        (name, group), = h5py.File(folder / entry["nodes_file"])["nodes"].items()
        size = len(group["node_type_id"])
        if types[int(group["node_type_id"][0])]["model_type"] == "virtual":
            populations[name] = make_sources(first, size, read_table(options.input), options.precise)
        else:
            models = folder / circuit["components"]["point_neuron_models_dir"]
            populations[name] = make_neurons(group, types, models, options)
            spiking += [(int(identity), first + k) for k, identity in enumerate(populations[name][0])]
        first += size
    synapses = sum(
        connect(folder / entry["edges_file"], populations, read_types(folder / entry["edge_types_file"]), options)
        for entry in circuit["networks"]["edges"]
    )
    recorder = nest.Create("spike_recorder")
    nest.Connect(nest.NodeCollection(sorted(identity for identity, _ in spiking)), recorder)
    nest.Simulate(options.until)
    events, number = recorder.get("events"), dict(spiking)
    found = np.array([number[int(sender)] for sender in events["senders"]])
    neuron, time = read_table(options.expected)
    print(f"NEST        {nest.__version__}, {first} nodes, {synapses} synapses, step {options.step} ms")
    unequal, differences, rates = 0, [], []
    for _, k in spiking:
        ours, theirs = np.sort(time[neuron == k]), np.sort(events["times"][found == k])
        rates.append((len(ours), len(theirs)))
        unequal += len(ours) != len(theirs)
        differences += list(abs(ours - theirs)) if len(ours) == len(theirs) else []
    rates = np.array(rates) / options.until * 1000
    print(f"spikes      {len(found)}, Lightcone has {len(time)}; neurons with unequal numbers: {unequal}")
    print(
        f"rates       {rates[:, 1].mean():.3f} Hz, Lightcone has {rates[:, 0].mean():.3f}; of neurons"
        f" {np.sqrt(np.mean((rates[:, 0] - rates[:, 1]) ** 2)):.3f} Hz apart (root mean square),"
        f" correlation {np.corrcoef(rates.T)[0, 1]:.5f}"
    )
    largest = max(differences)
    mean = np.mean(differences)
    print(f"difference  {largest:.3g} ms at most, {mean:.3g} ms on average, where the numbers are equal")
    passed = unequal == 0 and largest <= (options.step if options.tolerance is None else options.tolerance)
    print("PASS" if passed else "FAIL")
    sys.exit(0 if passed else 1)


if __name__ == "__main__":
    main()
