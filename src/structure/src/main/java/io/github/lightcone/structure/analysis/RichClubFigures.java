package io.github.lightcone.structure.analysis;

import io.github.lightcone.structure.measure.RichClub;
import io.github.lightcone.structure.measure.RichClubTest;
import io.github.lightcone.structure.nulls.DegreePreservingRewiring;

/** Rich-club coefficients at the degrees above which a half, a quarter, a tenth and a twentieth of the nodes lie. */
final class RichClubFigures {

    private static final double[] SHARES = {0.5, 0.25, 0.1, 0.05};

    private RichClubFigures() {}

    static void add(Work work) {
        RichClub club = RichClub.binary(work.simple);
        int draws = work.affordableNulls(work.rewiring() + 8.0 * work.simple.slotCount());
        RichClubTest test = null;
        if (draws > 0) {
            DegreePreservingRewiring model = new DegreePreservingRewiring();
            test = RichClubTest.of(work.simple, RichClub::binary, model, draws, work.settings.seed(), work.progress);
            work.nullModel(model + work.fewer(draws));
        }
        String conventions = work.conventions(work.direction() + ", binary, total degree; levels tested one by one");
        int previous = -1;
        for (double share : SHARES) {
            int level = level(club, share * work.graph.nodeCount());
            if (level < 0 || level == previous) {
                continue;
            }
            previous = level;
            Figure figure = Figure.of(
                    "density among degrees above " + level,
                    club.coefficient(level),
                    club.nodes(level) + " nodes, " + conventions);
            work.add(test == null ? figure : figure.withNullTest(test.levels().get(level)));
        }
        if (previous < 0) {
            work.add(Figure.missing("density among high degrees", "no level has two nodes"));
        }
    }

    /** Returns the lowest level with at most so many nodes, and at least two; negative if there is none. */
    private static int level(RichClub club, double most) {
        for (int k = 0; k < club.levels(); k++) {
            if (club.nodes(k) <= most) {
                return club.nodes(k) >= 2 ? k : -1;
            }
        }
        return -1;
    }
}
