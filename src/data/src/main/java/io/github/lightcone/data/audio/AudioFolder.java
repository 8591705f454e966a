package io.github.lightcone.data.audio;

import io.github.lightcone.data.EventDataset;
import io.github.lightcone.data.MalformedDataException;
import io.github.lightcone.event.SpikeTrains;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Folders of recordings as data sets, passed through a cochlea. Files that do not end in {@code .wav}, in any
 * case, are left out; what ends so must be a sound. The classes are named by the labels, in their order.
 */
public final class AudioFolder {

    private static final Pattern NAME = Pattern.compile("([^_]+)_([^_]+)_([0-9]{1,9})\\.wav", Pattern.CASE_INSENSITIVE);

    private final WavReader reader;
    private final Cochlea cochlea;
    private final OptionalDouble level;

    private record Recording(Path file, String label, String group, int take) {}

    /** Says how to read a file and what to make of it; recordings stay as loud as they are. */
    public AudioFolder(WavReader reader, Cochlea cochlea) {
        this(reader, cochlea, OptionalDouble.empty());
    }

    private AudioFolder(WavReader reader, Cochlea cochlea, OptionalDouble level) {
        this.reader = reader;
        this.cochlea = cochlea;
        this.level = level;
    }

    /**
     * Returns a reader that scales every recording to the same {@link Sound#level}. Speakers and microphones differ
     * in loudness, which tells nothing about what is said: without this a classifier learns levels.
     *
     * @param newLevel above 0; 0.1 suits {@link CochleaSettings#defaults}
     */
    public AudioFolder atLevel(double newLevel) {
        if (!(newLevel > 0 && newLevel < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("level = " + newLevel + ", must be finite and above 0");
        }
        return new AudioFolder(reader, cochlea, OptionalDouble.of(newLevel));
    }

    /**
     * Reads files named {@code label_group_take.wav}, such as {@code 7_theo_12.wav} of the Free Spoken Digit
     * Dataset. Examples are in the order of label, group and take.
     *
     * @throws MalformedDataException naming the file that is named otherwise or holds no sound
     * @throws IllegalArgumentException naming the file that has too few samples a second for the cochlea
     */
    public EventDataset readByFileName(Path folder) throws IOException {
        List<Recording> recordings = new ArrayList<>();
        for (Path file : soundsIn(folder)) {
            Matcher name = NAME.matcher(file.getFileName().toString());
            if (!name.matches()) {
                throw MalformedDataException.inFile(
                        file, "the file must be named like 7_theo_12.wav: label, group and number");
            }
            recordings.add(new Recording(file, name.group(1), name.group(2), Integer.parseInt(name.group(3))));
        }
        return encode(folder, recordings);
    }

    /**
     * Reads the files of sub-folders, whose names are the labels. Examples are in the order of sub-folder and
     * file name.
     *
     * @throws MalformedDataException naming the file that holds no sound
     * @throws IllegalArgumentException naming the file that has too few samples a second for the cochlea
     */
    public EventDataset readBySubfolder(Path folder) throws IOException {
        List<Recording> recordings = new ArrayList<>();
        for (Path inner : contents(folder)) {
            if (Files.isDirectory(inner)) {
                for (Path file : soundsIn(inner)) {
                    recordings.add(new Recording(file, inner.getFileName().toString(), "", 0));
                }
            }
        }
        return encode(folder, recordings);
    }

    private EventDataset encode(Path folder, List<Recording> recordings) throws IOException {
        List<String> labels =
                recordings.stream().map(Recording::label).distinct().sorted().toList();
        if (labels.size() < 2) {
            throw MalformedDataException.inFile(
                    folder, recordings.size() + " sounds with the labels " + labels + ", must be at least two labels");
        }
        List<Recording> ordered = new ArrayList<>(recordings);
        ordered.sort(Comparator.comparing(Recording::label)
                .thenComparing(Recording::group)
                .thenComparingInt(Recording::take)
                .thenComparing(Recording::file));
        EventDataset.Builder data = EventDataset.builder(cochlea.channels(), labels);
        for (Recording recording : ordered) {
            data.add(encode(recording.file), labels.indexOf(recording.label), recording.group, recording.take);
        }
        return data.build();
    }

    private SpikeTrains encode(Path file) throws IOException {
        Sound recorded = reader.read(file);
        Sound sound = level.isPresent() ? recorded.atLevel(level.getAsDouble()) : recorded;
        try {
            return cochlea.encode(sound);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
        }
    }

    private static List<Path> soundsIn(Path folder) throws IOException {
        return contents(folder).stream()
                .filter(file ->
                        file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".wav"))
                .toList();
    }

    private static List<Path> contents(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new NotDirectoryException(folder.toString());
        }
        try (Stream<Path> found = Files.list(folder)) {
            return found.sorted().toList();
        }
    }
}
