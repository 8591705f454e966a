package io.github.lightcone.report.run;

import io.github.lightcone.event.SpikeTrains;
import io.github.lightcone.formats.NetworkFolder;
import io.github.lightcone.network.Network;
import io.github.lightcone.neuron.LeakyIntegrator;
import io.github.lightcone.neuron.Lif;
import io.github.lightcone.neuron.SpikeSource;
import io.github.lightcone.simulation.CompiledNetwork;
import io.github.lightcone.simulation.Simulator;
import io.github.lightcone.simulation.StateRecorder;
import io.github.lightcone.simulation.Tape;
import io.github.lightcone.space.Positions;
import io.github.lightcone.structure.analysis.AnalysisProgress;
import io.github.lightcone.structure.analysis.AnalysisSettings;
import io.github.lightcone.structure.function.Selectivity;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** A run of nine neurons, made by hand, the same in every test. */
public final class SampleRun {

    private SampleRun() {}

    /** Returns two inputs, five hidden neurons and two outputs in space. */
    public static Network network(String hidden, int dimensions) {
        double[] place = new double[9 * dimensions];
        for (int k = 0; k < place.length; k++) {
            place[k] = (k * k * 7 + 3 * k) % 11 - 5;
        }
        int[] from = new int[10];
        int[] to = new int[10];
        double[] weight = new double[10];
        for (int k = 0; k < 10; k++) {
            from[k] = k % 2;
            to[k] = k / 2;
            weight[k] = 2.5 - 0.25 * k;
        }
        int[] outFrom = new int[10];
        int[] outTo = new int[10];
        double[] outWeight = new double[10];
        for (int k = 0; k < 10; k++) {
            outFrom[k] = k / 2;
            outTo[k] = k % 2;
            outWeight[k] = k % 3 == 0 ? -0.6 : 0.9 - 0.05 * k;
        }
        return Network.inDimensions(dimensions)
                .population("input", new SpikeSource(), Positions.of(dimensions, Arrays.copyOf(place, 2 * dimensions)))
                .population(
                        hidden,
                        Lif.of(20, 5),
                        Positions.of(dimensions, Arrays.copyOfRange(place, 2 * dimensions, 7 * dimensions)))
                .population(
                        "output",
                        LeakyIntegrator.of(20, 5),
                        Positions.of(dimensions, Arrays.copyOfRange(place, 7 * dimensions, 9 * dimensions)))
                .synapses("input", hidden, true, from, to, weight, null)
                .synapses(hidden, "output", true, outFrom, outTo, outWeight, null)
                .build();
    }

    /** Returns the run, with a name of its hidden population and of its first class. */
    public static RunView view(String hidden, String firstClass, int dimensions) {
        Network network = network(hidden, dimensions);
        AnalysisSettings settings =
                AnalysisSettings.usual().withNulls(4).withRestarts(4).withSeed(3);
        double[] before = network.parameters().position();
        double[] shifted = before.clone();
        for (int k = 0; k < shifted.length; k++) {
            shifted[k] *= 0.5;
        }
        List<String> classes = List.of(firstClass, "b");
        Map<String, double[]> history = new LinkedHashMap<>();
        history.put("epoch", new double[] {1, 2, 3});
        history.put("trainingLoss", new double[] {1.2, 0.8, 0.5});
        history.put("trainingAccuracy", new double[] {0.5, 0.7, 0.9});
        history.put("validationLoss", new double[] {1.3, 0.7, 0.6});
        history.put("validationAccuracy", new double[] {0.45, 0.8, 0.75});
        history.put("hiddenSpikes", new double[] {0.5, 1, 1.5});
        history.put("meanDelay", new double[] {4, 5, 6});
        RunSummary summary = new RunSummary(
                "sample",
                7,
                "0.1.0",
                "17",
                3,
                3,
                true,
                OptionalInt.of(2),
                List.of(new Score("test", 17, 20, 0.55, 1.2)),
                5.5,
                12.5,
                2,
                60,
                120,
                2400,
                9600,
                20,
                classes);
        return new RunView(
                "runs/sample",
                "best",
                summary,
                new NumberTable(history),
                Optional.of(new StructureHistory(
                        "", Map.of("modularity", new StructureHistory.Course(new double[] {0, 2, 3}, new double[] {
                            0.1, 0.2, 0.3
                        })))),
                Optional.of(trust()),
                NetworkFolder.of(network),
                Wires.of(network),
                new Confusion(classes, new int[][] {{8, 2, 0}, {0, 9, 1}}),
                NetworkStructure.of(network, settings, AnalysisProgress.none()),
                new PositionFrames(new int[] {0, 3}, new double[][] {shifted, before}),
                Optional.of(activity(network)),
                "",
                List.of(),
                "name: sample\n");
    }

    private static NumberTable trust() {
        Map<String, double[]> columns = new LinkedHashMap<>();
        columns.put("epoch", new double[] {0, 1, 2, 3});
        columns.put("examples", new double[] {16, 16, 16, 16});
        columns.put("spikes", new double[] {40, 60, 80, 90});
        columns.put("silentNeurons", new double[] {3, 2, 0, 1});
        columns.put("smallestSlope", new double[] {0.02, 0.004, Double.NaN, 3e-5});
        columns.put("flooredSlopes", new double[] {0, 0, 0, 0});
        columns.put("nearestMissedCrossing", new double[] {0.01, 0.002, 0.03, 4e-4});
        columns.put("nearTies", new double[] {0, 1, 0, 0});
        columns.put("smallestTie", new double[] {0.5, 2e-7, 0.001, 0.02});
        columns.put("worstShare", new double[] {0.1, 0.2, 0.15, 0.4});
        return new NumberTable(columns);
    }

    private static Activity activity(Network network) {
        SpikeTrains input = SpikeTrains.of(new int[] {0, 1, 0, 1, 0}, new double[] {1, 2, 3, 4, 12});
        double[] sample = new double[101];
        for (int k = 0; k < sample.length; k++) {
            sample[k] = 0.5 * k;
        }
        StateRecorder recorder = new StateRecorder(new int[] {7, 8}, sample);
        Tape tape = new Simulator(CompiledNetwork.of(network)).record(recorder).run(input, 50);
        int[] neuron = new int[tape.spikeCount()];
        double[] time = new double[neuron.length];
        double[] spikes = new double[9];
        for (int k = 0; k < neuron.length; k++) {
            neuron[k] = tape.neuron(k);
            time[k] = tape.time(k);
            spikes[neuron[k]]++;
        }
        double[][] voltage = new double[2][sample.length];
        for (int row = 0; row < 2; row++) {
            for (int k = 0; k < sample.length; k++) {
                voltage[row][k] = recorder.voltage(row, k);
            }
        }
        double[][] responses = new double[9][2];
        for (int n = 0; n < 9; n++) {
            responses[n][0] = spikes[n];
            responses[n][1] = n % 3;
        }
        return new Activity(
                "test",
                20,
                neuron.length,
                tape.synapticEvents(),
                spikes,
                Optional.of(Selectivity.of(responses)),
                new Trial(4, 0, 0, 50, neuron, time, new int[] {7, 8}, sample, voltage, tape.synapticEvents()));
    }
}
