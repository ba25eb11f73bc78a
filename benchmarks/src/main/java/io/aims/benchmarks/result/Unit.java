package io.aims.benchmarks.result;

/** Of what values are a number. */
public enum Unit {
    /** Milliseconds. */
    MILLISECONDS("ms"),

    /** Microseconds. */
    MICROSECONDS("µs"),

    /** Nanoseconds. */
    NANOSECONDS("ns"),

    /** Bytes. */
    BYTES("B"),

    /** Things. */
    COUNT("");

    private final String sign;

    Unit(String sign) {
        this.sign = sign;
    }

    /**
     * Returns how the unit is written behind a number.
     *
     * @return the sign, empty for things
     */
    public String sign() {
        return sign;
    }
}
