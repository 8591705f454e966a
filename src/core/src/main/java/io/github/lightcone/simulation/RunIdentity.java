package io.github.lightcone.simulation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * What a run must have in common with a snapshot to go on from it, so that not a bit differs.
 *
 * @param network see {@link NetworkFingerprint}
 * @param observed hash of all that is read off voltages and recorded up to the pause
 * @param width of the slices, ms
 * @param delivery see {@link Delivery#name}
 */
record RunIdentity(int neurons, long synapses, long network, long observed, double width, String delivery) {

    /** Returns the identity of a run that pauses now; what it is to record from now on does not matter. */
    static RunIdentity of(
            CompiledNetwork compiled,
            List<Readout> readouts,
            boolean margins,
            StateRecorder recorder,
            double now,
            double width,
            String delivery) {
        return new RunIdentity(
                compiled.network().neuronCount(),
                compiled.synapseCount(),
                compiled.fingerprint(),
                observed(readouts, margins, recorder, now),
                width,
                delivery);
    }

    private static long observed(List<Readout> readouts, boolean margins, StateRecorder recorder, double now) {
        long hash = margins ? 1 : 0;
        for (Readout readout : readouts) {
            hash = NetworkFingerprint.and(hash, readout.neuron());
            hash = NetworkFingerprint.and(hash, readout.kind() == Readout.Kind.MAXIMUM ? 1 : 0);
            hash = NetworkFingerprint.and(hash, readout.rate());
        }
        hash = NetworkFingerprint.and(hash, recorder.neuronCount());
        for (int row = 0; row < recorder.neuronCount(); row++) {
            hash = NetworkFingerprint.and(hash, recorder.neuron(row));
        }
        int samples = recorder.samplesBefore(now);
        for (int sample = 0; sample < samples; sample++) {
            hash = NetworkFingerprint.and(hash, recorder.time(sample));
        }
        return hash;
    }

    void save(StateWriter out) {
        out.put(neurons);
        out.put(synapses);
        out.put(network);
        out.put(observed);
        out.put(width);
        byte[] name = delivery.getBytes(StandardCharsets.UTF_8);
        out.put(name.length);
        out.put(name);
    }

    static RunIdentity load(StateReader in) {
        int neurons = in.getInt();
        long synapses = in.getLong();
        long network = in.getLong();
        long observed = in.getLong();
        double width = in.getDouble();
        byte[] name = new byte[in.getInt()];
        in.get(name);
        String delivery = new String(name, StandardCharsets.UTF_8);
        return new RunIdentity(neurons, synapses, network, observed, width, delivery);
    }

    /** Throws, naming the file, if a snapshot in it was taken of another run than this. */
    void check(RunIdentity snapshot, Path file) throws IOException {
        require(
                snapshot.neurons == neurons && snapshot.synapses == synapses,
                file,
                "of a network with " + snapshot.neurons + " neurons and " + snapshot.synapses
                        + " synapses, this one has " + neurons + " and " + synapses);
        require(snapshot.network == network, file, "of a network with other connections or parameters");
        require(snapshot.observed == observed, file, "of a run with other readouts, margins or recordings");
        require(
                snapshot.width == width,
                file,
                "of a run in slices of " + snapshot.width + " ms, this one has " + width + " ms; see sliceWidth");
        require(
                snapshot.delivery.equals(delivery),
                file,
                "of a run with delivery " + snapshot.delivery + ", this one has " + delivery);
    }

    private static void require(boolean condition, Path file, String description) throws IOException {
        if (!condition) {
            throw new IOException(file + ": is a snapshot " + description);
        }
    }
}
