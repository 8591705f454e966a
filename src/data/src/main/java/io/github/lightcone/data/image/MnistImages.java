package io.github.lightcone.data.image;

import io.github.lightcone.data.EventDataset;
import io.github.lightcone.data.MalformedDataException;
import io.github.lightcone.data.file.DataFiles;
import io.github.lightcone.data.file.Split;
import io.github.lightcone.data.image.IdxReader.Idx;
import io.github.lightcone.event.SpikeTrains;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Grey images of ten classes in the files of MNIST (Y. LeCun, L. Bottou, Y. Bengio and P. Haffner,
 * Gradient-based learning applied to document recognition, Proceedings of the IEEE 86, 1998) or of
 * Fashion-MNIST (H. Xiao, K. Rasul and R. Vollgraf, arXiv 1708.07747, 2017). Held as one byte a pixel;
 * immutable.
 */
public final class MnistImages {

    private static final int CLASSES = 10;
    private static final List<String> DIGITS =
            IntStream.range(0, CLASSES).mapToObj(Integer::toString).toList();

    private final int rows;
    private final int columns;
    private final byte[] pixels;
    private final byte[] labels;

    private MnistImages(int rows, int columns, byte[] pixels, byte[] labels) {
        this.rows = rows;
        this.columns = columns;
        this.pixels = pixels;
        this.labels = labels;
    }

    /**
     * Reads one part from a folder with the usual file names, such as {@code train-images-idx3-ubyte} and
     * {@code train-labels-idx1-ubyte}, or with a dot before {@code idx}; compressed if they end in {@code .gz}.
     * A file that is not compressed is preferred.
     *
     * @param split {@link Split#TRAIN} or {@link Split#TEST}
     * @throws MalformedDataException naming the byte of the file that is wrong
     * @throws NoSuchFileException if a file is missing
     */
    public static MnistImages read(Path folder, Split split) throws IOException {
        return read(
                DataFiles.find(folder, names(split, "images", 3)), DataFiles.find(folder, names(split, "labels", 1)));
    }

    /** Returns the names that a file of images or labels may have. */
    private static List<String> names(Split split, String what, int dimensions) {
        if (split == Split.VALIDATION) {
            throw new IllegalArgumentException("there is no validation part; hold out some of the training examples");
        }
        String start = (split == Split.TRAIN ? "train-" : "t10k-") + what;
        String end = "idx" + dimensions + "-ubyte";
        return List.of(start + "-" + end, start + "." + end, start + "-" + end + ".gz", start + "." + end + ".gz");
    }

    /**
     * Reads a file of images and a file of labels.
     *
     * @throws MalformedDataException naming the byte of the file that is wrong
     */
    public static MnistImages read(Path imageFile, Path labelFile) throws IOException {
        Idx images = IdxReader.read(imageFile, 3);
        Idx labels = IdxReader.read(labelFile, 1);
        int[] sizes = images.dimensions();
        if (labels.values().length != sizes[0]) {
            throw MalformedDataException.atByte(
                    labelFile,
                    4,
                    labels.values().length + " labels, must be " + sizes[0] + " as there are images in " + imageFile);
        }
        for (int i = 0; i < sizes[0]; i++) {
            int label = labels.values()[i] & 255;
            if (label >= CLASSES) {
                throw MalformedDataException.atByte(
                        labelFile, labels.offset(i), "label " + label + " of example " + i + ", must be from 0 to 9");
            }
        }
        return new MnistImages(sizes[1], sizes[2], images.values(), labels.values());
    }

    /** Returns the number of examples. */
    public int size() {
        return labels.length;
    }

    /** Returns the number of rows of an image. */
    public int rows() {
        return rows;
    }

    /** Returns the number of columns of an image. */
    public int columns() {
        return columns;
    }

    /** Returns the number of pixels of an image, which is the number of channels of its spikes. */
    public int channels() {
        return rows * columns;
    }

    /** Returns the class of an example, 0 to 9. */
    public int label(int example) {
        return labels[example];
    }

    /** Returns the brightness of a pixel, 0 (black) to 255. */
    public int pixel(int example, int row, int column) {
        return pixels[example * channels() + row * columns + column] & 255;
    }

    /** Returns the sum of all pixels of all examples. */
    public long pixelSum() {
        long sum = 0;
        for (byte pixel : pixels) {
            sum += pixel & 255;
        }
        return sum;
    }

    /** Returns the number of spikes of all examples, without making them. */
    public long spikeCount(PixelLatency encoding) {
        long count = 0;
        for (byte pixel : pixels) {
            count += (pixel & 255) > encoding.threshold() ? 1 : 0;
        }
        return count;
    }

    /** Returns the spikes of one example; pixel (row, column) is channel {@code row columns() + column}. */
    public SpikeTrains spikes(int example, PixelLatency encoding) {
        return encoding.encode(pixels, example * channels(), channels());
    }

    /** Returns the spikes of all examples; 12 bytes a spike, which is 110 MB for the training images of MNIST. */
    public EventDataset dataset(PixelLatency encoding) {
        return dataset(encoding, 0, size());
    }

    /**
     * Returns the spikes of examples {@code from} to {@code to - 1}.
     *
     * @throws IllegalArgumentException unless there are such examples
     */
    public EventDataset dataset(PixelLatency encoding, int from, int to) {
        if (from < 0 || to <= from || to > size()) {
            throw new IllegalArgumentException(
                    "examples " + from + " to " + (to - 1) + ", must be at least one of 0 to " + (size() - 1));
        }
        EventDataset.Builder data = EventDataset.builder(channels(), DIGITS);
        for (int example = from; example < to; example++) {
            data.add(spikes(example, encoding), label(example));
        }
        return data.build();
    }
}
