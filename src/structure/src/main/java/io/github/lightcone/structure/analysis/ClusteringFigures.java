package io.github.lightcone.structure.analysis;

import io.github.lightcone.structure.graph.Graph;
import io.github.lightcone.structure.measure.Clustering;
import io.github.lightcone.structure.measure.Measure;
import io.github.lightcone.structure.measure.Transitivity;

/** How clustered the graph is, against random graphs of the same degrees. */
final class ClusteringFigures {

    private ClusteringFigures() {}

    static void add(Work work) {
        add(work, "clustering", Clustering.fagiolo(work.simple));
        work.testLast(drawn -> Clustering.fagiolo(drawn).mean());
        add(work, Transitivity.binary(work.simple), "transitivity");
        work.testLast(drawn -> Transitivity.binary(drawn).value());
        if (!work.isBinary()) {
            add(work, "weighted clustering", Clustering.fagioloWeighted(work.simple));
            work.testLast(drawn -> Clustering.fagioloWeighted(drawn).mean());
            add(work, Transitivity.weighted(work.simple), "weighted transitivity");
            work.testLast(drawn -> Transitivity.weighted(drawn).value());
        }
        work.testAgainstRewired((work.isBinary() ? 2 : 6) * operations(work.simple));
    }

    private static void add(Work work, String name, Clustering clustering) {
        String conventions = clustering.definition() + ", mean over nodes, degree below 2 counts 0";
        work.add(Figure.of(name, clustering.mean(), work.conventions(conventions)));
    }

    private static void add(Work work, Measure measure, String name) {
        work.add(Figure.of(name, measure.value(), work.conventions(measure.conventions())));
    }

    /** Returns about how many steps it takes to find all triangles. */
    static double operations(Graph graph) {
        double sum = 0;
        for (int n = 0; n < graph.nodeCount(); n++) {
            double degree = graph.rowEnd(n) - graph.rowStart(n);
            sum += degree * degree;
        }
        return sum;
    }
}
