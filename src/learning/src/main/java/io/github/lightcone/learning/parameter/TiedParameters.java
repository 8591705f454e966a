package io.github.lightcone.learning.parameter;

import io.github.lightcone.adjoint.Gradients;
import io.github.lightcone.network.Parameters;
import java.util.Arrays;

/**
 * Some parameters of a group, each of which is one of the values: its own, or one it shares with others, as
 * the delays of all synapses of an axon do. The gradient of a value is the sum over the parameters that
 * share it.
 */
final class TiedParameters implements Learnable {

    private final String name;
    private final ParameterGroup group;
    private final int[] element;
    private final int[] valueOf;
    private final double[] values;
    private final Bounds bounds;

    /**
     * Ties parameters.
     *
     * @param element numbers of the parameters in the group
     * @param valueOf for each of them, which value it is
     * @param count number of values, each at least one parameter's
     * @param parameters where the values are taken from; that of a shared value from the first that shares it
     */
    TiedParameters(String name, ParameterGroup group, int[] element, int[] valueOf, int count, Parameters parameters) {
        this.name = name;
        this.group = group;
        this.element = element;
        this.valueOf = valueOf;
        double[] from = group.of(parameters);
        double[] least = new double[count];
        double[] most = new double[count];
        Arrays.fill(least, Double.NEGATIVE_INFINITY);
        Arrays.fill(most, Double.POSITIVE_INFINITY);
        values = new double[count];
        for (int k = element.length - 1; k >= 0; k--) {
            values[valueOf[k]] = from[element[k]];
            least[valueOf[k]] = Math.max(least[valueOf[k]], group.leastAllowed(parameters, element[k]));
        }
        bounds = Bounds.of(least, most);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public double[] values() {
        return values;
    }

    @Override
    public Bounds bounds() {
        return bounds;
    }

    @Override
    public boolean needsTimeConstants() {
        return group == ParameterGroup.TAU_MEM || group == ParameterGroup.TAU_SYN;
    }

    @Override
    public boolean needsDelays() {
        return group == ParameterGroup.DELAYS || group == ParameterGroup.SPEED;
    }

    @Override
    public boolean needsPositions() {
        return group == ParameterGroup.POSITIONS;
    }

    @Override
    public void scatter(Parameters parameters) {
        if (group == ParameterGroup.SPEED) {
            parameters.conductionSpeed(values[0]);
            return;
        }
        double[] to = group.of(parameters);
        for (int k = 0; k < element.length; k++) {
            to[element[k]] = values[valueOf[k]];
        }
    }

    @Override
    public void collect(Parameters parameters) {
        if (group == ParameterGroup.SPEED) {
            values[0] = parameters.conductionSpeed();
            return;
        }
        double[] from = group.of(parameters);
        for (int k = element.length - 1; k >= 0; k--) {
            values[valueOf[k]] = from[element[k]];
        }
    }

    @Override
    public void gather(Parameters parameters, Gradients gradients, double[] gradient) {
        if (group == ParameterGroup.SPEED) {
            gradient[0] = gradients.conductionSpeed();
            return;
        }
        double[] from = group.of(gradients);
        Arrays.fill(gradient, 0);
        for (int k = 0; k < element.length; k++) {
            gradient[valueOf[k]] += from[element[k]];
        }
    }
}
