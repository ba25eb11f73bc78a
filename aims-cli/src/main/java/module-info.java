/** The command line. */
module io.aims.cli {
    requires static transitive org.jspecify;
    requires info.picocli;
    requires io.aims.catalog;
    requires io.aims.core;
    requires io.aims.interchange;
    requires io.aims.packs;
    requires io.aims.report;
    requires io.aims.rules;

    exports io.aims.cli;

    opens io.aims.cli to
            info.picocli;
}
