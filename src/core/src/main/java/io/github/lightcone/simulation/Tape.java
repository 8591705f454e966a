package io.github.lightcone.simulation;

import io.github.lightcone.event.SpikeTrains;
import java.util.Arrays;

/**
 * What a run leaves behind: every spike in order, sources' spikes included, and the readouts. It grows
 * as needed and is reused by its simulator's next run; {@link #copy} keeps one.
 */
public final class Tape {

    /** Stands for "no spike" wherever the number of a spike is expected. */
    public static final int NO_SPIKE = -1;

    private double[] time = new double[64];
    private int[] neuron = new int[64];
    private double[] drive = new double[64];
    private double[] releaseCurrent = new double[64];
    private int[] previous = new int[64];
    private int spikeCount;
    private final int[] lastSpike;
    private final int[] countOf;
    private final double[] margin;
    private final ReadoutValues readouts;
    private double end;
    private long synapticEvents;
    private boolean marginsTracked;

    Tape(int neurons, int readoutCount) {
        lastSpike = new int[neurons];
        countOf = new int[neurons];
        margin = new double[neurons];
        readouts = new ReadoutValues(readoutCount);
        clear(0, false);
    }

    private Tape(Tape that) {
        time = Arrays.copyOf(that.time, Math.max(1, that.spikeCount));
        neuron = Arrays.copyOf(that.neuron, time.length);
        drive = Arrays.copyOf(that.drive, time.length);
        releaseCurrent = Arrays.copyOf(that.releaseCurrent, time.length);
        previous = Arrays.copyOf(that.previous, time.length);
        spikeCount = that.spikeCount;
        lastSpike = that.lastSpike.clone();
        countOf = that.countOf.clone();
        margin = that.margin.clone();
        readouts = new ReadoutValues(that.readouts);
        end = that.end;
        synapticEvents = that.synapticEvents;
        marginsTracked = that.marginsTracked;
    }

    /** Returns an independent copy that later runs leave alone. */
    public Tape copy() {
        return new Tape(this);
    }

    void clear(double newEnd, boolean trackMargins) {
        spikeCount = 0;
        Arrays.fill(lastSpike, NO_SPIKE);
        Arrays.fill(countOf, 0);
        Arrays.fill(margin, Double.POSITIVE_INFINITY);
        readouts.clear();
        end = newEnd;
        synapticEvents = 0;
        marginsTracked = trackMargins;
    }

    void endAt(double newEnd) {
        end = newEnd;
    }

    /** Ends a run that is given up: readouts and margins, which are of a whole run, become NaN. */
    void giveUp(double atTime) {
        end = atTime;
        readouts.giveUp();
        if (marginsTracked) {
            Arrays.fill(margin, Double.NaN);
        }
    }

    /** Saves how far this has come, and what later events change. */
    void save(StateWriter out) {
        out.put(spikeCount);
        readouts.save(out);
        if (marginsTracked) {
            out.put(margin, 0, margin.length);
        }
    }

    /** Loads what {@link #save} saved, on top of at least as many spikes; takes back the rest. */
    void load(StateReader in) {
        int count = in.getInt();
        while (spikeCount > count) {
            int n = neuron[--spikeCount];
            lastSpike[n] = previous[spikeCount];
            countOf[n]--;
        }
        readouts.load(in);
        if (marginsTracked) {
            in.get(margin, 0, margin.length);
        }
        synapticEvents = 0;
    }

    /** Saves the spikes. */
    void saveSpikes(StateWriter out) {
        out.put(spikeCount);
        out.put(time, 0, spikeCount);
        out.put(neuron, 0, spikeCount);
        out.put(drive, 0, spikeCount);
        out.put(releaseCurrent, 0, spikeCount);
    }

    /** Loads the spikes onto an empty tape. */
    void loadSpikes(StateReader in) {
        int count = in.getInt();
        while (count > time.length) {
            grow();
        }
        in.get(time, 0, count);
        in.get(neuron, 0, count);
        in.get(drive, 0, count);
        for (int k = 0; k < count; k++) {
            add(time[k], neuron[k], drive[k]);
        }
        in.get(releaseCurrent, 0, count);
    }

    /** Appends a spike and returns its number. */
    int add(double atTime, int ofNeuron, double driveAtCrossing) {
        if (spikeCount == time.length) {
            grow();
        }
        int k = spikeCount++;
        time[k] = atTime;
        neuron[k] = ofNeuron;
        drive[k] = driveAtCrossing;
        releaseCurrent[k] = Double.NaN;
        previous[k] = lastSpike[ofNeuron];
        lastSpike[ofNeuron] = k;
        countOf[ofNeuron]++;
        return k;
    }

    private void grow() {
        int capacity = (int) Math.min(Integer.MAX_VALUE - 8L, 2L * time.length);
        time = Arrays.copyOf(time, capacity);
        neuron = Arrays.copyOf(neuron, capacity);
        drive = Arrays.copyOf(drive, capacity);
        releaseCurrent = Arrays.copyOf(releaseCurrent, capacity);
        previous = Arrays.copyOf(previous, capacity);
    }

    void releaseCurrent(int spike, double current) {
        releaseCurrent[spike] = current;
    }

    void addSynapticEvents(long events) {
        synapticEvents += events;
    }

    void offerMargin(int ofNeuron, double distanceToThreshold) {
        margin[ofNeuron] = Math.min(margin[ofNeuron], distanceToThreshold);
    }

    /** Returns the memory of the spikes, bytes. */
    long bytes() {
        return (long) time.length * (3 * Double.BYTES + 2 * Integer.BYTES);
    }

    /** Returns the number of spikes, those of sources included. */
    public int spikeCount() {
        return spikeCount;
    }

    /** Returns the time of a spike, ms. */
    public double time(int spike) {
        return time[spike];
    }

    /** Returns the neuron of a spike. */
    public int neuron(int spike) {
        return neuron[spike];
    }

    /** Returns {@code I + bias - vThreshold} at the crossing, tauMem times its slope; NaN for a source. */
    public double drive(int spike) {
        return drive[spike];
    }

    /** Returns I when the refractory time after a spike ends; NaN if that is after the end of the run. */
    public double releaseCurrent(int spike) {
        return releaseCurrent[spike];
    }

    /** Returns the spike of the same neuron before this one, or {@link #NO_SPIKE}. */
    public int previousSpike(int spike) {
        return previous[spike];
    }

    /** Returns the last spike of a neuron, or {@link #NO_SPIKE}. */
    public int lastSpike(int ofNeuron) {
        return lastSpike[ofNeuron];
    }

    /** Returns the first spike of a neuron, or {@link #NO_SPIKE}; takes time proportional to its spikes. */
    public int firstSpike(int ofNeuron) {
        int first = NO_SPIKE;
        for (int k = lastSpike[ofNeuron]; k != NO_SPIKE; k = previous[k]) {
            first = k;
        }
        return first;
    }

    /** Returns the spike of a source that arrives at a time after a delay. */
    int spikeArriving(int source, double delay, double arrival) {
        int k = lastSpike[source];
        while (k != NO_SPIKE && time[k] + delay != arrival) {
            k = previous[k];
        }
        return k;
    }

    /** Returns the number of spikes of a neuron. */
    public int spikeCountOf(int ofNeuron) {
        return countOf[ofNeuron];
    }

    /** Returns the end of the run, ms. */
    public double end() {
        return end;
    }

    /** Returns the number of arrivals at synapses. */
    public long synapticEvents() {
        return synapticEvents;
    }

    /** Returns whether {@link #margin} was tracked. */
    public boolean marginsTracked() {
        return marginsTracked;
    }

    /**
     * Returns how close a neuron came to its threshold without crossing: the smallest {@code vThreshold -
     * V} over the local maxima of V, the end of the run included. Infinite if there was none, or if
     * margins were not tracked.
     */
    public double margin(int ofNeuron) {
        return margin[ofNeuron];
    }

    /** Returns the value of a readout, in the order given to the simulator. */
    public double readout(int readout) {
        return readouts.value(readout);
    }

    /** Returns the readouts with what their derivatives need. */
    public ReadoutValues readouts() {
        return readouts;
    }

    /** Returns the spikes of all neurons in a range, as trains. */
    public SpikeTrains trains(int firstNeuron, int endNeuron) {
        SpikeTrains.Builder builder = SpikeTrains.builder();
        for (int k = 0; k < spikeCount; k++) {
            if (neuron[k] >= firstNeuron && neuron[k] < endNeuron) {
                builder.add(neuron[k], time[k]);
            }
        }
        return builder.build();
    }
}
