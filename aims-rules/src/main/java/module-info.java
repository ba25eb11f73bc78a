/** The front door {@link io.aims.Aims}, the pack language, the standard pack and the engine. */
module io.aims.rules {
    requires transitive io.aims.core;
    requires static transitive org.jspecify;
    requires io.aims.catalog;
    requires org.drools.base;
    requires org.drools.canonicalmodel;
    requires org.drools.core;
    requires org.drools.kiesession;
    requires org.drools.modelcompiler;
    requires org.kie.api;
    requires org.kie.internal.api;
    requires org.slf4j;

    exports io.aims;
    exports io.aims.rules;
    exports io.aims.rules.drl;
    exports io.aims.rules.internal.analysis to
            io.aims.packs;
    exports io.aims.rules.language;
    exports io.aims.rules.law;
    exports io.aims.rules.trusted;
}
