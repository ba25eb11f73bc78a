package io.aims.interchange;

import io.aims.catalog.document.Fields;
import io.aims.catalog.document.Node;
import io.aims.control.Catalogue;
import io.aims.error.AimsException;
import io.aims.error.Faults;
import io.aims.risk.RiskLevel;
import io.aims.treatment.Treatment;
import io.aims.treatment.Treatments;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Reads what is decided about the risks of systems: YAML or JSON, in the form {@code plan/1}.
 *
 * <pre>{@code
 * aims: plan/1
 * tolerance: LOW
 * systems:
 *   loan-scoring:
 *     - {modify: A.6.2.6, to: EFFECTIVE, owner: operations, due: 2026-12-31, approver: head of lending}
 *     - {share: C.2.8, with: insurer, owner: legal, due: 2027-06-30, approver: board}
 *     - {avoid: C.2.5, activity: refusals without a person, owner: product, due: 2026-09-30, approver: board}
 *     - {retain: C.2.7, accepted: MODERATE, reason: small pilot, owner: product, due: 2026-12-31, approver: board}
 * }</pre>
 *
 * <p>A decision without owner, day or approver is refused: it could not be followed up. Whatever is wrong with a document is
 * told at once, and nothing is half read. Immutable and thread-safe.
 *
 * @clause ISO/IEC 42001:2023 6.1.3
 * @since 0.1
 */
public final class TreatmentsReader {

    /** The name of the form, with its version. */
    public static final String FORM = "plan/1";

    /** Where the JSON Schema of the form stands, beside this class. */
    public static final String SCHEMA = "schema/plan-1.schema.json";

    /** The document is not of this form. */
    static final String WRONG_FORM = "AIMS-1038";

    private final TreatmentParser parser;

    /**
     * Creates a reader.
     *
     * @param catalogue the catalogue whose controls and objectives may be named
     */
    public TreatmentsReader(Catalogue catalogue) {
        this.parser = new TreatmentParser(catalogue);
    }

    /**
     * Reads a file.
     *
     * @param file a file; its ending, or else its first line, tells the format
     * @return what is decided
     * @throws AimsException AIMS-1025, if the file cannot be read; otherwise with everything that is wrong: AIMS-1038, if it
     *     is not of this form; AIMS-1039, if a control or objective is absent from the catalogue; AIMS-1040, if something is
     *     not filled in or no day of the calendar; AIMS-1041, if the same thing is decided twice
     */
    public Treatments read(Path file) {
        return WholeDocument.read(file, this::treatments);
    }

    /**
     * Reads a stream of bytes.
     *
     * @param name what to call the stream in messages; its ending, or else its first line, tells the format
     * @param bytes the content, UTF-8; it is not closed
     * @return what is decided
     * @throws AimsException with everything that is wrong, as for a file
     * @throws UncheckedIOException if it cannot be read
     */
    public Treatments read(String name, InputStream bytes) {
        return treatments(WholeDocument.root(name, bytes));
    }

    private Treatments treatments(Node root) {
        Faults faults = new Faults();
        String subject = "plan of treatment";
        Fields fields = Fields.of(root, faults, WRONG_FORM, subject);
        WholeDocument.checkForm(fields, FORM, subject, WRONG_FORM, faults);
        RiskLevel tolerance = fields.requiredWord("tolerance", RiskLevel.class, RiskLevel.VERY_LOW);
        SortedMap<String, List<Treatment>> systems = new TreeMap<>();
        fields.requiredNode("systems").ifPresent(node -> read(node, systems, faults));
        fields.end();
        faults.throwIfAny();
        return new Treatments(tolerance, systems);
    }

    private void read(Node node, SortedMap<String, List<Treatment>> systems, Faults faults) {
        if (!(node instanceof Node.Mapping mapping)) {
            faults.add(
                    WRONG_FORM,
                    node.place(),
                    "The systems of the plan of treatment (" + node.place() + ") must be a map, not " + node.kind()
                            + ".",
                    "Maybe write the id of each system with the list of its treatments.");
            return;
        }
        for (Node.Entry entry : mapping.entries().values()) {
            systems.put(entry.key(), parser.read(entry, faults));
        }
    }
}
