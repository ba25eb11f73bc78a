/** Vocabulary, catalogues, crosswalks and risk criteria as data, and the reader of documents that knows positions. */
module io.aims.catalog {
    requires transitive io.aims.core;
    requires static transitive org.jspecify;
    requires com.fasterxml.jackson.core;
    requires org.snakeyaml.engine;

    exports io.aims.catalog;
    exports io.aims.catalog.answers to
            io.aims.interchange,
            io.aims.rules,
            io.aims.packs,
            io.aims.cli;
    exports io.aims.catalog.compiled to
            io.aims.rules;
    exports io.aims.catalog.document to
            io.aims.interchange,
            io.aims.rules,
            io.aims.packs,
            io.aims.testing,
            io.aims.cli;
}
