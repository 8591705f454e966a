package io.github.lightcone.simulation;

import static org.assertj.core.api.Assertions.assertThat;

/** Compares what runs left behind, to the last bit. */
final class SameBits {

    private SameBits() {}

    static void ofTapes(String name, int neurons, Tape expected, Tape actual) {
        assertThat(actual.spikeCount()).as("%s spikes", name).isEqualTo(expected.spikeCount());
        for (int k = 0; k < expected.spikeCount(); k++) {
            assertThat(actual.neuron(k)).as("%s spike %d", name, k).isEqualTo(expected.neuron(k));
            assertThat(actual.previousSpike(k)).as("%s spike %d", name, k).isEqualTo(expected.previousSpike(k));
            same(name + " time", k, expected.time(k), actual.time(k));
            same(name + " drive", k, expected.drive(k), actual.drive(k));
            same(name + " release", k, expected.releaseCurrent(k), actual.releaseCurrent(k));
        }
        for (int r = 0; r < expected.readouts().count(); r++) {
            same(name + " readout", r, expected.readout(r), actual.readout(r));
            same(
                    name + " maximum",
                    r,
                    expected.readouts().maximumTime(r),
                    actual.readouts().maximumTime(r));
            same(
                    name + " kink",
                    r,
                    expected.readouts().kinkSlope(r),
                    actual.readouts().kinkSlope(r));
            assertThat(actual.readouts().kinkSpike(r))
                    .as(name)
                    .isEqualTo(expected.readouts().kinkSpike(r));
            assertThat(actual.readouts().kinkSlot(r))
                    .as(name)
                    .isEqualTo(expected.readouts().kinkSlot(r));
        }
        for (int n = 0; n < neurons; n++) {
            same(name + " margin", n, expected.margin(n), actual.margin(n));
            assertThat(actual.lastSpike(n)).as("%s neuron %d", name, n).isEqualTo(expected.lastSpike(n));
            assertThat(actual.spikeCountOf(n)).as("%s neuron %d", name, n).isEqualTo(expected.spikeCountOf(n));
        }
        assertThat(actual.marginsTracked()).isEqualTo(expected.marginsTracked());
        assertThat(actual.end()).as("%s end", name).isEqualTo(expected.end());
        assertThat(actual.synapticEvents()).as("%s events", name).isEqualTo(expected.synapticEvents());
    }

    static void ofStatistics(String name, RunStatistics expected, RunStatistics actual) {
        assertThat(actual)
                .as("%s statistics", name)
                .usingRecursiveComparison()
                .ignoringFields("lanes", "bytes")
                .isEqualTo(expected);
    }

    static void ofRecorders(String name, StateRecorder expected, StateRecorder actual) {
        for (int row = 0; row < expected.neuronCount(); row++) {
            for (int sample = 0; sample < expected.sampleCount(); sample++) {
                same(name + " V", sample, expected.voltage(row, sample), actual.voltage(row, sample));
                same(name + " I", sample, expected.current(row, sample), actual.current(row, sample));
            }
        }
    }

    static void ofStates(String name, CompiledNetwork compiled, Simulation expected, Simulation actual) {
        for (int n = 0; n < compiled.network().neuronCount(); n++) {
            if (!compiled.isSource(n)) {
                same(name + " V", n, expected.voltage(n), actual.voltage(n));
                same(name + " I", n, expected.current(n), actual.current(n));
                assertThat(actual.isHeld(n)).isEqualTo(expected.isHeld(n));
            }
        }
    }

    private static void same(String name, int k, double expected, double actual) {
        if (Double.doubleToLongBits(actual) != Double.doubleToLongBits(expected)) {
            assertThat(actual).as("%s %d", name, k).isEqualTo(expected);
            assertThat(Double.doubleToLongBits(actual))
                    .as("%s %d", name, k)
                    .isEqualTo(Double.doubleToLongBits(expected));
        }
    }
}
