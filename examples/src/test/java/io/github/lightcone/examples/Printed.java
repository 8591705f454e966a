package io.github.lightcone.examples;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;

/** Runs a program and catches what it prints. */
final class Printed {

    private Printed() {}

    /** A program that may fail. */
    @FunctionalInterface
    interface Program {
        void run(String... arguments) throws Exception;
    }

    /** Returns what a program prints, with one {@code \n} per line. */
    static String by(Program program, String... arguments) throws Exception {
        PrintStream console = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, UTF_8));
        try {
            program.run(arguments);
        } finally {
            System.setOut(console);
        }
        return printed.toString(UTF_8).replace(System.lineSeparator(), "\n");
    }
}
