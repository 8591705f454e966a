package io.github.lightcone.experiment;

/** An experiment file that does not say what it must; the message names file, place, value and what is allowed. */
public final class ExperimentException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    ExperimentException(String message) {
        super(message);
    }

    ExperimentException(String message, Throwable cause) {
        super(message, cause);
    }
}
