package io.github.lightcone.data.synthetic;

import io.github.lightcone.data.EventDataset;
import io.github.lightcone.data.encoding.LatencyEncoding;
import io.github.lightcone.event.SpikeTrains;
import java.util.ArrayList;
import java.util.List;

/**
 * The Yin-Yang data set: points of a disc of radius 0.5 around (0.5, 0.5) that belong to yin (0), yang (1)
 * or one of the two dots of radius 0.1 (2). Generated, bit for bit as the published generator does for
 * the same size and seed.
 *
 * <p>L. Kriener, J. Göltz, M. A. Petrovici, The Yin-Yang dataset, NICE 2022.
 */
public final class YinYang {

    /** Number of classes. */
    public static final int CLASSES = 3;
    /** Seed of the published training set of 5000 points. */
    public static final int TRAINING_SEED = 42;
    /** Seed of the published validation set of 1000 points. */
    public static final int VALIDATION_SEED = 41;
    /** Seed of the published test set of 1000 points. */
    public static final int TEST_SEED = 40;

    private static final double DOT_RADIUS = 0.1;
    private static final double RADIUS = 0.5;

    private final double[] x;
    private final double[] y;
    private final int[] label;

    private YinYang(int size) {
        x = new double[size];
        y = new double[size];
        label = new int[size];
    }

    /**
     * Generates a set. Each point has a class drawn first and is then drawn until it falls into it.
     *
     * @param size number of points, at least 1
     * @param seed as in the published generator
     */
    public static YinYang generate(int size, int seed) {
        if (size < 1) {
            throw new IllegalArgumentException("size = " + size + ", must be at least 1");
        }
        MersenneTwister random = new MersenneTwister(seed);
        YinYang set = new YinYang(size);
        for (int i = 0; i < size; i++) {
            set.draw(i, random);
        }
        return set;
    }

    /** Returns the published training set: 5000 points. */
    public static YinYang training() {
        return generate(5000, TRAINING_SEED);
    }

    /** Returns the published validation set: 1000 points. */
    public static YinYang validation() {
        return generate(1000, VALIDATION_SEED);
    }

    /** Returns the published test set: 1000 points. */
    public static YinYang test() {
        return generate(1000, TEST_SEED);
    }

    private void draw(int i, MersenneTwister random) {
        label[i] = random.nextBelowThree();
        do {
            x[i] = random.nextDouble();
            y[i] = random.nextDouble();
        } while (distance(x[i], y[i], RADIUS) > RADIUS || classOf(x[i], y[i]) != label[i]);
    }

    /** Returns the distance to (centreX, 0.5). */
    private static double distance(double x, double y, double centreX) {
        double dx = x - centreX;
        double dy = y - RADIUS;
        return Math.sqrt(dx * dx + dy * dy);
    }

    /** Returns the class of a point of the disc: 0 yin, 1 yang, 2 dot. */
    public static int classOf(double x, double y) {
        double right = distance(x, y, 1.5 * RADIUS);
        double left = distance(x, y, 0.5 * RADIUS);
        if (right < DOT_RADIUS || left < DOT_RADIUS) {
            return 2;
        }
        boolean yang = right <= DOT_RADIUS
                || (left > DOT_RADIUS && left <= 0.5 * RADIUS)
                || (y > RADIUS && right > 0.5 * RADIUS);
        return yang ? 1 : 0;
    }

    /** Returns the number of points. */
    public int size() {
        return label.length;
    }

    /** Returns the first coordinate of a point. */
    public double x(int point) {
        return x[point];
    }

    /** Returns the second coordinate of a point. */
    public double y(int point) {
        return y[point];
    }

    /** Returns the class of a point: 0 yin, 1 yang, 2 dot. */
    public int label(int point) {
        return label[point];
    }

    /** Returns the points as spikes of the four values x, y, 1 - x, 1 - y. */
    public EventDataset encode(LatencyEncoding encoding) {
        List<SpikeTrains> inputs = new ArrayList<>(size());
        for (int i = 0; i < size(); i++) {
            inputs.add(encoding.encode(x[i], y[i], 1 - x[i], 1 - y[i]));
        }
        return new EventDataset(encoding.channels(4), CLASSES, inputs, label);
    }
}
