package io.github.lightcone.data.touch;

import io.github.lightcone.data.MalformedDataException;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** Reads level-crossing events line by line; every complaint names the file, the line and the value. */
final class BrailleReader {

    private static final String HEADER = "trial,letter,repetition,t_seconds,taxel,on";
    private static final int COLUMNS = 6;
    private static final int TAXELS = 12;
    private static final int BUFFER = 1 << 16;

    /** A reading takes about two seconds; a time beyond this is no time in seconds. */
    private static final double LONGEST_TRIAL = 60;

    private final Path file;
    private final Map<String, Integer> letters = new LinkedHashMap<>();
    private final Map<Integer, BrailleTrial> trials = new LinkedHashMap<>();
    private long line;

    BrailleReader(Path file) {
        this.file = file;
    }

    BrailleRecordings read() throws IOException {
        try (LastCharacterReader text = open();
                BufferedReader reader = new BufferedReader(text, BUFFER)) {
            readHeader(reader.readLine());
            for (String row = next(reader); row != null; row = next(reader)) {
                readRow(row);
            }
            if (text.last != '\n') {
                line--;
                throw malformed("ends without a line break: the file is cut off, or its last line break is missing");
            }
        } catch (EOFException | ZipException | CharacterCodingException e) {
            MalformedDataException malformed =
                    new MalformedDataException(file, line + 1, "truncated or damaged: " + e.getMessage());
            malformed.initCause(e);
            throw malformed;
        }
        if (trials.isEmpty()) {
            throw new MalformedDataException(file, line, "no events");
        }
        requireWholeSets();
        return new BrailleRecordings(letters.keySet(), trials.values());
    }

    /** A file that was cut off between two lines lacks repetitions of its last letter. */
    private void requireWholeSets() throws MalformedDataException {
        int[] count = new int[letters.size()];
        for (BrailleTrial trial : trials.values()) {
            count[trial.letter]++;
        }
        int most = Arrays.stream(count).max().orElse(0);
        for (Map.Entry<String, Integer> letter : letters.entrySet()) {
            int repetitions = count[letter.getValue()];
            if (repetitions != most) {
                line--;
                throw malformed("the file ends, and letter '" + letter.getKey() + "' has " + repetitions
                        + " trials, must be " + most + " as of other letters");
            }
        }
    }

    private LastCharacterReader open() throws IOException {
        InputStream bytes = Files.newInputStream(file);
        try {
            InputStream text = file.toString().endsWith(".gz") ? new GZIPInputStream(bytes, BUFFER) : bytes;
            return new LastCharacterReader(new InputStreamReader(text, StandardCharsets.UTF_8.newDecoder()));
        } catch (IOException e) {
            bytes.close();
            throw e;
        }
    }

    /** Remembers the last character, which tells a whole last line from one that was cut off. */
    private static final class LastCharacterReader extends FilterReader {

        private int last = '\n';

        LastCharacterReader(Reader in) {
            super(in);
        }

        @Override
        public int read(char[] buffer, int offset, int length) throws IOException {
            int n = in.read(buffer, offset, length);
            if (n > 0) {
                last = buffer[offset + n - 1];
            }
            return n;
        }
    }

    private void readHeader(String header) throws MalformedDataException {
        line = 1;
        if (header == null) {
            throw malformed("the file is empty, must start with '" + HEADER + "'");
        }
        if (!header.equals(HEADER)) {
            throw malformed("header '" + header + "', must be '" + HEADER + "'");
        }
    }

    private String next(BufferedReader reader) throws IOException {
        String row = reader.readLine();
        line++;
        return row;
    }

    private void readRow(String row) throws MalformedDataException {
        String[] cells = row.split(",", -1);
        if (cells.length != COLUMNS) {
            throw malformed(cells.length + " cells, must be " + COLUMNS + ": '" + row + "'");
        }
        int number = count("trial", cells[0]);
        int repetition = count("repetition", cells[2]);
        double seconds = seconds(cells[3]);
        int taxel = count("taxel", cells[4]);
        if (taxel >= TAXELS) {
            throw malformed("taxel '" + cells[4] + "', must be from 0 to " + (TAXELS - 1));
        }
        boolean on = on(cells[5]);
        trial(number, cells[1], repetition).add(seconds, taxel, on);
    }

    private BrailleTrial trial(int number, String name, int repetition) throws MalformedDataException {
        if (name.isBlank()) {
            throw malformed("letter is empty");
        }
        Integer known = letters.get(name);
        int letter = known == null ? letters.size() : known;
        letters.putIfAbsent(name, letter);
        BrailleTrial trial = trials.computeIfAbsent(number, key -> new BrailleTrial(letter, repetition));
        if (trial.letter != letter || trial.repetition != repetition) {
            throw malformed("trial " + number + " is repetition " + repetition + " of letter '" + name
                    + "' here and another further up");
        }
        return trial;
    }

    private int count(String column, String cell) throws MalformedDataException {
        try {
            int value = Integer.parseInt(cell);
            if (value >= 0) {
                return value;
            }
        } catch (NumberFormatException e) {
            // falls through to the complaint about this cell
        }
        throw malformed(column + " '" + cell + "', must be a whole number of at least 0");
    }

    private double seconds(String cell) throws MalformedDataException {
        try {
            double value = Double.parseDouble(cell);
            if (value >= 0 && value <= LONGEST_TRIAL) {
                return value;
            }
        } catch (NumberFormatException e) {
            // falls through to the complaint about this cell
        }
        throw malformed("t_seconds '" + cell + "', must be from 0 to " + LONGEST_TRIAL);
    }

    private boolean on(String cell) throws MalformedDataException {
        return switch (cell) {
            case "1" -> true;
            case "0" -> false;
            default -> throw malformed("on '" + cell + "', must be 0 or 1");
        };
    }

    private MalformedDataException malformed(String problem) {
        return new MalformedDataException(file, line, problem);
    }
}
