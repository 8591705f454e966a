package io.github.lightcone.space;

/** The delay of a spike that travels through space at constant speed, and its derivative. */
public final class ConductionDelay {

    private ConductionDelay() {}

    /**
     * Returns the Euclidean distance of two points.
     *
     * @param position coordinates of all points, point by point
     * @param dimensions number of dimensions
     * @param p first point
     * @param q second point
     */
    public static double distance(double[] position, int dimensions, int p, int q) {
        int i = p * dimensions;
        int j = q * dimensions;
        double sum = 0;
        for (int axis = 0; axis < dimensions; axis++) {
            double difference = position[i + axis] - position[j + axis];
            sum += difference * difference;
        }
        return Math.sqrt(sum);
    }

    /**
     * Adds the gradient that a delay passes on to the positions of its two ends, "(me - other) /
     * distance" at either end, and returns what it passes on to the speed, {@code -dL/dd distance /
     * speed^2}. Coincident points receive the zero subgradient.
     *
     * @param position coordinates of all points, point by point
     * @param dimensions number of dimensions
     * @param source the point the spike leaves
     * @param target the point the spike reaches
     * @param speed conduction speed, mm/ms
     * @param delayGradient dL/dd of this connection
     * @param positionGradient gradient with respect to {@code position}. Modified.
     * @return the contribution to dL/dspeed
     */
    public static double addGradient(
            double[] position,
            int dimensions,
            int source,
            int target,
            double speed,
            double delayGradient,
            double[] positionGradient) {
        double distance = distance(position, dimensions, source, target);
        if (distance == 0) {
            return 0;
        }
        double scale = delayGradient / (speed * distance);
        int from = source * dimensions;
        int to = target * dimensions;
        for (int axis = 0; axis < dimensions; axis++) {
            double share = scale * (position[to + axis] - position[from + axis]);
            positionGradient[to + axis] += share;
            positionGradient[from + axis] -= share;
        }
        return -delayGradient * distance / (speed * speed);
    }
}
