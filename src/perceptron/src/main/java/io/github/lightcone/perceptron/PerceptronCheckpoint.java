package io.github.lightcone.perceptron;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * Where the training of a perceptron stands after an epoch: all that is needed to go on to the same bits. Written as a
 * line, a check sum and content, numbers big-endian.
 */
final class PerceptronCheckpoint {

    private static final byte[] MAGIC = "lightcone perceptron checkpoint 1\n".getBytes(StandardCharsets.US_ASCII);

    int[] order;
    byte[] random;
    double[][] values;
    double[][] best;
    int bestEpoch;
    long[] steps;
    double[][][] memory;
    List<EpochScore> history = new ArrayList<>();

    byte[] toBytes() throws IOException {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(content);
        write(out, order);
        out.writeInt(random.length);
        out.write(random);
        write(out, values);
        write(out, best);
        out.writeInt(bestEpoch);
        out.writeInt(steps.length);
        for (int k = 0; k < steps.length; k++) {
            out.writeLong(steps[k]);
            write(out, memory[k]);
        }
        out.writeInt(history.size());
        for (EpochScore score : history) {
            out.writeInt(score.epoch());
            write(out, score.training());
            out.writeBoolean(score.validation().isPresent());
            if (score.validation().isPresent()) {
                write(out, score.validation().get());
            }
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream framed = new DataOutputStream(bytes);
        framed.write(MAGIC);
        framed.writeLong(sum(content.toByteArray()));
        content.writeTo(framed);
        return bytes.toByteArray();
    }

    private static long sum(byte[] content) {
        CRC32C sum = new CRC32C();
        sum.update(content);
        return sum.getValue();
    }

    /**
     * Reads a checkpoint.
     *
     * @throws IOException saying what is wrong with the bytes
     */
    static PerceptronCheckpoint fromBytes(byte[] bytes) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
        if (!Arrays.equals(in.readNBytes(MAGIC.length), MAGIC)) {
            throw new IOException("no checkpoint of this version of Lightcone: it does not begin with '"
                    + new String(MAGIC, StandardCharsets.US_ASCII).strip() + "'");
        }
        try {
            long sum = in.readLong();
            byte[] content = in.readAllBytes();
            if (sum != sum(content)) {
                throw new IOException("the checkpoint is damaged: its check sum does not fit");
            }
            return read(new DataInputStream(new ByteArrayInputStream(content)));
        } catch (EOFException e) {
            throw new IOException("the checkpoint is damaged: it ends within a number", e);
        }
    }

    private static PerceptronCheckpoint read(DataInputStream in) throws IOException {
        PerceptronCheckpoint state = new PerceptronCheckpoint();
        state.order = readInts(in);
        state.random = in.readNBytes(in.readInt());
        state.values = readArrays(in);
        state.best = readArrays(in);
        state.bestEpoch = in.readInt();
        state.steps = new long[in.readInt()];
        state.memory = new double[state.steps.length][][];
        for (int k = 0; k < state.steps.length; k++) {
            state.steps[k] = in.readLong();
            state.memory[k] = readArrays(in);
        }
        int epochs = in.readInt();
        for (int k = 0; k < epochs; k++) {
            state.history.add(new EpochScore(
                    in.readInt(), readScore(in), in.readBoolean() ? Optional.of(readScore(in)) : Optional.empty()));
        }
        return state;
    }

    private static void write(DataOutputStream out, Score score) throws IOException {
        out.writeDouble(score.loss());
        out.writeInt(score.confusion().length);
        for (int[] row : score.confusion()) {
            write(out, row);
        }
    }

    private static Score readScore(DataInputStream in) throws IOException {
        double loss = in.readDouble();
        int[][] confusion = new int[in.readInt()][];
        for (int k = 0; k < confusion.length; k++) {
            confusion[k] = readInts(in);
        }
        return new Score(confusion, loss);
    }

    private static void write(DataOutputStream out, int[] numbers) throws IOException {
        out.writeInt(numbers.length);
        for (int number : numbers) {
            out.writeInt(number);
        }
    }

    private static int[] readInts(DataInputStream in) throws IOException {
        int[] numbers = new int[in.readInt()];
        for (int k = 0; k < numbers.length; k++) {
            numbers[k] = in.readInt();
        }
        return numbers;
    }

    private static void write(DataOutputStream out, double[][] arrays) throws IOException {
        out.writeInt(arrays.length);
        for (double[] array : arrays) {
            out.writeInt(array.length);
            for (double number : array) {
                out.writeDouble(number);
            }
        }
    }

    private static double[][] readArrays(DataInputStream in) throws IOException {
        double[][] arrays = new double[in.readInt()][];
        for (int k = 0; k < arrays.length; k++) {
            arrays[k] = new double[in.readInt()];
            for (int i = 0; i < arrays[k].length; i++) {
                arrays[k][i] = in.readDouble();
            }
        }
        return arrays;
    }
}
