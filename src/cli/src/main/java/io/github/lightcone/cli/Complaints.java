package io.github.lightcone.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;

/**
 * Tells the user what is wrong with files and options: one line, {@code lightcone: MESSAGE}, and exit
 * code 2. Anything else is a defect of the program: its stack trace, and exit code 1.
 */
final class Complaints implements IParameterExceptionHandler, IExecutionExceptionHandler {

    private final BooleanSupplier debug;

    /**
     * Makes a handler.
     *
     * @param debug whether a stack trace is wanted in any case
     */
    Complaints(BooleanSupplier debug) {
        this.debug = debug;
    }

    @Override
    public int handleParseException(ParameterException problem, String[] arguments) {
        CommandLine command = problem.getCommandLine();
        String name = command.getCommandSpec().qualifiedName();
        complain(problem, unknownOption(problem).orElse(problem.getMessage()) + " (see " + name + " --help)", command);
        return ExitCode.USAGE;
    }

    /** A misspelt option is what makes another one seem to be missing, so it comes first. */
    private static Optional<String> unknownOption(ParameterException problem) {
        if (!(problem instanceof MissingParameterException)) {
            return Optional.empty();
        }
        return problem.getCommandLine().getUnmatchedArguments().stream()
                .filter(argument -> argument.startsWith("-"))
                .findFirst()
                .map(argument -> "Unknown option: '" + argument + "'");
    }

    @Override
    public int handleExecutionException(Exception problem, CommandLine command, ParseResult parsed) throws Exception {
        if (problem instanceof IOException || problem instanceof IllegalArgumentException) {
            complain(problem, message(problem), command);
            return ExitCode.USAGE;
        }
        if (problem.getCause() instanceof OutOfMemoryError) {
            return complainOfMemory(problem, command);
        }
        throw problem;
    }

    /** Executes a command; too little memory is no defect of the program. */
    int execute(ParseResult parsed) {
        try {
            return new RunLast().execute(parsed);
        } catch (OutOfMemoryError full) {
            return complainOfMemory(full, parsed.commandSpec().commandLine());
        }
    }

    private int complainOfMemory(Throwable problem, CommandLine command) {
        long megabytes = Runtime.getRuntime().maxMemory() >> 20;
        complain(
                problem,
                "out of memory: Java may use " + megabytes + " MB, and this needs more; a smaller network or run does "
                        + "with less, LIGHTCONE_OPTS=-Xmx8g allows 8 GB",
                command);
        return ExitCode.USAGE;
    }

    private void complain(Throwable problem, String message, CommandLine command) {
        command.getErr().println("lightcone: " + message.replaceAll("\\s*\\R\\s*", " "));
        if (debug.getAsBoolean()) {
            problem.printStackTrace(command.getErr());
        }
    }

    private static String message(Exception problem) {
        if (problem instanceof FileSystemException file && file.getReason() == null) {
            return file.getFile() + ": " + reason(file);
        }
        return problem.getMessage() == null ? problem.toString() : problem.getMessage();
    }

    /** The JDK's own exceptions carry the name of the file and nothing else. */
    private static String reason(FileSystemException problem) {
        if (problem instanceof NoSuchFileException) {
            return "does not exist";
        }
        if (problem instanceof FileAlreadyExistsException) {
            return "exists already";
        }
        if (problem instanceof AccessDeniedException) {
            return "access denied";
        }
        return problem.getClass().getSimpleName();
    }
}
