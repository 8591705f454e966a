package io.github.lightcone.structure.measure;

import io.github.lightcone.structure.nulls.DegreePreservingRewiring;
import io.github.lightcone.structure.nulls.ErdosRenyi;
import io.github.lightcone.structure.nulls.Latticisation;
import io.github.lightcone.structure.nulls.NullModel;
import io.github.lightcone.structure.nulls.NullTest;
import io.github.lightcone.structure.nulls.RingLattice;

/**
 * Against what a graph is called a small world.
 *
 * @param random the random graph like it
 * @param lattice the regular graph like it
 * @param draws how many of each, at least 1
 * @param seed random graph k is {@code random.draw(graph, seed, k)}, lattice k {@code lattice.draw(graph, seed, draws +
 *     k)}
 */
public record SmallWorldNulls(NullModel random, NullModel lattice, int draws, long seed) {

    /** Throws unless there are draws. */
    public SmallWorldNulls {
        NullTest.checkDraws(draws);
    }

    /** Both keep all degrees: rewiring at random and towards a lattice. */
    public static SmallWorldNulls degreePreserving(int draws, long seed) {
        return new SmallWorldNulls(new DegreePreservingRewiring(), new Latticisation(), draws, seed);
    }

    /** Both keep the density only, as for the published small-world propensity (Muldoon et al. 2016). */
    public static SmallWorldNulls densityPreserving(int draws, long seed) {
        return new SmallWorldNulls(new ErdosRenyi(), new RingLattice(), draws, seed);
    }
}
