package io.github.lightcone.structure.community;

import io.github.lightcone.random.SeededRandom;
import io.github.lightcone.structure.graph.Graph;
import java.util.Arrays;
import java.util.Locale;
import org.apache.commons.math3.linear.EigenDecomposition;

/**
 * What the leading eigenvector of the modularity matrix says about the highest modularity (Newman, Proceedings
 * of the National Academy of Sciences 103, 2006, 8577; for directed graphs Leicht and Newman 2008, on B + B').
 * An independent check of a search: what it finds must not be above {@code upper}, and if it is below {@code
 * lower} it has missed something.
 *
 * <pre>
 *     lower   modularity of the split by the signs of the eigenvector, without further moves
 *     upper   nodes / 2 times the largest eigenvalue of M, where Q = 1/2 sum_c 1_c' M 1_c: if undirected, nodes
 *             times that of A - resolution k k' / 2m over 2m. True, and often far away
 * </pre>
 *
 * @param eigenvalue largest eigenvalue of M
 * @param residual norm of M x less eigenvalue x, for the unit vector x that was found; added to the eigenvalue
 *     in {@code upper}
 * @param bipartition the split by signs; 0 goes with the positive ones
 * @param lower see above
 * @param upper see above
 * @param conventions what modularity means here, in words
 */
public record SpectralCheck(
        double eigenvalue, double residual, Partition bipartition, double lower, double upper, String conventions) {

    private static final int MOST_STEPS = 300;
    private static final int STEPS_BETWEEN_LOOKS = 20;
    private static final double TOLERANCE = 1e-12;

    /**
     * Finds the leading eigenvector by the Lanczos method with full orthogonalisation, in at most {@value
     * #MOST_STEPS} steps from a random vector of a fixed seed. Takes memory for as many vectors, and time in
     * proportion to steps times edges and steps squared times nodes.
     *
     * @param modularity resolution and what negative weights mean
     * @throws IllegalArgumentException if the graph has no nodes, or negative weights that the modularity refuses
     */
    public static SpectralCheck of(Graph graph, Modularity modularity) {
        if (graph.nodeCount() == 0) {
            throw new IllegalArgumentException("the graph has no nodes, must have at least 1");
        }
        modularity.checkSigns(graph);
        ModularityMatrix matrix = ModularityMatrix.of(graph, modularity);
        Lanczos lanczos = new Lanczos(matrix);
        lanczos.run();
        int[] side = new int[graph.nodeCount()];
        Arrays.setAll(side, n -> lanczos.vector[n] < 0 ? 1 : 0);
        Partition bipartition = Partition.of(side);
        return new SpectralCheck(
                lanczos.value,
                lanczos.residual,
                bipartition,
                modularity.of(graph, bipartition),
                graph.nodeCount() * (lanczos.value + lanczos.residual) / 2,
                modularity.conventions(graph));
    }

    /**
     * Returns about how many steps along an arc a check takes at most; ten sums over nodes, as orthogonalisation makes
     * them, take as long as one.
     */
    public static double operations(Graph graph) {
        double steps = Math.min(MOST_STEPS, graph.nodeCount());
        return steps * (2.0 * graph.slotCount() + 0.2 * steps * graph.nodeCount());
    }

    /** Returns whether a modularity that a search has found lies between the two bounds, within 1e-9. */
    public boolean agrees(double modularityFound) {
        return modularityFound >= lower - 1e-9 && modularityFound <= upper + 1e-9;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "spectral: split of leading eigenvector Q = %.10f, no partition above %.6f (eigenvalue %.6g; %s)",
                lower,
                upper,
                eigenvalue,
                conventions);
    }

    /** The Lanczos iteration and its largest Ritz pair. */
    private static final class Lanczos {

        private final ModularityMatrix matrix;
        private final double[][] basis;
        private final double[] alpha;
        private final double[] beta;
        private double[] vector;
        private double value;
        private double residual;

        Lanczos(ModularityMatrix matrix) {
            this.matrix = matrix;
            int steps = Math.min(MOST_STEPS, matrix.nodeCount());
            basis = new double[steps][];
            alpha = new double[steps];
            beta = new double[steps];
        }

        void run() {
            int nodes = matrix.nodeCount();
            SeededRandom random = new SeededRandom(1);
            double[] next = new double[nodes];
            Arrays.setAll(next, n -> random.nextDouble() - 0.5);
            scale(next, 1 / norm(next));
            double size = 0;
            for (int k = 0; k < basis.length; k++) {
                basis[k] = next;
                next = new double[nodes];
                matrix.multiply(basis[k], next);
                alpha[k] = ModularityMatrix.dot(basis[k], next);
                orthogonalise(next, k);
                beta[k] = norm(next);
                size = Math.max(size, Math.abs(alpha[k]) + beta[k]);
                boolean closed = beta[k] <= 1e-14 * size;
                boolean last = closed || k + 1 == basis.length;
                if (last || (k + 1) % STEPS_BETWEEN_LOOKS == 0) {
                    look(k + 1, closed);
                    if (last || residual <= TOLERANCE * size) {
                        return;
                    }
                }
                scale(next, 1 / beta[k]);
            }
        }

        /** Twice, because once leaves what rounding has brought back. */
        private void orthogonalise(double[] vector, int last) {
            for (int pass = 0; pass < 2; pass++) {
                for (int k = last; k >= 0; k--) {
                    add(vector, basis[k], -ModularityMatrix.dot(vector, basis[k]));
                }
            }
        }

        private void look(int steps, boolean closed) {
            EigenDecomposition tridiagonal =
                    new EigenDecomposition(Arrays.copyOf(alpha, steps), Arrays.copyOf(beta, Math.max(0, steps - 1)));
            double[] values = tridiagonal.getRealEigenvalues();
            int largest = 0;
            for (int k = 1; k < steps; k++) {
                largest = values[k] > values[largest] ? k : largest;
            }
            double[] ritz = tridiagonal.getEigenvector(largest).toArray();
            value = values[largest];
            residual = closed || steps == matrix.nodeCount() ? 0 : beta[steps - 1] * Math.abs(ritz[steps - 1]);
            vector = new double[matrix.nodeCount()];
            for (int k = 0; k < steps; k++) {
                add(vector, basis[k], ritz[k]);
            }
        }

        private static void add(double[] sum, double[] x, double factor) {
            for (int n = 0; n < sum.length; n++) {
                sum[n] += factor * x[n];
            }
        }

        private static void scale(double[] x, double factor) {
            for (int n = 0; n < x.length; n++) {
                x[n] *= factor;
            }
        }

        private static double norm(double[] x) {
            return Math.sqrt(ModularityMatrix.dot(x, x));
        }
    }
}
