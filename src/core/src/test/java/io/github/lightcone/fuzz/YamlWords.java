package io.github.lightcone.fuzz;

import java.util.List;
import java.util.stream.Stream;

/** What is spliced into YAML files: its signs, and values that are hard to read. */
public final class YamlWords {

    private static final List<String> SIGNS = List.of(
            ":",
            "\n",
            "- ",
            "? ",
            "|",
            ">",
            "&a",
            "*a",
            "!!binary",
            "!<x>",
            "<<: ",
            "---",
            "...",
            "%YAML 9.9",
            "#",
            "'",
            "\"",
            "\\",
            "{",
            "}",
            "[",
            "]",
            ",",
            "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[",
            "{a: {a: {a: {a: {a: {a: {a: {a: {a: {a: {a: {a: {a: {a: ",
            "\t",
            "\u0000",
            "\u0085",
            "\u2028",
            "\uFEFF",
            "\ud83d\ude00",
            "1e999",
            "-0",
            "0o777",
            "99999999999999999999");

    private YamlWords() {}

    /** Returns them, and words of a parser. */
    public static List<String> and(String... words) {
        return Stream.concat(SIGNS.stream(), Stream.of(words)).toList();
    }
}
