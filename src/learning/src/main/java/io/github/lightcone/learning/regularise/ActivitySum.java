package io.github.lightcone.learning.regularise;

import io.github.lightcone.adjoint.LossSeeds;
import io.github.lightcone.simulation.Readout;
import io.github.lightcone.simulation.Tape;
import java.util.List;

/** Several activity regularisers as one. */
final class ActivitySum implements ActivityRegulariser {

    private final List<ActivityRegulariser> terms;
    private final List<Readout> readouts;

    ActivitySum(List<ActivityRegulariser> terms) {
        this.terms = List.copyOf(terms);
        readouts = this.terms.stream().flatMap(term -> term.readouts().stream()).toList();
    }

    @Override
    public List<Readout> readouts() {
        return readouts;
    }

    @Override
    public double value(Tape tape, int label, int offset) {
        double sum = 0;
        int at = offset;
        for (int k = 0; k < terms.size(); k++) {
            ActivityRegulariser term = terms.get(k);
            sum += term.value(tape, label, at);
            at += term.readouts().size();
        }
        return sum;
    }

    @Override
    public int seed(Tape tape, int label, int offset, LossSeeds seeds) {
        int sum = 0;
        int at = offset;
        for (int k = 0; k < terms.size(); k++) {
            ActivityRegulariser term = terms.get(k);
            sum += term.seed(tape, label, at, seeds);
            at += term.readouts().size();
        }
        return sum;
    }
}
