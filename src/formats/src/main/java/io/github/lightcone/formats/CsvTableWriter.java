package io.github.lightcone.formats;

import java.io.IOException;
import java.io.Writer;

/**
 * Writes a CSV table row by row; numbers read back as the same bits.
 *
 * <pre>{@code
 * AtomicFiles.write(file, out -> {
 *     CsvTableWriter table = new CsvTableWriter(out, "epoch", "loss");
 *     table.cell(1).cell(0.25).endRow();
 * });
 * }</pre>
 */
public final class CsvTableWriter {

    private final Writer out;
    private final int columns;
    private int filled;

    /** Writes the header. */
    public CsvTableWriter(Writer out, String... header) throws IOException {
        this.out = out;
        this.columns = header.length;
        for (String name : header) {
            cell(name);
        }
        endRow();
    }

    /** Writes an integer. */
    public CsvTableWriter cell(long value) throws IOException {
        separate();
        out.write(Long.toString(value));
        return this;
    }

    /** Writes a number as the shortest decimal that reads back as the same bits. */
    public CsvTableWriter cell(double value) throws IOException {
        separate();
        out.write(Decimals.format(value));
        return this;
    }

    /** Writes a text, in quotes if need be. */
    public CsvTableWriter cell(String text) throws IOException {
        separate();
        out.write(needsQuotes(text) ? '"' + text.replace("\"", "\"\"") + '"' : text);
        return this;
    }

    /** Leaves a cell empty. */
    public CsvTableWriter blank() throws IOException {
        separate();
        return this;
    }

    /**
     * Ends the row.
     *
     * @throws IllegalStateException unless it has as many cells as the header
     */
    public void endRow() throws IOException {
        if (filled != columns) {
            throw new IllegalStateException("a row with " + filled + " cells in a table with " + columns + " columns");
        }
        filled = 0;
        out.write('\n');
    }

    private void separate() throws IOException {
        if (filled > 0) {
            out.write(',');
        }
        filled++;
    }

    private static boolean needsQuotes(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == ',' || c == '"' || c == '\n' || c == '\r' || ((c == ' ' || c == '\t') && isEdge(text, i))) {
                return true;
            }
        }
        return text.startsWith("\uFEFF");
    }

    private static boolean isEdge(String text, int i) {
        return i == 0 || i == text.length() - 1;
    }
}
