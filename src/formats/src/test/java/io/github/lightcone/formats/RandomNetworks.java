package io.github.lightcone.formats;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lightcone.network.Network;
import io.github.lightcone.network.NetworkBuilder;
import io.github.lightcone.network.NeuronParameter;
import io.github.lightcone.network.Parameters;
import io.github.lightcone.neuron.LeakyIntegrator;
import io.github.lightcone.neuron.Lif;
import io.github.lightcone.neuron.NeuronKind;
import io.github.lightcone.neuron.NeuronModel;
import io.github.lightcone.neuron.SpikeSource;
import io.github.lightcone.space.Positions;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleSupplier;

/** Random networks that use everything a description can say, with numbers from the whole range of doubles. */
final class RandomNetworks {

    private static final String[] NAMES = {
        "input", "hidden layer", " edge ", "a,b", "say \"so\"", "zwölf", "\uD83E\uDDE0", "two\nlines", "1", "tab\t"
    };

    private static final List<NeuronKind> KINDS = List.of(NeuronKind.values());

    private final Random random;
    private final List<String> names = new ArrayList<>();
    private final List<NeuronKind> kinds = new ArrayList<>();
    private final List<Integer> sizes = new ArrayList<>();

    private RandomNetworks(long seed) {
        random = new Random(seed);
    }

    static Network network(long seed) {
        return new RandomNetworks(seed).network();
    }

    static NeuronIds ids(long seed, int count) {
        long[] ids = new Random(seed)
                .longs(0, Long.MAX_VALUE)
                .distinct()
                .limit(count)
                .toArray();
        return NeuronIds.of(ids);
    }

    private Network network() {
        int dimensions = 1 + random.nextInt(6);
        NetworkBuilder builder = Network.inDimensions(dimensions).conductionSpeed(positive());
        int populations = 1 + random.nextInt(5);
        int offset = random.nextInt(NAMES.length);
        for (int p = 0; p < populations; p++) {
            addPopulation(builder, NAMES[(offset + p) % NAMES.length], dimensions);
        }
        int projections = random.nextInt(8);
        for (int p = 0; p < projections; p++) {
            addProjection(builder);
        }
        return builder.build();
    }

    private void addPopulation(NetworkBuilder builder, String name, int dimensions) {
        NeuronKind kind = KINDS.get(random.nextInt(KINDS.size()));
        int size = 1 + random.nextInt(6);
        double[] coordinates =
                random.doubles((long) size * dimensions).map(u -> any()).toArray();
        builder.population(name, model(kind), Positions.of(dimensions, coordinates));
        names.add(name);
        kinds.add(kind);
        sizes.add(size);
        for (NeuronParameter parameter : NeuronParameter.values()) {
            if (parameter.appliesTo(kind) && random.nextInt(3) == 0) {
                builder.override(name, parameter, values(size, () -> inRange(parameter)));
            }
        }
    }

    private NeuronModel model(NeuronKind kind) {
        return switch (kind) {
            case SPIKE_SOURCE -> new SpikeSource();
            case LEAKY_INTEGRATOR -> new LeakyIntegrator(positive(), positive(), any(), any());
            case LIF ->
                new Lif(
                        positive(),
                        positive(),
                        inRange(NeuronParameter.V_THRESHOLD),
                        inRange(NeuronParameter.V_RESET),
                        any(),
                        inRange(NeuronParameter.REFRACTORY),
                        inRange(NeuronParameter.V_INITIAL));
        };
    }

    /** Thresholds are positive, resets and initial voltages are not, so that every combination is allowed. */
    private double inRange(NeuronParameter parameter) {
        return switch (parameter) {
            case TAU_MEM, TAU_SYN, V_THRESHOLD -> positive();
            case REFRACTORY -> random.nextInt(4) == 0 ? -0.0 : positive();
            case V_RESET, V_INITIAL -> -positive();
            case BIAS -> any();
        };
    }

    private void addProjection(NetworkBuilder builder) {
        int from = random.nextInt(names.size());
        int to = random.nextInt(names.size());
        if (kinds.get(from) == NeuronKind.LEAKY_INTEGRATOR || !kinds.get(to).hasState()) {
            return;
        }
        int size = random.nextInt(7);
        boolean spatial = random.nextBoolean();
        double[] delays = values(size, () -> random.nextInt(3) == 0 ? -0.0 : positive());
        builder.synapses(
                names.get(from),
                names.get(to),
                spatial,
                random.ints(size, 0, sizes.get(from)).toArray(),
                random.ints(size, 0, sizes.get(to)).toArray(),
                values(size, this::any),
                spatial && random.nextBoolean() ? null : delays);
    }

    private static double[] values(int size, DoubleSupplier source) {
        double[] values = new double[size];
        for (int i = 0; i < size; i++) {
            values[i] = source.getAsDouble();
        }
        return values;
    }

    private double any() {
        return switch (random.nextInt(8)) {
            case 0 -> random.nextInt(20) - 10;
            case 1 -> -0.0;
            case 2 -> Double.MIN_VALUE;
            case 3 -> -Double.MAX_VALUE;
            case 4 -> anyBits();
            default -> random.nextGaussian();
        };
    }

    private double positive() {
        double value = Math.abs(any());
        return value == 0 ? 1 : value;
    }

    private double anyBits() {
        double value = Double.longBitsToDouble(random.nextLong());
        return Double.isFinite(value) ? value : 0.1;
    }

    /** Asserts that two networks are the same in everything, numbers bit for bit. */
    static void assertSame(Network actual, Network expected) {
        assertThat(actual.dimensions()).isEqualTo(expected.dimensions());
        assertThat(actual.populations()).isEqualTo(expected.populations());
        assertThat(actual.projections()).isEqualTo(expected.projections());
        for (int s = 0; s < expected.synapseCount(); s++) {
            assertThat(actual.source(s)).isEqualTo(expected.source(s));
            assertThat(actual.target(s)).isEqualTo(expected.target(s));
        }
        Parameters a = actual.parameters();
        Parameters e = expected.parameters();
        assertBits("conductionSpeed", new double[] {a.conductionSpeed()}, new double[] {e.conductionSpeed()});
        assertBits("weight", a.weight(), e.weight());
        assertBits("delay", a.delay(), e.delay());
        assertBits("position", a.position(), e.position());
        for (NeuronParameter parameter : NeuronParameter.values()) {
            assertBits(parameter.label(), parameter.of(a), parameter.of(e));
        }
    }

    private static void assertBits(String name, double[] actual, double[] expected) {
        assertThat(bits(actual)).as(name).isEqualTo(bits(expected));
    }

    private static long[] bits(double[] values) {
        long[] bits = new long[values.length];
        for (int i = 0; i < values.length; i++) {
            bits[i] = Double.doubleToRawLongBits(values[i]);
        }
        return bits;
    }
}
