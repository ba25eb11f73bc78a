/** Assertions, JUnit support, generators and baselines for tests of risk outcomes. */
module io.aims.testing {
    requires transitive io.aims.core;
    requires transitive io.aims.rules;
    requires transitive org.assertj.core;
    requires static transitive org.jspecify;
    requires static transitive org.junit.jupiter.api;
    requires static transitive net.jqwik.api;
    requires transitive io.aims.interchange;
    requires io.aims.catalog;
    requires io.aims.packs;

    exports io.aims.testing;
    exports io.aims.testing.baseline;
    exports io.aims.testing.jqwik;
    exports io.aims.testing.junit;

    provides net.jqwik.api.SampleReportingFormat with
            io.aims.testing.jqwik.SystemFormat;
}
