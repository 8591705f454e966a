package io.github.lightcone.perceptron;

/** Adds up multiples of rows, the one product that a perceptron on sparse images spends its time on. */
final class SparseRows {

    private SparseRows() {}

    /**
     * Adds {@code factor[k] rows[index[k]]} for k from {@code from} to {@code to - 1}, four rows at a time.
     *
     * <p>Every row is an array of its own, so that the compiler makes vector instructions of the loop over its numbers.
     *
     * @param sum as long as the rows. Modified.
     * @param count how many numbers of the rows
     */
    static void add(float[] sum, int count, int[] index, float[] factor, int from, int to, float[][] rows) {
        int k = from;
        for (; k + 4 <= to; k += 4) {
            addFour(
                    sum,
                    count,
                    factor[k],
                    rows[index[k]],
                    factor[k + 1],
                    rows[index[k + 1]],
                    factor[k + 2],
                    rows[index[k + 2]],
                    factor[k + 3],
                    rows[index[k + 3]]);
        }
        for (; k < to; k++) {
            add(sum, count, factor[k], rows[index[k]]);
        }
    }

    private static void addFour(
            float[] sum, int count, float p, float[] a, float q, float[] b, float r, float[] c, float s, float[] d) {
        for (int j = 0; j < count; j++) {
            sum[j] = sum[j] + p * a[j] + q * b[j] + r * c[j] + s * d[j];
        }
    }

    /** Adds a multiple of one row. */
    static void add(float[] sum, int count, float factor, float[] row) {
        for (int j = 0; j < count; j++) {
            sum[j] += factor * row[j];
        }
    }

    /** Returns the scalar product of two rows, in four sums of every fourth number. */
    static float dot(float[] a, float[] b, int count) {
        float s0 = 0;
        float s1 = 0;
        float s2 = 0;
        float s3 = 0;
        int j = 0;
        for (; j + 4 <= count; j += 4) {
            s0 += a[j] * b[j];
            s1 += a[j + 1] * b[j + 1];
            s2 += a[j + 2] * b[j + 2];
            s3 += a[j + 3] * b[j + 3];
        }
        for (; j < count; j++) {
            s0 += a[j] * b[j];
        }
        return s0 + s1 + (s2 + s3);
    }

    /** Returns the scalar product of two rows, in four sums of every fourth number. */
    static double dot(double[] a, double[] b, int count) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int j = 0;
        for (; j + 4 <= count; j += 4) {
            s0 += a[j] * b[j];
            s1 += a[j + 1] * b[j + 1];
            s2 += a[j + 2] * b[j + 2];
            s3 += a[j + 3] * b[j + 3];
        }
        for (; j < count; j++) {
            s0 += a[j] * b[j];
        }
        return s0 + s1 + (s2 + s3);
    }

    /** Returns the sum of a row, in four sums of every fourth number. */
    static double sum(double[] a, int count) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int j = 0;
        for (; j + 4 <= count; j += 4) {
            s0 += a[j];
            s1 += a[j + 1];
            s2 += a[j + 2];
            s3 += a[j + 3];
        }
        for (; j < count; j++) {
            s0 += a[j];
        }
        return s0 + s1 + (s2 + s3);
    }
}
