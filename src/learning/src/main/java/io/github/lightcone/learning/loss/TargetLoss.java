package io.github.lightcone.learning.loss;

import io.github.lightcone.network.Population;
import io.github.lightcone.simulation.Readout;
import io.github.lightcone.simulation.Tape;
import java.util.List;

/** What losses against target trains share: the label whose trains are nearest is the prediction. */
abstract class TargetLoss implements Loss {

    final Population outputs;
    final TargetTrains targets;

    TargetLoss(String name, Population outputs, TargetTrains targets) {
        SpikingOutputs.check(name, outputs);
        if (targets.outputs() != outputs.size()) {
            throw new IllegalArgumentException("targets are for " + targets.outputs() + " outputs, population '"
                    + outputs.name() + "' has " + outputs.size());
        }
        this.outputs = outputs;
        this.targets = targets;
    }

    /** Returns how far the trains of a run are from those of a label. */
    abstract double distance(Tape tape, int label);

    @Override
    public Population outputs() {
        return outputs;
    }

    /** Returns the targets. */
    public TargetTrains targets() {
        return targets;
    }

    @Override
    public List<Readout> readouts() {
        return List.of();
    }

    /** Returns the label whose trains are nearest, the lower one of equals; none if no output spiked. */
    @Override
    public int prediction(Tape tape) {
        if (!isAnySpike(tape)) {
            return NO_CLASS;
        }
        int nearest = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int label = 0; label < targets.labels(); label++) {
            double distance = distance(tape, label);
            if (distance < least) {
                least = distance;
                nearest = label;
            }
        }
        return nearest;
    }

    private boolean isAnySpike(Tape tape) {
        for (int n = outputs.firstNeuron(); n < outputs.endNeuron(); n++) {
            if (tape.spikeCountOf(n) > 0) {
                return true;
            }
        }
        return false;
    }

    @Override
    public double value(Tape tape, int label, double[] workspace) {
        return distance(tape, label);
    }
}
