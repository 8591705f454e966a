package io.github.lightcone.formats.nir;

import com.carrotsearch.hppc.DoubleArrayList;
import com.carrotsearch.hppc.IntArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What runs along the edges between neurons: for each wire the weighted, delayed spikes of neurons, and a constant. A
 * Linear, Scale or Delay node makes another such sum of it, so that paths of any length end in plain synapses.
 */
final class Signals {

    /** The most weighted spike trains on all wires of a graph together. */
    static final int MOST = 1 << 24;

    /** What is left of them. */
    static final class Room {
        private int left;

        Room(int most) {
            left = most;
        }

        private void take() {
            if (left-- == 0) {
                throw new IllegalArgumentException("is where paths come to more than " + MOST
                        + " synapses, which is the most that a graph may make");
            }
        }
    }

    private final Room room;
    private final IntArrayList node = new IntArrayList();
    private final IntArrayList from = new IntArrayList();
    private final IntArrayList wire = new IntArrayList();
    private final DoubleArrayList weight = new DoubleArrayList();
    private final DoubleArrayList delay = new DoubleArrayList();
    private final double[] constant;
    private boolean isDelayedConstant;

    private Signals(int wires, Room room) {
        this.room = room;
        constant = new double[wires];
    }

    /** Returns the spikes of the neurons of a node, a wire each. */
    static Signals of(int node, int neurons, Room room) {
        Signals signals = new Signals(neurons, room);
        for (int i = 0; i < neurons; i++) {
            signals.add(node, i, i, 1, 0);
        }
        return signals;
    }

    private void add(int ofNode, int fromNeuron, int onWire, double withWeight, double withDelay) {
        room.take();
        node.add(ofNode);
        from.add(fromNeuron);
        wire.add(onWire);
        weight.add(withWeight);
        delay.add(withDelay);
    }

    /** Returns what these carry together, each on as many wires. */
    static Signals sum(List<Signals> all, int wires, Room room) {
        if (all.size() == 1) {
            return all.get(0);
        }
        Signals sum = new Signals(wires, room);
        all.forEach(sum::addAll);
        return sum;
    }

    private void addAll(Signals other) {
        for (int e = 0; e < other.size(); e++) {
            add(other.node(e), other.from(e), other.wire(e), other.weight(e), other.delay(e));
        }
        for (int i = 0; i < constant.length; i++) {
            constant[i] += other.constant[i];
        }
        isDelayedConstant |= other.isDelayedConstant;
    }

    /** Returns what comes out of a node that these go into; the delays of the node are in ms. */
    Signals through(NirLayer layer, double[] delays) {
        return switch (layer.type()) {
            case LINEAR -> times(layer.parameter("weight"), null);
            case AFFINE -> times(layer.parameter("weight"), layer.parameter("bias"));
            case SCALE -> scaled(layer.parameter("scale"));
            case DELAY -> delayed(delays);
            default -> this;
        };
    }

    private Signals times(NirArray matrix, NirArray bias) {
        int rows = matrix.shape()[0];
        int columns = matrix.shape()[1];
        IntArrayList[] targets = new IntArrayList[columns];
        Signals out = new Signals(rows, room);
        for (int j = 0; j < columns; j++) {
            targets[j] = new IntArrayList();
        }
        for (int i = 0; i < rows; i++) {
            out.constant[i] = bias == null ? 0 : bias.get(i);
            for (int j = 0; j < columns; j++) {
                double w = matrix.get(i * columns + j);
                out.constant[i] += w == 0 ? 0 : w * constant[j];
                if (w != 0) {
                    targets[j].add(i);
                }
            }
        }
        for (int e = 0; e < size(); e++) {
            for (int k = 0; k < targets[wire(e)].size(); k++) {
                int i = targets[wire(e)].get(k);
                out.add(node(e), from(e), i, matrix.get(i * columns + wire(e)) * weight(e), delay(e));
            }
        }
        out.isDelayedConstant = isDelayedConstant;
        return hasOneWireEach() ? out : out.merged();
    }

    /** Returns whether no neuron is on two wires with the same delay: then a matrix makes no two paths of one. */
    private boolean hasOneWireEach() {
        int[] order = order(false);
        for (int i = 1; i < order.length; i++) {
            int a = order[i - 1];
            int b = order[i];
            if (node(a) == node(b) && from(a) == from(b) && delay(a) == delay(b)) {
                return false;
            }
        }
        return true;
    }

    /** Returns these with the weights of paths that share ends and delay added up. */
    private Signals merged() {
        Signals out = new Signals(constant.length, room);
        System.arraycopy(constant, 0, out.constant, 0, constant.length);
        out.isDelayedConstant = isDelayedConstant;
        int previous = -1;
        for (int e : order(true)) {
            boolean isSame = previous >= 0
                    && node(previous) == node(e)
                    && from(previous) == from(e)
                    && wire(previous) == wire(e)
                    && delay(previous) == delay(e);
            if (isSame) {
                int last = out.size() - 1;
                out.weight.set(last, out.weight(last) + weight(e));
            } else {
                out.add(node(e), from(e), wire(e), weight(e), delay(e));
            }
            previous = e;
        }
        return out;
    }

    private Signals scaled(NirArray scale) {
        Signals out = new Signals(constant.length, room);
        for (int e = 0; e < size(); e++) {
            double s = scale.get(wire(e));
            if (s != 0) {
                out.add(node(e), from(e), wire(e), s * weight(e), delay(e));
            }
        }
        for (int i = 0; i < constant.length; i++) {
            out.constant[i] = scale.get(i) * constant[i];
        }
        out.isDelayedConstant = isDelayedConstant;
        return out;
    }

    private Signals delayed(double[] delays) {
        Signals out = new Signals(constant.length, room);
        for (int e = 0; e < size(); e++) {
            out.add(node(e), from(e), wire(e), weight(e), delay(e) + delays[wire(e)]);
        }
        for (int i = 0; i < constant.length; i++) {
            out.constant[i] = constant[i];
            out.isDelayedConstant |= constant[i] != 0 && delays[i] > 0;
        }
        out.isDelayedConstant |= isDelayedConstant;
        return out;
    }

    /** Returns the entries by node, neuron and, if asked for, wire, then by delay. */
    int[] order(boolean byWire) {
        Comparator<Integer> order = Comparator.<Integer>comparingInt(this::node).thenComparingInt(this::from);
        if (byWire) {
            order = order.thenComparingInt(this::wire);
        }
        return IntStream.range(0, size())
                .boxed()
                .sorted(order.thenComparingDouble(this::delay))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** Returns the number of weighted spike trains on all wires. */
    int size() {
        return node.size();
    }

    /** Returns the node whose spikes these are. */
    int node(int entry) {
        return node.get(entry);
    }

    /** Returns the neuron within the node. */
    int from(int entry) {
        return from.get(entry);
    }

    /** Returns the wire they are on. */
    int wire(int entry) {
        return wire.get(entry);
    }

    double weight(int entry) {
        return weight.get(entry);
    }

    /** Returns how much later they come, ms. */
    double delay(int entry) {
        return delay.get(entry);
    }

    /** Returns what is on a wire all the time. */
    double constant(int onWire) {
        return constant[onWire];
    }

    /** Returns whether anything is on a wire all the time. */
    boolean hasConstant() {
        for (double value : constant) {
            if (value != 0) {
                return true;
            }
        }
        return false;
    }

    /** Returns whether a constant begins only after a delay. */
    boolean isDelayedConstant() {
        return isDelayedConstant;
    }
}
