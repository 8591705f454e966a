package io.github.lightcone.data.audio;

import io.github.lightcone.data.MalformedDataException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Reads RIFF/WAVE files: PCM of 8 bits (unsigned), 16, 24 or 32 bits (signed) and floating-point numbers of
 * 32 bits, at any rate, with one channel or two. Integers are divided by half their range, so full scale is -1
 * to 1.
 *
 * <p>IBM and Microsoft, Multimedia Programming Interface and Data Specifications 1.0 (1991); {@code
 * WAVE_FORMAT_EXTENSIBLE} is read where it names one of these encodings.
 */
public final class WavReader {

    /** Bounds memory; 256 MiB are 25 minutes in CD quality. */
    private static final long LARGEST_FILE = 1L << 28;

    private static final int MEAN = -1;

    private final int chosen;

    private WavReader(int chosen) {
        this.chosen = chosen;
    }

    /** Returns a reader that takes the mean of the channels. */
    public static WavReader mean() {
        return new WavReader(MEAN);
    }

    /**
     * Returns a reader of one channel.
     *
     * @param channel 0 (left, or the only one) or 1 (right)
     */
    public static WavReader channel(int channel) {
        if (channel < 0 || channel >= WavFormat.MOST_CHANNELS) {
            throw new IllegalArgumentException("channel " + channel + ", must be below " + WavFormat.MOST_CHANNELS);
        }
        return new WavReader(channel);
    }

    /**
     * Reads a file.
     *
     * @throws MalformedDataException naming the byte and value that are wrong
     */
    public Sound read(Path file) throws IOException {
        long size = Files.size(file);
        if (size > LARGEST_FILE) {
            throw MalformedDataException.atByte(
                    file, LARGEST_FILE, "the file has " + size + " bytes, must be at most " + LARGEST_FILE);
        }
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        WavChunks chunks = WavChunks.of(file, bytes);
        WavFormat format = WavFormat.of(file, bytes, chunks);
        if (chosen >= format.channels()) {
            throw MalformedDataException.atByte(
                    file,
                    chunks.format() + WavFormat.CHANNELS_AT,
                    "channel " + chosen + " is asked for, there are " + format.channels());
        }
        return new Sound(format.rate(), samples(file, bytes, chunks, format));
    }

    private double[] samples(Path file, ByteBuffer bytes, WavChunks chunks, WavFormat format) throws IOException {
        int frame = format.bytesPerFrame();
        if (chunks.dataSize() == 0 || chunks.dataSize() % frame != 0) {
            throw MalformedDataException.atByte(
                    file,
                    chunks.data() - 4L,
                    "data of " + chunks.dataSize() + " bytes, must be whole frames of " + frame
                            + " bytes and at least one");
        }
        double[] samples = new double[chunks.dataSize() / frame];
        for (int k = 0; k < samples.length; k++) {
            int at = chunks.data() + k * frame;
            samples[k] = chosen == MEAN ? mean(file, bytes, at, format) : format.sample(file, bytes, at, chosen);
        }
        return samples;
    }

    private static double mean(Path file, ByteBuffer bytes, int at, WavFormat format) throws IOException {
        double sum = 0;
        for (int channel = 0; channel < format.channels(); channel++) {
            sum += format.sample(file, bytes, at, channel);
        }
        return sum / format.channels();
    }
}
