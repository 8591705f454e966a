package io.github.lightcone.learning.parameter;

import io.github.lightcone.adjoint.Gradients;
import io.github.lightcone.network.Network;
import io.github.lightcone.network.Parameters;
import io.github.lightcone.network.Population;
import io.github.lightcone.network.Projection;
import io.github.lightcone.space.ConductionDelay;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Coordinates of a population that are moved along a gradient which is wrong on purpose: what their incoming
 * connections contribute through conduction delays has the opposite sign. With G = dL/ddelay of a synapse and u the
 * unit vector from its source to its target,
 *
 * <pre>
 *     exact       dL/dp = (1/c) [ + sum over incoming of G u - sum over outgoing of G u ]
 *     flipped             (1/c) [ - sum over incoming of G u - sum over outgoing of G u ]
 * </pre>
 *
 * <p>For one use: an experiment that shows what the sign is worth. Contributions to positions that do not go through
 * conduction delays of the network, such as those of weights from positions, stay as they are.
 */
public final class IncomingFlipped implements Learnable {

    private final Learnable exact;
    private final Network network;
    private final List<Projection> incoming;
    private final double[] contribution;
    private final int[] coordinates;

    /**
     * Makes the coordinates of a population that are moved the wrong way.
     *
     * @param axes the axes that are not fixed, from 0, each once
     * @throws IllegalArgumentException naming an axis that there is not, or that is named twice
     */
    public IncomingFlipped(Network network, Population population, int... axes) {
        exact = Learnables.positions(network, population, axes);
        this.network = network;
        incoming = new ArrayList<>();
        for (Projection projection : network.projections()) {
            if (projection.spatial() && projection.target().equals(population)) {
                incoming.add(projection);
            }
        }
        contribution = new double[network.neuronCount() * network.dimensions()];
        coordinates = IntStream.range(population.firstNeuron(), population.endNeuron())
                .flatMap(n -> IntStream.of(axes).map(axis -> n * network.dimensions() + axis))
                .toArray();
    }

    @Override
    public String name() {
        return exact.name();
    }

    @Override
    public double[] values() {
        return exact.values();
    }

    @Override
    public Bounds bounds() {
        return exact.bounds();
    }

    @Override
    public void scatter(Parameters parameters) {
        exact.scatter(parameters);
    }

    @Override
    public void collect(Parameters parameters) {
        exact.collect(parameters);
    }

    @Override
    public void gather(Parameters parameters, Gradients gradients, double[] gradient) {
        exact.gather(parameters, gradients, gradient);
        Arrays.fill(contribution, 0);
        for (int k = 0; k < incoming.size(); k++) {
            addIncoming(incoming.get(k), parameters, gradients);
        }
        for (int k = 0; k < coordinates.length; k++) {
            gradient[k] -= 2 * contribution[coordinates[k]];
        }
    }

    private void addIncoming(Projection projection, Parameters parameters, Gradients gradients) {
        int dimensions = network.dimensions();
        double[] position = parameters.position();
        for (int s = projection.firstSynapse(); s < projection.endSynapse(); s++) {
            int source = network.source(s);
            int target = network.target(s);
            double distance = ConductionDelay.distance(position, dimensions, source, target);
            if (distance > 0) {
                double scale = gradients.delay()[s] / (parameters.conductionSpeed() * distance);
                for (int axis = 0; axis < dimensions; axis++) {
                    contribution[target * dimensions + axis] +=
                            scale * (position[target * dimensions + axis] - position[source * dimensions + axis]);
                }
            }
        }
    }
}
