package io.aims.catalog;

import io.aims.catalog.document.Fields;
import io.aims.catalog.document.Node;
import io.aims.control.Catalogue;
import io.aims.crosswalk.Crosswalks;
import io.aims.crosswalk.Framework;
import io.aims.crosswalk.FrameworkId;
import io.aims.crosswalk.Mapping;
import io.aims.crosswalk.ReuseDegree;
import io.aims.crosswalk.ReuseGuide;
import io.aims.error.AimsException;
import io.aims.error.Faults;
import io.aims.source.Clause;
import io.aims.source.Confidence;
import io.aims.source.Source;
import io.aims.text.Quoted;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads guides to what an organisation that runs one framework can reuse for the catalogue. Thread-safe.
 *
 * @clause ISO/IEC 42001:2023 4 to 10, Annex A
 * @since 0.1
 */
public final class ReuseGuides {

    private static final String FORM = "AIMS-2086";
    private static final String UNKNOWN_ID = "AIMS-2087";
    private static final String DISAGREES = "AIMS-2088";

    private final Catalogue catalogue;
    private final Crosswalks crosswalks;
    private final Faults faults = new Faults();

    private ReuseGuides(Catalogue catalogue, Crosswalks crosswalks) {
        this.catalogue = catalogue;
        this.crosswalks = crosswalks;
    }

    /**
     * Returns the guide for organisations that run ISO/IEC 27001:2022.
     *
     * @return the guide
     */
    public static ReuseGuide iso27001() {
        return Standard.ISO_27001;
    }

    /**
     * Returns the guide of AIMS for a framework.
     *
     * @param framework the framework that an organisation runs
     * @return empty if there is none
     */
    public static Optional<ReuseGuide> standard(FrameworkId framework) {
        return Optional.of(iso27001()).filter(guide -> guide.framework().equals(framework));
    }

    /**
     * Reads a guide.
     *
     * @param file a YAML file in the form of the standard guide
     * @param catalogue the catalogue whose controls and clauses it judges
     * @param crosswalks the mappings with which it has to agree
     * @return the guide
     * @throws AimsException with everything that is wrong with it: AIMS-2086, if it has not the form of a guide, or something is
     *     not judged, has no step or stands twice; AIMS-2087, if it names what catalogue or crosswalks do not have; AIMS-2088, if
     *     a judgement does not agree with the mappings
     */
    public static ReuseGuide read(Path file, Catalogue catalogue, Crosswalks crosswalks) {
        return read(Resources.foreign(file), catalogue, crosswalks);
    }

    static ReuseGuide read(Node document, Catalogue catalogue, Crosswalks crosswalks) {
        return new ReuseGuides(catalogue, crosswalks).guide(document);
    }

    private ReuseGuide guide(Node document) {
        Fields fields = Fields.of(document, faults, FORM, "reuse guide");
        String id = fields.requiredText("guide");
        String version = fields.requiredText("version");
        String title = fields.requiredText("title");
        FrameworkId framework = framework(fields);
        checkCatalogue(fields);
        String about = fields.requiredText("about");
        List<Source> sources = fields.sources();
        List<String> assumptions = fields.texts("assumptions");
        Judged controls = judged(fields, Subject.CONTROL, framework);
        Judged clauses = judged(fields, Subject.CLAUSE, framework);
        List<ReuseGuide.Step> steps = steps(fields, controls, clauses);
        fields.end();
        faults.throwIfAny();
        return new ReuseGuide(
                id,
                version,
                title,
                Objects.requireNonNull(framework),
                about,
                sources,
                assumptions,
                steps,
                List.copyOf(controls.entries),
                List.copyOf(clauses.entries));
    }

    private @Nullable FrameworkId framework(Fields fields) {
        Node.Scalar scalar = scalar(fields, "framework");
        if (scalar == null) {
            return null;
        }
        for (Framework known : crosswalks.frameworks()) {
            if (known.id().value().equals(scalar.text())) {
                return known.id();
            }
        }
        unknown(
                "framework",
                scalar,
                crosswalks.frameworks().stream().map(each -> each.id().value()).toList());
        return null;
    }

    private void checkCatalogue(Fields fields) {
        Node.Scalar scalar = scalar(fields, "catalogue");
        if (scalar != null && !scalar.text().equals(catalogue.id())) {
            unknown("catalogue", scalar, List.of(catalogue.id()));
        }
    }

    private static Node.@Nullable Scalar scalar(Fields fields, String key) {
        fields.requiredText(key);
        return fields.node(key)
                .filter(Node.Scalar.class::isInstance)
                .map(Node.Scalar.class::cast)
                .orElse(null);
    }

    /** What is judged. */
    private enum Subject {
        CONTROL("control", "controls"),
        CLAUSE("clause", "clauses");

        private final String one;
        private final String many;

        Subject(String one, String many) {
            this.one = one;
            this.many = many;
        }

        /** Clauses that only head others ask for nothing of their own. */
        List<String> expected(Catalogue catalogue) {
            if (this == CONTROL) {
                return catalogue.controls().stream()
                        .map(each -> each.id().value())
                        .toList();
            }
            Set<String> parents = catalogue.clauses().stream()
                    .flatMap(clause -> clause.parent().stream())
                    .collect(Collectors.toSet());
            return catalogue.clauses().stream()
                    .map(Clause::id)
                    .filter(id -> !parents.contains(id))
                    .toList();
        }
    }

    /** The entries read so far, and which ids they have. */
    private static final class Judged {

        private final Subject subject;
        private final List<String> expected;
        private final Set<String> seen = new HashSet<>();
        private final List<ReuseGuide.Entry> entries = new ArrayList<>();

        Judged(Subject subject, List<String> expected) {
            this.subject = subject;
            this.expected = expected;
        }
    }

    private Judged judged(Fields fields, Subject subject, @Nullable FrameworkId framework) {
        Judged judged = new Judged(subject, subject.expected(catalogue));
        fields.requiredNode(subject.many);
        for (Node node : fields.items(subject.many)) {
            entry(node, judged, framework);
        }
        for (String id : judged.expected) {
            if (!judged.seen.contains(id)) {
                faults.add(
                        FORM,
                        fields.place(),
                        "The " + subject.one + " (" + id + ") is not judged in the reuse guide (" + fields.place()
                                + ").",
                        "Maybe add an entry for it.");
            }
        }
        judged.entries.sort(Comparator.comparingInt(entry -> judged.expected.indexOf(entry.id())));
        return judged;
    }

    private void entry(Node node, Judged judged, @Nullable FrameworkId framework) {
        String what = judged.subject.one;
        Fields fields = Fields.of(node, faults, FORM, what);
        Node.Scalar id = scalar(fields, what);
        ReuseDegree degree = fields.requiredWord("reuse", ReuseDegree.class, ReuseDegree.NONE);
        String carries =
                degree == ReuseDegree.NONE ? fields.text("carries").orElse("") : fields.requiredText("carries");
        fields.requiredNode("remains");
        List<String> remains = fields.texts("remains");
        List<String> bring = fields.texts("bring");
        String caution = fields.text("caution").orElse("");
        String counterpart =
                judged.subject == Subject.CLAUSE ? fields.text("counterpart").orElse("") : "";
        Confidence confidence = fields.word("confidence", Confidence.class).orElse(Confidence.MEDIUM);
        fields.end();
        if (id == null || !isKnownAndNew(id, judged)) {
            return;
        }
        if (degree == ReuseDegree.UNSTATED) {
            fault(
                    id,
                    "The " + what + " (" + id.text() + ", " + id.place() + ") is not judged.",
                    "Maybe judge it NONE.");
            return;
        }
        if (degree == ReuseDegree.NONE && !carries.isBlank()) {
            fault(
                    id,
                    "The " + what + " (" + id.text() + ", " + id.place()
                            + ") is judged NONE and says what carries over.",
                    "Maybe judge it WEAK.");
            return;
        }
        checkAgreement(id, judged.subject, degree, framework);
        if (remains.isEmpty() || carries.isBlank() != (degree == ReuseDegree.NONE)) {
            return;
        }
        judged.entries.add(
                new ReuseGuide.Entry(id.text(), degree, carries, remains, bring, caution, counterpart, confidence));
    }

    private boolean isKnownAndNew(Node.Scalar id, Judged judged) {
        if (!judged.expected.contains(id.text())) {
            unknown(judged.subject.one, id, judged.expected);
            return false;
        }
        if (!judged.seen.add(id.text())) {
            fault(
                    id,
                    "The " + judged.subject.one + " (" + id.text() + ", " + id.place() + ") is judged twice.",
                    "Maybe join the entries.");
            return false;
        }
        return true;
    }

    /** Clauses are not compared: frameworks of management systems share them, and crosswalks leave them out. */
    private void checkAgreement(Node.Scalar id, Subject subject, ReuseDegree degree, @Nullable FrameworkId framework) {
        if (subject != Subject.CONTROL || framework == null) {
            return;
        }
        List<Mapping> mappings = crosswalks.between(framework, crosswalks.home().id()).stream()
                .filter(mapping -> mapping.to().value().equals(id.text()))
                .toList();
        if (!degree.agreesWith(mappings)) {
            faults.add(
                    DISAGREES,
                    id.place(),
                    "The control (" + id.text() + ", " + id.place() + ") is judged (" + degree
                            + "), and its mappings show (" + ReuseDegree.shown(mappings) + ").",
                    "Maybe judge it as its mappings show, or correct them.");
        }
    }

    private List<ReuseGuide.Step> steps(Fields fields, Judged controls, Judged clauses) {
        List<ReuseGuide.Step> steps = new ArrayList<>();
        Map<String, Node.Scalar> placed = new LinkedHashMap<>();
        for (Node node : fields.items("steps")) {
            Fields own = Fields.of(node, faults, FORM, "step");
            steps.add(new ReuseGuide.Step(
                    own.requiredText("id"),
                    own.requiredText("title"),
                    own.requiredText("why"),
                    placed(own, controls, placed),
                    placed(own, clauses, placed)));
            own.end();
        }
        for (Judged judged : List.of(controls, clauses)) {
            for (String id : judged.expected) {
                if (!placed.containsKey(id)) {
                    faults.add(
                            FORM,
                            fields.place(),
                            "The " + judged.subject.one + " (" + id + ") has no step in the reuse guide ("
                                    + fields.place() + ").",
                            "Maybe add it to the step in which it is worked on.");
                }
            }
        }
        return steps;
    }

    private List<String> placed(Fields step, Judged judged, Map<String, Node.Scalar> placed) {
        List<String> ids = new ArrayList<>();
        for (Node.Scalar scalar : step.scalars(judged.subject.many)) {
            if (!judged.expected.contains(scalar.text())) {
                unknown(judged.subject.one, scalar, judged.expected);
            } else if (placed.putIfAbsent(scalar.text(), scalar) != null) {
                fault(
                        scalar,
                        "The " + judged.subject.one + " (" + scalar.text() + ", " + scalar.place()
                                + ") stands in two steps.",
                        "Maybe keep the earlier one.");
            } else {
                ids.add(scalar.text());
            }
        }
        return ids;
    }

    private void fault(Node.Scalar scalar, String message, String advice) {
        faults.add(FORM, scalar.place(), message, advice);
    }

    private void unknown(String what, Node.Scalar scalar, Collection<String> allowed) {
        faults.add(
                UNKNOWN_ID,
                scalar.place(),
                "The " + what + " (" + Quoted.of(scalar.text()) + ", " + scalar.place() + ") is not known.",
                Fields.advice(scalar.text(), allowed));
    }

    /** Read when first used. */
    private static final class Standard {

        static final ReuseGuide ISO_27001 = load();

        private static ReuseGuide load() {
            try {
                return read(
                        Resources.own("crosswalk/reuse-iso-27001.yaml"),
                        Catalogues.iso42001(),
                        CrosswalkFiles.standard());
            } catch (AimsException e) {
                throw new IllegalStateException("The reuse guide in the jar of aims-catalog is damaged", e);
            }
        }
    }
}
