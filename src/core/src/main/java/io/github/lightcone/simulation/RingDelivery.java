package io.github.lightcone.simulation;

import io.github.lightcone.connectivity.SynapseTable;
import io.github.lightcone.neuron.Exponential;
import io.github.lightcone.neuron.ResponseKernel;
import java.util.Arrays;

/**
 * For dense networks of moderate size, such as those that are trained: a spike is brought to the sums of
 * all slices it will arrive in at once, with two exponentials and the {@link SynapseFactors}. The slices
 * ahead are pages of a ring, as many as the longest delay needs.
 */
final class RingDelivery extends Delivery {

    /** Beyond this the ring falls out of the cache. */
    private static final long LARGEST_RING = 1 << 20;

    /** Bytes. */
    private static final int SUMS_OF_NEURON = 3 * Double.BYTES;

    /** Beyond this the factors cost more memory than they are worth. */
    private static final int LARGEST_TABLE = 1 << 21;

    static final String NAME = "ring";

    private final CompiledNetwork compiled;
    private final SynapseTable synapses;
    private final int firstTarget;
    private final Sums cutSums;
    private final Responses responses = new Responses();
    private SynapseFactors factors;
    private double width;
    private int mask;
    private Sums[] ring = new Sums[0];
    private double[] block = new double[0];
    private Segments[] segments = new Segments[0];
    private long[] arriving = new long[0];
    private double[] pageDecayV = new double[0];
    private double[] pageDecayI = new double[0];
    private Slice slice;

    RingDelivery(CompiledNetwork compiled) {
        this.compiled = compiled;
        synapses = compiled.synapses();
        firstTarget = compiled.firstNeuronWithState();
        cutSums = new Sums(compiled.network().neuronCount());
    }

    /** Returns whether this is the way to run a network in slices of a width. */
    static boolean suits(CompiledNetwork compiled, double width) {
        if (compiled.isCompact() || compiled.synapseCount() > LARGEST_TABLE || !SynapseFactors.exist(compiled)) {
            return false;
        }
        double longest = compiled.longestDelay();
        long neurons = (long) compiled.network().neuronCount() - compiled.firstNeuronWithState();
        return longest / width < LARGEST_RING && pages(longest, width) * neurons * SUMS_OF_NEURON <= LARGEST_RING;
    }

    private static long pages(double longestDelay, double width) {
        return 2 * Long.highestOneBit((long) (longestDelay / width) + 2);
    }

    @Override
    String name() {
        return NAME;
    }

    @Override
    long bytes() {
        return ring.length * cutSums.bytes();
    }

    @Override
    void reset(double newWidth) {
        synapticEvents = 0;
        factors = compiled.synapseFactors();
        int pages = (int) pages(compiled.longestDelay(), newWidth);
        if (pages > segments.length) {
            ring = new Sums[pages];
            Arrays.setAll(ring, page -> new Sums(compiled.network().neuronCount()));
            segments = new Segments[pages];
            Arrays.setAll(segments, page -> new Segments());
            arriving = new long[pages];
            pageDecayV = new double[pages];
            pageDecayI = new double[pages];
            width = Double.NaN;
        }
        mask = segments.length - 1;
        if (newWidth != width || ratesChanged()) {
            computeDecays(newWidth);
        }
        block = block.length < factors.longestBlock() ? new double[factors.longestBlock()] : block;
        cutSums.clear(firstTarget, compiled.network().neuronCount());
        Arrays.fill(arriving, 0);
        for (int page = 0; page < segments.length; page++) {
            ring[page].clear(firstTarget, compiled.network().neuronCount());
            segments[page].clear();
        }
    }

    private boolean ratesChanged() {
        return pageDecayV[1] != Exponential.exp(-compiled.sharedMembraneRate() * width)
                || pageDecayI[1] != Exponential.exp(-compiled.sharedSynapticRate() * width);
    }

    private void computeDecays(double newWidth) {
        width = newWidth;
        for (int page = 0; page < pageDecayV.length; page++) {
            pageDecayV[page] = Exponential.exp(-compiled.sharedMembraneRate() * (page * width));
            pageDecayI[page] = Exponential.exp(-compiled.sharedSynapticRate() * (page * width));
        }
    }

    @Override
    void open(Slice newSlice) {
        slice = newSlice;
        segments[page(slice.number() - 1)].clear();
        if (slice.isLast()) {
            redo();
        } else {
            int page = page(slice.number());
            synapticEvents += arriving[page];
            arriving[page] = 0;
        }
    }

    /** Saves the pages that spikes in flight reach, from that of the next slice on. */
    @Override
    void save(StateWriter out, Slice next) {
        int pages = (int) pages(compiled.longestDelay(), width) - 1;
        for (long number = next.number(); number < next.number() + pages; number++) {
            int page = page(number);
            ring[page].save(out, firstTarget);
            out.put(arriving[page]);
            segments[page].save(out);
        }
    }

    @Override
    void load(StateReader in, Slice next) {
        int pages = (int) pages(compiled.longestDelay(), width) - 1;
        for (long number = next.number(); number < next.number() + pages; number++) {
            int page = page(number);
            ring[page].load(in, firstTarget);
            arriving[page] = in.getLong();
            segments[page].load(in);
        }
    }

    /** All it will do has been added up. */
    @Override
    void resume(double emitted, int source, int order, Slice next) {}

    /** Adds up what arrives in a slice that is cut short. */
    private void redo() {
        Segments here = segments();
        for (int segment = 0; segment < here.count(); segment++) {
            int slot = here.firstSlot(segment);
            int end = addToCut(here.spikeTime(segment), here.source(segment), slot);
            here.end(segment, end);
            synapticEvents += end - slot;
        }
    }

    private int addToCut(double emitted, int source, int slot) {
        return Accumulation.add(synapses, slice, emitted, source, slot, responses, cutSums);
    }

    private int page(long number) {
        return (int) (number & mask);
    }

    @Override
    void emit(double emitted, int source, int order) {
        int slot = synapses.rowStart(source);
        if (slice.isLast()) {
            int end = addToCut(emitted, source, slot);
            segments().add(emitted, source, slot, end);
            synapticEvents += end - slot;
            return;
        }
        deliver(emitted, source, slot, synapses.rowEnd(source));
        int page = page(slice.number());
        synapticEvents += arriving[page];
        arriving[page] = 0;
    }

    @Override
    void sendOn(double emitted, int source, int slot, int order) {
        if (!slice.isLast()) {
            deliver(emitted, source, slot, synapses.rowEnd(source));
        }
    }

    /** Brings the rest of a row to the slices it arrives in. */
    private void deliver(double emitted, int source, int firstSlot, int rowEnd) {
        if (firstSlot == rowEnd) {
            return;
        }
        double[] delay = synapses.delay();
        if (factors.isBlock(source)) {
            deliverBlock(emitted, source, firstSlot, rowEnd, emitted + delay[firstSlot]);
            return;
        }
        long start = slice.number();
        double x = (start + 1) * width - emitted;
        double membrane = Exponential.exp(-compiled.sharedMembraneRate() * x);
        double synaptic = Exponential.exp(-compiled.sharedSynapticRate() * x);
        int slot = firstSlot;
        for (long number = start; slot < rowEnd; number++) {
            double end = (number + 1) * width;
            if (emitted + delay[slot] >= end) {
                continue;
            }
            int ahead = (int) (number - start);
            int page = page(number);
            int to = Accumulation.addFactored(
                    emitted,
                    slot,
                    rowEnd,
                    end,
                    delay,
                    synapses.target(),
                    factors.membrane(),
                    factors.synaptic(),
                    membrane * pageDecayV[ahead],
                    synaptic * pageDecayI[ahead],
                    factors.kappa(),
                    ring[page]);
            segments[page].add(emitted, source, slot, to);
            arriving[page] += to - slot;
            slot = to;
        }
    }

    /** Brings a row that arrives at once, at neighbouring targets. */
    private void deliverBlock(double emitted, int source, int slot, int rowEnd, double arrival) {
        long number = slice.at(arrival);
        int page = page(number);
        double x = (number + 1) * width - arrival;
        ResponseKernel kernel = slice.constants().kernel;
        int first = synapses.target()[slot];
        Accumulation.addBlock(factors.block(source), first, kernel.voltage(x), kernel.current(x), ring[page], block);
        segments[page].add(emitted, source, slot, rowEnd);
        arriving[page] += rowEnd - slot;
    }

    @Override
    Sums sums() {
        return slice.isLast() ? cutSums : ring[page(slice.number())];
    }

    @Override
    Segments segments() {
        return segments[page(slice.number())];
    }
}
