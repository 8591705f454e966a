package io.github.lightcone.data.touch;

import io.github.lightcone.data.encoding.LevelCrossingEncoder;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;

/**
 * Braille letters read by a tactile fingertip, as sampled: for each trial the values of 12 taxels at 40 Hz.
 * A taxel reads {@value #AT_REST} at rest and less under pressure. Immutable.
 *
 * <p>S. F. Müller-Cleve et al., Braille letter reading: a benchmark for spatio-temporal pattern recognition
 * on neuromorphic hardware, Frontiers in Neuroscience 16 (2022). The samples are read from a CSV file, plain
 * or compressed by gzip, with the columns {@code trial,letter,repetition,sample,t0,...,t11}.
 */
public final class BrailleSamples {

    /** Value of a taxel without pressure, and the largest there is. */
    public static final int AT_REST = 255;
    /** Time between two samples, s. */
    public static final double SECONDS_PER_SAMPLE = 1.0 / 40;

    private static final List<String> FILE_NAMES = List.of("braille_raw_1350.csv.gz", "braille_raw_1350.csv");

    private final List<String> letters;
    private final List<SampledTrial> trials;

    BrailleSamples(Collection<String> letters, Collection<SampledTrial> trials) {
        this.letters = List.copyOf(letters);
        this.trials = List.copyOf(trials);
    }

    /**
     * Reads the samples of the published set: {@value BrailleRecordings#REPETITIONS} repetitions of each of
     * the {@link BrailleRecordings#LETTERS}.
     *
     * @param path the file, or a folder that holds it as {@code braille_raw_1350.csv.gz} or {@code .csv}
     * @throws io.github.lightcone.data.MalformedDataException naming the line and value that are wrong, or
     *     the letter that is missing
     * @throws NoSuchFileException if there is no such file
     */
    public static BrailleSamples read(Path path) throws IOException {
        return new BrailleSampleReader(BrailleFiles.locate(path, FILE_NAMES)).read(true);
    }

    /** Reads samples of any letters, each with as many repetitions as the others; otherwise as {@link #read}. */
    public static BrailleSamples readSubset(Path path) throws IOException {
        return new BrailleSampleReader(BrailleFiles.locate(path, FILE_NAMES)).read(false);
    }

    /** Returns the letters in the order they first appear; the index is the class. */
    public List<String> letters() {
        return letters;
    }

    /** Returns the number of trials. */
    public int trialCount() {
        return trials.size();
    }

    /** Returns the number of samples of all trials. */
    public int sampleCount() {
        return trials.stream().mapToInt(trial -> trial.values.size()).sum();
    }

    /**
     * Returns the pressure on a taxel over a trial, 0 at rest.
     *
     * @param trial number of the trial in the order of the file
     * @param taxel 0 to 11
     */
    public double[] pressure(int trial, int taxel) {
        return trials.get(trial).values.stream()
                .mapToDouble(sample -> AT_REST - sample[taxel])
                .toArray();
    }

    /**
     * Returns the times at which the pressure on a taxel crossed a level, as the authors of the recordings
     * encode them: a rise by the threshold is an ON event, a fall an OFF event, and between two samples the
     * pressure is taken to be linear. They use thresholds of 1, 2, 5 and 10.
     *
     * @param threshold distance of the levels, above 0
     */
    public BrailleRecordings events(double threshold) {
        LevelCrossingEncoder encoder = new LevelCrossingEncoder(threshold);
        List<BrailleTrial> encoded = trials.stream()
                .map(trial -> new BrailleTrial(trial.letter, trial.repetition))
                .toList();
        for (int t = 0; t < trials.size(); t++) {
            BrailleTrial events = encoded.get(t);
            for (int taxel = 0; taxel < BrailleRecordings.TAXELS; taxel++) {
                int of = taxel;
                encoder.encode(
                        pressure(t, taxel),
                        (sample, fraction, rising) ->
                                events.add(sample * SECONDS_PER_SAMPLE + fraction * SECONDS_PER_SAMPLE, of, rising));
            }
        }
        return new BrailleRecordings(letters, encoded);
    }
}
