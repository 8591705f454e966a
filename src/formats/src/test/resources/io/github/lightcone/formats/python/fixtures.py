"""Writes the fixtures beside this script: python3 fixtures.py (needs numpy and h5py).

They hold what h5py and NumPy write and this project does not: other number types, chunks and compression, several
groups of a population, explicit enumerations, types in CSV that HDF5 overrides, nodes and edges in any order.
"""

import json
import pathlib
import shutil

import h5py
import numpy as np

HERE = pathlib.Path(__file__).parent


def header():
    return json.dumps({
        "format": "lightcone-network", "version": 1, "units": {"time": "ms", "length": "mm"},
        "dimensions": 2, "conductionSpeed": 0.5,
        "populations": [
            {"name": "in", "model": "spike_source", "size": 2},
            {"name": "cell", "model": "lif", "size": 3, "parameters": {"tauMem": 20, "tauSyn": 5}},
        ],
        "projections": [{"source": "in", "target": "cell", "spatial": True, "size": 4}],
    })


def arrays(wide):
    real, integer = ("f8", "i8") if wide else ("f4", "i4")
    nan = np.nan
    return {
        "network": header(),
        "id": np.array([10, 11, 5, 6, 7], integer),
        "position": np.array([[0, 0], [0, 1], [1, 0.5], [2, 0.25], [3, -4]], real),
        "tauMem": np.array([nan, nan, 20, 20, 25], real),
        "tauSyn": np.array([nan, nan, 5, 5, 5], real),
        "bias": np.array([nan, nan, 0, 0.5, 0], real),
        "vThreshold": np.array([nan, nan, 1, 1, 1], real),
        "vReset": np.array([nan, nan, 0, 0, -1], real),
        "refractory": np.array([nan, nan, 0, 2, 0], real),
        "vInitial": np.array([nan, nan, 0, 0, 0], real),
        "source": np.array([0, 1, 1, 0], integer),
        "target": np.array([2, 2, 3, 4], integer),
        "weight": np.array([0.5, -0.25, 1.5, 2], real),
        "delay": np.array([0, 1, 0, 0.125], real),
    }


def numpy_files():
    np.savez(HERE / "narrow.npz", **arrays(False))
    compressed = arrays(True)
    compressed["position"] = np.asfortranarray(compressed["position"])
    np.savez_compressed(HERE / "compressed.npz", **compressed)


def hdf5_files():
    with h5py.File(HERE / "narrow.h5", "w") as file:
        for name, value in arrays(False).items():
            file[name] = value
    with h5py.File(HERE / "compressed.h5", "w", libver=("v108", "v110")) as file:
        for name, value in arrays(True).items():
            if isinstance(value, str):
                file[name] = value
            else:
                file.create_dataset(name, data=value, chunks=(2,) * value.ndim, compression="gzip", shuffle=True)


def version(file):
    file.attrs["magic"] = np.uint32(0x0A7A)
    file.attrs["version"] = np.array([0, 1], np.uint32)


def node_files(folder):
    with h5py.File(folder / "nodes.h5", "w") as file:
        version(file)
        cells = file.create_group("nodes/cells")
        cells["node_id"] = np.array([7, 3, 9, 4], np.uint64)
        cells["node_type_id"] = np.array([1, 2, 1, 2], np.uint32)
        cells["node_group_id"] = np.array([0, 5, 5, 0], np.uint16)
        cells["node_group_index"] = np.array([1, 0, 1, 0], np.uint64)
        cells["0/x"] = np.array([1000.0, 2000.0])
        cells["0/y"] = np.array([10.0, 20.0], np.float32)
        cells["5/x"] = np.array([3000.0, 4000.0])
        cells["5/y"] = np.array([30.0, 40.0])
        cells["5/model_type"] = np.array([0, 0], np.int8)
        cells["5/@library/model_type"] = np.array([b"point_neuron", b"virtual"])
        cells["5/dynamics_params/V_th"] = np.array([-40.0, np.nan])
        sources = file.create_group("nodes/sources")
        sources["node_type_id"] = np.array([1, 1], np.int32)
        sources.create_group("0")
        sources["node_group_id"] = np.zeros(2, np.int32)
        sources["node_group_index"] = np.arange(2)
    (folder / "node_types.csv").write_text(
        "node_type_id population model_type   model_template dynamics_params note\n"
        '1 cells point_neuron nest:iaf_psc_exp first.json "a quoted ""note"""\n'
        "2 cells point_process nest:iaf_psc_exp_ps second.json NULL\n"
        "1 sources virtual NULL NULL NULL\n")
    models = folder / "models"
    models.mkdir()
    (models / "first.json").write_text(json.dumps(
        {"C_m": 200.0, "tau_m": 20.0, "E_L": -65.0, "V_th": -50.0, "V_reset": -60.0, "V_m": -65.0, "t_ref": 3.0,
         "tau_syn_ex": 4.0, "tau_syn_in": 8.0, "I_e": 100.0}))
    (models / "second.json").write_text(json.dumps({"tau_m": 16, "tau_syn_in": 6}))
    (models / "plain.json").write_text("{}")


def edge_files(folder):
    with h5py.File(folder / "edges.h5", "w") as file:
        version(file)
        edges = file.create_group("edges/sources_to_cells")
        edges.create_dataset("source_node_id", data=np.array([1, 0, 1, 0, 0], np.uint64), chunks=(2,),
                             compression="gzip")
        edges["source_node_id"].attrs["node_population"] = "sources"
        edges["target_node_id"] = np.array([7, 3, 9, 4, 7], np.uint64)
        edges["target_node_id"].attrs["node_population"] = np.bytes_("cells")
        edges["edge_type_id"] = np.array([10, 20, 10, 20, 10])
        edges["edge_group_id"] = np.array([0, 1, 1, 0, 1])
        edges["edge_group_index"] = np.array([0, 2, 0, 1, 1])
        edges["0/syn_weight"] = np.array([10.0, -20.0])
        edges["1/delay"] = np.array([7.0, 8.0, 9.0])
        back = file.create_group("edges/cells_to_cells")
        back["source_node_id"] = np.array([7, 9])
        back["source_node_id"].attrs["node_population"] = "cells"
        back["target_node_id"] = np.array([9, 3])
        back["target_node_id"].attrs["node_population"] = "cells"
        back["edge_type_id"] = np.array([10, 10])
        back["edge_group_id"] = np.array([0, 0])
        back["edge_group_index"] = np.array([1, 0])
        back["0/syn_weight"] = np.array([-1.0, 2.0])
        back["0/delay"] = np.array([0.5, 1.5])
    (folder / "edge_types.csv").write_text(
        "edge_type_id population syn_weight delay model_template dynamics_params\n"
        "10 sources_to_cells 5.5 2.0 static_synapse plain.json\n"
        "20 sources_to_cells -3 2.5 NULL NULL\n"
        "10 cells_to_cells NULL NULL static_synapse NULL\n")


def sonata_circuit():
    folder = HERE / "circuit"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    node_files(folder)
    edge_files(folder)
    (folder / "config.json").write_text(json.dumps({
        "manifest": {"$BASE": ".", "$MODELS": "${BASE}/models"},
        "components": {"point_neuron_models_dir": "$MODELS", "synaptic_models_dir": "$MODELS"},
        "networks": {
            "nodes": [{"nodes_file": "$BASE/nodes.h5", "node_types_file": "$BASE/node_types.csv"}],
            "edges": [{"edges_file": "$BASE/edges.h5", "edge_types_file": "$BASE/edge_types.csv"}],
        },
    }, indent=1))
    with h5py.File(folder / "spikes.h5", "w") as file:
        version(file)
        file["spikes/sources/timestamps"] = np.array([3.0, 1.0, 2.5])
        file["spikes/sources/timestamps"].attrs["units"] = "ms"
        file["spikes/sources/node_ids"] = np.array([1, 0, 1], np.uint64)
    with h5py.File(folder / "old_spikes.h5", "w") as file:
        file["spikes/timestamps"] = np.array([3.0, 1.0, 2.5])
        file["spikes/gids"] = np.array([1, 0, 1], np.uint64)


def element_types():
    """Numbers of every kind, row k of them being k - 2, or k for unsigned ones."""
    signed, unsigned = np.arange(-2, 4), np.arange(6)
    with h5py.File(HERE / "elements.h5", "w", userblock_size=512) as file:
        for name in ["i1", ">i2", "i4", ">i8", "f2", ">f4", "f8", ">f8"]:
            file["signed" + name.replace(">", "_big_")] = signed.astype(name)
        for name in ["u1", "u2", ">u4", "u8"]:
            file["unsigned" + name.replace(">", "_big_")] = unsigned.astype(name)
        file["large"] = np.array([0, 2**63 - 1, 2**63, 2**64 - 1], "u8")
        bfloat = h5py.h5t.IEEE_F32LE.copy()
        bfloat.set_fields(15, 7, 8, 0, 7)
        bfloat.set_size(2)
        bfloat.set_ebias(127)
        space = h5py.h5s.create_simple((3,))
        h5py.h5d.create(file.id, b"bfloat16", bfloat, space)
        file["text"] = "µm"
        file["texts"] = np.array([b"a", b"bcd", b""], "S3")
        file["latin"] = np.bytes_(b"\xb5m")
        file["enum"] = np.array([True, False])
        file["null"] = h5py.Empty("f8")
        file["array"] = np.zeros(2)
        file["soft"] = h5py.SoftLink("/array")
        file["elsewhere"] = h5py.ExternalLink("other.h5", "/array")
        file["array"].attrs["unit"] = "ms"
        file["array"].attrs["number"] = 3


def chunk_filters():
    """Matrices of 5 x 7 elements r - c / 4 in chunks of 2 x 3, through every filter."""
    data = np.arange(5)[:, None] - np.arange(7) / 4
    with h5py.File(HERE / "filters.h5", "w") as file:
        for width in ["f4", "f8"]:
            for name, options in {
                "plain": {},
                "shuffled": {"shuffle": True},
                "gzip": {"compression": "gzip"},
                "gzip_shuffled": {"compression": "gzip", "shuffle": True},
                "checked": {"fletcher32": True},
                "all": {"compression": "gzip", "shuffle": True, "fletcher32": True},
                "lzf": {"compression": "lzf", "shuffle": True},
            }.items():
                file.create_dataset(name + "_" + width, data=data.astype(width), chunks=(2, 3), **options)
        file.create_dataset("scaled", data=np.arange(9), chunks=(9,), scaleoffset=4)
        file.create_dataset("hole", (6,), "f8", chunks=(3,), fillvalue=1)
        file["hole"][:3] = [5, 6, 7]


def chunk_indices():
    """The same matrices behind each kind of index, in groups and with attributes that stand in heaps."""
    data = np.arange(5)[:, None] - np.arange(7) / 4
    with h5py.File(HERE / "indices.h5", "w", libver=("v110", "v110")) as file:
        file.create_dataset("single", data=data, chunks=(5, 7))
        file.create_dataset("single_gzip", data=data, chunks=(5, 7), compression="gzip")
        file.create_dataset("fixed", data=data, chunks=(2, 3))
        file.create_dataset("fixed_gzip", data=data, chunks=(2, 3), compression="gzip")
        file.create_dataset("extensible", data=data, chunks=(2, 3), maxshape=(None, 7))
        file.create_dataset("tree", data=data, chunks=(2, 3), maxshape=(None, None))
        create = h5py.h5p.create(h5py.h5p.DATASET_CREATE)
        create.set_chunk((2, 3))
        create.set_alloc_time(h5py.h5d.ALLOC_TIME_EARLY)
        h5py.h5d.create(file.id, b"implicit", h5py.h5t.IEEE_F64LE, h5py.h5s.create_simple((5, 7)), create)
        file["implicit"][:] = data
        for k in range(12):
            file["many/a%d" % k] = np.arange(k)
            file["single"].attrs["note%d" % k] = "n%d" % k


if __name__ == "__main__":
    numpy_files()
    hdf5_files()
    sonata_circuit()
    element_types()
    chunk_filters()
    chunk_indices()
