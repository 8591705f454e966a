package io.github.lightcone.learning.rewire;

import io.github.lightcone.learning.optimise.Schedule;
import io.github.lightcone.learning.parameter.SynapseMask;
import io.github.lightcone.learning.parameter.TrainableNetwork;
import io.github.lightcone.network.Projection;
import io.github.lightcone.neuron.ParameterCheck;
import io.github.lightcone.random.SeededRandom;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Deep R: as many connections all the time, in each projection. A connection has a sign, that of its first weight, or
 * one drawn where that is 0. After each step
 *
 * <pre>
 *     w += sqrt(2 rate T) n         n standard normal; only at a temperature T above 0
 *     sign w &lt;= 0: the connection becomes dormant
 * </pre>
 *
 * <p>and for each that did, a dormant connection of the same projection, drawn from all with the same probability,
 * wakes with weight 0 and a drawn sign. One that a step leaves at exactly 0, because its gradient is 0, gives its place
 * up likewise. G. Bellec et al., Deep rewiring: training very sparse deep networks, ICLR 2018 (algorithm 1), whose
 * connections get lost below 0 alone, and whose L1 term is a penalty to be added where wanted.
 *
 * <p>The paper descends by the plain gradient. With Adam the step is another and the noise stays as it is, so that a
 * temperature is no temperature in the strict sense. While a connection is dormant, the moments of its weight decay as
 * with a gradient of 0; it wakes with what is left of them.
 *
 * @param projections which are rewired; their weights must be learned
 * @param first which connections there are at first
 * @param density at which they are chosen, above 0 and at most 1
 * @param temperature T, at least 0
 */
public record DeepRewiring(List<Projection> projections, SynapseChooser first, double density, double temperature)
        implements MaskRule {

    /** Checks the numbers. */
    public DeepRewiring {
        projections = List.copyOf(projections);
        ParameterCheck.require(density > 0 && density <= 1, "density", density, "above 0 and at most 1");
        ParameterCheck.nonNegative("temperature", temperature);
    }

    @Override
    public Masking start(TrainableNetwork network, SynapseMask mask, SeededRandom random) {
        for (Projection projection : projections) {
            network.learnable("weights " + projection.name());
        }
        first.choose(network.parameters(), density, mask);
        return new Rewiring(network.parameters().weight(), mask, random);
    }

    /** The connections and their signs. */
    private final class Rewiring implements Masking {

        private final double[] weight;
        private final SynapseMask mask;
        private final SeededRandom random;
        private final BitSet negative;
        private final int[] dormant;

        Rewiring(double[] weight, SynapseMask mask, SeededRandom random) {
            this.weight = weight;
            this.mask = mask;
            this.random = random;
            negative = new BitSet(weight.length);
            dormant = new int[weight.length];
            IntStream.range(0, weight.length)
                    .filter(s -> weight[s] < 0 || (weight[s] == 0 && drawSign()))
                    .forEach(negative::set);
        }

        private boolean drawSign() {
            return random.nextInt(2) == 1;
        }

        @Override
        public void stepEnded(Schedule.Time time, double rate) {
            for (Projection projection : projections) {
                if (temperature > 0) {
                    shake(projection, Math.sqrt(2 * rate * temperature));
                }
                wake(projection, putToSleep(projection));
            }
        }

        private void shake(Projection projection, double deviation) {
            for (int s = projection.firstSynapse(); s < projection.endSynapse(); s++) {
                if (!mask.isPruned(s)) {
                    weight[s] += deviation * random.nextGaussian();
                }
            }
        }

        private int putToSleep(Projection projection) {
            int lost = 0;
            for (int s = projection.firstSynapse(); s < projection.endSynapse(); s++) {
                if (!mask.isPruned(s) && (negative.get(s) ? weight[s] >= 0 : weight[s] <= 0)) {
                    mask.prune(s);
                    lost++;
                }
            }
            return lost;
        }

        private void wake(Projection projection, int count) {
            if (count == 0) {
                return;
            }
            int candidates = 0;
            int end = projection.endSynapse();
            for (int s = mask.nextPruned(projection.firstSynapse()); s >= 0 && s < end; s = mask.nextPruned(s + 1)) {
                dormant[candidates++] = s;
            }
            for (int k = 0; k < count; k++) {
                int drawn = k + random.nextInt(candidates - k);
                int synapse = dormant[drawn];
                dormant[drawn] = dormant[k];
                mask.keep(synapse);
                weight[synapse] = 0;
                negative.set(synapse, drawSign());
            }
        }

        @Override
        public void epochEnded(int epochs) {}

        @Override
        public boolean isFinal(int epochs) {
            return true;
        }

        @Override
        public long[] memory() {
            SynapseMask signs = new SynapseMask(weight.length);
            signs.set(negative);
            return signs.toArray();
        }

        @Override
        public void restore(long[] saved) {
            negative.clear();
            negative.or(BitSet.valueOf(saved));
        }
    }
}
