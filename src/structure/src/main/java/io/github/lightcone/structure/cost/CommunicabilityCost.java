package io.github.lightcone.structure.cost;

import io.github.lightcone.adjoint.Gradients;
import io.github.lightcone.connectivity.Progress;
import io.github.lightcone.network.Network;
import io.github.lightcone.network.Parameters;
import io.github.lightcone.network.Projection;
import io.github.lightcone.network.ProjectionSelection;
import io.github.lightcone.neuron.ParameterCheck;
import io.github.lightcone.structure.graph.Graph;
import io.github.lightcone.structure.measure.Communicability;
import java.util.List;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * The cost of spatially embedded recurrent networks: the length of wire, most of all where much traffic passes
 * (Achterberg et al., Nat. Mach. Intell. 5:1369, 2023). With A the magnitudes of weights between two neurons, S the
 * diagonal matrix of its row sums, D the distances:
 *
 * <pre>
 *     B = S^-1/2 A S^-1/2        C = expm(B), its diagonal 0        cost = strength sum A o D o C
 *     dA = strength (D o C + what follows by way of C)              dD = strength A o C
 * </pre>
 *
 * <p>By way of C, with {@code G = A o D} and E the derivative of {@code sum G o expm(B)} with respect to B, which is
 * {@code sum over j + k = n of (B^T)^j G (B^T)^k / (n + 1)!}:
 *
 * <pre>
 *     dA_ij = E_ij / sqrt(s_i s_j) - (sum_j E_ij B_ij + sum_k E_ki B_ki) / (2 s_i)
 * </pre>
 *
 * <p>C may also be taken as constant in each step; then the cost is no longer what the gradient belongs to.
 * Rows are sources. All neurons at an end of the projections counted take part; self-loops count in A but not in the
 * cost; a neuron without a weight to another has no share in C. Memory is that of dense
 * matrices; the derivative of C takes some forty products of them.
 */
public final class CommunicabilityCost implements ConnectionCost {

    /** Terms of the series; all are at least 0, and those left out below 1e-20 of their sum. */
    private static final int TERMS = 22;

    private final double strength;
    private final boolean constant;
    private final ActsOn actsOn;
    private final ProjectionSelection selection;

    /**
     * Makes a cost.
     *
     * @param strength at least 0
     * @param constant whether the derivative takes C as constant
     * @param actsOn what the gradient moves
     * @param projections names such as {@code hidden->hidden}; all if empty
     */
    public CommunicabilityCost(double strength, boolean constant, ActsOn actsOn, List<String> projections) {
        ParameterCheck.nonNegative("strength", strength);
        this.strength = strength;
        this.constant = constant;
        this.actsOn = actsOn;
        selection = new ProjectionSelection(projections);
    }

    @Override
    public double value(Network network, Parameters parameters) {
        Wiring wiring = new Wiring(network, parameters, selection.of(network));
        double[][] ofTraffic = wiring.communicability();
        double sum = 0;
        for (int i = 0; i < wiring.size(); i++) {
            for (int j = 0; j < wiring.size(); j++) {
                sum += wiring.magnitude[i][j] * wiring.distance[i][j] * ofTraffic[i][j];
            }
        }
        return strength * sum;
    }

    @Override
    public void addGradient(Network network, Parameters parameters, Gradients gradients) {
        Wiring wiring = new Wiring(network, parameters, selection.of(network));
        double[][] ofTraffic = wiring.communicability();
        double[][] through =
                constant || !actsOn.weights() ? new double[wiring.size()][wiring.size()] : wiring.through();
        for (Projection projection : selection.of(network)) {
            for (int s = projection.firstSynapse(); s < projection.endSynapse(); s++) {
                int i = wiring.place[network.source(s)];
                int j = wiring.place[network.target(s)];
                double weight = parameters.weight()[s];
                double here = strength * ofTraffic[i][j];
                if (actsOn.weights()) {
                    gradients.weight()[s] +=
                            Math.signum(weight) * (here * wiring.distance[i][j] + strength * through[i][j]);
                }
                if (actsOn.positions()) {
                    Distances.addGradient(
                            network,
                            parameters,
                            network.source(s),
                            network.target(s),
                            here * Math.abs(weight),
                            gradients);
                }
            }
        }
    }

    /** The matrices of one network. */
    private static final class Wiring {

        /** Where each neuron stands in the matrices, -1 if it has no part. */
        private final int[] place;

        private final double[][] magnitude;
        private final double[][] distance;
        private final double[] rowSum;

        Wiring(Network network, Parameters parameters, Projection[] projections) {
            boolean[] takesPart = new boolean[network.neuronCount()];
            for (Projection projection : projections) {
                for (int s = projection.firstSynapse(); s < projection.endSynapse(); s++) {
                    takesPart[network.source(s)] = true;
                    takesPart[network.target(s)] = true;
                }
            }
            place = new int[takesPart.length];
            int count = 0;
            for (int n = 0; n < place.length; n++) {
                place[n] = takesPart[n] ? count++ : -1;
            }
            magnitude = new double[count][count];
            distance = new double[count][count];
            rowSum = new double[count];
            for (Projection projection : projections) {
                for (int s = projection.firstSynapse(); s < projection.endSynapse(); s++) {
                    int i = place[network.source(s)];
                    int j = place[network.target(s)];
                    magnitude[i][j] += Math.abs(parameters.weight()[s]);
                    distance[i][j] = Distances.of(network, parameters, s);
                    rowSum[i] += Math.abs(parameters.weight()[s]);
                }
            }
        }

        int size() {
            return magnitude.length;
        }

        private RealMatrix normalised() {
            RealMatrix matrix = MatrixUtils.createRealMatrix(Math.max(1, size()), Math.max(1, size()));
            for (int i = 0; i < size(); i++) {
                for (int j = 0; j < size(); j++) {
                    double product = rowSum[i] * rowSum[j];
                    if (product > 0) {
                        matrix.setEntry(i, j, magnitude[i][j] / Math.sqrt(product));
                    }
                }
            }
            return matrix;
        }

        /** Returns C. */
        double[][] communicability() {
            int[] from = new int[size() * size()];
            int[] to = new int[from.length];
            double[] weight = new double[from.length];
            for (int k = 0; k < from.length; k++) {
                from[k] = k / size();
                to[k] = k % size();
                weight[k] = magnitude[from[k]][to[k]];
            }
            Graph graph = Graph.directed(size(), from, to, weight).withoutZeroWeights();
            return Communicability.betweenNodes(graph, Progress.none());
        }

        /** Returns the derivative of sum A o D o C by way of C. */
        double[][] through() {
            RealMatrix normalised = normalised();
            double[][] ofB = derivative(normalised.transpose()).getData();
            double[][] result = new double[size()][size()];
            double[] ofSum = new double[size()];
            for (int i = 0; i < size(); i++) {
                for (int j = 0; j < size(); j++) {
                    double part = ofB[i][j] * normalised.getEntry(i, j) / 2;
                    ofSum[i] -= rowSum[i] > 0 ? part / rowSum[i] : 0;
                    ofSum[j] -= rowSum[j] > 0 ? part / rowSum[j] : 0;
                }
            }
            for (int i = 0; i < size(); i++) {
                for (int j = 0; j < size(); j++) {
                    double product = rowSum[i] * rowSum[j];
                    result[i][j] = ofSum[i] + (product > 0 ? ofB[i][j] / Math.sqrt(product) : 0);
                }
            }
            return result;
        }

        /** Returns E, whose terms follow from one another: {@code n E_n = B^T E_(n-1) + G (B^T)^(n-1) / (n-1)!}. */
        private RealMatrix derivative(RealMatrix transposed) {
            RealMatrix weighted = transposed.createMatrix(transposed.getRowDimension(), transposed.getRowDimension());
            for (int i = 0; i < size(); i++) {
                for (int j = 0; j < size(); j++) {
                    weighted.setEntry(i, j, i == j ? 0 : magnitude[i][j] * distance[i][j]);
                }
            }
            RealMatrix power = MatrixUtils.createRealIdentityMatrix(transposed.getRowDimension());
            RealMatrix term = weighted;
            RealMatrix sum = term;
            for (int n = 2; n <= TERMS; n++) {
                power = power.multiply(transposed).scalarMultiply(1.0 / (n - 1));
                term = transposed.multiply(term).add(weighted.multiply(power)).scalarMultiply(1.0 / n);
                sum = sum.add(term);
            }
            return sum;
        }
    }
}
