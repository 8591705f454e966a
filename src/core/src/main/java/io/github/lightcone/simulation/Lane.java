package io.github.lightcone.simulation;

import io.github.lightcone.connectivity.NeuronRange;
import io.github.lightcone.connectivity.Synapses;
import io.github.lightcone.event.NeuronCalendar;
import io.github.lightcone.neuron.ResponseKernel;
import java.util.Arrays;

/**
 * A range of neurons with what arrives at them. In a slice a lane accumulates, certifies and looks on its
 * own; spikes then pass through all lanes in causal order.
 */
final class Lane {

    private final int firstNeuron;
    private final int endNeuron;
    private final Slice slice;
    private final SliceStates states;
    private final Observer observer;
    private final Synapses rows;
    private final Delivery delivery;
    private final NeuronCalendar releases;
    final Candidates candidates;

    private int[] touched = new int[64];
    private int[] touchedBy = new int[64];
    private int touchedCount;
    private int touchStamp = 1;

    private long candidateCount;
    private long lateCandidateCount;

    Lane(
            CompiledNetwork compiled,
            Synapses rows,
            NeuronRange targets,
            Delivery delivery,
            Slice slice,
            SliceStates states,
            Tape tape,
            Observer observer) {
        this.rows = rows;
        this.delivery = delivery;
        firstNeuron = targets.first();
        endNeuron = targets.end();
        this.slice = slice;
        this.states = states;
        this.observer = observer;
        releases = new NeuronCalendar(compiled.network().neuronCount());
        candidates = new Candidates(compiled, rows, states, slice, tape, observer);
    }

    /** Prepares for a run. */
    void reset(double width) {
        delivery.reset(width);
        releases.clear();
        candidates.reset();
        candidates.walks = 0;
        candidates.solves = 0;
        candidateCount = 0;
        lateCandidateCount = 0;
    }

    /** Saves who waits for its release. */
    void saveReleases(StateWriter out, Slice next) {
        releases.forEach(next.number(), (n, number) -> {
            out.put(n);
            out.put(number);
        });
    }

    /** Lets a neuron wait for its release, if it is one of this lane. */
    void loadRelease(int n, long number, Slice next) {
        if (n >= firstNeuron && n < endNeuron) {
            releases.add(next.number() - 1, number, n);
        }
    }

    /** Returns how spikes get to this lane. */
    Delivery delivery() {
        return delivery;
    }

    String deliveryName() {
        return delivery.name();
    }

    /** Adds what this lane did. */
    void addTo(RunStatistics statistics) {
        statistics.synapticEvents += delivery.synapticEvents;
        statistics.candidates += candidateCount;
        statistics.lateCandidates += lateCandidateCount;
        statistics.walks += candidates.walks;
        statistics.solves += candidates.solves;
        statistics.bytes += delivery.bytes();
    }

    /** Adds up what arrives in this slice from spikes before it. */
    void accumulate() {
        delivery.open(slice);
    }

    /** Adds up what arrives in this slice from a spike of a source within it. */
    void accumulate(double emitted, int source, int order) {
        delivery.emit(emitted, source, order);
    }

    /** Finds the neurons that might cross; watched and released ones are looked at in any case. */
    void certify() {
        states.certify(firstNeuron, endNeuron, slice.constants(), delivery.sums(), candidates);
        int[] watched = observer.watchedNeurons();
        for (int k = 0; k < watched.length; k++) {
            if (watched[k] >= firstNeuron && watched[k] < endNeuron) {
                candidates.add(watched[k]);
            }
        }
        long number = slice.number();
        for (int n = releases.take(number); n >= 0; n = releases.take(number)) {
            candidates.add(n);
        }
        candidateCount += candidates.count();
    }

    /** Walks each candidate through its arrivals to its first crossing. */
    void look() {
        if (candidates.count() == 0) {
            return;
        }
        candidates.collect(delivery.segments());
        for (int place = 0; place < candidates.count(); place++) {
            candidates.walk(place, slice.start());
        }
    }

    /** Walks the neuron that is first in the queue if arrivals have been inserted before its crossing. */
    boolean walkAgain() {
        int place = candidates.placeOf[candidates.crossings.neuron()];
        if (!candidates.isUnwalked(place)) {
            return false;
        }
        candidates.walk(place, candidates.crossings.time());
        return true;
    }

    /** Returns I where a neuron of this lane crosses, having shown the observer the way there. */
    double currentAtCrossing(double t, int n) {
        int place = candidates.placeOf[n];
        if (observer.watches(n)) {
            candidates.observeToCrossing(place, t);
        }
        return candidates.currentAtCrossing(place, t);
    }

    /** Lets a neuron of this lane fire at the crossing it was found to have; before it is sent out. */
    void fire(double t, int n, double current) {
        int place = candidates.placeOf[n];
        candidates.fire(place, t, current);
        touch(place);
    }

    /** Sends a spike along its row: within the slice at once, beyond it by way of the delivery. */
    void send(double t, int n, int order) {
        double sliceEnd = slice.end();
        int rowEnd = rows.rowEnd(n);
        int slot = rows.rowStart(n);
        Segments segments = delivery.segments();
        segments.add(t, n, slot, slot);
        for (; slot < rowEnd; slot++) {
            double arrival = t + rows.delay(n, slot);
            if (arrival >= sliceEnd) {
                break;
            }
            segments.extend(slot + 1);
            delivery.synapticEvents++;
            int m = rows.target(n, slot);
            double weight = rows.weight(n, slot);
            int place = candidates.placeOf[m];
            if (place >= 0) {
                candidates.insert(place, arrival, weight, n, slot);
                if (arrival <= t) {
                    touch(place);
                }
            } else {
                actOnCertified(m, weight, sliceEnd - arrival);
            }
        }
        delivery.sendOn(t, n, slot, order);
        for (int k = 0; k < touchedCount; k++) {
            candidates.walk(touched[k], t);
        }
        touchedCount = 0;
        touchStamp++;
    }

    /** Adds an arrival to a certified neuron, which becomes a candidate if its bound no longer holds. */
    private void actOnCertified(int m, double weight, double remaining) {
        ResponseKernel kernel = slice.constants().kernel(m);
        double voltage = kernel.voltage(remaining);
        double current = kernel.current(remaining);
        if (!states.addCertified(m, weight, voltage, current)) {
            candidates.add(m);
            candidates.collectLate(m, delivery.segments());
            touch(candidates.placeOf[m]);
            lateCandidateCount++;
        }
    }

    private void touch(int place) {
        if (place >= touchedBy.length) {
            touchedBy = Arrays.copyOf(touchedBy, Math.max(place + 1, 2 * touchedBy.length));
        }
        if (touchedBy[place] == touchStamp) {
            return;
        }
        touchedBy[place] = touchStamp;
        if (touchedCount == touched.length) {
            touched = Arrays.copyOf(touched, 2 * touched.length);
        }
        touched[touchedCount++] = place;
    }

    /** Shows watched neurons to the observer and notes releases that are still to come. */
    void close() {
        for (int place = 0; place < candidates.count(); place++) {
            int n = candidates.neuron(place);
            if (observer.watches(n)) {
                candidates.observeToEnd(place);
            } else if (states.heldUntil[n] != Double.NEGATIVE_INFINITY) {
                releases.add(slice.number(), slice.after(states.heldUntil[n]), n);
            }
        }
        candidates.reset();
    }
}
