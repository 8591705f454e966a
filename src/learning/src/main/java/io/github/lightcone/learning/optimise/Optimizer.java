package io.github.lightcone.learning.optimise;

import io.github.lightcone.adjoint.Gradients;
import io.github.lightcone.network.Parameters;
import java.util.List;

/**
 * Moves the learned groups of a network against their gradients. A number that would leave its range is put
 * at the bound, and counted; so is a gradient that had to be shortened.
 */
public final class Optimizer {

    private final List<LearnedGroup> groups;
    private final List<Mover> movers;
    private final double[][] gradients;
    private long clamped;
    private long clipped;

    /** Makes an optimiser of some groups, each in its first step. */
    public Optimizer(List<LearnedGroup> groups) {
        this.groups = List.copyOf(groups);
        movers = groups.stream()
                .map(group -> group.method().start(group.learnable().values().length))
                .toList();
        gradients = groups.stream()
                .map(group -> new double[group.learnable().values().length])
                .toArray(double[][]::new);
    }

    /** Returns the groups. */
    public List<LearnedGroup> groups() {
        return groups;
    }

    /** Returns what moves the group of an index. */
    public Mover mover(int group) {
        return movers.get(group);
    }

    /**
     * Takes one step.
     *
     * @param time when, for the rates
     * @param parameters where the gradient was taken
     * @param complete the gradient, with what follows from delays and weights
     * @throws ArithmeticException if a gradient is not finite; nothing is modified
     */
    public void step(Schedule.Time time, Parameters parameters, Gradients complete) {
        for (int g = 0; g < gradients.length; g++) {
            groups.get(g).learnable().gather(parameters, complete, gradients[g]);
            requireFinite(groups.get(g), gradients[g]);
        }
        for (int g = 0; g < gradients.length; g++) {
            LearnedGroup group = groups.get(g);
            double[] values = group.learnable().values();
            shorten(gradients[g], group.clip());
            movers.get(g)
                    .step(values, gradients[g], group.rate() * group.schedule().factor(time));
            clamped += group.bounds().clamp(values);
        }
    }

    /** Puts numbers that were changed otherwise back into their ranges, and counts them. */
    public void keepInBounds() {
        for (int g = 0; g < groups.size(); g++) {
            LearnedGroup group = groups.get(g);
            clamped += group.bounds().clamp(group.learnable().values());
        }
    }

    private static void requireFinite(LearnedGroup group, double[] gradient) {
        for (int i = 0; i < gradient.length; i++) {
            if (!Double.isFinite(gradient[i])) {
                throw new ArithmeticException(
                        "gradient of " + group.learnable().name() + ", number " + i + ", is " + gradient[i]);
            }
        }
    }

    private void shorten(double[] gradient, double longest) {
        if (longest == Double.POSITIVE_INFINITY) {
            return;
        }
        double norm = norm(gradient);
        if (norm > longest) {
            for (int i = 0; i < gradient.length; i++) {
                gradient[i] *= longest / norm;
            }
            clipped++;
        }
    }

    /** Returns the Euclidean norm, also of numbers whose squares are beyond all numbers. */
    private static double norm(double[] gradient) {
        double largest = 0;
        double square = 0;
        for (double g : gradient) {
            largest = Math.max(largest, Math.abs(g));
            square += g * g;
        }
        if (square < Double.POSITIVE_INFINITY) {
            return Math.sqrt(square);
        }
        double relative = 0;
        for (double g : gradient) {
            relative += g / largest * (g / largest);
        }
        return largest * Math.sqrt(relative);
    }

    /** Returns how often a number was put at its bound since {@link #forgetCounts}. */
    public long clamped() {
        return clamped;
    }

    /** Returns how often a gradient was shortened since {@link #forgetCounts}. */
    public long clipped() {
        return clipped;
    }

    /** Starts counting anew. */
    public void forgetCounts() {
        clamped = 0;
        clipped = 0;
    }
}
