package io.github.lightcone.cli.interchange;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A kind of file, told by its ending, with the options it takes. */
interface FileFormat {

    /** Returns the ending, such as {@code .nir}. */
    String ending();

    /** Returns the first option that was given for this format, null if none was. */
    String optionGiven();

    /**
     * Returns the format of a file.
     *
     * @throws IllegalArgumentException if no format has its ending, or an option of another one was given
     */
    static <F extends FileFormat> F of(Path file, List<F> formats) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        F found = formats.stream()
                .filter(format -> name.endsWith(format.ending()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(file + ": has an unknown ending, must be "
                        + formats.stream().map(FileFormat::ending).collect(Collectors.joining(", "))));
        for (F format : formats) {
            if (!format.equals(found) && format.optionGiven() != null) {
                throw new IllegalArgumentException(
                        format.optionGiven() + " is for files " + format.ending() + ", which " + file + " is not");
            }
        }
        return found;
    }
}
