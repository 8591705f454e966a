package io.github.lightcone.report.run;

import io.github.lightcone.network.Network;
import io.github.lightcone.simulation.CompiledNetwork;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * The synapses of a network that have a weight other than 0.
 *
 * @param source neuron each comes from
 * @param target neuron each acts on
 * @param weight weights
 * @param delay total delays, ms
 * @param length straight distances, mm
 * @param projection number of the projection each belongs to
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Wires(int[] source, int[] target, double[] weight, double[] delay, double[] length, int[] projection) {

    /** Reads them off a network. */
    public static Wires of(Network network) {
        CompiledNetwork compiled = CompiledNetwork.of(network);
        double[] weights = compiled.parameters().weight();
        int[] kept = IntStream.range(0, network.synapseCount())
                .filter(s -> weights[s] != 0)
                .toArray();
        int size = kept.length;
        Wires wires = new Wires(
                new int[size], new int[size], new double[size], new double[size], new double[size], new int[size]);
        double[] position = compiled.parameters().position();
        int dimensions = network.dimensions();
        int projection = 0;
        for (int k = 0; k < size; k++) {
            int s = kept[k];
            while (s >= network.projections().get(projection).endSynapse()) {
                projection++;
            }
            wires.source[k] = network.source(s);
            wires.target[k] = network.target(s);
            wires.weight[k] = weights[s];
            wires.delay[k] = compiled.totalDelay(s);
            wires.projection[k] = projection;
            double square = 0;
            for (int d = 0; d < dimensions; d++) {
                double difference =
                        position[network.source(s) * dimensions + d] - position[network.target(s) * dimensions + d];
                square += difference * difference;
            }
            wires.length[k] = Math.sqrt(square);
        }
        return wires;
    }

    /** Returns their number. */
    public int size() {
        return source.length;
    }

    /** Returns the sum of all lengths, mm. */
    public double totalLength() {
        double sum = 0;
        for (double each : length) {
            sum += each;
        }
        return sum;
    }

    /** Returns the strongest by absolute weight, at most {@code most}, strongest first; of equals the first. */
    public int[] strongest(int most) {
        double[] ascending = Arrays.stream(weight).map(Math::abs).sorted().toArray();
        double least = most >= size() ? 0 : ascending[size() - most];
        int above = (int) Arrays.stream(ascending).filter(each -> each > least).count();
        int[] equals = IntStream.range(0, size())
                .filter(k -> Math.abs(weight[k]) == least)
                .limit(Math.max(0, most - above))
                .toArray();
        return IntStream.concat(
                        IntStream.range(0, size()).filter(k -> Math.abs(weight[k]) > least), Arrays.stream(equals))
                .boxed()
                .sorted(Comparator.comparingDouble(k -> -Math.abs(weight[k])))
                .mapToInt(k -> k)
                .toArray();
    }
}
