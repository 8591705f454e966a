package io.github.lightcone.formats;

import java.util.Collection;
import java.util.stream.Collectors;

/** Makes what comes from files fit into a message of one line. */
public final class Messages {

    private static final int LONGEST_VALUE = 60;
    private static final int MOST_NAMES = 12;

    private Messages() {}

    /** Returns a value in quotes, cut if it is long, without control characters. */
    public static String quote(CharSequence value) {
        return "'" + printable(value, LONGEST_VALUE) + "'";
    }

    /** Returns a text cut to a length, with control characters escaped. */
    public static String printable(CharSequence text, int longest) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (i == longest) {
                return out.append("...").toString();
            }
            if (Character.isISOControl(c)) {
                out.append(String.format("\\u%04x", (int) c));
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }

    /** Returns a list of names, cut if it is long. */
    public static String list(Collection<String> names) {
        if (names.isEmpty()) {
            return "none";
        }
        String some = names.stream()
                .limit(MOST_NAMES)
                .map(name -> printable(name, LONGEST_VALUE))
                .collect(Collectors.joining(", "));
        return names.size() > MOST_NAMES ? some + " ... (" + names.size() + ")" : some;
    }
}
