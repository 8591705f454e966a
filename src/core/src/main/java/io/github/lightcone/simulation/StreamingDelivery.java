package io.github.lightcone.simulation;

import io.github.lightcone.connectivity.SynapseTable;
import io.github.lightcone.event.FlightCalendar;
import java.util.Arrays;

/**
 * For large and sparse networks: a spike in flight keeps a cursor in its row, and every slice streams the
 * stretch that arrives in it. Needs no memory per synapse but the row itself.
 */
final class StreamingDelivery extends Delivery {

    private final CompiledNetwork compiled;
    private final SynapseTable synapses;
    private final FlightCalendar inFlight = new FlightCalendar();
    private final Segments segments = new Segments();
    private final int first;
    private final int stride;
    private final double[] sums;
    private Slice slice;

    StreamingDelivery(CompiledNetwork compiled) {
        this.compiled = compiled;
        synapses = compiled.synapses();
        first = compiled.firstNeuronWithState();
        stride = compiled.network().neuronCount() - first;
        sums = new double[Accumulation.SUMS * stride];
    }

    @Override
    String name() {
        return "streaming";
    }

    @Override
    void reset(double width) {
        synapticEvents = 0;
        inFlight.clear();
        Arrays.fill(sums, 0);
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
        deliver(emitted, source, synapses.rowStart(source), order);
    }

    private void deliver(double emitted, int source, int slot, int order) {
        int rowEnd = synapses.rowStart(source + 1);
        int end = Accumulation.add(compiled, slice, emitted, slot, rowEnd, sums, -first, stride);
        segments.add(emitted, source, slot, end);
        synapticEvents += end - slot;
        sendOn(emitted, source, end, order);
    }

    @Override
    void sendOn(double emitted, int source, int slot, int order) {
        if (slot < synapses.rowStart(source + 1)) {
            long arrivalSlice = slice.after(emitted + synapses.delay()[slot]);
            inFlight.add(slice.number(), arrivalSlice, emitted, source, slot, order);
        }
    }

    /** Saves the spikes in flight; where each stands in its row follows from the time. */
    @Override
    void save(StateWriter out, Slice next) {
        out.put(inFlight.size());
        inFlight.forEach((emitted, source, order) -> {
            out.put(emitted);
            out.put(source);
            out.put(order);
        });
    }

    @Override
    void load(StateReader in, Slice next) {
        inFlight.clear();
        for (int left = in.getInt(); left > 0; left--) {
            double emitted = in.getDouble();
            int source = in.getInt();
            int order = in.getInt();
            int slot = firstArrival(emitted, source, next.start());
            long arrivalSlice = next.at(emitted + synapses.delay()[slot]);
            inFlight.add(next.number() - 1, arrivalSlice, emitted, source, slot, order);
        }
    }

    /** Returns the slot of the first arrival of a spike at or after a time, by bisection. */
    private int firstArrival(double emitted, int source, double from) {
        double[] delay = synapses.delay();
        int slot = synapses.rowStart(source);
        int end = synapses.rowStart(source + 1);
        while (slot < end) {
            int middle = (slot + end) >>> 1;
            if (emitted + delay[middle] < from) {
                slot = middle + 1;
            } else {
                end = middle;
            }
        }
        return slot;
    }

    @Override
    double[] sums() {
        return sums;
    }

    @Override
    int sumsAt() {
        return -first;
    }

    @Override
    int stride() {
        return stride;
    }

    @Override
    Segments segments() {
        return segments;
    }
}
