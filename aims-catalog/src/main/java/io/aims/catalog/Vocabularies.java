package io.aims.catalog;

import io.aims.catalog.answers.CharacteristicReader;
import io.aims.catalog.document.Fields;
import io.aims.catalog.document.Node;
import io.aims.error.Faults;
import io.aims.system.Bounds;
import io.aims.system.Characteristic;
import io.aims.system.CharacteristicValue;
import io.aims.system.ContradictionRule;
import io.aims.system.EnumeratedCharacteristic;
import io.aims.system.NominalCharacteristic;
import io.aims.system.OrdinalCharacteristic;
import io.aims.system.SetCharacteristic;
import io.aims.system.Vocabulary;
import io.aims.system.VocabularyEntry;
import io.aims.system.vocabulary.Characteristics;
import io.aims.text.Quoted;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads vocabularies. Thread-safe.
 *
 * @since 0.1
 */
public final class Vocabularies {

    static final String COMPILED = "vocabulary/characteristics.form";

    private static final String CODE = "AIMS-2020";

    private Vocabularies() {}

    /**
     * Returns the vocabulary of AIMS: 79 characteristics, each the constant of {@link Characteristics}.
     *
     * @return the vocabulary
     */
    public static Vocabulary standard() {
        return Standard.VOCABULARY;
    }

    /** Reads the documents from which the build compiles the vocabulary. */
    static Vocabulary standardFromDocuments() {
        return read(
                Resources.own("vocabulary/characteristics.yaml"),
                Resources.own("vocabulary/contradictions.yaml"),
                Characteristics.all());
    }

    static Vocabulary read(Node characteristics, Node contradictions, List<Characteristic<?>> builtIn) {
        Faults faults = new Faults();
        Fields fields = Fields.of(characteristics, faults, CODE, "vocabulary");
        String id = fields.requiredText("vocabulary");
        String version = fields.requiredText("version");
        Map<String, String> sections = new LinkedHashMap<>();
        for (Node section : fields.items("sections")) {
            Fields sectionFields = Fields.of(section, faults, CODE, "section");
            sections.put(sectionFields.requiredText("id"), sectionFields.requiredText("title"));
            sectionFields.end();
        }
        Map<String, Characteristic<?>> typed = new HashMap<>();
        builtIn.forEach(characteristic -> typed.put(characteristic.id(), characteristic));
        List<VocabularyEntry> entries = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (Node node : fields.items("characteristics")) {
            CharacteristicReader.read(node, faults).ifPresent(entry -> {
                check(entry, sections, ids, node, faults);
                entries.add(typed(entry, typed, node, faults));
            });
        }
        fields.end();
        faults.throwIfAny();
        Map<String, Characteristic<?>> known = new LinkedHashMap<>();
        entries.forEach(entry -> known.put(entry.characteristic().id(), entry.characteristic()));
        List<ContradictionRule> rules = contradictions(contradictions, known, faults);
        faults.throwIfAny();
        return new Vocabulary(id, version, sections, entries, rules);
    }

    private static void check(
            VocabularyEntry entry, Map<String, String> sections, Set<String> ids, Node node, Faults faults) {
        String id = entry.characteristic().id();
        if (!ids.add(id)) {
            faults.add(
                    CODE,
                    node.place(),
                    "The characteristic (" + id + ", " + node.place() + ") stands twice.",
                    "Maybe one of them needs another id.");
        }
        if (!sections.containsKey(entry.section())) {
            faults.add(
                    CODE,
                    node.place(),
                    "The section (" + Quoted.of(entry.section()) + ") of characteristic (" + id + ", " + node.place()
                            + ") is not known.",
                    Fields.advice(entry.section(), sections.keySet()));
        }
    }

    private static VocabularyEntry typed(
            VocabularyEntry entry, Map<String, Characteristic<?>> typed, Node node, Faults faults) {
        Characteristic<?> constant = typed.get(entry.characteristic().id());
        if (constant == null
                || !constant.type().equals(entry.characteristic().type())
                || !sameValues(constant, entry)) {
            faults.add(
                    CODE,
                    node.place(),
                    "The characteristic (" + entry.characteristic().id() + ", " + node.place()
                            + ") differs from its constant in Characteristics.",
                    "Maybe a value was added in one place only.");
            return entry;
        }
        return new VocabularyEntry(
                constant,
                entry.section(),
                entry.tier(),
                entry.question(),
                entry.meanings(),
                entry.definition(),
                entry.feeds(),
                entry.sources(),
                entry.given());
    }

    private static boolean sameValues(Characteristic<?> constant, VocabularyEntry entry) {
        if (constant instanceof EnumeratedCharacteristic<?> enumerated) {
            return enumerated.valueIds().equals(((EnumeratedCharacteristic<?>) entry.characteristic()).valueIds());
        }
        return constant.equals(entry.characteristic());
    }

    private static List<ContradictionRule> contradictions(
            Node node, Map<String, Characteristic<?>> known, Faults faults) {
        Fields fields = Fields.of(node, faults, CODE, "contradictions");
        fields.requiredText("vocabulary");
        fields.requiredText("version");
        List<ContradictionRule> rules = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (Node item : fields.items("contradictions")) {
            Fields rule = Fields.of(item, faults, CODE, "contradiction");
            String id = rule.requiredText("id");
            String why = rule.requiredText("why");
            rule.text("note");
            List<ContradictionRule.Claim> claims = new ArrayList<>();
            List<Node.Entry> stated = rule.requiredNode("claims").orElse(null) instanceof Node.Mapping map
                    ? List.copyOf(map.entries().values())
                    : List.of();
            stated.forEach(entry -> claim(entry, known, id, faults).ifPresent(claims::add));
            rule.end();
            if (!ids.add(id)) {
                faults.add(
                        CODE,
                        item.place(),
                        "The contradiction (" + Quoted.of(id) + ", " + item.place() + ") stands twice.",
                        "Maybe one of them needs another id.");
            }
            if (stated.size() < 2) {
                faults.add(
                        CODE,
                        item.place(),
                        "The contradiction (" + Quoted.of(id) + ", " + item.place()
                                + ") must have at least two claims, not " + stated.size() + ".",
                        "Maybe a claim about another characteristic is missing.");
            } else if (claims.size() == stated.size()) {
                rules.add(new ContradictionRule(id, claims, why));
            }
        }
        fields.end();
        return rules;
    }

    private static Optional<ContradictionRule.Claim> claim(
            Node.Entry entry, Map<String, Characteristic<?>> known, String id, Faults faults) {
        Characteristic<?> characteristic = known.get(entry.key());
        Fields fields = Fields.of(entry.value(), faults, CODE, "claim of contradiction (" + Quoted.of(id) + ")");
        Optional<String> least = fields.text("atLeast");
        Optional<String> most = fields.text("atMost");
        boolean notEmpty = fields.text("notEmpty").filter("true"::equals).isPresent();
        boolean empty = fields.text("empty").filter("true"::equals).isPresent();
        List<String> within = fields.texts("within");
        List<String> contains = fields.texts("contains");
        List<String> in = fields.texts("in");
        fields.end();
        try {
            if (characteristic instanceof OrdinalCharacteristic<?> ordinal && (least.isPresent() || most.isPresent())) {
                int top = ordinal.values().size() - 1;
                int low = least.map(text -> position(ordinal, text)).orElse(0);
                int high = most.map(text -> position(ordinal, text)).orElse(top);
                return Optional.of(new ContradictionRule.Within(ordinal, new Bounds.Ranks(low, high)));
            }
            if (characteristic instanceof SetCharacteristic<?> set) {
                if (notEmpty) {
                    return Optional.of(new ContradictionRule.NotEmpty(set));
                }
                if (empty) {
                    return Optional.of(new ContradictionRule.Within(set, new Bounds.Members(0, true)));
                }
                if (!contains.isEmpty()) {
                    return Optional.of(
                            new ContradictionRule.Within(set, new Bounds.Members(mask(set, contains), false)));
                }
                if (!within.isEmpty()) {
                    return Optional.of(new ContradictionRule.Only(set, mask(set, within)));
                }
            }
            if (characteristic instanceof NominalCharacteristic<?> nominal && !in.isEmpty()) {
                return Optional.of(new ContradictionRule.Within(nominal, new Bounds.OneOf(mask(nominal, in))));
            }
        } catch (IllegalArgumentException e) {
            faults.add(
                    CODE,
                    entry.keyPlace(),
                    "The claim about (" + Quoted.of(entry.key()) + ", " + entry.keyPlace() + ") cannot be made: "
                            + e.getMessage() + ".",
                    "Maybe the value was renamed.");
            return Optional.empty();
        }
        faults.add(
                CODE,
                entry.keyPlace(),
                "The claim about (" + Quoted.of(entry.key()) + ", " + entry.keyPlace() + ") has no form that is known.",
                "Maybe it is {atLeast: ...}, {notEmpty: true} or {in: [...]}.");
        return Optional.empty();
    }

    private static int position(EnumeratedCharacteristic<?> characteristic, String valueId) {
        CharacteristicValue value = characteristic
                .value(valueId)
                .orElseThrow(() -> new IllegalArgumentException(
                        "Characteristic " + characteristic.id() + " has no value " + Quoted.of(valueId)));
        return characteristic.position(value);
    }

    private static long mask(EnumeratedCharacteristic<?> characteristic, List<String> valueIds) {
        long mask = 0;
        for (String valueId : valueIds) {
            mask |= 1L << position(characteristic, valueId);
        }
        return mask;
    }

    /** Read when first used. */
    private static final class Standard {

        static final Vocabulary VOCABULARY = Resources.compiled(
                COMPILED, CompiledVocabulary.FORM, in -> CompiledVocabulary.read(in, Characteristics.all()));
    }
}
