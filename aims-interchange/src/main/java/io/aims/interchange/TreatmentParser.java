package io.aims.interchange;

import io.aims.catalog.document.Fields;
import io.aims.catalog.document.Node;
import io.aims.control.Catalogue;
import io.aims.control.ControlId;
import io.aims.error.Faults;
import io.aims.error.Place;
import io.aims.risk.ObjectiveId;
import io.aims.risk.RiskLevel;
import io.aims.text.Quoted;
import io.aims.treatment.ControlState.Stage;
import io.aims.treatment.Treatment;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Makes decisions about risks of a document that was read. */
final class TreatmentParser {

    private static final String UNKNOWN = "AIMS-1039";
    private static final String NOT_FILLED_IN = "AIMS-1040";
    private static final String TWICE = "AIMS-1041";

    private final Catalogue catalogue;
    private final List<String> controls;
    private final List<String> objectives;

    /** What is decided; the word is the key under which a document names the control or objective. */
    private enum Kind {
        MODIFY,
        SHARE,
        AVOID,
        RETAIN;

        private final String key = name().toLowerCase(Locale.ROOT);
    }

    TreatmentParser(Catalogue catalogue) {
        this.catalogue = catalogue;
        this.controls = catalogue.controls().stream()
                .map(control -> control.id().value())
                .toList();
        this.objectives = catalogue.objectives().stream()
                .map(objective -> objective.id().value())
                .toList();
    }

    /** Reads the decisions about the risks of one system. */
    List<Treatment> read(Node.Entry system, Faults faults) {
        String of = "system (" + Quoted.of(system.key()) + ")";
        if (!(system.value() instanceof Node.Sequence list)) {
            Place place = system.value().place();
            faults.add(
                    TreatmentsReader.WRONG_FORM,
                    place,
                    "The treatments of " + of + " (" + place + ") must be a list, not "
                            + system.value().kind() + ".",
                    "Maybe write [] if nothing is decided.");
            return List.of();
        }
        List<Treatment> treatments = new ArrayList<>();
        Map<String, Place> decided = new HashMap<>();
        for (Node item : list.items()) {
            treatment(item, of, decided, faults).ifPresent(treatments::add);
        }
        return treatments;
    }

    private Optional<Treatment> treatment(Node item, String system, Map<String, Place> decided, Faults faults) {
        if (!(item instanceof Node.Mapping mapping)) {
            faults.add(
                    TreatmentsReader.WRONG_FORM,
                    item.place(),
                    "The treatment of " + system + " (" + item.place() + ") must be a map, not " + item.kind() + ".",
                    "Maybe the indentation is off.");
            return Optional.empty();
        }
        List<Kind> kinds = Arrays.stream(Kind.values())
                .filter(kind -> mapping.get(kind.key).isPresent())
                .toList();
        if (kinds.size() == 1) {
            return new Item(mapping, kinds.get(0), system, faults).read(decided);
        }
        faults.add(
                TreatmentsReader.WRONG_FORM,
                item.place(),
                "The treatment of " + system + " (" + item.place()
                        + ") must be one of modify, share, avoid and retain, "
                        + (kinds.isEmpty() ? "and is none." : "not several at once."),
                kinds.isEmpty() ? "Maybe write modify: with the id of a control." : "Maybe make it several items.");
        return Optional.empty();
    }

    /** One decision while it is read. */
    private final class Item {

        private final Kind kind;
        private final String subject;
        private final Fields fields;
        private final Faults faults;
        private final Node.Mapping mapping;
        private boolean isComplete = true;

        Item(Node.Mapping mapping, Kind kind, String system, Faults faults) {
            this.mapping = mapping;
            this.kind = kind;
            this.faults = faults;
            String named = mapping.get(kind.key)
                    .filter(Node.Scalar.class::isInstance)
                    .map(node -> " " + Quoted.of(((Node.Scalar) node).text()))
                    .orElse("");
            this.subject = "treatment (" + kind.key + named + ") of " + system;
            this.fields = Fields.of(mapping, faults, TreatmentsReader.WRONG_FORM, subject);
        }

        Optional<Treatment> read(Map<String, Place> decided) {
            String id = kind == Kind.MODIFY ? id("control", controls, decided) : id("objective", objectives, decided);
            Stage target = kind == Kind.MODIFY ? word("to", Stage.class, Stage.EFFECTIVE) : Stage.EFFECTIVE;
            RiskLevel accepted =
                    kind == Kind.RETAIN ? word("accepted", RiskLevel.class, RiskLevel.VERY_LOW) : RiskLevel.VERY_LOW;
            String said = switch (kind) {
                case MODIFY -> "";
                case SHARE -> said("with");
                case AVOID -> said("activity");
                case RETAIN -> said("reason");
            };
            String owner = said("owner");
            LocalDate due = day();
            String approver = said("approver");
            fields.end();
            if (!isComplete) {
                return Optional.empty();
            }
            return Optional.of(
                    switch (kind) {
                        case MODIFY -> new Treatment.Modify(new ControlId(id), target, owner, due, approver);
                        case SHARE -> new Treatment.Share(new ObjectiveId(id), said, owner, due, approver);
                        case AVOID -> new Treatment.Avoid(said, new ObjectiveId(id), owner, due, approver);
                        case RETAIN -> new Treatment.Retain(new ObjectiveId(id), accepted, said, owner, due, approver);
                    });
        }

        /** Reads which control or objective is meant. A control is brought to a stage once, a risk retained once. */
        private String id(String what, List<String> known, Map<String, Place> decided) {
            String id = said(kind.key);
            Place place = place(kind.key);
            if (!id.isEmpty() && !known.contains(id)) {
                isComplete = false;
                faults.add(
                        UNKNOWN,
                        place,
                        "The " + what + " of the " + subject + " (" + place + ") is absent from catalogue ("
                                + catalogue.id() + ").",
                        Fields.advice(id, known));
            } else if (kind == Kind.MODIFY || kind == Kind.RETAIN) {
                Place before = decided.putIfAbsent(kind.key + " " + id, place);
                if (before != null && !id.isEmpty()) {
                    faults.add(
                            TWICE,
                            place,
                            "The " + subject + " (" + place + ") is decided already (" + before + ").",
                            "Keep one decision.");
                }
            }
            return id;
        }

        private <E extends Enum<E>> E word(String key, Class<E> type, E otherwise) {
            Optional<E> word = isFilledIn(key) ? fields.word(key, type) : Optional.empty();
            isComplete &= word.isPresent();
            return word.orElse(otherwise);
        }

        private String said(String key) {
            String text = isFilledIn(key) ? fields.text(key).orElse("") : "";
            isComplete &= !text.isEmpty();
            return text;
        }

        private LocalDate day() {
            String text = said("due");
            try {
                return text.isEmpty() ? LocalDate.MIN : LocalDate.parse(text);
            } catch (DateTimeException e) {
                isComplete = false;
                faults.add(
                        NOT_FILLED_IN,
                        place("due"),
                        "The due (" + Quoted.of(text) + ") of the " + subject + " (" + place("due")
                                + ") is no day of the calendar.",
                        "Write year, month and day, for example 2026-03-01.");
                return LocalDate.MIN;
            }
        }

        private boolean isFilledIn(String key) {
            boolean isEmpty = fields.node(key)
                    .map(node ->
                            node instanceof Node.Scalar scalar && scalar.text().isBlank())
                    .orElse(true);
            if (isEmpty) {
                faults.add(
                        NOT_FILLED_IN,
                        place(key),
                        "The " + key + " of the " + subject + " (" + place(key) + ") is not filled in.",
                        "A decision without it cannot be followed up.");
            }
            return !isEmpty;
        }

        /** Where a value stands or should stand. */
        private Place place(String key) {
            return mapping.get(key).map(Node::place).orElse(mapping.place());
        }
    }
}
