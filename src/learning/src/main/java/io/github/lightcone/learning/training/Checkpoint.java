package io.github.lightcone.learning.training;

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
 * Where a training stands after an epoch: all that is needed to go on to the same bits. Written as bytes with a
 * check sum, in big-endian order; numbers as their bits.
 *
 * <p>It does not hold what the training is made of (data, network, settings): a checkpoint is restored into a
 * trainer of the same experiment, and says so if it is of another by its number of values.
 */
final class Checkpoint {

    private static final byte[] MAGIC = "lightcone checkpoint 2\n".getBytes(StandardCharsets.US_ASCII);

    int[] order;
    byte[] random;
    double[][] values;
    long[] moverSteps;
    double[][][] moverMemory;
    BestEpoch best;
    List<EpochRecord> history = new ArrayList<>();
    long runs;
    long[] totals;
    MaskState mask = MaskState.none();

    byte[] toBytes() throws IOException {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(content);
        write(out, order);
        out.writeInt(random.length);
        out.write(random);
        write(out, values);
        write(out, moverSteps);
        out.writeInt(moverMemory.length);
        for (double[][] memory : moverMemory) {
            write(out, memory);
        }
        out.writeBoolean(best != null);
        if (best != null) {
            out.writeInt(best.epoch);
            write(out, best.validation);
            write(out, best.values);
            write(out, best.mask);
        }
        out.writeInt(history.size());
        for (EpochRecord epoch : history) {
            write(out, epoch);
        }
        out.writeLong(runs);
        write(out, totals);
        write(out, mask.bits);
        write(out, mask.memory);
        out.writeInt(mask.random.length);
        out.write(mask.random);
        return framed(content.toByteArray());
    }

    private static byte[] framed(byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.write(MAGIC);
        out.writeInt(content.length);
        out.write(content);
        out.writeLong(sum(content));
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
    static Checkpoint fromBytes(byte[] bytes) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
        byte[] magic = in.readNBytes(MAGIC.length);
        if (!Arrays.equals(magic, MAGIC)) {
            throw new IOException("no checkpoint of this version of Lightcone: it does not begin with '"
                    + new String(MAGIC, StandardCharsets.US_ASCII).strip() + "'");
        }
        if (bytes.length < MAGIC.length + Integer.BYTES + Long.BYTES) {
            throw new IOException("the checkpoint is cut off after " + bytes.length + " bytes");
        }
        int length = in.readInt();
        int expected = bytes.length - MAGIC.length - Integer.BYTES - Long.BYTES;
        if (length != expected) {
            throw new IOException("the checkpoint is cut off: " + expected + " bytes of content, must be " + length);
        }
        byte[] content = in.readNBytes(length);
        if (in.readLong() != sum(content)) {
            throw new IOException("the checkpoint is damaged: its check sum does not fit");
        }
        return readAll(new DataInputStream(new ByteArrayInputStream(content)));
    }

    private static Checkpoint readAll(DataInputStream in) throws IOException {
        Checkpoint checkpoint;
        try {
            checkpoint = read(in);
        } catch (EOFException e) {
            throw new IOException("the checkpoint is damaged: its content ends within a number", e);
        }
        if (in.available() > 0) {
            throw new IOException("the checkpoint is damaged: " + in.available() + " bytes are left over");
        }
        return checkpoint;
    }

    private static Checkpoint read(DataInputStream in) throws IOException {
        Checkpoint checkpoint = new Checkpoint();
        checkpoint.order = readInts(in);
        checkpoint.random = in.readNBytes(size(in, 1));
        checkpoint.values = readArrays(in);
        checkpoint.moverSteps = readLongs(in);
        checkpoint.moverMemory = new double[size(in, Integer.BYTES)][][];
        for (int k = 0; k < checkpoint.moverMemory.length; k++) {
            checkpoint.moverMemory[k] = readArrays(in);
        }
        if (in.readBoolean()) {
            checkpoint.best = new BestEpoch(in.readInt(), readEvaluation(in), readArrays(in), readLongs(in));
        }
        int epochs = size(in, Integer.BYTES);
        for (int k = 0; k < epochs; k++) {
            checkpoint.history.add(readEpoch(in));
        }
        checkpoint.runs = in.readLong();
        checkpoint.totals = readLongs(in);
        checkpoint.mask = new MaskState(readLongs(in), readLongs(in), in.readNBytes(size(in, 1)));
        return checkpoint;
    }

    private static void write(DataOutputStream out, EpochRecord epoch) throws IOException {
        out.writeInt(epoch.epoch());
        write(out, epoch.training());
        out.writeBoolean(epoch.validation().isPresent());
        if (epoch.validation().isPresent()) {
            write(out, epoch.validation().get());
        }
        out.writeDouble(epoch.penalty());
        out.writeInt(epoch.lifted());
        out.writeLong(epoch.regularised());
        out.writeInt(epoch.revived());
        out.writeLong(epoch.vanished());
        out.writeLong(epoch.clamped());
        out.writeLong(epoch.clipped());
        out.writeLong(epoch.lostSpikes());
        out.writeDouble(epoch.meanDelay());
        out.writeInt(epoch.connections().synapses());
        out.writeInt(epoch.connections().left());
        out.writeInt(epoch.connections().zero());
        out.writeLong(epoch.connections().woken());
    }

    private static EpochRecord readEpoch(DataInputStream in) throws IOException {
        return new EpochRecord(
                in.readInt(),
                readEvaluation(in),
                in.readBoolean() ? Optional.of(readEvaluation(in)) : Optional.empty(),
                in.readDouble(),
                in.readInt(),
                in.readLong(),
                in.readInt(),
                in.readLong(),
                in.readLong(),
                in.readLong(),
                in.readLong(),
                in.readDouble(),
                new Connections(in.readInt(), in.readInt(), in.readInt(), in.readLong()));
    }

    private static void write(DataOutputStream out, Evaluation evaluation) throws IOException {
        out.writeInt(evaluation.examples());
        out.writeInt(evaluation.correct());
        out.writeDouble(evaluation.loss());
        out.writeDouble(evaluation.activityCost());
        out.writeDouble(evaluation.hiddenSpikes());
        out.writeInt(evaluation.silentHidden());
        out.writeInt(evaluation.silentCorrect());
        out.writeInt(evaluation.confusion().classes());
        for (int[] row : evaluation.confusion().toArray()) {
            write(out, row);
        }
    }

    private static Evaluation readEvaluation(DataInputStream in) throws IOException {
        return new Evaluation(
                in.readInt(),
                in.readInt(),
                in.readDouble(),
                in.readDouble(),
                in.readDouble(),
                in.readInt(),
                in.readInt(),
                readConfusion(in));
    }

    private static ConfusionMatrix readConfusion(DataInputStream in) throws IOException {
        int[][] rows = new int[size(in, Integer.BYTES)][];
        for (int k = 0; k < rows.length; k++) {
            rows[k] = readInts(in);
        }
        return ConfusionMatrix.ofCounts(rows);
    }

    private static void write(DataOutputStream out, int[] numbers) throws IOException {
        out.writeInt(numbers.length);
        for (int number : numbers) {
            out.writeInt(number);
        }
    }

    private static int[] readInts(DataInputStream in) throws IOException {
        int[] numbers = new int[size(in, Integer.BYTES)];
        for (int k = 0; k < numbers.length; k++) {
            numbers[k] = in.readInt();
        }
        return numbers;
    }

    private static void write(DataOutputStream out, long[] numbers) throws IOException {
        out.writeInt(numbers.length);
        for (long number : numbers) {
            out.writeLong(number);
        }
    }

    private static long[] readLongs(DataInputStream in) throws IOException {
        long[] numbers = new long[size(in, Long.BYTES)];
        for (int k = 0; k < numbers.length; k++) {
            numbers[k] = in.readLong();
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
        double[][] arrays = new double[size(in, Integer.BYTES)][];
        for (int k = 0; k < arrays.length; k++) {
            arrays[k] = new double[size(in, Double.BYTES)];
            for (int i = 0; i < arrays[k].length; i++) {
                arrays[k][i] = in.readDouble();
            }
        }
        return arrays;
    }

    /** Reads how many things follow of at least so many bytes each; never more than there are bytes for. */
    private static int size(DataInputStream in, int bytes) throws IOException {
        int size = in.readInt();
        if (size < 0 || size > in.available() / bytes) {
            throw new IOException("the checkpoint is damaged: it says that " + size + " things of " + bytes
                    + " bytes follow, in " + in.available() + " bytes");
        }
        return size;
    }
}
