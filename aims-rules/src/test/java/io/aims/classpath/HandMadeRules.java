package io.aims.classpath;

import static org.drools.model.DSL.declarationOf;
import static org.drools.model.DSL.on;
import static org.drools.model.PatternDSL.pattern;
import static org.drools.model.PatternDSL.rule;

import io.aims.rules.trusted.EvaluatedSystem;
import org.drools.model.Rule;
import org.drools.model.Variable;
import org.drools.model.impl.ModelImpl;

/** A class of trusted rules such as {@code kie-maven-plugin} makes. Loaded by {@link WholePack}. */
public final class HandMadeRules extends ModelImpl {

    /** Creates the one rule. */
    public HandMadeRules() {
        Variable<EvaluatedSystem> system = declarationOf(EvaluatedSystem.class, "system");
        addRule(rule("io.aims.classpath", "by hand")
                .attribute(Rule.Attribute.SALIENCE, 10)
                .build(
                        pattern(system).expr("no readiness", known -> !known.isKnown("technologyReadinessLevel")),
                        on(system).execute(known -> known.find("HAND-1", "Title", "Reason"))));
    }
}
