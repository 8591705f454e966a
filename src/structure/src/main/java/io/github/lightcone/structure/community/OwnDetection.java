package io.github.lightcone.structure.community;

import io.github.lightcone.random.SeededRandom;
import java.util.Arrays;

/** Leiden and Louvain on any modularity, directed and signed included. */
final class OwnDetection implements Detector {

    private final ModularityMatrix matrix;
    private final Method method;

    OwnDetection(ModularityMatrix matrix, Method method) {
        this.matrix = matrix;
        this.method = method;
    }

    @Override
    public int[] detect(SeededRandom random) {
        int[] label = new int[matrix.nodeCount()];
        Arrays.setAll(label, n -> n);
        int iterations = 0;
        while (iterations++ < MOST_ITERATIONS && improve(matrix, label, random)) {}
        return label;
    }

    /** Moves, refines and aggregates down to the last level; returns whether any node moved on any of them. */
    private boolean improve(ModularityMatrix level, int[] label, SeededRandom random) {
        boolean moved = new LocalMoving(level, label).run(random);
        int count = renumber(label);
        if (count == label.length) {
            return moved;
        }
        int[] part = label.clone();
        int parts = count;
        if (method == Method.LEIDEN) {
            part = new Refinement(level, label, count).run(random);
            parts = renumber(part);
            if (parts == label.length) {
                part = label.clone();
                parts = count;
            }
        }
        int[] partLabel = new int[parts];
        for (int n = 0; n < label.length; n++) {
            partLabel[part[n]] = label[n];
        }
        moved |= improve(level.aggregate(part, parts), partLabel, random);
        for (int n = 0; n < label.length; n++) {
            label[n] = partLabel[part[n]];
        }
        return moved;
    }

    /**
     * Numbers labels 0 to {@code nodes - 1} from 0 without gaps by first appearance; returns how many there are.
     */
    private static int renumber(int[] label) {
        int[] number = new int[label.length];
        Arrays.fill(number, -1);
        int count = 0;
        for (int n = 0; n < label.length; n++) {
            if (number[label[n]] < 0) {
                number[label[n]] = count++;
            }
            label[n] = number[label[n]];
        }
        return count;
    }
}
