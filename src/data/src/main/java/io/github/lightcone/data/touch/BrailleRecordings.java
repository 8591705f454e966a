package io.github.lightcone.data.touch;

import com.carrotsearch.hppc.IntHashSet;
import io.github.lightcone.data.EventDataset;
import io.github.lightcone.data.MalformedDataException;
import io.github.lightcone.event.SpikeTrains;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Braille letters read by a tactile fingertip: for each trial the times at which the signal of a taxel
 * crossed a level, rising (ON) or falling (OFF). Immutable.
 *
 * <p>S. F. Müller-Cleve et al., Braille letter reading: a benchmark for spatio-temporal pattern
 * recognition on neuromorphic hardware, Frontiers in Neuroscience 16 (2022). The events are read from a
 * CSV file, plain or compressed by gzip, with the columns {@code
 * trial,letter,repetition,t_seconds,taxel,on}.
 */
public final class BrailleRecordings {

    /** The letters of the published set, in its order. */
    public static final List<String> LETTERS = List.of(
            "Space", "A", "B", "C", "D", "E", "F", "G", "H", "I", "J", "K", "L", "M", "N", "O", "P", "Q", "R", "S", "T",
            "U", "V", "W", "X", "Y", "Z");
    /** Trials of each letter in the published set. */
    public static final int REPETITIONS = 50;
    /** Sensing elements of the fingertip. */
    public static final int TAXELS = 12;

    private static final List<String> FILE_NAMES = List.of("braille_events_theta1.csv.gz", "braille_events_theta1.csv");

    private final List<String> letters;
    private final List<BrailleTrial> trials;

    BrailleRecordings(Collection<String> letters, Collection<BrailleTrial> trials) {
        this.letters = List.copyOf(letters);
        this.trials = List.copyOf(trials);
    }

    /**
     * Reads the events of the published set: {@value #REPETITIONS} repetitions of each of the {@link
     * #LETTERS}.
     *
     * @param path the event file, or a folder that holds it as {@code braille_events_theta1.csv.gz} or
     *     {@code .csv}
     * @throws MalformedDataException naming the line and value that are wrong, or the letter that is missing
     * @throws NoSuchFileException if there is no such file
     */
    public static BrailleRecordings read(Path path) throws IOException {
        return new BrailleReader(BrailleFiles.locate(path, FILE_NAMES)).read(true);
    }

    /** Reads events of any letters, each with as many repetitions as the others; otherwise as {@link #read}. */
    public static BrailleRecordings readSubset(Path path) throws IOException {
        return new BrailleReader(BrailleFiles.locate(path, FILE_NAMES)).read(false);
    }

    /** Returns the letters in the order they first appear; the index is the class. */
    public List<String> letters() {
        return letters;
    }

    /** Returns the number of trials. */
    public int trialCount() {
        return trials.size();
    }

    /** Returns the number of events. */
    public int eventCount() {
        return trials.stream().mapToInt(trial -> trial.seconds.size()).sum();
    }

    /** Returns, in ascending order, the taxels that are not constant in the chosen repetitions. */
    public int[] activeTaxels(IntPredicate repetitions) {
        IntHashSet taxels = new IntHashSet();
        for (BrailleTrial trial : chosen(repetitions)) {
            for (int k = 0; k < trial.crossing.size(); k++) {
                taxels.add(trial.crossing.get(k) / 2);
            }
        }
        return Arrays.stream(taxels.toArray()).sorted().toArray();
    }

    /**
     * Returns trials as examples. The events of the i-th chosen taxel go to channels 2 i (ON) and 2 i + 1
     * (OFF); the classes are named by the letters, the take is the repetition.
     *
     * @param repetitions which trials
     * @param taxels which taxels; events of others are left out
     * @param msPerSecond time of the examples, ms, for a second of the recording
     * @param end events at or after this time, ms, are left out
     * @throws IllegalArgumentException if no trial is chosen
     */
    public EventDataset dataset(IntPredicate repetitions, int[] taxels, double msPerSecond, double end) {
        EventDataset.Builder data = EventDataset.builder(2 * taxels.length, letters);
        List<BrailleTrial> chosen = chosen(repetitions);
        if (chosen.isEmpty()) {
            throw new IllegalArgumentException("none of " + trials.size() + " trials is chosen");
        }
        for (BrailleTrial trial : chosen) {
            SpikeTrains.Builder spikes = SpikeTrains.builder();
            for (int k = 0; k < trial.seconds.size(); k++) {
                int channel = channel(trial.crossing.get(k), taxels);
                double time = trial.seconds.get(k) * msPerSecond;
                if (channel >= 0 && time < end) {
                    spikes.add(channel, time);
                }
            }
            data.add(spikes.build(), trial.letter, "", trial.repetition);
        }
        return data.build();
    }

    /**
     * Returns all trials as examples on two channels for each taxel, at the time of the recording: ON of taxel t is
     * channel 2 t, OFF 2 t + 1.
     */
    public EventDataset dataset() {
        int[] taxels = IntStream.range(0, TAXELS).toArray();
        return dataset(repetition -> true, taxels, 1000, Double.POSITIVE_INFINITY);
    }

    private static int channel(int crossing, int[] taxels) {
        for (int i = 0; i < taxels.length; i++) {
            if (taxels[i] == crossing / 2) {
                return 2 * i + crossing % 2;
            }
        }
        return -1;
    }

    private List<BrailleTrial> chosen(IntPredicate repetitions) {
        return trials.stream()
                .filter(trial -> repetitions.test(trial.repetition))
                .toList();
    }
}
