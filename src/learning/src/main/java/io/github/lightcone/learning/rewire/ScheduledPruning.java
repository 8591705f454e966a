package io.github.lightcone.learning.rewire;

import io.github.lightcone.learning.optimise.Schedule;
import io.github.lightcone.learning.parameter.SynapseMask;
import io.github.lightcone.learning.parameter.TrainableNetwork;
import io.github.lightcone.network.Parameters;
import io.github.lightcone.random.SeededRandom;

/**
 * Pruning to a density that falls. The mask is chosen anew each time from the weights as they would be without it, so
 * that a synapse may come back. A learned weight of a pruned synapse stays what it was when it was pruned (Zhu and
 * Gupta, arXiv 1710.01878); one that is derived from positions goes on with these, as where E. Erb et al., arXiv
 * 2506.13410, mask the smallest weights in every forward pass.
 *
 * @param chooser which synapses go
 * @param schedule how many
 * @param everyStep whether the mask is chosen after every step and epoch, or only after every epoch; in both cases
 *     before the first step too
 */
public record ScheduledPruning(SynapseChooser chooser, DensitySchedule schedule, boolean everyStep)
        implements MaskRule {

    @Override
    public Masking start(TrainableNetwork network, SynapseMask mask, SeededRandom random) {
        Pruning pruning = new Pruning(network.parameters(), mask);
        pruning.choose(0);
        return pruning;
    }

    /** A mask that follows the schedule. */
    private final class Pruning implements Masking {

        private final Parameters parameters;
        private final SynapseMask mask;

        Pruning(Parameters parameters, SynapseMask mask) {
            this.parameters = parameters;
            this.mask = mask;
        }

        void choose(double epochs) {
            chooser.choose(parameters, schedule.at(epochs), mask);
        }

        @Override
        public void stepEnded(Schedule.Time time, double rate) {
            if (everyStep) {
                choose(time.epoch() + (time.batch() + 1.0) / time.batches());
            }
        }

        @Override
        public void epochEnded(int epochs) {
            choose(epochs);
        }

        @Override
        public boolean isFinal(int epochs) {
            return schedule.at(epochs) == schedule.last();
        }

        @Override
        public long[] memory() {
            return new long[0];
        }

        @Override
        public void restore(long[] saved) {}
    }
}
