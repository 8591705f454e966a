package io.github.lightcone.formats.nir;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A node that is no graph: neurons, weights, delays, an input or an output.
 *
 * @param type what it is
 * @param parameters all that the type has; those it may leave out are filled in
 * @param metadata what it says of itself
 */
public record NirLayer(NirType type, Map<String, NirArray> parameters, NirMetadata metadata) implements NirNode {

    /** The most elements a layer may have: an input says its size without having to bring as many numbers. */
    static final int MOST_ELEMENTS = 1 << 24;

    /**
     * Checks that the parameters are those of the type, finite, and of shapes that fit.
     *
     * @throws IllegalArgumentException that names the parameter and what is allowed
     */
    public NirLayer {
        Map<String, NirArray> all = new LinkedHashMap<>(parameters);
        for (String name : parameters.keySet()) {
            if (!type.required().contains(name) && !type.optional().contains(name)) {
                throw new IllegalArgumentException(
                        "has a parameter '" + name + "', " + type.label() + " has only " + names(type));
            }
        }
        for (String name : type.required()) {
            if (!all.containsKey(name)) {
                throw new IllegalArgumentException(
                        "has no parameter '" + name + "', " + type.label() + " has " + names(type));
            }
        }
        all.forEach(NirLayer::requireFinite);
        switch (type) {
            case INPUT, OUTPUT -> requireShape(all.get("shape"));
            case LINEAR, AFFINE -> requireMatrix(type, all);
            case DELAY -> requireNoNegatives(all.get("delay"));
            case SCALE -> {}
            case LI, LIF, CUBA_LI, CUBA_LIF -> completeNeurons(type, all);
        }
        parameters = Collections.unmodifiableMap(all);
    }

    /** Returns a node that says nothing of itself. */
    public static NirLayer of(NirType type, Map<String, NirArray> parameters) {
        return new NirLayer(type, parameters, NirMetadata.NONE);
    }

    private static String names(NirType type) {
        return String.join(", ", type.required())
                + (type.optional().isEmpty() ? "" : ", " + String.join(", ", type.optional()));
    }

    private static void requireFinite(String name, NirArray array) {
        for (int i = 0; i < array.size(); i++) {
            if (!Double.isFinite(array.get(i))) {
                throw new IllegalArgumentException(
                        "has " + name + "[" + i + "] = " + array.get(i) + ", must be finite");
            }
        }
    }

    private static void requireShape(NirArray shape) {
        double size = 1;
        boolean right = shape.shape().length == 1 && shape.size() <= NirArray.MOST_DIMENSIONS;
        for (int i = 0; i < shape.size() && right; i++) {
            right = shape.get(i) >= 1 && shape.get(i) == Math.rint(shape.get(i));
            size *= shape.get(i);
        }
        if (!right || size > MOST_ELEMENTS) {
            throw new IllegalArgumentException("has a wrong shape: must be 1 to " + NirArray.MOST_DIMENSIONS
                    + " whole numbers from 1, whose product is at most " + MOST_ELEMENTS);
        }
    }

    private static void requireMatrix(NirType type, Map<String, NirArray> all) {
        int[] shape = all.get("weight").shape();
        if (shape.length != 2 || shape[0] == 0 || shape[1] == 0) {
            throw new IllegalArgumentException(
                    "has a weight of shape " + NirArray.text(shape) + ", must be (outputs, inputs), at least 1 each");
        }
        if (type == NirType.AFFINE && !all.get("bias").hasShape(shape[0])) {
            throw new IllegalArgumentException("has a bias of shape "
                    + NirArray.text(all.get("bias").shape()) + ", must be (" + shape[0] + ",) as the weight has rows");
        }
    }

    private static void requireNoNegatives(NirArray delay) {
        for (int i = 0; i < delay.size(); i++) {
            if (delay.get(i) < 0) {
                throw new IllegalArgumentException("has delay[" + i + "] = " + delay.get(i) + ", must be at least 0");
            }
        }
    }

    private static void completeNeurons(NirType type, Map<String, NirArray> all) {
        String first = type.required().get(0);
        int[] shape = all.get(first).shape();
        if (all.get(first).size() == 0) {
            throw new IllegalArgumentException("has no neurons: " + first + " is empty");
        }
        if (type.optional().contains("v_reset")) {
            all.computeIfAbsent("v_reset", name -> filled(shape, 0));
        }
        if (type.optional().contains("w_in")) {
            NirArray given = all.get("w_in");
            if (given == null || given.hasShape()) {
                all.put("w_in", filled(shape, given == null ? 1 : given.get(0)));
            }
        }
        all.forEach((name, array) -> {
            if (!array.hasShape(shape)) {
                throw new IllegalArgumentException("has " + name + " of shape " + NirArray.text(array.shape())
                        + ", must be " + NirArray.text(shape) + " as " + first + " is");
            }
        });
    }

    private static NirArray filled(int[] shape, double value) {
        double[] values = new double[Math.toIntExact(NirArray.sizeOf(shape))];
        java.util.Arrays.fill(values, value);
        return NirArray.of(shape, values);
    }

    /**
     * Returns a parameter.
     *
     * @throws IllegalArgumentException if the type has none of this name
     */
    public NirArray parameter(String name) {
        NirArray array = parameters.get(name);
        if (array == null) {
            throw new IllegalArgumentException(type.label() + " has no parameter '" + name + "'");
        }
        return array;
    }

    /** Returns the shape of what goes in. */
    int[] inputShape() {
        return switch (type) {
            case LINEAR, AFFINE -> new int[] {parameter("weight").shape()[1]};
            default -> outputShape();
        };
    }

    /** Returns the shape of what comes out. */
    int[] outputShape() {
        return switch (type) {
            case INPUT, OUTPUT -> {
                double[] declared = parameter("shape").toArray();
                int[] shape = new int[declared.length];
                for (int i = 0; i < shape.length; i++) {
                    shape[i] = (int) declared[i];
                }
                yield shape;
            }
            case LINEAR, AFFINE -> new int[] {parameter("weight").shape()[0]};
            default -> parameter(type.required().get(0)).shape();
        };
    }

    /** Returns the number of elements that come out. */
    int size() {
        return Math.toIntExact(NirArray.sizeOf(outputShape()));
    }
}
