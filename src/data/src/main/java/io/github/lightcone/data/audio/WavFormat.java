package io.github.lightcone.data.audio;

import io.github.lightcone.data.MalformedDataException;
import java.nio.ByteBuffer;
import java.nio.file.Path;

/**
 * How the samples of a RIFF/WAVE file are written.
 *
 * @param floating whether they are floating-point numbers
 * @param channels 1 or 2
 * @param rate frames a second
 * @param bits of a sample: 8, 16, 24 or 32
 */
record WavFormat(boolean floating, int channels, long rate, int bits) {

    static final int MOST_CHANNELS = 2;
    /** Offset of the number of channels within the chunk {@code fmt}. */
    static final int CHANNELS_AT = 2;

    private static final int RATE_AT = 4;
    private static final int BYTES_PER_SECOND_AT = 8;
    private static final int FRAME_AT = 12;
    private static final int BITS_AT = 14;
    private static final int SUBFORMAT_AT = 24;

    private static final int SMALLEST = 16;
    private static final int SMALLEST_EXTENSIBLE = 40;

    private static final int PCM = 1;
    private static final int FLOAT = 3;
    private static final int EXTENSIBLE = 0xfffe;

    /** Reads and checks the chunk {@code fmt}. */
    static WavFormat of(Path file, ByteBuffer bytes, WavChunks chunks) throws MalformedDataException {
        int at = chunks.format();
        requireSize(file, chunks, SMALLEST);
        int encoding = unsigned(bytes, at);
        int encodingAt = at;
        if (encoding == EXTENSIBLE) {
            requireSize(file, chunks, SMALLEST_EXTENSIBLE);
            encodingAt = at + SUBFORMAT_AT;
            encoding = unsigned(bytes, encodingAt);
        }
        if (encoding != PCM && encoding != FLOAT) {
            throw MalformedDataException.atByte(
                    file, encodingAt, "encoding " + encoding + ", must be 1 (PCM) or 3 (floating-point numbers)");
        }
        int channels = unsigned(bytes, at + CHANNELS_AT);
        if (channels < 1 || channels > MOST_CHANNELS) {
            throw MalformedDataException.atByte(
                    file, at + CHANNELS_AT, channels + " channels, must be 1 or " + MOST_CHANNELS);
        }
        long rate = Integer.toUnsignedLong(bytes.getInt(at + RATE_AT));
        if (rate == 0) {
            throw MalformedDataException.atByte(file, at + RATE_AT, "rate 0 Hz, must be above 0");
        }
        int bits = unsigned(bytes, at + BITS_AT);
        boolean known = encoding == FLOAT ? bits == 32 : bits == 8 || bits == 16 || bits == 24 || bits == 32;
        if (!known) {
            throw MalformedDataException.atByte(
                    file,
                    at + BITS_AT,
                    bits + " bits, must be "
                            + (encoding == FLOAT ? "32 of a floating-point number" : "8, 16, 24 or 32"));
        }
        WavFormat format = new WavFormat(encoding == FLOAT, channels, rate, bits);
        format.requireConsistent(file, bytes, at);
        return format;
    }

    private static void requireSize(Path file, WavChunks chunks, int smallest) throws MalformedDataException {
        if (chunks.formatSize() < smallest) {
            throw MalformedDataException.atByte(
                    file,
                    chunks.format() - 4L,
                    "chunk 'fmt ' of " + chunks.formatSize() + " bytes, must be at least " + smallest);
        }
    }

    private void requireConsistent(Path file, ByteBuffer bytes, int at) throws MalformedDataException {
        int frame = unsigned(bytes, at + FRAME_AT);
        if (frame != bytesPerFrame()) {
            throw MalformedDataException.atByte(
                    file,
                    at + FRAME_AT,
                    frame + " bytes a frame, must be " + bytesPerFrame() + " for " + channels + " channels of " + bits
                            + " bits");
        }
        long bytesPerSecond = Integer.toUnsignedLong(bytes.getInt(at + BYTES_PER_SECOND_AT));
        if (bytesPerSecond != rate * frame) {
            throw MalformedDataException.atByte(
                    file,
                    at + BYTES_PER_SECOND_AT,
                    bytesPerSecond + " bytes a second, must be " + rate * frame + " for " + rate + " frames of " + frame
                            + " bytes");
        }
    }

    private static int unsigned(ByteBuffer bytes, int at) {
        return Short.toUnsignedInt(bytes.getShort(at));
    }

    /** Returns the bytes of one sample of all channels. */
    int bytesPerFrame() {
        return channels * bits / Byte.SIZE;
    }

    /** Returns a sample of the frame at an offset; full scale is -1 to 1. */
    double sample(Path file, ByteBuffer bytes, int frameAt, int channel) throws MalformedDataException {
        int at = frameAt + channel * bits / Byte.SIZE;
        if (floating) {
            float value = bytes.getFloat(at);
            if (!Float.isFinite(value)) {
                throw MalformedDataException.atByte(file, at, "sample " + value + ", must be finite");
            }
            return value;
        }
        return switch (bits) {
            case 8 -> (Byte.toUnsignedInt(bytes.get(at)) - 128) / 128.0;
            case 16 -> bytes.getShort(at) / 32768.0;
            case 24 -> (Short.toUnsignedInt(bytes.getShort(at)) | (bytes.get(at + 2) << 16)) / 8388608.0;
            default -> bytes.getInt(at) / 2147483648.0;
        };
    }
}
