package io.aims.rules.drl;

import io.aims.evaluation.Outcomes;
import io.aims.evaluation.RiskMethod;
import io.aims.evaluation.StratumResults;
import io.aims.risk.Objective;
import io.aims.risk.RiskLevel;
import io.aims.rule.Condition;
import io.aims.rule.RuleBase;
import io.aims.system.AiSystem;
import io.aims.system.BooleanCharacteristic;
import io.aims.system.Bounds;
import io.aims.system.Characteristic;
import io.aims.system.DateCharacteristic;
import io.aims.system.EnumeratedCharacteristic;
import io.aims.system.ScaleCharacteristic;
import io.aims.system.VocabularyEntry;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.definition.type.FactType;
import org.kie.api.runtime.KieSession;

/** Exported DRL, compiled by Drools' own compiler and run as its users would, without a class of AIMS. */
final class CompiledDrl {

    private static final String PACKAGE = "aims.rules";
    private static final BigDecimal NO_LIMIT = new BigDecimal("1E+2000");

    private final RuleBase base;
    private final RiskMethod method;
    private final DrlNames names;
    private final KieBase kieBase;
    private final Map<String, Integer> positions = new HashMap<>();
    private final Map<String, Object> constants = new HashMap<>();

    CompiledDrl(RuleBase base, KieBase kieBase) {
        this.base = base;
        this.method = new RiskMethod(base);
        this.names = new DrlNames(base.vocabulary());
        this.kieBase = kieBase;
        for (int i = 0; i < base.rules().size(); i++) {
            positions.put(base.rules().get(i).id().value(), i);
        }
    }

    static KieBase compile(Map<String, String> files) {
        KieServices services = KieServices.get();
        KieFileSystem sources = services.newKieFileSystem();
        files.forEach((name, text) -> sources.write("src/main/resources/aims/rules/" + name, text));
        KieBuilder builder = services.newKieBuilder(sources).buildAll(ExecutableModelProject.class);
        if (builder.getResults().hasMessages(Message.Level.WARNING)) {
            throw new AssertionError(builder.getResults().getMessages().stream()
                    .limit(5)
                    .map(message -> message.getPath() + ":" + message.getLine() + " " + message.getText())
                    .collect(Collectors.joining("\n")));
        }
        return services.newKieContainer(builder.getKieModule().getReleaseId()).getKieBase();
    }

    /** Returns what the rules find, and inserts the levels that rules read until nothing changes. */
    Outcomes run(AiSystem system) {
        KieSession session = kieBase.newKieSession();
        try {
            session.insert(fact(system, false));
            session.insert(fact(system, true));
            boolean readsLevels = base.rules().stream()
                    .flatMap(rule -> rule.condition().tests().stream())
                    .anyMatch(Condition.LevelAtLeast.class::isInstance);
            Set<String> inserted = new HashSet<>();
            Outcomes outcomes;
            boolean more;
            do {
                session.fireAllRules();
                outcomes = findings(session);
                more = readsLevels && insertLevels(session, outcomes, inserted);
            } while (more);
            return outcomes;
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        } finally {
            session.dispose();
        }
    }

    private Outcomes findings(KieSession session) {
        FactType type = kieBase.getFactType(PACKAGE, "Finding");
        BitSet certain = new BitSet();
        BitSet possible = new BitSet();
        for (Object finding : session.getObjects(type.getFactClass()::isInstance)) {
            int rule = positions.get((String) type.get(finding, "rule"));
            ("LOW".equals(type.get(finding, "view").toString()) ? certain : possible).set(rule);
        }
        return new Outcomes(certain, possible);
    }

    private boolean insertLevels(KieSession session, Outcomes outcomes, Set<String> inserted)
            throws ReflectiveOperationException {
        StratumResults results = method.results(outcomes.certain(), outcomes.possible());
        boolean more = false;
        for (Objective objective : base.catalogue().objectives()) {
            var range = results.level(objective.id());
            more |= insertLevel(session, "LOW", objective, range.low(), inserted);
            more |= insertLevel(session, "HIGH", objective, range.high(), inserted);
        }
        return more;
    }

    private boolean insertLevel(
            KieSession session, String view, Objective objective, RiskLevel level, Set<String> inserted)
            throws ReflectiveOperationException {
        if (!inserted.add(view + objective.id() + level)) {
            return false;
        }
        FactType type = kieBase.getFactType(PACKAGE, "ObjectiveLevel");
        Object fact = type.newInstance();
        type.set(fact, "view", constant("View", view));
        type.set(fact, "objective", objective.id().value());
        type.set(fact, "level", constant("Level", level.name()));
        session.insert(fact);
        return true;
    }

    private Object fact(AiSystem system, boolean high) throws ReflectiveOperationException {
        FactType type = kieBase.getFactType(PACKAGE, "AiSystem");
        Object fact = type.newInstance();
        type.set(fact, "view", constant("View", high ? "HIGH" : "LOW"));
        for (VocabularyEntry entry : base.vocabulary().entries()) {
            Characteristic<?> characteristic = entry.characteristic();
            if (characteristic instanceof DateCharacteristic) {
                continue;
            }
            type.set(fact, names.field(characteristic), value(characteristic, system.bounds(characteristic), high));
        }
        return fact;
    }

    private Object value(Characteristic<?> characteristic, Bounds bounds, boolean high) {
        if (bounds instanceof Bounds.Numbers numbers) {
            if (characteristic instanceof ScaleCharacteristic) {
                BigDecimal number = high ? numbers.low() : numbers.high();
                return number.setScale(0, RoundingMode.CEILING).intValueExact();
            }
            return !high ? numbers.low() : numbers.high() == null ? NO_LIMIT : numbers.high();
        }
        EnumeratedCharacteristic<?> enumerated = (EnumeratedCharacteristic<?>) characteristic;
        if (bounds instanceof Bounds.Ranks ranks) {
            int rank = high ? ranks.high() : ranks.low();
            return enumerated instanceof BooleanCharacteristic
                    ? (Object) (rank == 1)
                    : constant(
                            names.type(enumerated), names.constants(enumerated).get(rank));
        }
        long bits = bounds instanceof Bounds.OneOf oneOf ? oneOf.possible() : members((Bounds.Members) bounds, high);
        Set<Object> set = new HashSet<>();
        for (int position = 0; position < enumerated.values().size(); position++) {
            if ((bits >>> position & 1) != 0) {
                set.add(constant(
                        names.type(enumerated), names.constants(enumerated).get(position)));
            }
        }
        return set;
    }

    private static long members(Bounds.Members members, boolean high) {
        return high && !members.complete() ? -1 : members.known();
    }

    private Object constant(String type, String name) {
        return constants.computeIfAbsent(type + "." + name, key -> {
            try {
                ClassLoader loader =
                        kieBase.getFactType(PACKAGE, "AiSystem").getFactClass().getClassLoader();
                return loader.loadClass(PACKAGE + "." + type).getField(name).get(null);
            } catch (ReflectiveOperationException e) {
                throw new AssertionError(e);
            }
        });
    }
}
