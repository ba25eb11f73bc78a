package io.aims.rules.internal;

import io.aims.error.AimsException;
import io.aims.error.Faults;
import io.aims.rule.PackReference;
import io.aims.rules.trusted.EvaluatedSystem;
import io.aims.rules.trusted.TrustedRules;
import io.aims.text.Quoted;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.drools.model.AccumulatePattern;
import org.drools.model.Condition;
import org.drools.model.Model;
import org.drools.model.Pattern;
import org.drools.model.Rule;

/**
 * The models of trusted rules, each rule held to what it may do: it fires after the rules of the packs, on its own facts,
 * and by nothing but these. Immutable.
 */
final class TrustedModels {

    private static final String NO_MODEL = "AIMS-3126";
    private static final String NOT_ALLOWED = "AIMS-3127";
    private static final String SAME_ID = "AIMS-3128";

    private static final int MOST_NAMED = 3;

    private final List<PackReference> references;
    private final List<Model> models = new ArrayList<>();
    private final Map<RuleName, PackReference> rules = new HashMap<>();

    private record RuleName(String packageName, String name) {}

    private TrustedModels(List<TrustedRules> trusted) {
        this.references = trusted.stream().map(TrustedRules::reference).toList();
    }

    static TrustedModels of(List<TrustedRules> rules) {
        List<TrustedRules> sorted = rules.stream()
                .sorted(Comparator.comparing(each -> each.reference().id()))
                .toList();
        TrustedModels trusted = new TrustedModels(sorted);
        Faults faults = new Faults();
        Set<String> ids = new HashSet<>();
        for (TrustedRules each : sorted) {
            if (!ids.add(each.reference().id())) {
                faults.add(
                        SAME_ID,
                        null,
                        "There are two trusted rules (" + each.reference().id() + ").",
                        "Maybe they are given twice, or one of them needs another id.");
            }
            for (String name : each.models()) {
                Model model = instance(each, name);
                trusted.models.add(model);
                trusted.check(each, model, faults);
            }
        }
        faults.throwIfAny();
        return trusted;
    }

    /** Returns ids, versions and fingerprints, sorted by id. */
    List<PackReference> references() {
        return references;
    }

    List<Model> models() {
        return models;
    }

    /** Returns among which rules one stands. */
    PackReference among(String packageName, String name) {
        return Objects.requireNonNull(rules.get(new RuleName(packageName, name)));
    }

    /** Returns a rule as messages name it. */
    static String subject(String rule, PackReference among) {
        return "Trusted rule (" + Quoted.of(rule) + ") of (" + among.id() + ")";
    }

    /** Returns the rules that a message of Drools names. */
    String named(String message) {
        String names = rules.entrySet().stream()
                .filter(rule -> message.contains('"' + rule.getKey().name() + '"'))
                .map(rule -> subject(rule.getKey().name(), rule.getValue()))
                .sorted()
                .limit(MOST_NAMED)
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? "a trusted rule" : names.replace("Trusted rule", "trusted rule");
    }

    private static Model instance(TrustedRules rules, String name) {
        try {
            Object instance = Class.forName(name, true, rules.loader())
                    .getDeclaredConstructor()
                    .newInstance();
            if (instance instanceof Model model) {
                return model;
            }
        } catch (ReflectiveOperationException | LinkageError e) {
            AimsException failure = noModel(rules, name);
            failure.initCause(e);
            throw failure;
        }
        throw noModel(rules, name);
    }

    private static AimsException noModel(TrustedRules rules, String name) {
        return new AimsException(
                NO_MODEL,
                "The class (" + Quoted.of(name) + ") of trusted rules ("
                        + rules.reference().id() + ") holds no rules that can be run.",
                "Maybe the jar of the rules was packed anew, or another version of Drools is on the class path.");
    }

    private void check(TrustedRules trusted, Model model, Faults faults) {
        if (!model.getGlobals().isEmpty()) {
            refuse(trusted, "", "have globals, which nobody sets", "Maybe put what they need into a class.", faults);
        }
        for (Rule rule : model.getRules()) {
            PackReference same = rules.put(new RuleName(rule.getPackage(), rule.getName()), trusted.reference());
            if (same != null) {
                refuse(trusted, rule.getName(), "has the name of another", "Maybe rename one of them.", faults);
            }
            if (Attributes.FORBIDDEN.stream().anyMatch(attribute -> isSet(rule, attribute))) {
                refuse(
                        trusted,
                        rule.getName(),
                        "depends on the clock, a calendar or a group that nobody opens",
                        "Maybe leave these attributes out; salience and no-loop may stay.",
                        faults);
            }
            if (!beginsWithTheSystem(rule.getView())) {
                refuse(
                        trusted,
                        rule.getName(),
                        "does not begin with a pattern on " + EvaluatedSystem.class.getSimpleName(),
                        "Let it, so that it waits for the rules of the packs.",
                        faults);
            }
            if (seesPacks(rule.getView())) {
                refuse(
                        trusted,
                        rule.getName(),
                        "has a pattern on so wide a type that it would match facts of the packs",
                        "Maybe name the class that is meant.",
                        faults);
            }
        }
    }

    /** Apart, so that no class of Drools' models is loaded where no rules are trusted. */
    private static final class Attributes {

        /** What would make a rule depend on the clock, or keep it from ever firing. */
        static final List<Rule.Attribute<?>> FORBIDDEN = List.of(
                Rule.Attribute.AGENDA_GROUP,
                Rule.Attribute.RULEFLOW_GROUP,
                Rule.Attribute.DURATION,
                Rule.Attribute.TIMER,
                Rule.Attribute.CALENDARS,
                Rule.Attribute.DATE_EFFECTIVE,
                Rule.Attribute.DATE_EXPIRES);
    }

    private static void refuse(TrustedRules trusted, String rule, String what, String advice, Faults faults) {
        faults.add(
                NOT_ALLOWED,
                null,
                (rule.isEmpty()
                                ? "The trusted rules (" + trusted.reference().id() + ")"
                                : subject(rule, trusted.reference()))
                        + " " + what + ".",
                advice);
    }

    private static boolean isSet(Rule rule, Rule.Attribute<?> attribute) {
        return !Objects.equals(rule.getAttribute(attribute), attribute.getDefaultValue());
    }

    private static boolean beginsWithTheSystem(Condition condition) {
        if (condition.getType() == Condition.Type.AND) {
            return !condition.getSubConditions().isEmpty()
                    && beginsWithTheSystem(condition.getSubConditions().get(0));
        }
        return condition.getType() == Condition.Type.PATTERN
                && condition instanceof Pattern<?> pattern
                && pattern.getPatternVariable().getType() == EvaluatedSystem.class;
    }

    private static boolean seesPacks(Condition condition) {
        if (condition instanceof AccumulatePattern<?> accumulate) {
            return seesPacks(accumulate.getCondition());
        }
        if (condition instanceof Pattern<?> pattern
                && pattern.getPatternVariable() != null
                && pattern.getPatternVariable().getType().isAssignableFrom(View.class)) {
            return true;
        }
        return condition.getSubConditions().stream().anyMatch(TrustedModels::seesPacks);
    }
}
