package io.github.lightcone.structure.measure;

import io.github.lightcone.connectivity.Progress;
import io.github.lightcone.structure.graph.Graph;
import io.github.lightcone.structure.nulls.NullModel;
import io.github.lightcone.structure.nulls.NullTest;
import java.util.Locale;

/**
 * Small-worldness: clustered like a lattice, short paths like a random graph. With C the mean clustering and L the
 * characteristic path length:
 *
 * <pre>
 *     sigma = (C / C_random) / (L / L_random)                     above 1: small world
 *     omega = L_random / L - C / C_lattice                        near 0: small world, to -1: lattice, to 1: random
 *     propensity = 1 - sqrt((dC^2 + dL^2) / 2)                    0 to 1: small world
 *         dC = (C_lattice - C) / (C_lattice - C_random)           between 0 and 1, or set to the nearer
 *         dL = (L - L_random) / (L_lattice - L_random)            likewise
 * </pre>
 *
 * <p>Sources: Humphries and Gurney, PLoS ONE 3:e2051, 2008 (sigma); Telesford et al., Brain Connect. 1:367, 2011
 * (omega); Muldoon, Bridgeford and Bassett, Sci. Rep. 6:22057, 2016 (propensity).
 *
 * <p>C is that of {@link Clustering#fagiolo} or {@link Clustering#fagioloWeighted}, which for an undirected graph is
 * that of Watts and Strogatz or Onnela; L is over the ordered pairs that are connected, along arcs in their direction,
 * and says little if many are not. Graphs must have no self-loops.
 *
 * @param conventions direction, weights and null models
 * @param clustering C, beside random graphs
 * @param clusteringInLattice C, beside lattices
 * @param pathLength L, beside random graphs
 * @param pathLengthInLattice L, beside lattices
 * @param sigma sigma; each band from the graph with random graph k and lattice k, for every k
 * @param omega omega
 * @param propensity small-world propensity
 */
public record SmallWorld(
        String conventions,
        NullTest clustering,
        NullTest clusteringInLattice,
        NullTest pathLength,
        NullTest pathLengthInLattice,
        Band sigma,
        Band omega,
        Band propensity) {

    /**
     * Measures a graph without its weights: Watts-Strogatz or Fagiolo clustering, paths in hops.
     *
     * @param nulls random graphs and lattices
     * @param sources from which nodes paths are measured, in all graphs
     * @param progress is told which share of the null graphs is measured; what it throws ends the work
     * @throws IllegalArgumentException if the graph has self-loops
     */
    public static SmallWorld binary(Graph graph, SmallWorldNulls nulls, Sources sources, Progress progress) {
        return of(graph, false, nulls, sources, progress);
    }

    /**
     * Measures a graph with its weights: Onnela or weighted Fagiolo clustering, paths of length {@code 1 / |w|}.
     *
     * @param nulls random graphs and lattices
     * @param sources from which nodes paths are measured, in all graphs
     * @param progress is told which share of the null graphs is measured; what it throws ends the work
     * @throws IllegalArgumentException if the graph has self-loops
     */
    public static SmallWorld weighted(Graph graph, SmallWorldNulls nulls, Sources sources, Progress progress) {
        return of(graph, true, nulls, sources, progress);
    }

    private static SmallWorld of(
            Graph graph, boolean weighted, SmallWorldNulls nulls, Sources sources, Progress progress) {
        Requirement.noSelfLoops(graph, "small-worldness");
        double c = clustering(graph, weighted);
        double l = pathLength(graph, weighted, sources);
        int draws = nulls.draws();
        Draws random = new Draws(draws);
        Draws lattice = new Draws(draws);
        for (int k = 0; k < draws; k++) {
            random.measure(k, nulls.random(), graph, nulls.seed(), k, weighted, sources);
            lattice.measure(k, nulls.lattice(), graph, nulls.seed(), draws + k, weighted, sources);
            progress.done((k + 1.0) / draws);
        }
        NullTest cRandom = NullTest.of(c, random.clustering);
        NullTest cLattice = NullTest.of(c, lattice.clustering);
        NullTest lRandom = NullTest.of(l, random.pathLength);
        NullTest lLattice = NullTest.of(l, lattice.pathLength);
        double[] sigmas = new double[draws];
        double[] omegas = new double[draws];
        double[] propensities = new double[draws];
        for (int k = 0; k < draws; k++) {
            sigmas[k] = sigma(c, l, random.clustering[k], random.pathLength[k]);
            omegas[k] = omega(c, l, lattice.clustering[k], random.pathLength[k]);
            propensities[k] = propensity(
                    c, l, random.clustering[k], random.pathLength[k], lattice.clustering[k], lattice.pathLength[k]);
        }
        return new SmallWorld(
                (graph.isDirected() ? "directed, " : "undirected, ")
                        + (weighted ? "|w| / max |w| and 1 / |w|" : "binary") + "; " + nulls.random() + "; "
                        + nulls.lattice() + "; " + draws + " of each, seed " + nulls.seed(),
                cRandom,
                cLattice,
                lRandom,
                lLattice,
                band(sigma(c, l, cRandom.mean(), lRandom.mean()), sigmas),
                band(omega(c, l, cLattice.mean(), lRandom.mean()), omegas),
                band(propensity(c, l, cRandom.mean(), lRandom.mean(), cLattice.mean(), lLattice.mean()), propensities));
    }

    private static double clustering(Graph graph, boolean weighted) {
        return (weighted ? Clustering.fagioloWeighted(graph) : Clustering.fagiolo(graph)).mean();
    }

    private static double pathLength(Graph graph, boolean weighted, Sources sources) {
        ArcLengths lengths = weighted ? ArcLengths.inverseWeights(graph) : ArcLengths.hops();
        return PathLengths.of(graph, lengths, sources, Progress.none())
                .characteristic()
                .value();
    }

    private static double sigma(double c, double l, double cRandom, double lRandom) {
        return c / cRandom / (l / lRandom);
    }

    private static double omega(double c, double l, double cLattice, double lRandom) {
        return lRandom / l - c / cLattice;
    }

    private static double propensity(
            double c, double l, double cRandom, double lRandom, double cLattice, double lLattice) {
        double dC = clamp((cLattice - c) / (cLattice - cRandom));
        double dL = clamp((l - lRandom) / (lLattice - lRandom));
        return 1 - Math.sqrt((dC * dC + dL * dL) / 2);
    }

    private static double clamp(double share) {
        return Math.min(Math.max(share, 0), 1);
    }

    private static Band band(double value, double[] draws) {
        NullTest spread = NullTest.of(value, draws);
        return new Band(value, spread.low(), spread.high());
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "small world: sigma %s, omega %s, propensity %s; C %.6g (random %.6g, lattice %.6g), L %.6g (random "
                        + "%.6g, lattice %.6g) (%s)",
                sigma,
                omega,
                propensity,
                clustering.observed(),
                clustering.mean(),
                clusteringInLattice.mean(),
                pathLength.observed(),
                pathLength.mean(),
                pathLengthInLattice.mean(),
                conventions);
    }

    /** Clustering and path length of many graphs. */
    private static final class Draws {

        final double[] clustering;
        final double[] pathLength;

        Draws(int draws) {
            clustering = new double[draws];
            pathLength = new double[draws];
        }

        void measure(int k, NullModel model, Graph graph, long seed, int number, boolean weighted, Sources sources) {
            Graph drawn = model.draw(graph, seed, number);
            clustering[k] = SmallWorld.clustering(drawn, weighted);
            pathLength[k] = SmallWorld.pathLength(drawn, weighted, sources);
        }
    }
}
