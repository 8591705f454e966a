package io.github.lightcone.hardware.quantise;

import java.util.Locale;

/** What has a scale of its own. */
public enum ScaleOf {
    /** Each neuron: all synapses that arrive at it. */
    NEURON,
    /** Each projection. */
    PROJECTION,
    /** The whole network. */
    NETWORK;

    /** Returns the name in options and files. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
