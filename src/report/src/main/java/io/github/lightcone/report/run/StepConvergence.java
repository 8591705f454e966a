package io.github.lightcone.report.run;

import io.github.lightcone.formats.FormatException;
import io.github.lightcone.formats.JsonObject;
import java.util.List;

/**
 * How spikes of a network in steps come to those of the exact engine; all arrays in the order of the steps.
 *
 * @param examples how many were run
 * @param window how far apart two spikes may be and still be the same one, ms
 * @param step lengths of steps, ms
 * @param meanShift mean distance of spikes that are the same, ms; NaN where there are none
 * @param medianShift their median, ms
 * @param missing share of the exact spikes without one in steps; NaN where there are no spikes
 * @param extra spikes in steps without an exact one, as a share of the exact ones
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record StepConvergence(
        int examples,
        double window,
        double[] step,
        double[] meanShift,
        double[] medianShift,
        double[] missing,
        double[] extra) {

    static StepConvergence read(JsonObject fields) throws FormatException {
        List<JsonObject> points = fields.objects("points");
        if (points.isEmpty()) {
            throw fields.error("points = [], must hold at least one");
        }
        int count = points.size();
        StepConvergence read = new StepConvergence(
                fields.integer("examples", 1, Integer.MAX_VALUE),
                fields.number("window"),
                new double[count],
                new double[count],
                new double[count],
                new double[count],
                new double[count]);
        for (int k = 0; k < count; k++) {
            JsonObject point = points.get(k);
            read.step[k] = point.number("step");
            if (!(read.step[k] > 0)) {
                throw point.error("step", "must be above 0");
            }
            read.meanShift[k] = point.numberOrNaN("meanShift");
            read.medianShift[k] = point.numberOrNaN("medianShift");
            read.missing[k] = point.number("missing") / point.number("spikes");
            read.extra[k] = point.number("extra") / point.number("spikes");
        }
        return read;
    }
}
