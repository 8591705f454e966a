package io.github.lightcone.simulation;

/** What a run did. */
public final class RunStatistics {

    String delivery = "";
    int lanes;
    double sliceWidth;
    long spikes;
    long synapticEvents;
    long slices;
    long candidates;
    long lateCandidates;
    long walks;
    long solves;
    long bytes;

    RunStatistics() {}

    void clear(double width) {
        sliceWidth = width;
        spikes = 0;
        synapticEvents = 0;
        slices = 0;
        candidates = 0;
        lateCandidates = 0;
        walks = 0;
        solves = 0;
        bytes = 0;
    }

    /** Adds what another part of the run did. */
    void add(RunStatistics that) {
        synapticEvents += that.synapticEvents;
        candidates += that.candidates;
        lateCandidates += that.lateCandidates;
        walks += that.walks;
        solves += that.solves;
    }

    void save(StateWriter out) {
        out.put(synapticEvents);
        out.put(candidates);
        out.put(lateCandidates);
        out.put(walks);
        out.put(solves);
    }

    void load(StateReader in) {
        synapticEvents = in.getLong();
        candidates = in.getLong();
        lateCandidates = in.getLong();
        walks = in.getLong();
        solves = in.getLong();
    }

    /**
     * Returns how spikes were brought to their targets: "ring", for dense networks of moderate size, or
     * "streaming".
     */
    public String delivery() {
        return delivery;
    }

    /** Returns in how many shares of its neurons the network was run. */
    public int lanes() {
        return lanes;
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

    /** Returns how often a candidate was walked through its arrivals. */
    public long walks() {
        return walks;
    }

    /** Returns how often an equation had to be looked at for a crossing. */
    public long solves() {
        return solves;
    }

    /** Returns the memory of the network's synapses, what is derived from them, and the tape, bytes. */
    public long bytes() {
        return bytes;
    }
}
