"""Writes the .nir files beside this script with the nir package (written with nir 1.0.8, h5py 3.16.0, numpy 2.4.6).

    python3 -m venv venv && venv/bin/pip install nir h5py numpy
    venv/bin/python write_fixtures.py
"""

import pathlib
import zlib

import h5py
import nir
import numpy as np

FOLDER = pathlib.Path(__file__).parent


def ones(n, value=1.0, dtype=np.float64):
    return np.full(n, value, dtype=dtype)


def cuba_lif(n, tau_syn=0.005, tau_mem=0.02, r=1.0, v_leak=0.0, v_threshold=1.0, v_reset=0.0, w_in=None):
    return nir.CubaLIF(
        tau_syn=ones(n, tau_syn),
        tau_mem=ones(n, tau_mem),
        r=ones(n, r),
        v_leak=ones(n, v_leak),
        v_threshold=ones(n, v_threshold),
        v_reset=ones(n, v_reset),
        w_in=ones(n, tau_syn if w_in is None else w_in),
    )


def write(name, nodes, edges, **options):
    nir.write(FOLDER / (name + ".nir"), nir.NIRGraph(nodes=nodes, edges=edges), **options)


# One neuron, two inputs, all parameters of their own.
write(
    "cuba_lif",
    {
        "in": nir.Input(input_type=np.array([2])),
        "w": nir.Linear(weight=np.array([[30.0, -10.0]])),
        "cell": cuba_lif(1, tau_syn=0.004, tau_mem=0.016, r=2.0, v_leak=0.25, v_threshold=1.5, v_reset=-0.5, w_in=0.001),
        "out": nir.Output(output_type=np.array([1])),
    },
    [("in", "w"), ("w", "cell"), ("cell", "out")],
)

# A neuron without synaptic current, driven by a constant.
write(
    "lif_constant",
    {
        "in": nir.Input(input_type=np.array([1])),
        "drive": nir.Affine(weight=np.array([[0.0]]), bias=np.array([3.0])),
        "cell": nir.LIF(
            tau=ones(1, 0.02), r=ones(1, 0.5), v_leak=ones(1, 0.1), v_threshold=ones(1), v_reset=ones(1, 0.2)
        ),
        "out": nir.Output(output_type=np.array([1])),
    },
    [("in", "drive"), ("drive", "cell"), ("cell", "out")],
)

# The same kind of neuron, driven by spikes.
write(
    "lif_spikes",
    {
        "in": nir.Input(input_type=np.array([1])),
        "w": nir.Linear(weight=np.array([[0.03]])),
        "cell": nir.LIF(
            tau=ones(1, 0.02), r=ones(1, 0.5), v_leak=ones(1, 0.0), v_threshold=ones(1), v_reset=ones(1, 0.0)
        ),
        "out": nir.Output(output_type=np.array([1])),
    },
    [("in", "w"), ("w", "cell"), ("cell", "out")],
)

# A recurrent layer whose spikes come back after a delay of each neuron's own, and a readout.
write(
    "recurrent",
    {
        "in": nir.Input(input_type=np.array([3])),
        "fc": nir.Linear(weight=np.arange(12, dtype=np.float64).reshape(4, 3) / 4),
        "hidden": cuba_lif(4),
        "back_delay": nir.Delay(delay=np.array([0.001, 0.002, 0.0035, 0.0])),
        "back": nir.Linear(weight=np.arange(16, dtype=np.float64).reshape(4, 4) / 8 - 1),
        "fo": nir.Linear(weight=np.ones((2, 4))),
        "readout": nir.CubaLI(
            tau_syn=ones(2, 0.005), tau_mem=ones(2, 0.01), r=ones(2), v_leak=ones(2), w_in=ones(2, 0.005)
        ),
        "out": nir.Output(output_type=np.array([2])),
    },
    [
        ("in", "fc"),
        ("fc", "hidden"),
        ("hidden", "back_delay"),
        ("back_delay", "back"),
        ("back", "hidden"),
        ("hidden", "fo"),
        ("fo", "readout"),
        ("readout", "out"),
    ],
)

# Delays before and after weights, a scale, two matrices in a row; in ms, of 32 bits.
write(
    "delays",
    {
        "in": nir.Input(input_type=np.array([2])),
        "before": nir.Delay(delay=np.array([1.0, 2.0], dtype=np.float32)),
        "w1": nir.Linear(weight=np.array([[1.0, 2.0], [0.0, 4.0]], dtype=np.float32)),
        "after": nir.Delay(delay=np.array([0.5, 0.25], dtype=np.float32)),
        "scale": nir.Scale(scale=np.array([2.0, -1.0], dtype=np.float32)),
        "w2": nir.Linear(weight=np.array([[1.0, 0.0], [1.0, 1.0], [0.0, 3.0]], dtype=np.float32)),
        "cell": cuba_lif(3, tau_syn=5.0, tau_mem=20.0),
        "out": nir.Output(output_type=np.array([3])),
    },
    [
        ("in", "before"),
        ("before", "w1"),
        ("w1", "after"),
        ("after", "scale"),
        ("scale", "w2"),
        ("w2", "cell"),
        ("cell", "out"),
    ],
)

# A graph within a graph within a graph; metadata.
inner = nir.NIRGraph(
    nodes={
        "input": nir.Input(input_type=np.array([2])),
        "lif": cuba_lif(2),
        "rec": nir.Linear(weight=np.array([[0.0, 0.5], [0.25, 0.0]])),
        "output": nir.Output(output_type=np.array([2])),
    },
    edges=[("input", "lif"), ("lif", "rec"), ("rec", "lif"), ("lif", "output")],
)
middle = nir.NIRGraph(
    nodes={
        "input": nir.Input(input_type=np.array([2])),
        "core": inner,
        "output": nir.Output(output_type=np.array([2])),
    },
    edges=[("input", "core"), ("core", "output")],
)
nested = nir.NIRGraph(
    nodes={
        "in": nir.Input(input_type=np.array([3])),
        "fc": nir.Affine(weight=np.ones((2, 3)), bias=np.array([0.5, 0.0])),
        "block": middle,
        "out": nir.Output(output_type=np.array([2])),
    },
    edges=[("in", "fc"), ("fc", "block"), ("block", "out")],
    metadata={"author": "somebody", "numbers": np.array([1, 2, 3]), "flag": True},
)
nir.write(FOLDER / "nested.nir", nested)

# Names of nodes are enough that a group of them has several parts; arrays without compression.
chain = {"in": nir.Input(input_type=np.array([1]))}
for k in range(40):
    chain["scale_%02d" % k] = nir.Scale(scale=np.array([1.0 if k else 8.0]))
chain["cell"] = cuba_lif(1)
chain["out"] = nir.Output(output_type=np.array([1]))
names = list(chain)
write("chain", chain, list(zip(names[:-1], names[1:])), compression=None)

# What no network of Lightcone does.
write(
    "convolution",
    {
        "in": nir.Input(input_type=np.array([1, 8])),
        "conv": nir.Conv1d(
            input_shape=8, weight=np.ones((1, 1, 3)), stride=1, padding=0, dilation=1, groups=1, bias=np.zeros(1)
        ),
        "out": nir.Output(output_type=np.array([1, 6])),
    },
    [("in", "conv"), ("conv", "out")],
)

# Files that are no graphs, though HDF5: groups that hold themselves, links to elsewhere, sizes without numbers.


def hostile(name, change):
    nir.write(
        FOLDER / (name + ".nir"),
        nir.NIRGraph(
            nodes={
                "in": nir.Input(input_type=np.array([1])),
                "w": nir.Linear(weight=np.array([[1.0]])),
                "out": nir.Output(output_type=np.array([1])),
            },
            edges=[("in", "w"), ("w", "out")],
        ),
    )
    with h5py.File(FOLDER / (name + ".nir"), "a") as f:
        change(f)


def circle(f):
    f["node/nodes/again"] = f["node"]


def doubling(f):
    """Each graph has the next one twice: 2^14 ways through 14 groups."""
    for k in range(14):
        graph = f.create_group("level_%d" % k)
        graph.create_dataset("type", data="NIRGraph", dtype=h5py.string_dtype())
        graph.create_dataset("edges", data=np.zeros(0))
        graph.create_group("nodes")
    for k in range(13):
        f["level_%d/nodes/a" % k] = f["level_%d" % (k + 1)]
        f["level_%d/nodes/b" % k] = f["level_%d" % (k + 1)]
    f["level_13/nodes/a"] = f["node/nodes/w"]
    f["node/nodes/first"] = f["level_0"]


def elsewhere(f):
    f["node/nodes/in2"] = h5py.ExternalLink("cuba_lif.nir", "/node/nodes/in")


def soft(f):
    f["node/nodes/in2"] = h5py.SoftLink("/node/nodes/in")


def huge(f):
    del f["node/nodes/w/weight"]
    f.create_dataset("node/nodes/w/weight", shape=(1 << 20, 1 << 20), dtype="f8", chunks=(1 << 10, 1 << 10))


def compressed(f):
    """64 MB of zeros in a few kB, declared to be four numbers."""
    del f["node/nodes/w/weight"]
    d = f.create_dataset("node/nodes/w/weight", shape=(2, 2), dtype="f8", chunks=(2, 2), compression="gzip")
    d.id.write_direct_chunk((0, 0), zlib.compress(bytes(1 << 26), 9))


def kind(f):
    del f["node/nodes/w/type"]
    f.create_dataset("node/nodes/w/type", data=3)


for change in circle, doubling, elsewhere, soft, huge, compressed, kind:
    hostile("hostile_" + change.__name__, change)
