package io.aims;

import io.aims.control.AiRole;
import io.aims.control.Catalogue;
import io.aims.control.Control;
import io.aims.control.ControlId;
import io.aims.control.ControlStatus;
import io.aims.error.Place;
import io.aims.evaluation.Evaluation;
import io.aims.evaluation.Evaluator;
import io.aims.evaluation.PlainEngine;
import io.aims.risk.Likelihood;
import io.aims.risk.Objective;
import io.aims.risk.ObjectiveId;
import io.aims.risk.RiskCriteria;
import io.aims.risk.RiskLevel;
import io.aims.risk.RiskSource;
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
import io.aims.system.AiSystem;
import io.aims.system.BooleanCharacteristic;
import io.aims.system.Characteristic;
import io.aims.system.CharacteristicValue;
import io.aims.system.OrdinalCharacteristic;
import io.aims.system.SetCharacteristic;
import io.aims.system.Tier;
import io.aims.system.Vocabulary;
import io.aims.system.VocabularyEntry;
import io.aims.system.vocabulary.Characteristics;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A small catalogue, the standard criteria and short ways to make rules, for tests. */
public final class TestRules {

    private TestRules() {}

    /** Begins a rule that always holds and concludes nothing. */
    public static RuleBuilder rule(String id) {
        return new RuleBuilder(id);
    }

    public static RuleBase base(RuleBuilder... rules) {
        return base(pack("test", rules));
    }

    public static RuleBase base(RulePack... packs) {
        return new RuleBase(vocabulary(), catalogue(), criteria(), List.of(packs));
    }

    public static RulePack pack(String id, RuleBuilder... rules) {
        return pack(id, List.of(), rules);
    }

    public static RulePack pack(String id, List<VocabularyEntry> characteristics, RuleBuilder... rules) {
        List<Rule> built = Stream.of(rules).map(RuleBuilder::build).toList();
        return new RulePack(
                id,
                "1.0.0",
                "Pack " + id,
                "Apache-2.0",
                "Rules of a test.",
                "test:1",
                null,
                null,
                characteristics,
                List.of(new Chapter("All", "All rules.", built)));
    }

    public static Evaluation evaluate(AiSystem system, RuleBuilder... rules) {
        return evaluator(rules).evaluate(system, null);
    }

    public static Evaluator evaluator(RuleBuilder... rules) {
        RuleBase base = base(rules);
        return new Evaluator(base, new PlainEngine(base));
    }

    /** Controls of each kind of projection, three objectives and seven risk sources. */
    public static Catalogue catalogue() {
        return new Catalogue(
                "test:1",
                "Catalogue of a test",
                List.of("A note."),
                Map.of("A", "All"),
                List.of(
                        control("A.2.2", Control.Scope.ORG, ControlStatus.ROLE_EXCLUDED, AiRole.values()),
                        control("A.5.2", Control.Scope.SYSTEM, ControlStatus.ROLE_EXCLUDED, AiRole.values()),
                        control(
                                "A.6.2.4",
                                Control.Scope.SYSTEM,
                                ControlStatus.VIA_SUPPLIER,
                                AiRole.AI_PRODUCER,
                                AiRole.AI_PROVIDER),
                        control("A.9.2", Control.Scope.ROLE, ControlStatus.ROLE_EXCLUDED, AiRole.AI_CUSTOMER),
                        control("A.10.2", Control.Scope.ORG, ControlStatus.ROLE_EXCLUDED, AiRole.values())),
                Stream.of("C.2.1", "C.2.5", "C.2.10").map(TestRules::objective).toList(),
                Stream.of("C.3.1", "C.3.2", "C.3.3", "C.3.4", "C.3.5", "C.3.6", "C.3.7")
                        .map(TestRules::source)
                        .toList(),
                List.of());
    }

    public static Control control(String id, Control.Scope scope, ControlStatus withoutRole, AiRole... roles) {
        return new Control(
                new ControlId(id),
                "A",
                "Control " + id,
                "A purpose.",
                List.of(),
                List.of(),
                scope,
                Set.of(roles),
                withoutRole,
                Control.Effect.LIKELIHOOD,
                Control.Function.PREVENTIVE,
                List.of(),
                List.of());
    }

    public static Objective objective(String id) {
        return new Objective(
                new ObjectiveId(id), "Objective " + id, "", "Meaning.", List.of(), List.of(), false, "", List.of());
    }

    public static RiskSource source(String id) {
        return new RiskSource(
                new RiskSourceId(id), "Risk source " + id, "", "Meaning.", List.of(), List.of(), "", List.of());
    }

    /** The built-in characteristics, each with a question that names it. */
    public static Vocabulary vocabulary() {
        return new Vocabulary(
                "aims",
                "1.0.0",
                Map.of("all", "All"),
                Characteristics.all().stream().map(TestRules::entry).toList(),
                List.of());
    }

    public static VocabularyEntry entry(Characteristic<?> characteristic) {
        return entry(characteristic, Tier.CORE);
    }

    public static VocabularyEntry entry(Characteristic<?> characteristic, Tier tier) {
        return new VocabularyEntry(
                characteristic,
                "all",
                tier,
                "What is " + characteristic.id() + "?",
                Map.of(),
                "Meaning.",
                "",
                List.of(new Source("A source")));
    }

    /** The standard criteria: anchors and bands by hand from the description of the method. */
    public static RiskCriteria criteria() {
        return new RiskCriteria(
                "test-criteria",
                "1.0.0",
                probabilities("0.01", "0.04", "0.12", "0.30", "0.60"),
                bandStarts("0.02", "0.08", "0.25", "0.55"),
                levels(),
                null,
                List.of("A limit."));
    }

    public static Map<Likelihood, BigDecimal> probabilities(String... anchors) {
        Map<Likelihood, BigDecimal> map = new EnumMap<>(Likelihood.class);
        for (int i = 0; i < anchors.length; i++) {
            map.put(Likelihood.values()[i], new BigDecimal(anchors[i]));
        }
        return map;
    }

    public static Map<Likelihood, BigDecimal> bandStarts(String... starts) {
        Map<Likelihood, BigDecimal> map = new EnumMap<>(Likelihood.class);
        for (int i = 0; i < starts.length; i++) {
            map.put(Likelihood.values()[i + 1], new BigDecimal(starts[i]));
        }
        return map;
    }

    /** NIST SP 800-30 Rev. 1 Table I-2; a row for each likelihood from the lowest, a column for each severity. */
    public static Map<Likelihood, Map<Severity, RiskLevel>> levels() {
        RiskLevel none = RiskLevel.VERY_LOW;
        RiskLevel low = RiskLevel.LOW;
        RiskLevel moderate = RiskLevel.MODERATE;
        RiskLevel high = RiskLevel.HIGH;
        RiskLevel extreme = RiskLevel.VERY_HIGH;
        RiskLevel[][] rows = {
            {none, none, none, low, low},
            {none, low, low, low, moderate},
            {none, low, moderate, moderate, high},
            {none, low, moderate, high, extreme},
            {none, low, moderate, high, extreme}
        };
        Map<Likelihood, Map<Severity, RiskLevel>> table = new EnumMap<>(Likelihood.class);
        for (Likelihood likelihood : Likelihood.values()) {
            Map<Severity, RiskLevel> row = new EnumMap<>(Severity.class);
            for (Severity severity : Severity.values()) {
                row.put(severity, rows[likelihood.ordinal()][severity.ordinal()]);
            }
            table.put(likelihood, row);
        }
        return table;
    }

    public static <V extends CharacteristicValue> Condition atLeast(OrdinalCharacteristic<V> characteristic, V least) {
        return new Condition.AtLeast(characteristic, characteristic.position(least));
    }

    public static Condition yes(BooleanCharacteristic characteristic) {
        return new Condition.IsYes(characteristic);
    }

    public static <V extends CharacteristicValue> Condition contains(SetCharacteristic<V> characteristic, V member) {
        return new Condition.Contains(characteristic, characteristic.position(member));
    }

    public static Condition all(Condition... parts) {
        return new Condition.AllOf(List.of(parts));
    }

    public static Condition any(Condition... parts) {
        return new Condition.AnyOf(List.of(parts));
    }

    /** Makes a rule, part by part. */
    public static final class RuleBuilder {

        private final String id;
        private Condition condition = new Condition.Always();
        private final List<RiskSourceId> raises = new ArrayList<>();
        private final List<ObjectiveId> threatens = new ArrayList<>();
        private @Nullable Likelihood likelihood;
        private @Nullable Severity floor;
        private final List<ControlId> requires = new ArrayList<>();
        private boolean stop;
        private @Nullable Place place;

        private RuleBuilder(String id) {
            this.id = id;
        }

        public RuleBuilder when(Condition condition) {
            this.condition = condition;
            return this;
        }

        public RuleBuilder raises(String... sources) {
            Stream.of(sources).map(RiskSourceId::new).forEach(raises::add);
            return this;
        }

        public RuleBuilder threatens(String... objectives) {
            Stream.of(objectives).map(ObjectiveId::new).forEach(threatens::add);
            return this;
        }

        public RuleBuilder likelihood(Likelihood likelihood) {
            this.likelihood = likelihood;
            return this;
        }

        public RuleBuilder floor(Severity floor) {
            this.floor = floor;
            return this;
        }

        public RuleBuilder requires(String... controls) {
            Stream.of(controls).map(ControlId::new).forEach(requires::add);
            return this;
        }

        public RuleBuilder stop() {
            this.stop = true;
            return this;
        }

        public RuleBuilder at(int line) {
            this.place = new Place("test.yaml", line, 5);
            return this;
        }

        public Rule build() {
            return new Rule(
                    new RuleId(id),
                    "Rule " + id,
                    RuleScope.SYSTEM,
                    condition,
                    raises,
                    threatens,
                    likelihood,
                    floor,
                    requires,
                    stop,
                    "A reason.",
                    List.of(new Source("A source")),
                    Confidence.HIGH,
                    List.of(),
                    place);
        }
    }
}
