package io.github.lightcone.cli.console;

import java.io.Console;

/** Tells whether somebody is watching. */
public final class Terminal {

    private Terminal() {}

    /** Returns whether input and output are a terminal that can rewrite a line. */
    @SuppressWarnings("SystemConsoleNull")
    public static boolean isInteractive() {
        Console console = System.console();
        if (console == null || "dumb".equals(System.getenv("TERM"))) {
            return false;
        }
        try {
            // Since Java 22 there may be a console without a terminal.
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (NoSuchMethodException olderJava) {
            return true;
        } catch (ReflectiveOperationException e) {
            return false;
        }
    }
}
