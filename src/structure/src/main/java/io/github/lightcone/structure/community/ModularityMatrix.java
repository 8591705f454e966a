package io.github.lightcone.structure.community;

import io.github.lightcone.structure.graph.Graph;
import java.util.Arrays;

/**
 * The symmetric matrix M = B + B' of a modularity, where Q = sum of B over pairs of nodes of one community;
 * sparse part and null models apart:
 *
 * <pre>
 *     M_ij = S_ij - sum_t factor_t (out_ti in_tj + in_ti out_tj)        Q = 1/2 sum_c 1_c' M 1_c
 * </pre>
 *
 * There is a null model t per sign of the weights. The diagonal of S stands apart. What a node gains by joining
 * a community it is not in is the sum of its row over that community.
 */
final class ModularityMatrix {

    final int[] rowStart;
    final int[] neighbour;
    final double[] weight;
    final double[] diagonal;
    final double[] factor;
    final double[][] out;
    final double[][] in;

    /** The weight of S that counts as 1 where the randomness of a refinement is measured. */
    final double unit;

    ModularityMatrix(
            int[] rowStart,
            int[] neighbour,
            double[] weight,
            double[] diagonal,
            double[] factor,
            double[][] out,
            double[][] in,
            double unit) {
        this.rowStart = rowStart;
        this.neighbour = neighbour;
        this.weight = weight;
        this.diagonal = diagonal;
        this.factor = factor;
        this.out = out;
        this.in = in;
        this.unit = unit;
    }

    /** Makes the matrix of a graph whose signs have been checked. */
    static ModularityMatrix of(Graph graph, Modularity modularity) {
        int nodes = graph.nodeCount();
        int layers = modularity.negativeWeights() == NegativeWeights.REFUSED ? 1 : 2;
        double[][] out = new double[layers][nodes];
        double[][] in = new double[layers][nodes];
        double[] total = new double[layers];
        for (int n = 0; n < nodes; n++) {
            for (int slot = graph.rowStart(n); slot < graph.rowEnd(n); slot++) {
                double entry = entry(graph, n, slot);
                int layer = entry < 0 ? 1 : 0;
                out[layer][n] += Math.abs(entry);
                in[layer][graph.target(slot)] += Math.abs(entry);
                total[layer] += Math.abs(entry);
            }
        }
        double[] scale = scales(modularity.negativeWeights(), total);
        double[] factor = new double[layers];
        for (int layer = 0; layer < layers; layer++) {
            factor[layer] = total[layer] > 0 ? scale[layer] * modularity.resolution() / total[layer] : 0;
        }
        return symmetric(graph, scale, factor, out, in);
    }

    private static double entry(Graph graph, int node, int slot) {
        double weight = graph.weight(slot);
        return graph.target(slot) == node && !graph.isDirected() ? 2 * weight : weight;
    }

    private static double[] scales(NegativeWeights meaning, double[] total) {
        double all = total[0] + (total.length > 1 ? total[1] : 0);
        double ofPositive = meaning == NegativeWeights.GOMEZ ? all : total[0];
        double positive = ofPositive > 0 ? 1 / ofPositive : 0;
        return total.length == 1 ? new double[] {positive} : new double[] {positive, all > 0 ? -1 / all : 0};
    }

    private static ModularityMatrix symmetric(
            Graph graph, double[] scale, double[] factor, double[][] out, double[][] in) {
        Graph scaled = graph.withWeights(w -> w < 0 ? -scale[1] * w : scale[0] * w);
        Graph both = scaled.undirected();
        double doubling = graph.isDirected() ? 1 : 2;
        int nodes = graph.nodeCount();
        int loops = both.selfLoopCount();
        int[] rowStart = new int[nodes + 1];
        int[] neighbour = new int[both.slotCount() - loops];
        double[] weight = new double[both.slotCount() - loops];
        double[] diagonal = new double[nodes];
        int count = 0;
        double sum = 0;
        for (int n = 0; n < nodes; n++) {
            for (int slot = both.rowStart(n); slot < both.rowEnd(n); slot++) {
                if (both.target(slot) == n) {
                    diagonal[n] = 2 * doubling * both.weight(slot);
                } else {
                    neighbour[count] = both.target(slot);
                    weight[count] = doubling * both.weight(slot);
                    sum += Math.abs(weight[count++]);
                }
            }
            rowStart[n + 1] = count;
        }
        double unit = sum > 0 ? sum / count : 1;
        return new ModularityMatrix(rowStart, neighbour, weight, diagonal, factor, out, in, unit);
    }

    int nodeCount() {
        return rowStart.length - 1;
    }

    /**
     * Returns what the null models put between a node and a set whose strengths are given, one per null model.
     */
    double chance(int node, double[][] setOut, double[][] setIn, int set) {
        double sum = 0;
        for (int t = 0; t < factor.length; t++) {
            sum += factor[t] * (out[t][node] * setIn[t][set] + in[t][node] * setOut[t][set]);
        }
        return sum;
    }

    /** Writes M x into y. */
    void multiply(double[] x, double[] y) {
        for (int n = 0; n < nodeCount(); n++) {
            double sum = diagonal[n] * x[n];
            for (int slot = rowStart[n]; slot < rowStart[n + 1]; slot++) {
                sum += weight[slot] * x[neighbour[slot]];
            }
            y[n] = sum;
        }
        for (int t = 0; t < factor.length; t++) {
            double ofOut = factor[t] * dot(out[t], x);
            double ofIn = factor[t] * dot(in[t], x);
            for (int n = 0; n < y.length; n++) {
                y[n] -= out[t][n] * ofIn + in[t][n] * ofOut;
            }
        }
    }

    static double dot(double[] x, double[] y) {
        double sum = 0;
        for (int n = 0; n < x.length; n++) {
            sum += x[n] * y[n];
        }
        return sum;
    }

    /**
     * Returns the matrix whose nodes are the communities of this one's. Its diagonal is left 0: no move changes
     * it.
     *
     * @param label community of each node, 0 to {@code count - 1}, none empty
     */
    ModularityMatrix aggregate(int[] label, int count) {
        int nodes = nodeCount();
        int[] start = new int[count + 1];
        for (int n = 0; n < nodes; n++) {
            start[label[n] + 1]++;
        }
        for (int c = 0; c < count; c++) {
            start[c + 1] += start[c];
        }
        int[] place = start.clone();
        int[] member = new int[nodes];
        for (int n = 0; n < nodes; n++) {
            member[place[label[n]]++] = n;
        }
        int[] newStart = new int[count + 1];
        int[] newNeighbour = new int[neighbour.length];
        double[] newWeight = new double[neighbour.length];
        double[] sum = new double[count];
        int[] seenBy = new int[count];
        int slots = 0;
        for (int c = 0; c < count; c++) {
            int first = slots;
            for (int k = start[c]; k < start[c + 1]; k++) {
                int n = member[k];
                for (int slot = rowStart[n]; slot < rowStart[n + 1]; slot++) {
                    int other = label[neighbour[slot]];
                    if (other == c) {
                        continue;
                    }
                    if (seenBy[other] != c + 1) {
                        seenBy[other] = c + 1;
                        sum[other] = 0;
                        newNeighbour[slots++] = other;
                    }
                    sum[other] += weight[slot];
                }
            }
            for (int slot = first; slot < slots; slot++) {
                newWeight[slot] = sum[newNeighbour[slot]];
            }
            newStart[c + 1] = slots;
        }
        return new ModularityMatrix(
                newStart,
                Arrays.copyOf(newNeighbour, slots),
                Arrays.copyOf(newWeight, slots),
                new double[count],
                factor,
                sums(out, label, count),
                sums(in, label, count),
                unit);
    }

    /** Returns the sums of values over communities, per null model. */
    static double[][] sums(double[][] values, int[] label, int count) {
        double[][] sum = new double[values.length][count];
        for (int t = 0; t < values.length; t++) {
            for (int n = 0; n < label.length; n++) {
                sum[t][label[n]] += values[t][n];
            }
        }
        return sum;
    }
}
