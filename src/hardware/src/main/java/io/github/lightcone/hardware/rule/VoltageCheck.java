package io.github.lightcone.hardware.rule;

import io.github.lightcone.hardware.chip.ChipProfile;
import io.github.lightcone.hardware.chip.Figure;
import io.github.lightcone.network.Network;
import io.github.lightcone.network.NeuronParameter;
import io.github.lightcone.network.Parameters;
import io.github.lightcone.neuron.NeuronKind;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * Whether voltages of a neuron are whole multiples, in range, of a scale of weights that arrive there. A neuron where
 * nothing arrives has no such scale and is not judged.
 */
final class VoltageCheck {

    /** Takes what is wrong. */
    interface Taker {

        /**
         * Takes a voltage that does not fit.
         *
         * @param limit what it must be
         */
        void take(int neuron, NeuronParameter voltage, double value, String limit);
    }

    private static final List<NeuronParameter> VOLTAGES = List.of(
            NeuronParameter.V_THRESHOLD, NeuronParameter.V_RESET, NeuronParameter.BIAS, NeuronParameter.V_INITIAL);

    private final Network network;
    private final Parameters parameters;
    private final double mostWeight;
    private final double mostVoltage;
    private final boolean[] fits;
    private final double[] unit;

    private VoltageCheck(Network network, ChipProfile profile) {
        this.network = network;
        parameters = network.parameters();
        mostWeight = profile.greatestWeight();
        mostVoltage = profile.greatestThreshold();
        fits = new boolean[network.neuronCount()];
        unit = new double[network.neuronCount()];
        Arrays.fill(unit, Double.NaN);
    }

    /** Checks all neurons, in order; the profile must know the bits of weights and thresholds. */
    static void check(Network network, ChipProfile profile, Taker taker) {
        VoltageCheck check = new VoltageCheck(network, profile);
        Arrivals.forEach(network, check::look);
        for (int n = 0; n < network.neuronCount(); n++) {
            if (!check.fits[n] && !Double.isNaN(check.unit[n])) {
                check.tell(n, taker);
            }
        }
    }

    private List<NeuronParameter> voltages(int neuron) {
        NeuronKind kind = network.populationOf(neuron).kind();
        return VOLTAGES.stream().filter(voltage -> voltage.appliesTo(kind)).toList();
    }

    /** Looks for a scale of weights and voltages together, and keeps the smallest scale of weights alone. */
    private void look(int neuron, int... synapses) {
        double[] weights = Arrivals.of(parameters.weight(), synapses);
        double[] voltages = voltages(neuron).stream()
                .mapToDouble(voltage -> voltage.of(parameters)[neuron])
                .toArray();
        double ofWeights = Grid.largest(weights) / mostWeight;
        double ofVoltages = Grid.largest(voltages) / mostVoltage;
        double[] both = DoubleStream.concat(Arrays.stream(weights), Arrays.stream(voltages))
                .toArray();
        fits[neuron] |= !Double.isNaN(Grid.scale(both, Math.max(ofWeights, ofVoltages)));
        double scale = Grid.scale(weights, ofWeights);
        if (ofWeights == 0) {
            scale = ofVoltages;
        } else if (Double.isNaN(scale)) {
            scale = ofWeights;
        }
        unit[neuron] = Double.isNaN(unit[neuron]) ? scale : Math.min(unit[neuron], scale);
    }

    private void tell(int neuron, Taker taker) {
        for (NeuronParameter voltage : voltages(neuron)) {
            double value = voltage.of(parameters)[neuron];
            double quotient = value / unit[neuron];
            if (!Grid.fits(value, unit[neuron]) || Math.abs(quotient) > mostVoltage * (1 + Grid.TOLERANCE)) {
                taker.take(
                        neuron,
                        voltage,
                        value,
                        "a whole multiple, up to " + Figure.text(mostVoltage)
                                + ", of a scale of its weights; of " + Figure.text(unit[neuron]) + " it is "
                                + Figure.text(quotient));
            }
        }
    }
}
