package io.github.lightcone.data.catalogue;

import io.github.lightcone.data.file.DataFiles;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A checksum that is known of a file.
 *
 * @param algorithm {@code MD5} or {@code SHA-256}
 * @param hex its value, in lower case
 * @param ofContents whether it is that of what a compressed file holds, which does not depend on who
 *     compressed it, and not of the file as it is
 */
public record Checksum(String algorithm, String hex, boolean ofContents) {

    private static final int BUFFER = 1 << 16;

    /** Checks the form. */
    public Checksum {
        int digits = newDigest(algorithm).getDigestLength() * 2;
        if (!hex.matches("[0-9a-f]{" + digits + "}")) {
            throw new IllegalArgumentException(algorithm + " " + hex + ", must be " + digits + " digits 0-9, a-f");
        }
    }

    /** Returns a checksum of a file as it was published. */
    public static Checksum md5(String hex) {
        return new Checksum("MD5", hex, false);
    }

    /** Returns a checksum of a file, or of its contents if it is compressed. */
    public static Checksum sha256OfContents(String hex) {
        return new Checksum("SHA-256", hex, true);
    }

    /** What was read of a file: as many bytes, and the checksum they have. */
    record Found(long bytes, String hex) {}

    /** Reads a file. */
    Found compute(Path file) throws IOException {
        MessageDigest digest = newDigest(algorithm);
        long bytes = 0;
        try (InputStream in = ofContents ? DataFiles.open(file) : Files.newInputStream(file)) {
            byte[] buffer = new byte[BUFFER];
            for (int n = read(in, buffer, file, bytes); n >= 0; n = read(in, buffer, file, bytes)) {
                digest.update(buffer, 0, n);
                bytes += n;
            }
        }
        return new Found(bytes, HexFormat.of().formatHex(digest.digest()));
    }

    private static int read(InputStream in, byte[] buffer, Path file, long offset) throws IOException {
        try {
            return in.read(buffer);
        } catch (IOException problem) {
            throw DataFiles.damaged(file, offset, problem);
        }
    }

    private static MessageDigest newDigest(String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalArgumentException("checksum " + algorithm + ", must be MD5 or SHA-256", e);
        }
    }
}
