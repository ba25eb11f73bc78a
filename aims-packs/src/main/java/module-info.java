/** Tools for authors of rule packs. */
module io.aims.packs {
    requires transitive io.aims.core;
    requires transitive io.aims.rules;
    requires static transitive org.jspecify;
    requires io.aims.catalog;
    requires com.fasterxml.jackson.core;

    exports io.aims.packs;
    exports io.aims.packs.coverage;
    exports io.aims.packs.difference;
    exports io.aims.packs.documentation;
    exports io.aims.packs.mutation;
    exports io.aims.packs.output;
    exports io.aims.packs.skeleton;
}
