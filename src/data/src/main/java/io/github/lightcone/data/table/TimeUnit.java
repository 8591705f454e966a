package io.github.lightcone.data.table;

/** The unit that the name of a column or array ends in; without one it is ms. */
enum TimeUnit {
    NONE(""),
    MILLISECONDS("_ms"),
    SECONDS("_s"),
    MICROSECONDS("_us");

    /** What stands after {@code time} or {@code times}. */
    final String suffix;

    TimeUnit(String suffix) {
        this.suffix = suffix;
    }

    double milliseconds(double value) {
        return switch (this) {
            case NONE, MILLISECONDS -> value;
            case SECONDS -> value * 1000;
            case MICROSECONDS -> value / 1000;
        };
    }
}
