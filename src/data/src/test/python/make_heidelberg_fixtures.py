"""Writes the small HDF5 files that HeidelbergFileTest reads, in the layout of SHD and SSC.

Run once, with h5py 3 and numpy 2; the files are part of the sources, so the tests need no Python:

    python3 make_heidelberg_fixtures.py ../resources/io/github/lightcone/data/neuromorphic

Spike k of trial i stands at (k + 1) (i + 1) / 64 s, which 16 bits hold exactly, on channel
(37 i + 101 k) mod 700. Trial i has i + 2 spikes, but trial 2 has none. HDF5 packs labels, but no lists of any length;
more than eight members give a group of the latest layout an index.
"""

import pathlib
import sys

import h5py
import numpy as np

TRIALS = 6
FOLDER = pathlib.Path(sys.argv[1])


def spikes(trial):
    count = 0 if trial == 2 else trial + 2
    k = np.arange(count)
    return (k + 1) * (trial + 1) / 64, (37 * trial + 101 * k) % 700


def write(name, time_type, unit_type, classes, *, extra, chunked=False, packed=False, libver="earliest",
          longer_trial=None, labels=TRIALS):
    with h5py.File(FOLDER / name, "w", libver=libver) as file:
        options = {"maxshape": (None,), "chunks": (4,)} if chunked else {}
        filters = {"compression": "gzip", "shuffle": True, "fletcher32": True} if packed else {}
        for number in range(9 if libver == "v110" else 0):
            file.create_group(f"note{number}")
        group = file.create_group("spikes")
        times = group.create_dataset("times", (TRIALS,), dtype=h5py.vlen_dtype(np.dtype(time_type)), **options)
        units = group.create_dataset("units", (TRIALS,), dtype=h5py.vlen_dtype(np.dtype(unit_type)), **options)
        for trial in range(TRIALS):
            seconds, channels = spikes(trial)
            times[trial] = seconds.astype(time_type)
            units[trial] = channels[: -1 if trial == longer_trial else None].astype(unit_type)
        file.create_dataset("labels", data=(np.arange(labels) * 3 % classes).astype("u2"), **options, **filters)
        if extra:
            group = file.create_group("extra")
            group.create_dataset("speaker", data=(np.arange(TRIALS) % 3).astype("u2"))
            names = [f"wört {number}".encode() for number in range(classes)]
            group.create_dataset("keys", data=np.array(names, dtype="S8"))


write("shd_float16.h5", "<f2", "<u2", 20, extra=True, chunked=True)
write("shd_float32.h5", "<f4", "<i4", 20, extra=True)
write("ssc_float64.h5", "<f8", "<i8", 35, extra=False, libver="latest")
write("shd_ragged.h5", "<f2", "<u2", 20, extra=False, longer_trial=4)
write("shd_few_labels.h5", "<f2", "<u2", 20, extra=False, labels=TRIALS - 1)
write("shd_packed.h5", "<f4", "<u2", 20, extra=True, chunked=True, packed=True)
write("ssc_packed.h5", "<f4", "<u2", 35, extra=False, chunked=True, packed=True, libver="v110")
