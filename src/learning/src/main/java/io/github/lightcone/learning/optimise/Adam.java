package io.github.lightcone.learning.optimise;

import io.github.lightcone.neuron.ParameterCheck;

/**
 * Adam, and with a decay AdamW.
 *
 * <pre>
 *     m = beta1 m + (1 - beta1) g        v = beta2 v + (1 - beta2) g^2
 *     x = x - rate (m / (1 - beta1^k)) / (sqrt(v / (1 - beta2^k)) + epsilon) - rate decay x    in step k = 1, 2, ...
 * </pre>
 *
 * <p>D. P. Kingma and J. Ba, Adam: a method for stochastic optimization, ICLR 2015; the decay, apart from
 * the gradient, as in I. Loshchilov and F. Hutter, Decoupled weight decay regularization, ICLR 2019.
 *
 * @param beta1 how much of m stays from step to step, at least 0 and below 1
 * @param beta2 how much of v stays, at least 0 and below 1
 * @param epsilon added to the root of v, above 0
 * @param decay share by which numbers shrink per unit of rate, at least 0
 */
public record Adam(double beta1, double beta2, double epsilon, double decay) implements Method {

    /** Checks the constants. */
    public Adam {
        ParameterCheck.require(beta1 >= 0 && beta1 < 1, "beta1", beta1, "at least 0 and below 1");
        ParameterCheck.require(beta2 >= 0 && beta2 < 1, "beta2", beta2, "at least 0 and below 1");
        ParameterCheck.positive("epsilon", epsilon);
        ParameterCheck.nonNegative("decay", decay);
    }

    /** Returns Adam with the usual constants 0.9, 0.999 and 1e-8. */
    public static Adam usual() {
        return new Adam(0.9, 0.999, 1e-8, 0);
    }

    /** Returns AdamW with the usual constants and a decay. */
    public static Adam decaying(double decay) {
        return new Adam(0.9, 0.999, 1e-8, decay);
    }

    @Override
    public Mover start(int length) {
        return new Moments(length);
    }

    /** The two moments. */
    private final class Moments extends Mover {

        Moments(int length) {
            super(length, 2);
        }

        @Override
        void move(double[] values, double[] gradient, double rate) {
            double[] first = memory()[0];
            double[] second = memory()[1];
            double unbiased1 = 1 - Power.of(beta1, steps());
            double unbiased2 = 1 - Power.of(beta2, steps());
            for (int i = 0; i < values.length; i++) {
                double g = gradient[i];
                first[i] = beta1 * first[i] + (1 - beta1) * g;
                second[i] = beta2 * second[i] + (1 - beta2) * g * g;
                double towards = first[i] / unbiased1 / (Math.sqrt(second[i] / unbiased2) + epsilon);
                values[i] -= rate * (towards + decay * values[i]);
            }
        }
    }
}
