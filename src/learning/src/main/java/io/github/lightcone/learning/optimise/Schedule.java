package io.github.lightcone.learning.optimise;

import io.github.lightcone.neuron.ParameterCheck;

/**
 * How a learning rate goes through a training: a factor to the initial rate, at most 1. A function of the time
 * alone, so that a training that is resumed goes on as it would have.
 */
@FunctionalInterface
public interface Schedule {

    /**
     * Returns the factor of a step.
     *
     * @param time when
     */
    double factor(Time time);

    /** A moment in a training. One goes through all batches of an epoch, so schedules must not keep it. */
    final class Time {

        private final int epoch;
        private final int epochs;
        private final int batches;
        private int batch;

        /**
         * Makes a moment.
         *
         * @param epoch epochs done
         * @param epochs epochs of the whole training
         * @param batch batches done in this epoch
         * @param batches batches of an epoch
         */
        public Time(int epoch, int epochs, int batch, int batches) {
            this.epoch = epoch;
            this.epochs = epochs;
            this.batch = batch;
            this.batches = batches;
        }

        /** Goes to another batch of the epoch. */
        public void toBatch(int newBatch) {
            batch = newBatch;
        }

        /** Returns the epochs done. */
        public int epoch() {
            return epoch;
        }

        /** Returns the epochs of the whole training. */
        public int epochs() {
            return epochs;
        }

        /** Returns the batches done in this epoch. */
        public int batch() {
            return batch;
        }

        /** Returns the batches of an epoch. */
        public int batches() {
            return batches;
        }

        /** Returns the epochs done, that under way in part. */
        double inEpochs() {
            return epoch + (double) batch / batches;
        }

        /** Returns the steps done. */
        long inSteps() {
            return (long) epoch * batches + batch;
        }
    }

    /** Returns the factor 1. */
    static Schedule constant() {
        return time -> 1;
    }

    /** Returns a factor that is multiplied by {@code decay}, above 0 and at most 1, after every epoch. */
    static Schedule exponential(double decay) {
        ParameterCheck.require(decay > 0 && decay <= 1, "decay", decay, "above 0 and at most 1");
        return time -> Power.of(decay, time.epoch());
    }

    /** Returns a factor that is multiplied by {@code decay} after every so many epochs, at least 1. */
    static Schedule steps(int every, double decay) {
        ParameterCheck.require(every >= 1, "every", every, "at least 1");
        ParameterCheck.require(decay > 0 && decay <= 1, "decay", decay, "above 0 and at most 1");
        return time -> Power.of(decay, time.epoch() / every);
    }

    /**
     * Returns a factor that falls from 1 to {@code last}, at least 0 and at most 1, along half a cosine.
     *
     * <p>I. Loshchilov and F. Hutter, SGDR: stochastic gradient descent with warm restarts, ICLR 2017.
     */
    static Schedule cosine(double last) {
        ParameterCheck.require(last >= 0 && last <= 1, "last", last, "between 0 and 1");
        return time ->
                last + (1 - last) * 0.5 * (1 + StrictMath.cos(Math.PI * Math.min(1, time.inEpochs() / time.epochs())));
    }

    /** Returns this schedule, times a factor that rises evenly to 1 over the first epochs. */
    default Schedule warmUp(double epochs) {
        ParameterCheck.nonNegative("warm-up", epochs);
        return time -> factor(time) * Math.min(1, (time.inEpochs() + 1.0 / time.batches()) / Math.max(epochs, 1e-300));
    }

    /**
     * Returns this schedule, times a factor that starts at {@code first} and grows by {@code growth} with every
     * step until it is 1.
     *
     * @param first above 0 and at most 1
     * @param growth above 1
     */
    default Schedule easeIn(double first, double growth) {
        ParameterCheck.require(first > 0 && first <= 1, "first factor", first, "above 0 and at most 1");
        ParameterCheck.require(growth > 1 && growth < Double.POSITIVE_INFINITY, "growth", growth, "above 1");
        return time -> factor(time) * Math.min(1, first * Power.of(growth, time.inSteps()));
    }
}
