"""Writes the small NumPy archives that NpzEventsTest reads.

Run once, with numpy 2; the files are part of the sources, so the tests need no Python:

    python3 make_numpy_fixtures.py ../resources/io/github/lightcone/data/table

Event k of six stands at (k + 1) / 8 s on channel 5 k mod 7; examples 0, 1, 2 have 3, 0, 3 events and classes
1, 0, 2.
"""

import pathlib
import sys

import numpy as np

FOLDER = pathlib.Path(sys.argv[1])
k = np.arange(6)
seconds = (k + 1) / 8

np.savez(FOLDER / "offsets.npz", times_s=seconds.astype("<f2"), channels=(5 * k % 7).astype(">i2"),
         offsets=np.array([0, 3, 3, 6], dtype="<i8"), labels=np.array([1, 0, 2], dtype="u1"))
np.savez_compressed(FOLDER / "examples.npz", times_us=(seconds * 1e6).astype(">u4"), channels=(5 * k % 7).astype("<u8"),
                    examples=np.array([2, 0, 0, 2, 2, 0], dtype="i1"), labels=np.array([1, 0, 2], dtype="<i4"),
                    groups=np.array([4, 4, 5], dtype="u2"), takes=np.array([0, 1, 0]))
