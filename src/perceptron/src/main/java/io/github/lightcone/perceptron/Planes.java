package io.github.lightcone.perceptron;

/** What holds for the last coordinate of neurons, along which layers follow one another. */
public enum Planes {
    /** Layer l lies in the plane of coordinate l. */
    FIXED,
    /** All neurons of a layer share a coordinate; the distances of neighbouring layers are learned and start as 1. */
    LEARNED,
    /** Every neuron learns its own; it starts anywhere from l to l + 1 in layer l. */
    RELAXED
}
