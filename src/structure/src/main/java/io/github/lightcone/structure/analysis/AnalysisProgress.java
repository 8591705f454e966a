package io.github.lightcone.structure.analysis;

/** Is told how far an analysis has come, by the thread that asked for it; what it throws ends the work. */
@FunctionalInterface
public interface AnalysisProgress {

    /**
     * Accepts the share of a group of measures that is done.
     *
     * @param fraction 0 to 1
     */
    void done(MeasureGroup group, double fraction);

    /** Listens to nothing. */
    static AnalysisProgress none() {
        return (group, fraction) -> {};
    }
}
