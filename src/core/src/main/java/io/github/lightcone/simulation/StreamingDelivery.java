package io.github.lightcone.simulation;

import io.github.lightcone.connectivity.NeuronRange;
import io.github.lightcone.connectivity.Synapses;
import io.github.lightcone.event.FlightCalendar;

/**
 * For large and sparse networks: a spike in flight keeps a cursor in its row, and every slice streams the
 * stretch that arrives in it. Needs no memory per synapse but the row itself.
 */
final class StreamingDelivery extends Delivery {

    static final String NAME = "streaming";

    private final Synapses rows;
    private final FlightCalendar inFlight = new FlightCalendar();
    private final Segments segments = new Segments();
    private final Responses responses = new Responses();
    private final NeuronRange targets;
    private final Sums sums;
    private Slice slice;

    /**
     * Makes a delivery.
     *
     * @param rows synapses onto these targets
     */
    StreamingDelivery(Synapses rows, NeuronRange targets) {
        this.rows = rows;
        this.targets = targets;
        sums = new Sums(targets.end());
    }

    @Override
    String name() {
        return NAME;
    }

    @Override
    long bytes() {
        return sums.bytes();
    }

    @Override
    void reset(double width) {
        synapticEvents = 0;
        inFlight.clear();
        sums.clear(targets.first(), targets.end());
    }

    @Override
    void open(Slice newSlice) {
        slice = newSlice;
        segments.clear();
        long number = slice.number();
        inFlight.open(number);
        for (int entry = inFlight.take(number); entry >= 0; entry = inFlight.take(number)) {
            deliver(inFlight.time(entry), inFlight.source(entry), inFlight.slot(entry), inFlight.order(entry));
        }
    }

    @Override
    void emit(double emitted, int source, int order) {
        deliver(emitted, source, rows.rowStart(source), order);
    }

    private void deliver(double emitted, int source, int slot, int order) {
        int end = Accumulation.add(rows, slice, emitted, source, slot, responses, sums);
        segments.add(emitted, source, slot, end);
        synapticEvents += end - slot;
        sendOn(emitted, source, end, order);
    }

    @Override
    void sendOn(double emitted, int source, int slot, int order) {
        if (slot < rows.rowEnd(source)) {
            long arrivalSlice = slice.after(emitted + rows.delay(source, slot));
            inFlight.add(slice.number(), arrivalSlice, emitted, source, slot, order);
        }
    }

    /** Saves nothing: spikes in flight are on the tape, and where each stands follows from the time. */
    @Override
    void save(StateWriter out, Slice next) {}

    @Override
    void load(StateReader in, Slice next) {}

    @Override
    void resume(double emitted, int source, int order, Slice next) {
        int slot = firstArrival(emitted, source, next.start());
        if (slot < rows.rowEnd(source)) {
            inFlight.add(next.number() - 1, next.at(emitted + rows.delay(source, slot)), emitted, source, slot, order);
        }
    }

    /** Returns the slot of the first arrival of a spike at or after a time, by bisection. */
    private int firstArrival(double emitted, int source, double from) {
        int slot = rows.rowStart(source);
        int end = rows.rowEnd(source);
        while (slot < end) {
            int middle = (slot + end) >>> 1;
            if (emitted + rows.delay(source, middle) < from) {
                slot = middle + 1;
            } else {
                end = middle;
            }
        }
        return slot;
    }

    @Override
    Sums sums() {
        return sums;
    }

    @Override
    Segments segments() {
        return segments;
    }
}
