package io.github.lightcone.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.lightcone.event.SpikeTrains;
import io.github.lightcone.network.Network;
import io.github.lightcone.network.NeuronParameter;
import io.github.lightcone.network.Population;
import io.github.lightcone.neuron.Lif;
import io.github.lightcone.neuron.SpikeSource;
import io.github.lightcone.simulation.CompiledNetwork;
import io.github.lightcone.simulation.Simulator;
import io.github.lightcone.simulation.Tape;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Spike times of recurrent networks against an event-driven solution with 60 significant digits. */
class ReferenceSpikesTest {

    @ParameterizedTest
    @ValueSource(strings = {"A_grid_delays", "B_spatial_delays"})
    void sameSpikesInTheSameOrder(String name) {
        String folder = "reference/spikes/" + name + "/";
        Map<String, Double> params = Resources.csv(folder + "params.csv").stream()
                .collect(Collectors.toMap(row -> row.get("name"), row -> Double.valueOf(row.get("value"))));
        List<Map<String, String>> neurons = Resources.csv(folder + "neurons.csv");
        // dV/dt = -V/tau_m + (I + I_e)/C in mV, pA, pF; here currents are in units of voltage, I tau_m / C.
        double toVoltage = params.get("tau_m") / params.get("C");
        Network network = network(params, neurons, Resources.csv(folder + "synapses.csv"), toVoltage);
        Population input = network.population("in");
        Population cells = network.population("n");
        SpikeTrains.Builder trains = SpikeTrains.builder();
        for (Map<String, String> row : Resources.csv(folder + "input_spikes.csv")) {
            trains.add(
                    input.firstNeuron() + Integer.parseInt(row.get("input")), Double.parseDouble(row.get("time_ms")));
        }

        Tape tape = new Simulator(CompiledNetwork.of(network)).run(trains.build(), params.get("T"));

        SpikeTrains spikes = tape.trains(cells.firstNeuron(), cells.endNeuron());
        List<Map<String, String>> expected = Resources.csv(folder + "spikes.csv");
        assertThat(spikes.size()).isEqualTo(expected.size());
        for (int k = 0; k < spikes.size(); k++) {
            Map<String, String> row = expected.get(k);
            assertThat(spikes.neuron(k) - cells.firstNeuron())
                    .as("spike %d", k)
                    .isEqualTo(Integer.parseInt(row.get("neuron")));
            // Rounding is amplified along a run; a plain float64 solver was seen to differ by 1.2e-12 ms.
            assertThat(spikes.time(k))
                    .as("spike %d", k)
                    .isCloseTo(Double.parseDouble(row.get("time_ms")), within(1e-11));
        }
    }

    private static Network network(
            Map<String, Double> params,
            List<Map<String, String>> neurons,
            List<Map<String, String>> synapses,
            double toVoltage) {
        int n = params.get("n").intValue();
        Lif model = Lif.of(params.get("tau_m"), params.get("tau_s"))
                .withThreshold(params.get("Vth"))
                .withReset(params.get("Vr"))
                .withRefractory(params.get("tref"));
        var builder = Network.inDimensions(3)
                .population("in", new SpikeSource(), params.get("nin").intValue())
                .population("n", model, n)
                .override("n", NeuronParameter.BIAS, column(neurons, "I_e_pA", toVoltage))
                .override("n", NeuronParameter.V_INITIAL, column(neurons, "V0_mV", 1));
        for (String kind : List.of("in", "n")) {
            List<Map<String, String>> rows = synapses.stream()
                    .filter(row -> row.get("source_kind").equals(kind))
                    .toList();
            builder.synapses(
                    kind,
                    "n",
                    false,
                    rows.stream()
                            .mapToInt(row -> Integer.parseInt(row.get("pre")))
                            .toArray(),
                    rows.stream()
                            .mapToInt(row -> Integer.parseInt(row.get("post")))
                            .toArray(),
                    column(rows, "weight_pA", toVoltage),
                    column(rows, "delay_ms", 1));
        }
        return builder.build();
    }

    private static double[] column(List<Map<String, String>> rows, String name, double factor) {
        return rows.stream()
                .mapToDouble(row -> factor * Double.parseDouble(row.get(name)))
                .toArray();
    }
}
