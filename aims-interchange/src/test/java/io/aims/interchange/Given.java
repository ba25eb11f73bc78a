package io.aims.interchange;

import io.aims.catalog.Catalogues;
import io.aims.catalog.Criteria;
import io.aims.catalog.Vocabularies;
import io.aims.control.Catalogue;
import io.aims.control.ControlId;
import io.aims.error.Fault;
import io.aims.evaluation.Evaluator;
import io.aims.evaluation.PlainEngine;
import io.aims.risk.Likelihood;
import io.aims.risk.ObjectiveId;
import io.aims.risk.RiskSourceId;
import io.aims.risk.Severity;
import io.aims.rule.Chapter;
import io.aims.rule.Condition;
import io.aims.rule.Rule;
import io.aims.rule.RuleBase;
import io.aims.rule.RuleId;
import io.aims.rule.RulePack;
import io.aims.rule.RuleScope;
import io.aims.source.Confidence;
import io.aims.source.Source;
import io.aims.system.OrdinalCharacteristic;
import io.aims.system.Vocabulary;
import io.aims.system.automation.AutomationLevel;
import io.aims.system.people.DecisionEffect;
import io.aims.system.vocabulary.Characteristics;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the tests of this package start from: the standard vocabulary and catalogue, and three rules of our own. */
final class Given {

    static final Vocabulary VOCABULARY = Vocabularies.standard();
    static final Catalogue CATALOGUE = Catalogues.iso42001();
    static final SystemReader READER = new SystemReader(VOCABULARY, CATALOGUE);
    static final List<String> LIMITS = Criteria.standard().limits();

    private Given() {}

    static List<SystemEntry> entries(SystemFormat format, String text) {
        return entries(format, text.getBytes(StandardCharsets.UTF_8));
    }

    static List<SystemEntry> entries(@Nullable SystemFormat format, byte[] bytes) {
        try (Stream<SystemEntry> entries =
                READER.stream("given", new ByteArrayInputStream(bytes), Optional.ofNullable(format))) {
            return entries.toList();
        }
    }

    static SystemDocument yaml(String text) {
        SystemEntry entry = entries(SystemFormat.YAML, text).get(0);
        if (entry instanceof SystemEntry.Refused refused) {
            throw new AssertionError(refused.faults().toString());
        }
        return ((SystemEntry.Accepted) entry).document();
    }

    static List<Fault> faults(SystemFormat format, String text) {
        return faults(entries(format, text).get(0));
    }

    static List<Fault> faults(SystemEntry entry) {
        if (entry instanceof SystemEntry.Refused refused) {
            return refused.faults();
        }
        throw new AssertionError("Read without a fault: " + entry);
    }

    /** An evaluator with a baseline rule, a rule about automated decisions and a rule with a stop. */
    static Evaluator evaluator() {
        RuleBase base = base();
        return new Evaluator(base, new PlainEngine(base));
    }

    /** A baseline rule, a rule about automated decisions and a rule with a stop. */
    static RuleBase base() {
        Rule baseline = rule("ORG-1", new Condition.Always(), List.of(), null, null, "A.2.2", false);
        Rule decisions = rule(
                "ADM-1",
                new Condition.AllOf(List.of(
                        atLeast(Characteristics.AUTOMATION_LEVEL, AutomationLevel.PARTIAL_AUTOMATION),
                        atLeast(Characteristics.DECISION_EFFECT, DecisionEffect.MATERIAL))),
                List.of(new RiskSourceId("C.3.3")),
                Likelihood.MODERATE,
                Severity.MAJOR,
                "A.9.2",
                false);
        Rule stop = rule(
                "REG-1",
                new Condition.NotEmpty(Characteristics.PROHIBITED_PRACTICE_FLAGS),
                List.of(new RiskSourceId("C.3.3")),
                Likelihood.HIGH,
                Severity.CATASTROPHIC,
                "A.5.4",
                true);
        RulePack pack = new RulePack(
                "test",
                "1.0.0",
                "Rules of a test",
                "Apache-2.0",
                "Three rules.",
                CATALOGUE.id(),
                null,
                null,
                List.of(),
                List.of(new Chapter("All", "All of them.", List.of(baseline, decisions, stop))));
        return new RuleBase(VOCABULARY, CATALOGUE, Criteria.standard(), List.of(pack));
    }

    private static <V extends Enum<V> & io.aims.system.CharacteristicValue> Condition atLeast(
            OrdinalCharacteristic<V> characteristic, V least) {
        return new Condition.AtLeast(characteristic, characteristic.position(least));
    }

    private static Rule rule(
            String id,
            Condition condition,
            List<RiskSourceId> raises,
            @Nullable Likelihood likelihood,
            @Nullable Severity floor,
            String control,
            boolean stop) {
        return new Rule(
                new RuleId(id),
                "Title of " + id,
                RuleScope.SYSTEM,
                condition,
                raises,
                raises.isEmpty() ? List.of() : List.of(new ObjectiveId("C.2.5")),
                likelihood,
                floor,
                List.of(new ControlId(control)),
                stop,
                "Because a test needs it.",
                List.of(new Source("A test")),
                Confidence.HIGH,
                List.of(),
                null);
    }
}
