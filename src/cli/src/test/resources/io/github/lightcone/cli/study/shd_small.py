"""Writes shd_small.h5: 60 examples in the layout of the Spiking Heidelberg Digits, three of each of 20 classes.

Example i of class c spikes on channels 30 c + 3 k at 10 + 8 k + 2 i ms, k = 0 ... 19. Needs h5py.
"""

import h5py
import numpy as np

labels = np.repeat(np.arange(20), 3).astype(np.uint16)
with h5py.File("shd_small.h5", "w") as file:
    times = file.create_dataset("spikes/times", (60,), dtype=h5py.vlen_dtype(np.float16))
    units = file.create_dataset("spikes/units", (60,), dtype=h5py.vlen_dtype(np.uint16))
    for n, label in enumerate(labels):
        k = np.arange(20)
        times[n] = ((10 + 8 * k + 2 * (n % 3)) / 1000).astype(np.float16)
        units[n] = (30 * int(label) + 3 * k).astype(np.uint16)
    file["labels"] = labels
    file["extra/speaker"] = (np.arange(60) % 4).astype(np.uint16)
