package io.github.lightcone.formats.nir;

import java.util.Collection;
import java.util.stream.Collectors;

/** Makes names from files fit into a message of one line. */
final class NirMessages {

    private static final int LONGEST = 60;
    private static final int MOST = 12;

    private NirMessages() {}

    /** Returns a name in quotes, cut if it is long, without control characters. */
    static String quote(String name) {
        return "'" + printable(name) + "'";
    }

    /** Returns names, cut if they are many. */
    static String list(Collection<String> names) {
        String some = names.stream().limit(MOST).map(NirMessages::printable).collect(Collectors.joining(", "));
        return names.isEmpty() ? "none" : names.size() > MOST ? some + " ... (" + names.size() + ")" : some;
    }

    /** Returns a text in one line of at most as many characters. */
    static String line(String text, int longest) {
        String line = text.replaceAll("\\p{Cntrl}+", " ");
        return line.length() <= longest ? line : line.substring(0, longest) + "...";
    }

    private static String printable(String name) {
        return line(name, LONGEST);
    }
}
