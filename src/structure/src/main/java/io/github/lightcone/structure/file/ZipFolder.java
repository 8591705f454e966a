package io.github.lightcone.structure.file;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;

/**
 * Text files in a zip file, whatever folder they stand in, each perhaps packed by bzip2 once more. No file may
 * unpack to more than {@value #MOST_BYTES} bytes.
 */
final class ZipFolder implements Closeable {

    /** The most bytes of an unpacked file. */
    static final long MOST_BYTES = 1L << 27;

    private final Path file;
    private final ZipFile zip;

    private ZipFolder(Path file, ZipFile zip) {
        this.file = file;
        this.zip = zip;
    }

    static ZipFolder open(Path file) throws GraphFileException {
        TextFile.size(file);
        try {
            return new ZipFolder(file, new ZipFile(file.toFile()));
        } catch (IOException problem) {
            throw TextFile.explain(file.toString(), problem);
        } catch (IllegalArgumentException malformed) {
            throw GraphFileException.inFile(file.toString(), "is not a whole zip file", malformed);
        }
    }

    /** Returns the entry of one of some names, null if there is none. */
    ZipEntry find(String... names) throws GraphFileException {
        List<ZipEntry> found = new ArrayList<>();
        for (String name : names) {
            zip.stream()
                    .filter(entry -> !entry.isDirectory())
                    .filter(entry -> isNamed(entry, name) || isNamed(entry, name + ".bz2"))
                    .forEach(found::add);
        }
        if (found.size() > 1) {
            throw GraphFileException.inFile(
                    file.toString(),
                    "holds " + GraphFileException.quote(found.get(0).getName()) + " and "
                            + GraphFileException.quote(found.get(1).getName()) + ", must hold one of them");
        }
        return found.isEmpty() ? null : found.get(0);
    }

    private static boolean isNamed(ZipEntry entry, String name) {
        String path = entry.getName();
        return path.equals(name) || path.endsWith("/" + name);
    }

    /** Returns a name of an entry for messages. */
    String name(ZipEntry entry) {
        return file + "!" + GraphFileException.printable(entry.getName());
    }

    /** What reads the lines of an entry. */
    @FunctionalInterface
    interface LineReader {
        void read(Lines lines) throws GraphFileException;
    }

    /** Reads an entry, and checks its sum. */
    void read(ZipEntry entry, LineReader lineReader) throws GraphFileException {
        CRC32 sum = new CRC32();
        try (InputStream packed = new CheckedInputStream(new Guarded(zip.getInputStream(entry)), sum);
                InputStream bytes = entry.getName().endsWith(".bz2")
                        ? new Guarded(new BZip2CompressorInputStream(packed, true))
                        : packed;
                BufferedReader reader = TextFile.open(bytes)) {
            lineReader.read(new Lines(name(entry), reader));
            packed.transferTo(OutputStream.nullOutputStream());
        } catch (IOException problem) {
            throw TextFile.explain(name(entry), problem);
        } catch (RuntimeException malformed) {
            // Damaged data can break a decoder before it notices, already in its constructor.
            throw GraphFileException.inFile(name(entry), "has damaged compressed data", malformed);
        }
        if (sum.getValue() != entry.getCrc()) {
            throw GraphFileException.inFile(name(entry), "is damaged: its check sum is not that of the zip file");
        }
    }

    @Override
    public void close() throws GraphFileException {
        try {
            zip.close();
        } catch (IOException problem) {
            throw TextFile.explain(file.toString(), problem);
        }
    }

    /** Ends with an exception behind the most bytes. */
    private static final class Guarded extends FilterInputStream {

        private long count;

        Guarded(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int b = in.read();
            count(b < 0 ? 0 : 1);
            return b;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int n = in.read(buffer, offset, length);
            count(Math.max(0, n));
            return n;
        }

        private void count(int bytes) throws IOException {
            count += bytes;
            if (count > MOST_BYTES) {
                throw new IOException("unpacks to more than " + MOST_BYTES + " bytes");
            }
        }
    }
}
