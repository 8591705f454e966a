package io.github.lightcone.cli.simulate;

import io.github.lightcone.formats.AtomicFiles;
import io.github.lightcone.formats.CsvTableWriter;
import io.github.lightcone.formats.NeuronIds;
import io.github.lightcone.simulation.StateRecorder;

/** Voltages and currents of some neurons at some times. */
final class VoltageTable {

    private final NeuronIds ids;
    private final int[] neurons;
    private final StateRecorder recorder;

    VoltageTable(NeuronIds ids, int[] neurons, double[] times) {
        this.ids = ids;
        this.neurons = neurons;
        recorder = new StateRecorder(neurons, times);
    }

    StateRecorder recorder() {
        return recorder;
    }

    /** Returns the text of the table after the run. */
    AtomicFiles.TextAction text() {
        return out -> {
            CsvTableWriter table = new CsvTableWriter(out, "time", "neuron", "voltage", "current");
            for (int sample = 0; sample < recorder.sampleCount(); sample++) {
                for (int row = 0; row < neurons.length; row++) {
                    table.cell(recorder.time(sample))
                            .cell(ids.id(neurons[row]))
                            .cell(recorder.voltage(row, sample))
                            .cell(recorder.current(row, sample))
                            .endRow();
                }
            }
        };
    }
}
