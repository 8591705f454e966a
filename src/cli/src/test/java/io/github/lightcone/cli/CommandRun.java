package io.github.lightcone.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import picocli.CommandLine;

/**
 * What the command did.
 *
 * @param exitCode its exit code
 * @param out what it printed to the console
 * @param err what it complained of
 */
record CommandRun(int exitCode, String out, String err) {

    /** Runs the command within this process. */
    static CommandRun of(Object... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        String[] texts = new String[arguments.length];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = arguments[i].toString();
        }
        CommandLine command = Main.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        return new CommandRun(command.execute(texts), out.toString(), err.toString());
    }
}
