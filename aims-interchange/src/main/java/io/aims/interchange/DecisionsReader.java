package io.aims.interchange;

import io.aims.catalog.document.Fields;
import io.aims.catalog.document.Node;
import io.aims.control.Catalogue;
import io.aims.control.ControlId;
import io.aims.error.AimsException;
import io.aims.error.Faults;
import io.aims.text.Nearest;
import io.aims.text.Quoted;
import io.aims.treatment.statement.Decision;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads what an organisation has decided about controls: YAML or JSON, in the form {@code decisions/1}.
 *
 * <pre>{@code
 * aims: decisions/1
 * decisions:
 *   - control: A.8.4
 *     decision: INCLUDE
 *     reason: Our customers expect a channel for incidents.
 *     decidedBy: head of AI
 *     on: 2026-01-15
 *     until: 2027-01-14
 * }</pre>
 *
 * <p>Whatever is wrong with a document is told at once, and nothing is half read. Immutable and thread-safe.
 *
 * @clause ISO/IEC 42001:2023 6.1.3
 * @since 0.1
 */
public final class DecisionsReader {

    /** The name of the form, with its version. */
    public static final String FORM = "decisions/1";

    /** Where the JSON Schema of the form stands, beside this class. */
    public static final String SCHEMA = "schema/decisions-1.schema.json";

    private static final String WRONG = "AIMS-1031";
    private static final String UNKNOWN_CONTROL = "AIMS-1032";

    private final Catalogue catalogue;
    private final List<String> controlIds;

    /**
     * Creates a reader.
     *
     * @param catalogue the catalogue whose controls may be named
     */
    public DecisionsReader(Catalogue catalogue) {
        this.catalogue = catalogue;
        this.controlIds = catalogue.controls().stream()
                .map(control -> control.id().value())
                .toList();
    }

    /**
     * Reads a file.
     *
     * @param file a file; its ending, or else its first line, tells the format
     * @return the decisions in the order of the file
     * @throws AimsException AIMS-1025, if the file cannot be read; otherwise with everything that is wrong: AIMS-1031, if it
     *     is not of this form; AIMS-1032, if a control is absent from the catalogue
     */
    public List<Decision> read(Path file) {
        return WholeDocument.read(file, this::decisions);
    }

    /**
     * Reads a stream of bytes.
     *
     * @param name what to call the stream in messages; its ending, or else its first line, tells the format
     * @param bytes the content, UTF-8; it is not closed
     * @return the decisions in the order of the document
     * @throws AimsException with everything that is wrong
     * @throws UncheckedIOException if it cannot be read
     */
    public List<Decision> read(String name, InputStream bytes) {
        return decisions(WholeDocument.root(name, bytes));
    }

    private List<Decision> decisions(Node root) {
        Faults faults = new Faults();
        String subject = "document of decisions";
        Fields fields = Fields.of(root, faults, WRONG, subject);
        WholeDocument.checkForm(fields, FORM, subject, WRONG, faults);
        fields.requiredNode("decisions");
        List<Decision> decisions = new ArrayList<>();
        for (Node item : fields.items("decisions")) {
            decision(item, faults).ifPresent(decisions::add);
        }
        fields.end();
        faults.throwIfAny();
        return List.copyOf(decisions);
    }

    private Optional<Decision> decision(Node node, Faults faults) {
        Fields fields = Fields.of(node, faults, WRONG, "decision");
        String id = fields.requiredText("control");
        String subject = "decision about control (" + Quoted.of(id) + ")";
        boolean isKnown = id.isEmpty() || isKnown(id, fields, faults);
        Decision.Kind kind = fields.requiredWord("decision", Decision.Kind.class, Decision.Kind.INCLUDE);
        String reason = said(fields, "reason", subject, faults);
        String decidedBy = said(fields, "decidedBy", subject, faults);
        LocalDate on = day(fields, "on", subject, faults);
        LocalDate until = day(fields, "until", subject, faults);
        fields.end();
        if (on != null && until != null && until.isBefore(on)) {
            faults.add(
                    WRONG,
                    fields.place(),
                    "The " + subject + " (" + fields.place() + ") ends (" + until + ") before it begins (" + on + ").",
                    "Maybe the two dates were exchanged.");
            return Optional.empty();
        }
        if (!isKnown || id.isEmpty() || reason.isBlank() || decidedBy.isBlank() || on == null || until == null) {
            return Optional.empty();
        }
        return Optional.of(new Decision(new ControlId(id), kind, reason, decidedBy, on, until));
    }

    private boolean isKnown(String id, Fields fields, Faults faults) {
        if (controlIds.contains(id)) {
            return true;
        }
        faults.add(
                UNKNOWN_CONTROL,
                fields.node("control").map(Node::place).orElse(fields.place()),
                "The control (" + Quoted.of(id) + "), about which something is decided (" + fields.place()
                        + "), is absent from catalogue (" + catalogue.id() + ").",
                Nearest.to(id, controlIds)
                        .map(near -> "Maybe you meant (" + near + ").")
                        .orElse("Run aims catalog to see every control."));
        return false;
    }

    private static String said(Fields fields, String key, String subject, Faults faults) {
        String text = fields.requiredText(key);
        if (fields.node(key).isPresent() && text.isBlank()) {
            faults.add(
                    WRONG,
                    fields.place(),
                    "The " + key + " of the " + subject + " (" + fields.place() + ") says nothing.",
                    "A decision without it cannot be justified to an auditor.");
        }
        return text;
    }

    private static @Nullable LocalDate day(Fields fields, String key, String subject, Faults faults) {
        fields.requiredNode(key);
        return Days.of(fields, key, subject, WRONG, faults);
    }
}
