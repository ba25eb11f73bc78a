package io.aims.testing.baseline;

import io.aims.Aims;
import io.aims.control.ControlStatus;
import io.aims.evaluation.ControlResult;
import io.aims.evaluation.Evaluation;
import io.aims.evaluation.Finding;
import io.aims.interchange.SystemDocument;
import io.aims.law.Classification;
import io.aims.law.LegalClass;
import io.aims.rule.Truth;
import io.aims.text.NaturalOrder;
import io.aims.treatment.Gap;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The facts about one system that a baseline keeps: by section, by id, in words that never change their form.
 *
 * @param facts the facts, sorted by section and id
 */
record SystemOutcomes(Map<Section, SortedMap<String, String>> facts) {

    /** The id of the overall level among those of objectives. */
    static final String OVERALL = "overall";

    /** The only entry among the gaps of a system of which no control has a state. */
    static final String NOT_STATED = "notStated";

    SystemOutcomes {
        Map<Section, SortedMap<String, String>> copy = new EnumMap<>(Section.class);
        facts.forEach((section, values) -> {
            SortedMap<String, String> sorted = new TreeMap<>(NaturalOrder.comparator());
            sorted.putAll(values);
            copy.put(section, Collections.unmodifiableSortedMap(sorted));
        });
        facts = Collections.unmodifiableMap(copy);
    }

    SortedMap<String, String> of(Section section) {
        return facts.getOrDefault(section, Collections.emptySortedMap());
    }

    static SystemOutcomes of(Aims aims, SystemDocument document, LocalDate asOf) {
        return new Collector(aims, document, asOf).collect();
    }

    /** Puts the facts together. */
    private static final class Collector {

        private final Aims aims;
        private final SystemDocument document;
        private final LocalDate asOf;
        private final Evaluation evaluation;
        private final Map<Section, SortedMap<String, String>> facts = new EnumMap<>(Section.class);

        Collector(Aims aims, SystemDocument document, LocalDate asOf) {
            this.aims = aims;
            this.document = document;
            this.asOf = asOf;
            this.evaluation = aims.evaluate(document.system(), asOf);
        }

        SystemOutcomes collect() {
            evaluation.contradictions().forEach(each -> put(Section.CONTRADICTIONS, each.id(), "present"));
            evaluation.stops().forEach(stop -> put(Section.STOPS, stop.rule().id(), holds(stop.status())));
            aims.laws().forEach(law -> put(Section.LAWS, law.id(), law(law.id())));
            put(Section.LEVELS, OVERALL, evaluation.level());
            evaluation
                    .risks()
                    .forEach(risk -> put(Section.LEVELS, risk.objective().id(), risk.level()));
            evaluation
                    .riskSources()
                    .forEach(source -> put(Section.RISK_SOURCES, source.source().id(), presence(source.status())));
            evaluation
                    .controls()
                    .forEach(control -> put(Section.CONTROLS, control.control().id(), control(control)));
            gaps();
            evaluation.findings().stream()
                    .filter(Finding::isCertain)
                    .forEach(finding -> put(Section.RULES, finding.rule().id(), holds(finding.status())));
            document.system().answers().forEach((id, answer) -> put(Section.ANSWERS, id, answer.text()));
            return new SystemOutcomes(facts);
        }

        private void put(Section section, Object id, Object text) {
            facts.computeIfAbsent(section, key -> new TreeMap<>()).put(id.toString(), text.toString());
        }

        private void gaps() {
            if (document.controls().states().isEmpty()
                    && document.controls().open().isEmpty()) {
                put(Section.GAPS, NOT_STATED, "no control has a state");
                return;
            }
            aims.gaps(evaluation, document.controls(), asOf).stream()
                    .filter(Gap::isOpen)
                    .forEach(gap -> put(Section.GAPS, gap.safeguard().control().id(), gap.kind()));
        }

        private String law(String id) {
            Classification classification = aims.classify(document.system(), id, asOf);
            String classes = classification.possible().stream()
                    .map(LegalClass::id)
                    .map(Object::toString)
                    .collect(Collectors.joining(" or "));
            return classification.stops() ? classes + ", stopped" : classes;
        }

        private static String control(ControlResult control) {
            boolean isNeeded = control.status().isSafeguard() || control.status() == ControlStatus.ROLE_EXCLUDED;
            return control.status()
                    + control.priority()
                            .filter(priority -> isNeeded)
                            .map(p -> " " + p)
                            .orElse("");
        }

        private static String holds(Truth truth) {
            return truth == Truth.TRUE ? "holds" : "may hold";
        }

        private static String presence(Truth truth) {
            return switch (truth) {
                case TRUE -> "present";
                case UNDETERMINED -> "open";
                case FALSE -> "absent";
            };
        }
    }
}
