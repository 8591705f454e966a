package io.github.lightcone.structure.analysis;

import io.github.lightcone.structure.measure.SmallWorld;
import io.github.lightcone.structure.measure.SmallWorldNulls;

/** Small-worldness, against random graphs and lattices. */
final class SmallWorldFigures {

    /** Steps per edge to make a lattice by swaps. */
    private static final double LATTICE = 3000;

    private SmallWorldFigures() {}

    static void add(Work work) {
        if (work.settings.nulls() == 0) {
            work.add(Figure.missing("sigma", "needs null graphs"));
            return;
        }
        double measured = PathFigures.operations(work) + 2 * ClusteringFigures.operations(work.simple);
        double swaps = LATTICE * work.simple.edgeCount();
        boolean keepDegrees = work.settings.limits().allows(SamplingLimits.FEWEST * (swaps + measured));
        int draws = work.affordableNulls(measured + (keepDegrees ? swaps : work.rewiring()));
        SmallWorldNulls nulls = keepDegrees
                ? SmallWorldNulls.degreePreserving(draws, work.settings.seed())
                : SmallWorldNulls.densityPreserving(draws, work.settings.seed());
        SmallWorld world = SmallWorld.binary(work.simple, nulls, work.sources(), work.progress);
        work.nullModel(nulls.random() + "; " + nulls.lattice() + work.fewer(draws)
                + (keepDegrees ? "" : "; degrees are not kept, to save time"));
        String conventions = work.conventions(work.direction() + ", binary");
        work.add(Figure.of("sigma", world.sigma(), draws, conventions + "; above 1: small world"));
        work.add(Figure.of(
                "omega", world.omega(), draws, conventions + "; near 0: small world, to -1 lattice, to 1 random"));
        work.add(Figure.of("propensity", world.propensity(), draws, conventions + "; 1: small world"));
        work.add(Figure.of("clustering", world.clustering().observed(), conventions)
                .withNullTest(world.clustering()));
        work.add(Figure.of("clustering beside lattices", world.clustering().observed(), conventions)
                .withNullTest(world.clusteringInLattice()));
        work.add(Figure.of("path length", world.pathLength().observed(), conventions + ", hops")
                .withNullTest(world.pathLength()));
        work.add(Figure.of("path length beside lattices", world.pathLength().observed(), conventions + ", hops")
                .withNullTest(world.pathLengthInLattice()));
    }
}
