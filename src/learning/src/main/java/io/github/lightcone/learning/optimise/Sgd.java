package io.github.lightcone.learning.optimise;

import io.github.lightcone.neuron.ParameterCheck;

/**
 * Stochastic gradient descent with momentum.
 *
 * <pre>
 *     u = momentum u + g        x = x - rate u        or, looking ahead (Nesterov), x = x - rate (g + momentum u)
 * </pre>
 *
 * <p>I. Sutskever et al., On the importance of initialization and momentum in deep learning, ICML 2013.
 *
 * @param momentum how much of u stays from step to step, at least 0 and below 1; 0 for plain descent
 * @param nesterov whether to look ahead
 */
public record Sgd(double momentum, boolean nesterov) implements Method {

    /** Checks the momentum. */
    public Sgd {
        ParameterCheck.require(momentum >= 0 && momentum < 1, "momentum", momentum, "at least 0 and below 1");
    }

    @Override
    public Mover start(int length) {
        return new Momentum(length);
    }

    /** The running sum u. */
    private final class Momentum extends Mover {

        Momentum(int length) {
            super(length, 1);
        }

        @Override
        void move(double[] values, double[] gradient, double rate) {
            double[] u = memory()[0];
            for (int i = 0; i < values.length; i++) {
                u[i] = momentum * u[i] + gradient[i];
                values[i] -= rate * (nesterov ? gradient[i] + momentum * u[i] : u[i]);
            }
        }
    }
}
