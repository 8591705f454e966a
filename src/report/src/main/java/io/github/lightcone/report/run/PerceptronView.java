package io.github.lightcone.report.run;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Where the neurons of a perceptron are, and their activations for one image of each of some classes.
 *
 * @param name of the run
 * @param classes names of the classes that the images are of
 * @param layers inputs, hidden neurons, outputs
 */
public record PerceptronView(String name, List<String> classes, List<Layer> layers) {

    /**
     * A layer.
     *
     * @param name what it is called
     * @param labels a name for each neuron, or none at all
     * @param positions coordinates of each neuron, mm, one or more
     * @param activations for each image that of each neuron, at least 0
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Layer(String name, List<String> labels, double[][] positions, double[][] activations) {

        /** Copies the list. */
        public Layer {
            labels = List.copyOf(labels);
        }

        /** Returns the number of neurons. */
        public int size() {
            return positions.length;
        }

        /** Returns the number of neurons that are not 0 in an image. */
        public long active(int image) {
            return IntStream.range(0, size())
                    .filter(n -> activations[image][n] > 0)
                    .count();
        }

        /** Returns the neuron that is most active in an image. */
        public int strongest(int image) {
            int best = 0;
            for (int n = 1; n < size(); n++) {
                best = activations[image][n] > activations[image][best] ? n : best;
            }
            return best;
        }
    }

    /** Copies the lists. */
    public PerceptronView {
        classes = List.copyOf(classes);
        layers = List.copyOf(layers);
    }
}
