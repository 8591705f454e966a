package io.github.lightcone.data.catalogue;

import io.github.lightcone.data.EventDataset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ObjDoubleConsumer;

/** What was found in a copy of a data set. A part can be added in pieces, so that memory holds one piece. */
public final class DataReport {

    private final Map<String, PartSummary> parts = new LinkedHashMap<>();
    private final List<String> notes = new ArrayList<>();
    private final ObjDoubleConsumer<String> progress;

    /**
     * Makes an empty report.
     *
     * @param progress is told what is being read and how much of it has been, from 0 to 1
     */
    public DataReport(ObjDoubleConsumer<String> progress) {
        this.progress = progress;
    }

    /**
     * Adds examples to a part.
     *
     * @param part its name, such as {@code train}
     */
    public void add(String part, EventDataset data) {
        parts.computeIfAbsent(part, name -> new PartSummary(data.channels(), data.classNames()))
                .add(data);
    }

    /** Adds a remark for people. */
    public void note(String remark) {
        notes.add(remark);
    }

    /** Tells how far the work on something has come: from 0 to 1. */
    public void progress(String what, double fraction) {
        progress.accept(what, fraction);
    }

    /** Returns the parts in the order they were added. */
    public Map<String, PartSummary> parts() {
        return Collections.unmodifiableMap(parts);
    }

    /** Returns the remarks. */
    public List<String> notes() {
        return List.copyOf(notes);
    }
}
