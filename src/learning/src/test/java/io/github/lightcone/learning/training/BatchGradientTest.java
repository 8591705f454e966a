package io.github.lightcone.learning.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.lightcone.adjoint.Gradients;
import io.github.lightcone.data.EventDataset;
import io.github.lightcone.learning.loss.Loss;
import io.github.lightcone.learning.parameter.ParameterGroup;
import io.github.lightcone.network.Network;
import io.github.lightcone.simulation.CompiledNetwork;
import org.junit.jupiter.api.Test;

/** Gradients over several examples. */
class BatchGradientTest {

    private final Network network = SmallTask.network(2.5, 1);
    private final Loss loss = SmallTask.loss(network);
    private final CompiledNetwork compiled = CompiledNetwork.of(network);
    private final EventDataset data = SmallTask.data(23, 4);

    private Worker worker() {
        return new Worker(
                compiled,
                Objective.of(loss),
                SmallTask.END,
                true,
                new OutputLift(network, new IncomingSynapses(network), 1),
                Double.NaN);
    }

    private Gradients gradient(Worker worker, int... examples) {
        Gradients sum = new Gradients(network);
        Outcomes outcomes = new Outcomes(data.size());
        for (int example : examples) {
            worker.train(data.input(example), data.label(example), outcomes, example, sum);
        }
        return sum;
    }

    /** Each sum of 23 terms is right to 23 roundings of its largest partial sum. */
    @Test
    void gradientOfABatchIsTheSumOfThoseOfItsExamples() {
        Gradients[] blocks = new Gradients[data.size()];
        int[] all = new int[data.size()];
        for (int example = 0; example < data.size(); example++) {
            all[example] = example;
            blocks[example] = gradient(worker(), example);
        }
        Gradients inOrder = gradient(worker(), all);
        Gradients asTree = PairwiseSum.sum(blocks, blocks.length);
        inOrder.toPositions(network, network.parameters());
        asTree.toPositions(network, network.parameters());
        for (ParameterGroup group : ParameterGroup.values()) {
            double[] expected = group.of(inOrder);
            double scale = 0;
            for (double value : expected) {
                scale = Math.max(scale, Math.abs(value));
            }
            assertThat(scale).as("%s has a gradient", group.label()).isPositive();
            assertThat(group.of(asTree)).as(group.label()).containsExactly(expected, within(1e-12 * scale));
        }
    }

    /** An example leaves nothing behind in a worker's simulator and adjoint. */
    @Test
    void noStateLeaksBetweenExamples() {
        Worker used = worker();
        gradient(used, 0, 1, 2, 3);
        Gradients after = gradient(used, 7);
        Gradients fresh = gradient(worker(), 7);
        for (ParameterGroup group : ParameterGroup.values()) {
            assertThat(group.of(after)).as(group.label()).isEqualTo(group.of(fresh));
        }
    }

    @Test
    void aSumOfOneIsThatOne() {
        Gradients one = gradient(worker(), 0);
        assertThat(PairwiseSum.sum(new Gradients[] {one}, 1)).isSameAs(one);
    }
}
