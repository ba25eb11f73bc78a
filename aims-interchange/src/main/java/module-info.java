/** Systems and evaluations as YAML, JSON and JSON Lines; inventories as CSV. */
module io.aims.interchange {
    requires transitive io.aims.core;
    requires static transitive org.jspecify;
    requires io.aims.catalog;
    requires com.fasterxml.jackson.core;

    exports io.aims.interchange;
    exports io.aims.interchange.inventory;
}
