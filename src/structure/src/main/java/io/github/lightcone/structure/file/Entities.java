package io.github.lightcone.structure.file;

import java.util.Map;

/**
 * Character entities of HTML: those of markup and quotes by name, all others by number; what is neither stays.
 */
final class Entities {

    private static final Map<String, String> NAMED =
            Map.of("amp", "&", "lt", "<", "gt", ">", "quot", "\"", "apos", "'", "nbsp", "\u00a0");
    private static final int LONGEST = 10;

    private Entities() {}

    static String replace(String text) {
        if (text.indexOf('&') < 0) {
            return text;
        }
        StringBuilder out = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            int start = text.indexOf('&', at);
            int end = start < 0 ? -1 : text.indexOf(';', start);
            if (end < 0) {
                break;
            }
            String character = end - start > LONGEST ? null : character(text.substring(start + 1, end));
            out.append(text, at, start);
            out.append(character == null ? "&" : character);
            at = character == null ? start + 1 : end + 1;
        }
        return out.append(text, at, text.length()).toString();
    }

    private static String character(String name) {
        if (!name.startsWith("#")) {
            return NAMED.get(name);
        }
        boolean hexadecimal = name.startsWith("#x") || name.startsWith("#X");
        try {
            int code = hexadecimal ? Integer.parseInt(name.substring(2), 16) : Integer.parseInt(name.substring(1));
            boolean character = Character.isValidCodePoint(code) && (code < 0xd800 || code > 0xdfff);
            return character ? Character.toString(code) : null;
        } catch (NumberFormatException malformed) {
            return null;
        }
    }
}
