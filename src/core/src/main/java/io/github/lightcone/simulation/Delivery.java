package io.github.lightcone.simulation;

/**
 * How spikes get from rows to the sums of the slices they arrive in. There are two ways, which differ in
 * what they are fast for, around one certificate, one walk and one causal order.
 */
abstract class Delivery {

    /** Arrivals brought to their slice since the start of the run. */
    long synapticEvents;

    /** Returns what users call this way. */
    abstract String name();

    /** Returns the memory of what it holds beside the network, bytes. */
    abstract long bytes();

    /** Forgets everything in flight and prepares for a run in slices of a width. */
    abstract void reset(double width);

    /** Adds up what is in flight and arrives in a slice; later calls refer to this slice. */
    abstract void open(Slice slice);

    /** Adds up and sends on a spike of a source that is emitted in this slice. */
    abstract void emit(double emitted, int source, int order);

    /**
     * Sends on what is left of the row of a spike emitted in this slice.
     *
     * @param slot the first arrival after this slice
     * @param order number of the spike in the order of emission
     */
    abstract void sendOn(double emitted, int source, int slot, int order);

    /** Saves what has been added up for slices to come, at the start of one that is not open yet. */
    abstract void save(StateWriter out, Slice next);

    /** Loads what {@link #save} saved, after {@link #reset}; the slice is not open yet. */
    abstract void load(StateReader in, Slice next);

    /** Brings a spike that is in flight at the start of a slice back on its way, after {@link #load}. */
    abstract void resume(double emitted, int source, int order, Slice next);

    /** Returns the sums of this slice, to be set to 0 once they are used. */
    abstract Sums sums();

    /** Returns the segments that have arrived in this slice. */
    abstract Segments segments();
}
