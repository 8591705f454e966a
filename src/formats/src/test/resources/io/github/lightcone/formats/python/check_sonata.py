"""Reads a circuit by h5py and the standard library alone and compares it with the SONATA developer guide, version 0.1,
and with expected numbers, bit for bit: python3 check_sonata.py circuit/circuit_config.json spikes.h5 expected.json
"""

import csv
import json
import pathlib
import struct
import sys

import h5py
import numpy as np

MAGIC = 0x0A7A
checked = 0


def require(fact, *what):
    if not fact:
        sys.exit("not as it must be: " + " ".join(map(str, what)))


def bits(values):
    return [struct.pack(">d", value).hex() for value in values]


def text(value):
    """An attribute that is a text; h5py gives bytes where its length is fixed."""
    require(isinstance(value, (bytes, str)), repr(value), "is no text")
    return value.decode() if isinstance(value, bytes) else value


def require_same(values, expected, *what):
    """Numbers of 64 bits that are the expected ones, bit for bit."""
    global checked
    require(values.dtype == np.dtype("f8"), *what, "is", values.dtype)
    require(values.shape == (len(expected),), *what, "has shape", values.shape, "not", len(expected))
    require(bits(values) == expected, *what, bits(values), "not", expected)
    checked += len(expected)


def require_version(file):
    magic, version = file.attrs["magic"], file.attrs["version"]
    require(magic == MAGIC and magic.dtype == np.dtype("u4"), file.filename, "magic", magic, magic.dtype)
    require(version.dtype == np.dtype("u4") and version.shape == (2,) and list(version) == [0, 1],
            file.filename, "version", version, version.dtype)


def path_of(config, text, base):
    for name, value in config["manifest"].items():
        text = text.replace(name, value)
    path = (base / text).resolve()
    require(base.resolve() in path.parents, path, "is outside of", base)
    return path


def types_of(path, column):
    with open(path, newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file, delimiter=" "))
    ids = [row[column] for row in rows]
    require(len(set(ids)) == len(ids) and all(i.isdecimal() for i in ids), path, column, ids)
    return {int(row[column]): row for row in rows}


def members_of(group, prefix, types):
    """The number of nodes or edges and their one group; what every population must have."""
    ids = {}
    for suffix in ["type_id", "group_id", "group_index"]:
        array = group[prefix + "_" + suffix]
        require(array.dtype == np.dtype("u8") and array.ndim == 1, array.name, array.dtype, array.shape)
        ids[suffix] = array[:]
    size = len(ids["type_id"])
    require(all(len(array) == size for array in ids.values()), group.name, "lengths differ")
    require(set(ids["type_id"]) <= set(types), group.name, "types", set(ids["type_id"]), "not in", set(types))
    require(not ids["group_id"].any(), group.name, "has other groups than 0")
    require(list(ids["group_index"]) == list(range(size)), group.name, "group_index", ids["group_index"])
    for array in group["0"].values():
        require(isinstance(array, h5py.Group) or array.shape == (size,), array.name, array)
    return size, group["0"], [types[t] for t in ids["type_id"]]


def check_nodes(config, base, entry, expected):
    types = types_of(path_of(config, entry["node_types_file"], base), "node_type_id")
    with h5py.File(path_of(config, entry["nodes_file"], base), "r") as file:
        require_version(file)
        for name, group in file["nodes"].items():
            wanted = expected["nodes"].pop(name)
            size, attributes, rows = members_of(group, "node", types)
            require(size == wanted["size"], group.name, size)
            require(list(group["node_id"][:]) == list(range(size)), group.name, "node_id")
            require(group["node_id"].dtype == np.dtype("u8"), group.name, "node_id", group["node_id"].dtype)
            for axis, numbers in wanted["axes"].items():
                require_same(attributes[axis][:], numbers, attributes.name, axis)
            model = wanted["model"]
            for row in rows:
                require(row["population"] == name, group.name, "type of", row["population"])
                require([row["model_type"], row["model_template"]] == model, group.name, row, "not", model)
            own = attributes.get("dynamics_params", {})
            require(set(own) <= set(wanted["parameters"]), group.name, list(own))
            for parameter, numbers in wanted["parameters"].items():
                if parameter in own:
                    values = own[parameter][:]
                else:
                    folder = config["components"]["point_neuron_models_dir"]
                    models = [json.loads(path_of(config, folder + "/" + row["dynamics_params"], base).read_text())
                              for row in rows]
                    values = np.array([float(model[parameter]) for model in models])
                require_same(values, numbers, group.name, parameter)


def check_edges(config, base, entry, expected):
    types = types_of(path_of(config, entry["edge_types_file"], base), "edge_type_id")
    with h5py.File(path_of(config, entry["edges_file"], base), "r") as file:
        require_version(file)
        for name, group in file["edges"].items():
            wanted = expected["edges"].pop(name)
            size, attributes, rows = members_of(group, "edge", types)
            require(all(row["model_template"] == "static_synapse" for row in rows), group.name, rows)
            for end in ["source", "target"]:
                ids = group[end + "_node_id"]
                require(ids.dtype == np.dtype("u8"), ids.name, ids.dtype)
                require([int(i) for i in ids] == wanted[end + "s"], ids.name, ids[:], "not", wanted[end + "s"])
                population = text(ids.attrs["node_population"])
                require(population == wanted[end], ids.name, population)
            for attribute, numbers in wanted["attributes"].items():
                require_same(attributes[attribute][:], numbers, attributes.name, attribute)


def check_spikes(path, expected):
    with h5py.File(path, "r") as file:
        require_version(file)
        require(set(file["spikes"]) == set(expected), path, list(file["spikes"]))
        for name, wanted in expected.items():
            group = file["spikes"][name]
            require(text(group.attrs["sorting"]) == "by_time", group.name, group.attrs["sorting"])
            require(text(group["timestamps"].attrs["units"]) == "ms", group.name, "units")
            require(group["node_ids"].dtype == np.dtype("u8"), group.name, group["node_ids"].dtype)
            require([int(i) for i in group["node_ids"]] == wanted["node_ids"], group.name, "node_ids")
            require_same(group["timestamps"][:], wanted["timestamps"], group.name, "timestamps")


def main(configuration, spikes, expectation):
    base = pathlib.Path(configuration).parent
    config = json.loads(pathlib.Path(configuration).read_text(encoding="utf-8"))
    expected = json.loads(pathlib.Path(expectation).read_text(encoding="utf-8"))
    for entry in config["networks"]["nodes"]:
        check_nodes(config, base, entry, expected)
    for entry in config["networks"]["edges"]:
        check_edges(config, base, entry, expected)
    require(not expected["nodes"] and not expected["edges"], "missing", list(expected["nodes"]), list(expected["edges"]))
    check_spikes(spikes, expected["spikes"])
    print(checked, "numbers are the same")


if __name__ == "__main__":
    main(*sys.argv[1:])
