/** Systems and evaluations as YAML, JSON and JSON Lines. */
module io.aims.interchange {
    requires transitive io.aims.core;
    requires static transitive org.jspecify;
    requires io.aims.catalog;
    requires com.fasterxml.jackson.core;

    exports io.aims.interchange;
}
