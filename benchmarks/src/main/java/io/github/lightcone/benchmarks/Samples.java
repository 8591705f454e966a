package io.github.lightcone.benchmarks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Times by name, one of each per repeat. Ratios are taken repeat by repeat, so that drift cancels. */
final class Samples {

    private final Map<String, List<Double>> times = new LinkedHashMap<>();

    void add(String name, double time) {
        times.computeIfAbsent(name, key -> new ArrayList<>()).add(time);
    }

    /** Forgets what has been added: it was only to warm up. */
    void clear() {
        times.clear();
    }

    /** Puts the median of every name. */
    void putMedians(Report report) {
        times.forEach((name, values) -> report.put(name, median(values)));
    }

    /** Puts the median of a ratio, if both its times have been taken. */
    void putRatio(Report report, String name, String dividend, String divisor) {
        if (times.containsKey(dividend) && times.containsKey(divisor)) {
            List<Double> ratios = new ArrayList<>();
            for (int k = 0; k < times.get(dividend).size(); k++) {
                ratios.add(times.get(dividend).get(k) / times.get(divisor).get(k));
            }
            report.put(name, median(ratios));
        }
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }
}
