package io.github.lightcone.report.figure;

import io.github.lightcone.report.run.DisplaySpace;

/**
 * Positions as they are seen on paper: a plane as it is, space from the side and a little from above, without
 * perspective.
 *
 * @param x place of each neuron, points
 * @param y place of each neuron, points
 * @param depth of each neuron, from 0 at the front to 1 at the back
 * @param pointsPerMm scale
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record View(double[] x, double[] y, double[] depth, double pointsPerMm) {

    private static final double AZIMUTH = StrictMath.toRadians(-35);
    private static final double ELEVATION = StrictMath.toRadians(22);

    /** Fits positions into a rectangle. */
    static View of(DisplaySpace space, double[] position, Plot.Frame frame) {
        double[] drawn = space.project(position);
        int neurons = drawn.length / 3;
        double[] x = new double[neurons];
        double[] y = new double[neurons];
        double[] depth = new double[neurons];
        for (int n = 0; n < neurons; n++) {
            double a = drawn[3 * n];
            double b = drawn[3 * n + 1];
            double c = drawn[3 * n + 2];
            if (space.shown() < 3) {
                x[n] = a;
                y[n] = -b;
                continue;
            }
            double right = StrictMath.cos(AZIMUTH) * a - StrictMath.sin(AZIMUTH) * b;
            double away = StrictMath.sin(AZIMUTH) * a + StrictMath.cos(AZIMUTH) * b;
            x[n] = right;
            y[n] = -(StrictMath.cos(ELEVATION) * c + StrictMath.sin(ELEVATION) * away);
            depth[n] = StrictMath.cos(ELEVATION) * away - StrictMath.sin(ELEVATION) * c;
        }
        double[] xs = range(x);
        double[] ys = range(y);
        double[] ds = range(depth);
        double scale = Math.min(
                (frame.right() - frame.left()) / Math.max(xs[1] - xs[0], 1e-9),
                (frame.bottom() - frame.top()) / Math.max(ys[1] - ys[0], 1e-9));
        if (!(xs[1] - xs[0] > 1e-9) && !(ys[1] - ys[0] > 1e-9)) {
            scale = 1;
        }
        for (int n = 0; n < neurons; n++) {
            x[n] = (frame.left() + frame.right()) / 2 + (x[n] - (xs[0] + xs[1]) / 2) * scale;
            y[n] = (frame.top() + frame.bottom()) / 2 + (y[n] - (ys[0] + ys[1]) / 2) * scale;
            depth[n] = ds[1] > ds[0] ? (depth[n] - ds[0]) / (ds[1] - ds[0]) : 0;
        }
        return new View(x, y, depth, scale);
    }

    private static double[] range(double[] values) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (double value : values) {
            low = Math.min(low, value);
            high = Math.max(high, value);
        }
        return new double[] {low, high};
    }
}
