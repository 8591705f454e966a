package io.github.lightcone.structure.community;

/** Is told after every restart of community detection, always by the thread that asked for it. */
@FunctionalInterface
public interface RestartListener {

    /**
     * Accepts how far it has come.
     *
     * @param finished restarts that are done
     * @param restarts restarts in all
     * @return false to cancel
     */
    boolean finished(int finished, int restarts);

    /** Listens to nothing. */
    static RestartListener none() {
        return (finished, restarts) -> true;
    }
}
