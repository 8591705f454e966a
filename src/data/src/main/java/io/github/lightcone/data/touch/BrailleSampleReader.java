package io.github.lightcone.data.touch;

import io.github.lightcone.data.MalformedDataException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads the samples of taxels. */
final class BrailleSampleReader {

    private static final String HEADER = "trial,letter,repetition,sample,t0,t1,t2,t3,t4,t5,t6,t7,t8,t9,t10,t11";
    private static final int FIRST_TAXEL = 4;

    private final CsvRows rows;
    private final TrialIndex index;
    private final Map<Integer, SampledTrial> trials = new LinkedHashMap<>();

    BrailleSampleReader(Path file) {
        rows = new CsvRows(file, HEADER);
        index = new TrialIndex(rows);
    }

    /**
     * Reads the file.
     *
     * @param published whether it must hold the letters and repetitions of the published set
     */
    BrailleSamples read(boolean published) throws IOException {
        rows.read(this::readRow);
        if (trials.isEmpty()) {
            throw rows.malformed("no samples");
        }
        if (published) {
            index.requirePublishedSet();
        } else {
            index.requireWholeLetters();
        }
        return new BrailleSamples(index.letters(), trials.values());
    }

    private void readRow(String[] cells) throws MalformedDataException {
        int number = rows.count("trial", cells[0]);
        int repetition = rows.count("repetition", cells[2]);
        int letter = index.letter(number, cells[1], repetition);
        SampledTrial trial = trials.computeIfAbsent(number, key -> new SampledTrial(letter, repetition));
        int sample = rows.count("sample", cells[3]);
        if (sample != trial.values.size()) {
            throw rows.malformed("sample " + sample + " of trial " + number + ", must be " + trial.values.size()
                    + ", the one after the sample further up");
        }
        int[] values = new int[BrailleRecordings.TAXELS];
        for (int taxel = 0; taxel < values.length; taxel++) {
            values[taxel] = rows.count("t" + taxel, cells[FIRST_TAXEL + taxel], BrailleSamples.AT_REST);
        }
        trial.values.add(values);
    }
}
