/** The typed model of AIMS: systems, risks, controls, rules, evaluations. */
module io.aims.core {
    requires static transitive org.jspecify;

    exports io.aims.bulk;
    exports io.aims.control;
    exports io.aims.crosswalk;
    exports io.aims.error;
    exports io.aims.evaluation;
    exports io.aims.law.text;
    exports io.aims.law;
    exports io.aims.reasoning.change;
    exports io.aims.reasoning.counterfactual;
    exports io.aims.reasoning.internal to
            io.aims.packs,
            io.aims.report;
    exports io.aims.reasoning.interview;
    exports io.aims.reasoning.proof;
    exports io.aims.reasoning.verification;
    exports io.aims.risk;
    exports io.aims.rule;
    exports io.aims.source;
    exports io.aims.system.automation;
    exports io.aims.system.data;
    exports io.aims.system.environment;
    exports io.aims.system.identity;
    exports io.aims.system.people;
    exports io.aims.system.regulation;
    exports io.aims.system.supply;
    exports io.aims.system.technique;
    exports io.aims.system.vocabulary;
    exports io.aims.system;
    exports io.aims.text;
    exports io.aims.treatment.assessment;
    exports io.aims.treatment.portfolio;
    exports io.aims.treatment.reuse;
    exports io.aims.treatment.statement;
    exports io.aims.treatment.text;
    exports io.aims.treatment;
}
