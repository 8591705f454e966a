package io.github.lightcone.data.touch;

import io.github.lightcone.data.MalformedDataException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads level-crossing events. */
final class BrailleReader {

    private static final String HEADER = "trial,letter,repetition,t_seconds,taxel,on";

    /** A reading takes about two seconds; a time beyond this is no time in seconds. */
    private static final double LONGEST_TRIAL = 60;

    private final CsvRows rows;
    private final TrialIndex index;
    private final Map<Integer, BrailleTrial> trials = new LinkedHashMap<>();

    BrailleReader(Path file) {
        rows = new CsvRows(file, HEADER);
        index = new TrialIndex(rows);
    }

    /**
     * Reads the file.
     *
     * @param published whether it must hold the letters and repetitions of the published set
     */
    BrailleRecordings read(boolean published) throws IOException {
        rows.read(this::readRow);
        if (trials.isEmpty()) {
            throw rows.malformed("no events");
        }
        if (published) {
            index.requirePublishedSet();
        } else {
            index.requireWholeLetters();
        }
        return new BrailleRecordings(index.letters(), trials.values());
    }

    private void readRow(String[] cells) throws MalformedDataException {
        int number = rows.count("trial", cells[0]);
        int repetition = rows.count("repetition", cells[2]);
        double seconds = seconds(cells[3]);
        int taxel = rows.count("taxel", cells[4], BrailleRecordings.TAXELS - 1);
        boolean on = on(cells[5]);
        int letter = index.letter(number, cells[1], repetition);
        trials.computeIfAbsent(number, key -> new BrailleTrial(letter, repetition))
                .add(seconds, taxel, on);
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
        throw rows.malformed("t_seconds '" + cell + "', must be from 0 to " + LONGEST_TRIAL);
    }

    private boolean on(String cell) throws MalformedDataException {
        return switch (cell) {
            case "1" -> true;
            case "0" -> false;
            default -> throw rows.malformed("on '" + cell + "', must be 0 or 1");
        };
    }
}
