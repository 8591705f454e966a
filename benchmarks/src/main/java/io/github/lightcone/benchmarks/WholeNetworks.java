package io.github.lightcone.benchmarks;

import io.github.lightcone.adjoint.Adjoint;
import io.github.lightcone.adjoint.Gradients;
import io.github.lightcone.adjoint.LossSeeds;
import io.github.lightcone.event.SpikeTrains;
import io.github.lightcone.network.Network;
import io.github.lightcone.simulation.CompiledNetwork;
import io.github.lightcone.simulation.ReferenceSimulator;
import io.github.lightcone.simulation.RunStatistics;
import io.github.lightcone.simulation.Simulator;
import io.github.lightcone.simulation.Tape;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Times whole networks, one second each: the simulator, its backward pass, and two yardsticks beside them, the readable
 * reference engine and the bare {@link GridLoop}. All run in one process and in turn, so that ratios hold where single
 * figures drift. Time is the processor time of the one thread.
 *
 * <pre>
 *     java -cp benchmarks.jar io.github.lightcone.benchmarks.WholeNetworks NAME [REPEATS [OUT.json]]
 * </pre>
 */
public final class WholeNetworks {

    private static final double GRID_STEP = 0.1;
    private static final int WARM_UP = 2;

    private WholeNetworks() {}

    /** Measures the network named by the first argument; the median of the repeats counts. */
    public static void main(String[] arguments) throws IOException {
        PeerNetworks which = PeerNetworks.valueOf(arguments[0].toUpperCase(Locale.ROOT));
        int repeats = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 5;
        String json = measure(which, repeats);
        System.out.print(json);
        if (arguments.length > 2) {
            Files.writeString(Path.of(arguments[2]), json);
        }
    }

    private static String measure(PeerNetworks which, int repeats) {
        Network network = which.network(1);
        SpikeTrains input = which.input(1);
        CompiledNetwork compiled = CompiledNetwork.of(network);
        Simulator simulator = new Simulator(compiled);
        ReferenceSimulator reference = new ReferenceSimulator(compiled);
        GridLoop grid = new GridLoop(network, GRID_STEP);
        Adjoint adjoint = new Adjoint(simulator);
        Gradients gradients = new Gradients(network);
        LossSeeds seeds = new LossSeeds();
        List<double[]> times = new ArrayList<>();
        Tape tape = null;
        for (int k = 0; k < WARM_UP + repeats; k++) {
            long t0 = cpu();
            tape = simulator.run(input, PeerNetworks.END);
            long t1 = cpu();
            seeds.reset(tape);
            for (int spike = 0; spike < tape.spikeCount(); spike++) {
                seeds.addSpikeTime(spike, 1e-3);
            }
            long t2 = cpu();
            adjoint.run(tape, seeds, gradients);
            long t3 = cpu();
            reference.run(input, PeerNetworks.END);
            long t4 = cpu();
            grid.run(input, PeerNetworks.END);
            long t5 = cpu();
            double events = tape.synapticEvents();
            times.add(new double[] {
                (t1 - t0) / events, (t3 - t2) / events, (t4 - t3) / events, (t5 - t4) / (double) grid.synapticEvents(),
            });
        }
        List<double[]> counted = times.subList(WARM_UP, times.size());
        RunStatistics statistics = simulator.statistics();
        return String.format(
                Locale.ROOT,
                "{\"network\": \"%s\", \"machine\": \"%s\", \"java\": \"%s\", \"repeats\": %d,%n"
                        + " \"spikes\": %d, \"synapticEvents\": %d, \"sliceWidth\": %s, \"slices\": %d,"
                        + " \"candidates\": %d, \"lateCandidates\": %d,%n"
                        + " \"forwardNs\": %.2f, \"backwardNs\": %.2f, \"referenceNs\": %.2f, \"gridNs\": %.2f,%n"
                        + " \"referenceOverForward\": %.2f, \"backwardOverForward\": %.2f, \"forwardOverGrid\": %.2f}%n",
                which,
                machine(),
                Runtime.version(),
                repeats,
                tape.spikeCount(),
                tape.synapticEvents(),
                statistics.sliceWidth(),
                statistics.slices(),
                statistics.candidates(),
                statistics.lateCandidates(),
                median(counted, 0, -1),
                median(counted, 1, -1),
                median(counted, 2, -1),
                median(counted, 3, -1),
                median(counted, 2, 0),
                median(counted, 1, 0),
                median(counted, 0, 3));
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    /** Returns the median of a column, or of its ratio to another one, taken repeat by repeat. */
    private static double median(List<double[]> rows, int column, int divisor) {
        double[] values = rows.stream()
                .mapToDouble(row -> divisor < 0 ? row[column] : row[column] / row[divisor])
                .sorted()
                .toArray();
        return values[values.length / 2];
    }

    private static String machine() {
        try {
            String model = Arrays.stream(Files.readString(Path.of("/proc/cpuinfo"), StandardCharsets.UTF_8)
                            .split("\n"))
                    .filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("unknown");
            return model + ", " + Runtime.getRuntime().availableProcessors() + " processors";
        } catch (IOException e) {
            return System.getProperty("os.arch");
        }
    }
}
