package io.aims.catalog;

import io.aims.catalog.document.Fields;
import io.aims.catalog.document.Node;
import io.aims.control.Catalogue;
import io.aims.error.AimsException;
import io.aims.error.Faults;
import io.aims.source.Clause;
import io.aims.system.Vocabulary;
import io.aims.text.Quoted;
import io.aims.treatment.assessment.ClauseGuide;
import io.aims.treatment.assessment.ClauseNeed;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads guides to what evaluations evidence of the clauses of a standard. Thread-safe.
 *
 * @clause ISO/IEC 42001:2023 4 to 10
 * @since 0.1
 */
public final class ClauseGuides {

    private static final String FORM = "AIMS-2034";
    private static final String UNKNOWN_ID = "AIMS-2035";

    private final Catalogue catalogue;
    private final Vocabulary vocabulary;
    private final Faults faults = new Faults();

    private ClauseGuides(Catalogue catalogue, Vocabulary vocabulary) {
        this.catalogue = catalogue;
        this.vocabulary = vocabulary;
    }

    /**
     * Returns the guide to clauses 4 to 10 of ISO/IEC 42001:2023.
     *
     * @return the guide
     */
    public static ClauseGuide standard() {
        return Standard.GUIDE;
    }

    /**
     * Reads a guide.
     *
     * @param file a YAML file in the form of the standard guide
     * @param catalogue the catalogue whose clauses, controls and objectives it names
     * @param vocabulary the vocabulary whose characteristics it names
     * @return the guide
     * @throws AimsException with everything that is wrong with it: AIMS-2034, if it has not the form of a guide, or a clause
     *     that evaluations can evidence has no entry; AIMS-2035, if it names what catalogue or vocabulary do not have
     */
    public static ClauseGuide read(Path file, Catalogue catalogue, Vocabulary vocabulary) {
        return read(Resources.foreign(file), catalogue, vocabulary);
    }

    static ClauseGuide read(Node document, Catalogue catalogue, Vocabulary vocabulary) {
        return new ClauseGuides(catalogue, vocabulary).guide(document);
    }

    private ClauseGuide guide(Node document) {
        Fields fields = Fields.of(document, faults, FORM, "clause guide");
        String id = fields.requiredText("guide");
        String version = fields.requiredText("version");
        String title = fields.requiredText("title");
        fields.sources();
        List<ClauseGuide.Entry> entries = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Node node : fields.items("clauses")) {
            entry(node, seen).ifPresent(entries::add);
        }
        fields.end();
        checkComplete(seen, document);
        faults.throwIfAny();
        return new ClauseGuide(id, version, title, entries);
    }

    private Optional<ClauseGuide.Entry> entry(Node node, Set<String> seen) {
        Fields fields = Fields.of(node, faults, FORM, "clause");
        String id = fields.requiredText("clause");
        Optional<Clause> clause = catalogue.clause(id);
        if (clause.isEmpty()) {
            unknown(
                    "clause",
                    new Node.Scalar(id, true, node.place()),
                    catalogue.clauses().stream().map(Clause::id).toList());
        } else if (clause.get().evidence() == Clause.Evidence.NO) {
            fault(
                    node,
                    "The clause (" + id + ", " + node.place() + ") cannot be evidenced by evaluations.",
                    "Maybe leave it out.");
        }
        if (!seen.add(id)) {
            fault(
                    node,
                    "The clause (" + Quoted.of(id) + ", " + node.place() + ") stands twice in the guide.",
                    "Maybe join what it needs.");
        }
        List<ClauseNeed> needs = needs(fields, "needs");
        List<ClauseNeed> tells = needs(fields, "tells");
        if (needs.isEmpty()) {
            fault(
                    node,
                    "The clause (" + Quoted.of(id) + ", " + node.place() + ") needs nothing.",
                    "Maybe leave it out: it is then evidenced by nothing.");
        }
        fields.end();
        return needs.isEmpty() ? Optional.empty() : Optional.of(new ClauseGuide.Entry(id, needs, tells));
    }

    private List<ClauseNeed> needs(Fields fields, String key) {
        List<ClauseNeed> needs = new ArrayList<>();
        for (Node node : fields.items(key)) {
            Fields own = Fields.of(node, faults, FORM, "need");
            Optional<ClauseNeed.Kind> kind =
                    own.requiredNode("what").isEmpty() ? Optional.empty() : own.word("what", ClauseNeed.Kind.class);
            List<Node.Scalar> of = own.scalars("of");
            own.end();
            kind.flatMap(known -> need(node, known, of)).ifPresent(needs::add);
        }
        return needs;
    }

    private Optional<ClauseNeed> need(Node node, ClauseNeed.Kind kind, List<Node.Scalar> of) {
        ClauseNeed.About about = kind.about();
        if (of.isEmpty() != (about == ClauseNeed.About.NOTHING)) {
            fault(
                    node,
                    "The need (" + kind + ", " + node.place() + ") "
                            + (of.isEmpty() ? "does not say of what." : "is of nothing in particular."),
                    of.isEmpty() ? "Maybe add a line with of." : "Maybe leave out of.");
            return Optional.empty();
        }
        List<String> known = known(about);
        for (Node.Scalar scalar : of) {
            if (!known.contains(scalar.text())) {
                unknown(what(about), scalar, known);
            }
        }
        return Optional.of(
                new ClauseNeed(kind, of.stream().map(Node.Scalar::text).toList()));
    }

    private List<String> known(ClauseNeed.About about) {
        return switch (about) {
            case NOTHING -> List.of();
            case CHARACTERISTICS -> List.copyOf(vocabulary.ids());
            case OBJECTIVES ->
                catalogue.objectives().stream().map(each -> each.id().value()).toList();
            case CONTROLS ->
                catalogue.controls().stream().map(each -> each.id().value()).toList();
        };
    }

    private static String what(ClauseNeed.About about) {
        return switch (about) {
            case NOTHING -> "id";
            case CHARACTERISTICS -> "characteristic";
            case OBJECTIVES -> "objective";
            case CONTROLS -> "control";
        };
    }

    /** A clause that evaluations can evidence and that heads no others needs an entry. */
    private void checkComplete(Set<String> seen, Node document) {
        Set<String> parents = catalogue.clauses().stream()
                .flatMap(clause -> clause.parent().stream())
                .collect(Collectors.toSet());
        for (Clause clause : catalogue.clauses()) {
            if (clause.evidence() != Clause.Evidence.NO
                    && !parents.contains(clause.id())
                    && !seen.contains(clause.id())) {
                fault(
                        document,
                        "The clause (" + clause.id() + ") can be evidenced and stands not in the guide ("
                                + document.place() + ").",
                        "Maybe add what it needs.");
            }
        }
    }

    private void fault(Node node, String message, String advice) {
        faults.add(FORM, node.place(), message, advice);
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

        static final ClauseGuide GUIDE = load();

        private static ClauseGuide load() {
            try {
                return read(
                        Resources.own("assessment/clause-evidence.yaml"),
                        Catalogues.iso42001(),
                        Vocabularies.standard());
            } catch (AimsException e) {
                throw new IllegalStateException("The clause guide in the jar of aims-catalog is damaged", e);
            }
        }
    }
}
