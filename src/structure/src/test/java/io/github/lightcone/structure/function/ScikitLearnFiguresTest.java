package io.github.lightcone.structure.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.lightcone.connectivity.Progress;
import io.github.lightcone.space.Positions;
import io.github.lightcone.structure.community.Partition;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Figures of scikit-learn and SciPy, made by {@code make_function_fixtures.py}. */
class ScikitLearnFiguresTest {

    /** Both sides round in another order, through decompositions whose condition is below 1e5. */
    private static final double TOLERANCE = 1e-9;

    @TestFactory
    List<DynamicTest> figures() {
        List<DynamicTest> tests = new ArrayList<>();
        for (String block : text().split("(?m)^case ", -1)) {
            Map<String, double[][]> tables = new HashMap<>();
            String[] lines = block.split("\n", -1);
            for (String line : lines) {
                String[] words = line.split(" ", -1);
                if (words[0].equals("table")) {
                    tables.put(words[1], table(words));
                } else if (words[0].equals("figure")) {
                    double[] expected = numbers(words, 2);
                    tests.add(DynamicTest.dynamicTest(
                            lines[0] + " " + words[1],
                            () -> assertThat(figure(tables, words[1])).containsExactly(expected, within(TOLERANCE))));
                }
            }
        }
        assertThat(tests).hasSize(3 * 7 + 8 + 1);
        return tests;
    }

    private static double[] figure(Map<String, double[][]> tables, String name) {
        double[][] features = tables.get("features");
        return switch (name) {
            case "ridge" -> ridge(features, positions(tables));
            case "moranInverse" -> moran(features, SpatialWeights.inverseDistance(positions(tables)));
            case "moranInverseRows" ->
                moran(
                        features,
                        SpatialWeights.inverseDistance(positions(tables)).rowStandardised());
            case "moranNearest" -> moran(features, SpatialWeights.nearest(positions(tables), 5));
            case "moranNearestRows" ->
                new double[] {
                    MoranI.of(
                                    Features.column(features, 0),
                                    SpatialWeights.nearest(positions(tables), 5).rowStandardised(),
                                    0,
                                    1,
                                    Progress.none())
                            .value()
                };
            case "mantelCorrelation" -> mantel(features, Normalisation.CORRELATION, positions(tables));
            case "mantelStandardised" -> mantel(features, Normalisation.STANDARDISED, positions(tables));
            case "information" -> information(tables.get("counts"), tables.get("classes")[0]);
            default -> clusters(features, name, tables.get("truth")[0]);
        };
    }

    private static double[] ridge(double[][] features, Positions positions) {
        int[] order = new int[features.length];
        Arrays.setAll(order, n -> n);
        RidgeMapping mapping =
                RidgeMapping.of(features, positions, new Folds(order, 5), RidgeMapping.grid(), 0, 1, Progress.none());
        double[] figures = new double[1 + mapping.dimensions() + 5];
        figures[0] = mapping.r2();
        for (int axis = 0; axis < mapping.dimensions(); axis++) {
            figures[1 + axis] = mapping.r2(axis);
        }
        System.arraycopy(mapping.lambdas(), 0, figures, 1 + mapping.dimensions(), 5);
        return figures;
    }

    private static double[] moran(double[][] features, SpatialWeights weights) {
        return new double[] {
            MoranI.ofFeatures(features, weights, 0, 1, Progress.none()).value()
        };
    }

    private static double[] mantel(double[][] features, Normalisation normalisation, Positions positions) {
        MantelTest test = MantelTest.ofFeatures(features, normalisation, positions, 0, 1, Progress.none());
        return new double[] {test.pearson().observed(), test.spearman().observed()};
    }

    private static double[] clusters(double[][] features, String name, double[] truth) {
        int k = name.charAt(name.length() - 1) - '0';
        FunctionalClusters clusters =
                FunctionalClusters.of(features, Normalisation.STANDARDISED, k, k, 50, 1, Progress.none());
        if (name.startsWith("kmeans")) {
            return new double[] {clusters.inertia(), clusters.silhouette()};
        }
        assertThat(name).startsWith("agreement");
        ClusterAgreement agreement =
                ClusterAgreement.of(clusters.partition(), Partition.of(whole(truth)), 0, 1, Progress.none());
        return new double[] {
            agreement.adjustedRand().observed(),
            agreement.normalisedMutualInformation().observed()
        };
    }

    private static double[] information(double[][] counts, double[] classes) {
        int[][] whole = Arrays.stream(counts).map(ScikitLearnFiguresTest::whole).toArray(int[][]::new);
        ClassInformation information = ClassInformation.of(whole, whole(classes));
        double[] bits = new double[counts.length];
        Arrays.setAll(bits, information::plugIn);
        return bits;
    }

    private static int[] whole(double[] values) {
        return Arrays.stream(values).mapToInt(v -> (int) v).toArray();
    }

    private static Positions positions(Map<String, double[][]> tables) {
        double[][] rows = tables.get("positions");
        return Positions.of(
                rows[0].length,
                Arrays.stream(rows).flatMapToDouble(Arrays::stream).toArray());
    }

    private static double[][] table(String[] words) {
        double[] values = numbers(words, 4);
        int columns = Integer.parseInt(words[3]);
        double[][] table = new double[Integer.parseInt(words[2])][];
        Arrays.setAll(table, n -> Arrays.copyOfRange(values, n * columns, (n + 1) * columns));
        return table;
    }

    private static double[] numbers(String[] words, int from) {
        return Arrays.stream(words).skip(from).mapToDouble(Double::parseDouble).toArray();
    }

    private static String text() {
        try (InputStream in = ScikitLearnFiguresTest.class.getResourceAsStream("scikit-learn.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
