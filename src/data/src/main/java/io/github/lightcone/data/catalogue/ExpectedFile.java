package io.github.lightcone.data.catalogue;

import io.github.lightcone.data.MalformedDataException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A file that belongs to a data set.
 *
 * @param names the names it may have; the first is the usual one
 * @param bytes its size, or that of its contents if the checksum is of them; empty if not known
 * @param checksum empty if not known
 * @param only whether there is no other edition of the file, so that a difference is an error
 */
public record ExpectedFile(List<String> names, OptionalLong bytes, Optional<Checksum> checksum, boolean only) {

    /** Returns a file of which only the name is known. */
    public static ExpectedFile named(String... names) {
        return new ExpectedFile(List.of(names), OptionalLong.empty(), Optional.empty(), true);
    }

    /** Returns a file of which the checksum is known. */
    public static ExpectedFile of(Checksum checksum, String... names) {
        return new ExpectedFile(List.of(names), OptionalLong.empty(), Optional.of(checksum), true);
    }

    /** Returns a file of which size and checksum are known. */
    public static ExpectedFile of(long bytes, Checksum checksum, String... names) {
        return new ExpectedFile(List.of(names), OptionalLong.of(bytes), Optional.of(checksum), true);
    }

    /** Returns this file as one of which there are other editions, whose size and checksum are not known. */
    ExpectedFile amongEditions() {
        return new ExpectedFile(names, bytes, checksum, false);
    }

    /** Returns the usual name. */
    public String name() {
        return names.get(0);
    }

    /** Returns the file where it is in a folder. */
    Optional<Path> in(Path folder) {
        return names.stream().map(folder::resolve).filter(Files::isRegularFile).findFirst();
    }

    /**
     * Compares a file with what is known of it.
     *
     * @return what was found, for people
     * @throws MalformedDataException if size or checksum differs and there is no other edition
     */
    String verify(Path file) throws IOException {
        if (checksum.isEmpty()) {
            return Files.size(file) + " bytes, no checksum is known";
        }
        Checksum known = checksum.get();
        Checksum.Found found = known.compute(file);
        if (!only && !found.hex().equals(known.hex())) {
            return found.bytes() + " bytes, " + known.algorithm()
                    + " is not that of the current edition: another edition, or damaged";
        }
        String what = known.ofContents() ? "contents have " : "file has ";
        if (bytes.isPresent() && found.bytes() != bytes.getAsLong()) {
            throw MalformedDataException.inFile(
                    file, "the " + what + found.bytes() + " bytes, must be " + bytes.getAsLong());
        }
        if (!found.hex().equals(known.hex())) {
            throw MalformedDataException.inFile(
                    file, "the " + what + known.algorithm() + " " + found.hex() + ", must be " + known.hex());
        }
        return found.bytes() + " bytes, " + known.algorithm() + " agrees";
    }
}
