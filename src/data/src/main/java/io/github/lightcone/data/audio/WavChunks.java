package io.github.lightcone.data.audio;

import io.github.lightcone.data.MalformedDataException;
import java.nio.ByteBuffer;
import java.nio.file.Path;

/**
 * Where the format and the samples stand in a RIFF/WAVE file.
 *
 * @param format offset of the content of the chunk {@code fmt}
 * @param formatSize its size, bytes
 * @param data offset of the content of the chunk {@code data}
 * @param dataSize its size, bytes
 */
record WavChunks(int format, int formatSize, int data, int dataSize) {

    private static final int RIFF_HEADER = 12;
    private static final int CHUNK_HEADER = 8;

    /** Walks through the chunks; others than the two are skipped. */
    static WavChunks of(Path file, ByteBuffer bytes) throws MalformedDataException {
        int end = riffEnd(file, bytes);
        int format = -1;
        int formatSize = 0;
        int at = RIFF_HEADER;
        while (at < end) {
            if (end - at < CHUNK_HEADER) {
                throw MalformedDataException.atByte(file, at, "the file ends within the header of a chunk");
            }
            String name = name(bytes, at);
            int size = chunkSize(file, bytes, at, end);
            if (name.equals("fmt ") && format < 0) {
                format = at + CHUNK_HEADER;
                formatSize = size;
            }
            if (name.equals("data")) {
                if (format < 0) {
                    throw MalformedDataException.atByte(file, at, "chunk 'data', must stand after chunk 'fmt '");
                }
                return new WavChunks(format, formatSize, at + CHUNK_HEADER, size);
            }
            at += CHUNK_HEADER + size + size % 2;
        }
        throw MalformedDataException.atByte(
                file, end, "the file ends without a chunk '" + (format < 0 ? "fmt '" : "data'"));
    }

    private static int riffEnd(Path file, ByteBuffer bytes) throws MalformedDataException {
        int length = bytes.limit();
        if (length < RIFF_HEADER) {
            throw MalformedDataException.atByte(
                    file, length, "the file ends within its header of " + RIFF_HEADER + " bytes");
        }
        if (!name(bytes, 0).equals("RIFF")) {
            throw MalformedDataException.atByte(file, 0, "'" + name(bytes, 0) + "', must be 'RIFF'");
        }
        if (!name(bytes, 8).equals("WAVE")) {
            throw MalformedDataException.atByte(file, 8, "'" + name(bytes, 8) + "', must be 'WAVE'");
        }
        long end = Integer.toUnsignedLong(bytes.getInt(4)) + CHUNK_HEADER;
        if (end != length) {
            throw MalformedDataException.atByte(
                    file, 4, "the file should have " + end + " bytes and has " + length + ": cut off or damaged");
        }
        return length;
    }

    private static int chunkSize(Path file, ByteBuffer bytes, int at, int end) throws MalformedDataException {
        long size = Integer.toUnsignedLong(bytes.getInt(at + 4));
        long room = (long) end - at - CHUNK_HEADER;
        if (size > room) {
            throw MalformedDataException.atByte(
                    file, at + 4L, "chunk '" + name(bytes, at) + "' of " + size + " bytes, must be at most " + room);
        }
        return (int) size;
    }

    private static String name(ByteBuffer bytes, int at) {
        StringBuilder name = new StringBuilder();
        for (int k = 0; k < 4; k++) {
            char c = (char) bytes.get(at + k);
            name.append(c >= ' ' && c <= '~' ? c : '?');
        }
        return name.toString();
    }
}
