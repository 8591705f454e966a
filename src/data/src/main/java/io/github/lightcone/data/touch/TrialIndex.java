package io.github.lightcone.data.touch;

import io.github.lightcone.data.MalformedDataException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The letters and trials of a file in the order they appear, and the check that none is missing. */
final class TrialIndex {

    private final CsvRows rows;
    private final Map<String, Integer> letters = new LinkedHashMap<>();
    private final Map<Integer, Trial> trials = new LinkedHashMap<>();
    private final Set<Trial> seen = new HashSet<>();

    private record Trial(int letter, int repetition) {}

    TrialIndex(CsvRows rows) {
        this.rows = rows;
    }

    /** Names of the letters; the position is the number. */
    Set<String> letters() {
        return letters.keySet();
    }

    /**
     * Returns the number of a letter.
     *
     * @throws MalformedDataException if the trial is one of another letter or repetition further up, or the
     *     repetition one of another trial
     */
    int letter(int number, String name, int repetition) throws MalformedDataException {
        if (name.isBlank()) {
            throw rows.malformed("letter is empty");
        }
        int letter = letters.computeIfAbsent(name, key -> letters.size());
        Trial trial = new Trial(letter, repetition);
        Trial known = trials.putIfAbsent(number, trial);
        if (known == null && !seen.add(trial)) {
            throw rows.malformed("repetition " + repetition + " of letter '" + name + "' is trial " + number
                    + " here and another further up");
        }
        if (known != null && !known.equals(trial)) {
            throw rows.malformed("trial " + number + " is repetition " + repetition + " of letter '" + name
                    + "' here and another further up");
        }
        return letter;
    }

    /** Requires every letter to have as many trials as the others: a file that was cut off lacks some. */
    void requireWholeLetters() throws MalformedDataException {
        int[] count = trialsOfLetters();
        int most = Arrays.stream(count).max().orElse(0);
        for (Map.Entry<String, Integer> letter : letters.entrySet()) {
            int repetitions = count[letter.getValue()];
            if (repetitions != most) {
                throw rows.malformed("the file ends, and letter '" + letter.getKey() + "' has " + repetitions
                        + " trials, must be " + most + " as of other letters");
            }
        }
    }

    /** Requires the letters of the published set, and no others, with all their repetitions. */
    void requirePublishedSet() throws MalformedDataException {
        for (String letter : BrailleRecordings.LETTERS) {
            if (!letters.containsKey(letter)) {
                throw rows.malformed("the file ends, and letter '" + letter + "' is missing: "
                        + letters.size() + " letters, must be the " + BrailleRecordings.LETTERS.size()
                        + " of the published set");
            }
        }
        int[] count = trialsOfLetters();
        for (Map.Entry<String, Integer> letter : letters.entrySet()) {
            if (!BrailleRecordings.LETTERS.contains(letter.getKey())) {
                throw rows.malformed(
                        "the file ends, and letter '" + letter.getKey() + "' is none of " + BrailleRecordings.LETTERS);
            }
            int repetitions = count[letter.getValue()];
            if (repetitions != BrailleRecordings.REPETITIONS) {
                throw rows.malformed("the file ends, and letter '" + letter.getKey() + "' has " + repetitions
                        + " trials, must be " + BrailleRecordings.REPETITIONS);
            }
        }
    }

    private int[] trialsOfLetters() {
        int[] count = new int[letters.size()];
        trials.values().forEach(trial -> count[trial.letter]++);
        return count;
    }
}
