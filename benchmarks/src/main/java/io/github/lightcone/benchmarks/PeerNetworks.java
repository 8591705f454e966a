package io.github.lightcone.benchmarks;

import io.github.lightcone.benchmarks.TrainedNetwork.InputDelays;
import io.github.lightcone.network.Network;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.stream.Collectors;

/**
 * The networks whose speed is measured: N1 to N3 and XL are recurrent and driven by constant currents, the others have
 * the size of a network that is trained.
 */
enum PeerNetworks {
    /** 10,000 neurons, 1,000 synapses each, 7 to 9 Hz. */
    N1(seed -> new RandomNetwork(10_000, 1_000, 0.96, 17.6, 27.2).network(seed)),
    /** 1,000 neurons, 100 synapses each, about 7 Hz. */
    N2(seed -> new RandomNetwork(1_000, 100, 3.04, 15.2, 20.8).network(seed)),
    /** 100,000 neurons, 100 synapses each, about 1 Hz. */
    N3(seed -> new RandomNetwork(100_000, 100, 1.6, 8, 20.48).network(seed)),
    /** {@link TrainedNetwork}, all delays from positions, hidden neurons at about 10 Hz. */
    T10(seed -> TrainedNetwork.of(0.0285, InputDelays.SPATIAL, seed)),
    /** The same at about 50 Hz. */
    T50(seed -> TrainedNetwork.of(0.046, InputDelays.SPATIAL, seed)),
    /** T10 with one delay per input. */
    T10_AXONAL(seed -> TrainedNetwork.of(0.0285, InputDelays.AXONAL, seed)),
    /** T10 without delays from the inputs. */
    T10_UNDELAYED(seed -> TrainedNetwork.of(0.0285, InputDelays.NONE, seed)),
    /** {@link GeneratedNetwork}, 100,000 neurons unless told otherwise. */
    XL;

    // A lambda without state.
    @SuppressWarnings("ImmutableEnumChecker")
    private final LongFunction<Network> description;

    PeerNetworks() {
        description = null;
    }

    PeerNetworks(LongFunction<Network> description) {
        this.description = description;
    }

    /** Returns whether it is generated into compact synapses, at any size, and never described. */
    boolean isGenerated() {
        return description == null;
    }

    /** Describes the network, unless it is generated. */
    Optional<Network> network(long seed) {
        return Optional.ofNullable(description).map(of -> of.apply(seed));
    }

    /** Returns whether it has outputs, so that a run is an example and a run forward and backward a training step. */
    boolean isTrained() {
        return name().startsWith("T");
    }

    /** Returns whether it is one of those that are compared with T10. */
    boolean isVariant() {
        return name().startsWith("T10_");
    }

    /** Returns what it is called on the command line. */
    String label() {
        return name().replace('_', '-');
    }

    /** Returns the network of a label in any case. */
    static PeerNetworks named(String label) {
        return Arrays.stream(values())
                .filter(network -> network.label().equalsIgnoreCase(label))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException("there is no network '" + label + "'; choose from " + labels()));
    }

    static String labels() {
        return Arrays.stream(values()).map(PeerNetworks::label).collect(Collectors.joining(", "));
    }
}
