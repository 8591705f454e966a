package io.github.lightcone.data;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.GZIPOutputStream;

/** Compresses files for tests. */
public final class Gzip {

    private Gzip() {}

    /** Returns bytes as a file that ends in {@code .gz} has them. */
    public static byte[] of(byte[] bytes) throws IOException {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(compressed)) {
            out.write(bytes);
        }
        return compressed.toByteArray();
    }
}
