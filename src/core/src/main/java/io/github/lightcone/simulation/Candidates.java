package io.github.lightcone.simulation;

import io.github.lightcone.connectivity.CompactSynapses;
import io.github.lightcone.connectivity.SynapseTable;
import io.github.lightcone.connectivity.Synapses;
import io.github.lightcone.event.CrossingQueue;
import io.github.lightcone.network.Parameters;
import io.github.lightcone.neuron.Crossing;
import io.github.lightcone.neuron.Flow;
import io.github.lightcone.neuron.ResponseKernel;
import java.util.Arrays;

/**
 * The neurons that might cross their threshold in a slice, with their arrivals in order of time. Each
 * stands at a base, before which nothing can change any more; from there it is walked from arrival to
 * arrival to its first crossing. The crossings of all candidates wait in a {@link CrossingQueue}.
 */
final class Candidates {

    private static final int NONE = -1;

    private final CompiledNetwork compiled;
    private final Synapses rows;
    private final SliceStates states;
    private final Slice slice;
    private final Tape tape;
    private final Observer observer;
    final CrossingQueue crossings;

    /** Place of each neuron among the candidates, or -1. */
    final int[] placeOf;

    long walks;
    long solves;

    private int count;
    private int[] neuron = new int[64];
    private double[] time = new double[64];
    private double[] v = new double[64];
    private double[] i = new double[64];
    private double[] held = new double[64];
    private int[] nextArrival = new int[64];

    // The stretch before the crossing that the last walk found.
    private double[] foundTime = new double[64];
    private double[] foundV = new double[64];
    private double[] foundI = new double[64];
    private int[] foundNext = new int[64];
    private double[] foundCrossing = new double[64];

    // What has been inserted since the last walk, and where.
    private double[] unwalkedFrom = new double[64];
    private int[] lastInserted = new int[64];

    private int arrivals;
    private double[] arrivalTime = new double[1024];
    private double[] arrivalWeight = new double[1024];
    private int[] arrivalSlot = new int[1024];
    private int[] arrivalSource = new int[1024];
    private int[] following = new int[1024];

    Candidates(CompiledNetwork compiled, Synapses rows, SliceStates states, Slice slice, Tape tape, Observer observer) {
        this.compiled = compiled;
        this.rows = rows;
        this.states = states;
        this.slice = slice;
        this.tape = tape;
        this.observer = observer;
        int neurons = compiled.network().neuronCount();
        crossings = new CrossingQueue(neurons);
        placeOf = new int[neurons];
        Arrays.fill(placeOf, NONE);
    }

    void reset() {
        for (int place = 0; place < count; place++) {
            placeOf[neuron[place]] = NONE;
        }
        count = 0;
        arrivals = 0;
        crossings.clear();
    }

    int count() {
        return count;
    }

    int neuron(int place) {
        return neuron[place];
    }

    /** Makes a neuron a candidate that stands at the start of the slice, unless it is one. */
    void add(int n) {
        if (placeOf[n] != NONE) {
            return;
        }
        if (count == neuron.length) {
            grow();
        }
        int place = count++;
        placeOf[n] = place;
        neuron[place] = n;
        time[place] = slice.start();
        v[place] = states.startVoltage(n);
        i[place] = states.i[n];
        held[place] = states.heldUntil[n];
        nextArrival[place] = NONE;
        foundNext[place] = NONE;
        foundCrossing[place] = Crossing.NONE;
        unwalkedFrom[place] = Double.POSITIVE_INFINITY;
        lastInserted[place] = NONE;
    }

    /** Collects the arrivals of all candidates from the segments of the slice, in order of time. */
    void collect(Segments segments) {
        for (int segment = 0; segment < segments.count(); segment++) {
            if (rows instanceof SynapseTable table) {
                collect(segments, segment, table.target());
            } else {
                collectCompact(segments, segment, ((CompactSynapses) rows).words(segments.source(segment)));
            }
        }
        for (int place = 0; place < count; place++) {
            nextArrival[place] = sort(nextArrival[place]);
        }
    }

    private void collect(Segments segments, int segment, int[] target) {
        int end = segments.endSlot(segment);
        for (int slot = segments.firstSlot(segment); slot < end; slot++) {
            int place = placeOf[target[slot]];
            if (place >= 0) {
                push(place, segments, segment, slot);
            }
        }
    }

    private void collectCompact(Segments segments, int segment, int[] words) {
        int end = segments.endSlot(segment);
        for (int slot = segments.firstSlot(segment); slot < end; slot++) {
            int place = placeOf[CompactSynapses.target(words, slot)];
            if (place >= 0) {
                push(place, segments, segment, slot);
            }
        }
    }

    /** Collects the arrivals of one neuron that has become a candidate late. */
    void collectLate(int n, Segments segments) {
        int place = placeOf[n];
        for (int segment = 0; segment < segments.count(); segment++) {
            int source = segments.source(segment);
            int end = segments.endSlot(segment);
            for (int slot = segments.firstSlot(segment); slot < end; slot++) {
                if (rows.target(source, slot) == n) {
                    push(place, segments, segment, slot);
                }
            }
        }
        nextArrival[place] = sort(nextArrival[place]);
    }

    private void push(int place, Segments segments, int segment, int slot) {
        int source = segments.source(segment);
        double arrival = segments.spikeTime(segment) + rows.delay(source, slot);
        int entry = newArrival(arrival, rows.weight(source, slot), source, slot);
        following[entry] = nextArrival[place];
        nextArrival[place] = entry;
    }

    private int newArrival(double arrival, double weight, int source, int slot) {
        if (arrivals == arrivalTime.length) {
            growArrivals();
        }
        int entry = arrivals++;
        arrivalTime[entry] = arrival;
        arrivalWeight[entry] = weight;
        arrivalSource[entry] = source;
        arrivalSlot[entry] = slot;
        return entry;
    }

    /**
     * Inserts an arrival that a spike within the slice has caused. The candidate is walked again when its
     * time comes, so that many arrivals, as of a volley, cost one walk; see {@link #isUnwalked}.
     */
    void insert(int place, double arrival, double weight, int source, int slot) {
        int entry = newArrival(arrival, weight, source, slot);
        link(place, entry);
        if (following[entry] == foundNext[place]) {
            foundNext[place] = entry;
        }
        if (arrival < unwalkedFrom[place]) {
            unwalkedFrom[place] = arrival;
            if (arrival <= foundCrossing[place]) {
                // Before any crossing at the time of the arrival itself.
                crossings.predict(neuron[place], Math.nextDown(arrival));
            }
        }
    }

    private void link(int place, int entry) {
        int last = lastInserted[place];
        int before = last != NONE && precedes(last, entry) ? last : NONE;
        int after = before == NONE ? nextArrival[place] : following[before];
        lastInserted[place] = entry;
        while (after != NONE && precedes(after, entry)) {
            before = after;
            after = following[after];
        }
        following[entry] = after;
        if (before != NONE) {
            following[before] = entry;
        }
        if (after == nextArrival[place]) {
            nextArrival[place] = entry;
        }
    }

    /** Returns whether a candidate must be walked again before its crossing, if it has one, is final. */
    boolean isUnwalked(int place) {
        return unwalkedFrom[place] <= foundCrossing[place] && unwalkedFrom[place] < Double.POSITIVE_INFINITY;
    }

    /** Arrivals at one target are ordered by (time, source, slot). */
    private boolean precedes(int first, int second) {
        if (arrivalTime[first] != arrivalTime[second]) {
            return arrivalTime[first] < arrivalTime[second];
        }
        if (arrivalSource[first] != arrivalSource[second]) {
            return arrivalSource[first] < arrivalSource[second];
        }
        return arrivalSlot[first] < arrivalSlot[second];
    }

    /** Sorts a list of arrivals by merging runs of doubling length; needs no memory. */
    private int sort(int unsorted) {
        int list = unsorted;
        for (int run = 1; ; run *= 2) {
            int left = list;
            int head = NONE;
            int tail = NONE;
            int merges = 0;
            while (left != NONE) {
                merges++;
                int right = left;
                int leftSize = 0;
                while (leftSize < run && right != NONE) {
                    leftSize++;
                    right = following[right];
                }
                int rightSize = run;
                while (leftSize > 0 || (rightSize > 0 && right != NONE)) {
                    int taken;
                    boolean fromLeft = leftSize > 0 && (rightSize == 0 || right == NONE || !precedes(right, left));
                    if (fromLeft) {
                        taken = left;
                        left = following[left];
                        leftSize--;
                    } else {
                        taken = right;
                        right = following[right];
                        rightSize--;
                    }
                    if (tail == NONE) {
                        head = taken;
                    } else {
                        following[tail] = taken;
                    }
                    tail = taken;
                }
                left = right;
            }
            if (tail != NONE) {
                following[tail] = NONE;
            }
            list = head;
            if (merges <= 1) {
                return list;
            }
        }
    }

    /**
     * Walks a candidate from its base to its first crossing, which it enters in the queue, or to the end of
     * the slice. The base moves up to {@code now}, as nothing before can change any more.
     */
    void walk(int place, double now) {
        walks++;
        int n = neuron[place];
        double a = compiled.membraneRate()[n];
        double c = compiled.synapticRate()[n];
        double level = states.level(n);
        double sliceEnd = slice.end();
        ResponseKernel kernel = slice.constants().kernel(n);
        double skew = (c - a) / a;
        double curveOfCurrent = a * (a + c) / 8;
        double curveOfVoltage = a * a / 8;
        boolean watched = observer.watches(n);
        double t = time[place];
        double vNow = v[place];
        double iNow = i[place];
        double until = held[place];
        int next = nextArrival[place];
        unwalkedFrom[place] = Double.POSITIVE_INFINITY;
        while (true) {
            double to = next == NONE ? sliceEnd : arrivalTime[next];
            if (until >= t) {
                double stop = Math.min(until, to);
                iNow = Flow.current(c, iNow, stop - t);
                t = stop;
                if (t == until) {
                    tape.releaseCurrent(tape.lastSpike(n), iNow);
                    until = Double.NEGATIVE_INFINITY;
                }
            }
            if (until == Double.NEGATIVE_INFINITY) {
                double s = to - t;
                double vTo = vNow;
                double iTo = iNow;
                if (s > 0) {
                    double decay = kernel.current(s);
                    double response = kernel.voltage(s);
                    vTo = vNow * (decay + skew * response) + iNow * response;
                    iTo = iNow * decay;
                }
                double curve = s
                        * s
                        * (curveOfCurrent * Math.max(iNow, 0) - curveOfVoltage * Math.min(0, Math.min(vNow, iNow)));
                double rounding = SliceStates.ROUNDING * (Math.abs(vNow) + Math.abs(iNow));
                if (!(Math.max(vNow, vTo) + curve + rounding < level)) {
                    solves++;
                    double crossing = Crossing.first(a, c, vNow, iNow, level, s);
                    if (crossing != Crossing.NONE && (t + crossing < to || (next == NONE && slice.isLast()))) {
                        foundTime[place] = t;
                        foundV[place] = vNow;
                        foundI[place] = iNow;
                        foundNext[place] = next;
                        foundCrossing[place] = Math.max(now, Math.min(t + crossing, sliceEnd));
                        crossings.predict(n, foundCrossing[place]);
                        return;
                    }
                }
                vNow = vTo;
                iNow = iTo;
            }
            t = to;
            if (next == NONE) {
                break;
            }
            iNow += arrivalWeight[next];
            next = following[next];
            if (t <= now && !watched) {
                moveBase(place, t, vNow, iNow, until, next);
            }
        }
        foundCrossing[place] = Crossing.NONE;
        crossings.predict(n, Crossing.NONE);
        states.setEnd(n, vNow, iNow, until, sliceEnd);
    }

    private void moveBase(int place, double t, double newV, double newI, double until, int next) {
        time[place] = t;
        v[place] = newV;
        i[place] = newI;
        held[place] = until;
        nextArrival[place] = next;
    }

    /** Returns I at the crossing that the last walk found. */
    double currentAtCrossing(int place, double crossing) {
        double c = compiled.synapticRate()[neuron[place]];
        return Flow.current(c, foundI[place], Math.max(0, crossing - foundTime[place]));
    }

    /** Resets a candidate that has crossed; its spike is on the tape. */
    void fire(int place, double crossing, double current) {
        int n = neuron[place];
        Parameters parameters = compiled.parameters();
        double until = crossing + parameters.refractory()[n];
        if (until <= crossing) {
            tape.releaseCurrent(tape.lastSpike(n), current);
            until = Double.NEGATIVE_INFINITY;
        }
        moveBase(place, crossing, parameters.vReset()[n] - parameters.bias()[n], current, until, foundNext[place]);
    }

    /** Shows a watched candidate to the observer, from its base to its crossing. */
    void observeToCrossing(int place, double crossing) {
        observe(place, foundNext[place], crossing);
    }

    /** Shows a watched candidate to the observer, from its base to the end of the slice. */
    void observeToEnd(int place) {
        observe(place, NONE, slice.end());
    }

    private void observe(int place, int stopAt, double end) {
        int n = neuron[place];
        double a = compiled.membraneRate()[n];
        double c = compiled.synapticRate()[n];
        double t = time[place];
        double vNow = v[place];
        double iNow = i[place];
        double until = held[place];
        int next = nextArrival[place];
        while (true) {
            double to = next == stopAt ? end : arrivalTime[next];
            if (until > t) {
                double stop = Math.min(until, to);
                observer.held(n, t, stop, vNow, iNow);
                iNow = Flow.current(c, iNow, stop - t);
                t = stop;
            }
            double s = to - t;
            if (s > 0) {
                double vTo = Flow.voltage(a, c, vNow, iNow, s);
                observer.flowed(n, t, to, vNow, iNow, vTo);
                vNow = vTo;
                iNow = Flow.current(c, iNow, s);
            }
            t = to;
            if (next == stopAt) {
                return;
            }
            double after = iNow + arrivalWeight[next];
            if (until <= t) {
                observer.received(n, t, vNow, iNow, after, rows, arrivalSource[next], arrivalSlot[next]);
            }
            iNow = after;
            next = following[next];
        }
    }

    private void grow() {
        int capacity = 2 * neuron.length;
        neuron = Arrays.copyOf(neuron, capacity);
        time = Arrays.copyOf(time, capacity);
        v = Arrays.copyOf(v, capacity);
        i = Arrays.copyOf(i, capacity);
        held = Arrays.copyOf(held, capacity);
        nextArrival = Arrays.copyOf(nextArrival, capacity);
        foundTime = Arrays.copyOf(foundTime, capacity);
        foundV = Arrays.copyOf(foundV, capacity);
        foundI = Arrays.copyOf(foundI, capacity);
        foundNext = Arrays.copyOf(foundNext, capacity);
        foundCrossing = Arrays.copyOf(foundCrossing, capacity);
        unwalkedFrom = Arrays.copyOf(unwalkedFrom, capacity);
        lastInserted = Arrays.copyOf(lastInserted, capacity);
    }

    private void growArrivals() {
        int capacity = 2 * arrivalTime.length;
        arrivalTime = Arrays.copyOf(arrivalTime, capacity);
        arrivalWeight = Arrays.copyOf(arrivalWeight, capacity);
        arrivalSlot = Arrays.copyOf(arrivalSlot, capacity);
        arrivalSource = Arrays.copyOf(arrivalSource, capacity);
        following = Arrays.copyOf(following, capacity);
    }
}
