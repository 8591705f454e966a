package io.github.lightcone.structure.analysis;

import io.github.lightcone.structure.function.Responses;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/**
 * Figures of single neurons.
 *
 * @param source which examples they come from, in words
 * @param classNames names of the classes
 * @param nodes numbers of the neurons in the graph
 * @param columns a number per neuron, by name; NaN, and -1 for a class or cluster, where there is none
 */
public record NeuronTable(
        String source, List<String> classNames, List<Integer> nodes, Map<String, List<? extends Number>> columns) {

    /** Copies the lists, keeping the order of columns. */
    public NeuronTable {
        classNames = List.copyOf(classNames);
        nodes = List.copyOf(nodes);
        columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
    }

    /** Collects columns. */
    static final class Builder {

        private final Responses responses;
        private final Map<String, List<? extends Number>> columns = new LinkedHashMap<>();

        Builder(Responses responses) {
            this.responses = responses;
        }

        void numbers(String name, IntToDoubleFunction ofNeuron) {
            columns.put(
                    name,
                    IntStream.range(0, responses.neurons())
                            .mapToObj(ofNeuron::applyAsDouble)
                            .toList());
        }

        void wholes(String name, IntUnaryOperator ofNeuron) {
            columns.put(
                    name,
                    IntStream.range(0, responses.neurons())
                            .mapToObj(ofNeuron::applyAsInt)
                            .toList());
        }

        NeuronTable build() {
            return new NeuronTable(
                    responses.source(),
                    responses.classNames(),
                    IntStream.of(responses.nodes()).boxed().toList(),
                    columns);
        }
    }
}
