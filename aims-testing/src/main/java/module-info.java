/** Assertions, JUnit support, generators and baselines for tests of risk outcomes. */
module io.aims.testing {
    requires transitive io.aims.core;
    requires transitive io.aims.rules;
    requires transitive org.assertj.core;
    requires static transitive org.jspecify;
    requires static org.junit.jupiter.api;
    requires static net.jqwik.api;
    requires io.aims.catalog;
    requires io.aims.interchange;
    requires io.aims.packs;

    exports io.aims.testing;
}
