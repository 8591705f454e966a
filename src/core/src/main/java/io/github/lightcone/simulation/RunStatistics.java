package io.github.lightcone.simulation;

/** What a run did. */
public final class RunStatistics {

    String delivery = "";
    double sliceWidth;
    long spikes;
    long synapticEvents;
    long slices;
    long candidates;
    long lateCandidates;
    long walks;

    RunStatistics() {}

    void clear(double width) {
        sliceWidth = width;
        spikes = 0;
        synapticEvents = 0;
        slices = 0;
        candidates = 0;
        lateCandidates = 0;
        walks = 0;
    }

    /**
     * Returns how spikes were brought to their targets: "ring", for dense networks of moderate size, or
     * "streaming".
     */
    public String delivery() {
        return delivery;
    }

    /** Returns the width of a slice, ms. */
    public double sliceWidth() {
        return sliceWidth;
    }

    /** Returns the number of spikes, those of sources included. */
    public long spikes() {
        return spikes;
    }

    /** Returns the number of arrivals at synapses. */
    public long synapticEvents() {
        return synapticEvents;
    }

    /** Returns the number of slices. */
    public long slices() {
        return slices;
    }

    /** Returns how often a neuron was looked at event by event, from the start of a slice. */
    public long candidates() {
        return candidates;
    }

    /** Returns how often a spike within a slice made a certified neuron a candidate. */
    public long lateCandidates() {
        return lateCandidates;
    }
}
