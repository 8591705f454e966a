package io.github.lightcone.data.audio;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Writes RIFF/WAVE files for tests. */
final class WavBytes {

    private WavBytes() {}

    /** Returns a file with samples in [-1, 1) that take turns over the channels. */
    static byte[] of(int encoding, int channels, int rate, int bits, double... samples) {
        int size = samples.length * bits / 8;
        ByteBuffer bytes = ByteBuffer.allocate(44 + size + size % 2).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put(ascii("RIFF")).putInt(bytes.capacity() - 8).put(ascii("WAVE"));
        bytes.put(ascii("fmt ")).putInt(16).putShort((short) encoding).putShort((short) channels);
        bytes.putInt(rate).putInt(rate * channels * bits / 8);
        bytes.putShort((short) (channels * bits / 8)).putShort((short) bits);
        bytes.put(ascii("data")).putInt(size);
        for (double sample : samples) {
            put(bytes, encoding, bits, sample);
        }
        return bytes.array();
    }

    private static void put(ByteBuffer bytes, int encoding, int bits, double sample) {
        if (encoding == 3) {
            bytes.putFloat((float) sample);
            return;
        }
        long scaled = Math.round(sample * (1L << (bits - 1))) + (bits == 8 ? 128 : 0);
        for (int shift = 0; shift < bits; shift += 8) {
            bytes.put((byte) (scaled >> shift));
        }
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** Returns a tone with 16 bits on one channel. */
    static byte[] tone(int rate, double frequency, double amplitude, double seconds) {
        double[] samples = new double[(int) (rate * seconds)];
        for (int k = 0; k < samples.length; k++) {
            samples[k] = amplitude * Math.sin(2 * Math.PI * frequency * k / rate);
        }
        return of(1, 1, rate, 16, samples);
    }
}
