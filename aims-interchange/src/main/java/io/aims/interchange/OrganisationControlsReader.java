package io.aims.interchange;

import io.aims.catalog.document.Fields;
import io.aims.catalog.document.Node;
import io.aims.control.Catalogue;
import io.aims.crosswalk.Crosswalks;
import io.aims.crosswalk.Framework;
import io.aims.error.AimsException;
import io.aims.error.Faults;
import io.aims.treatment.ControlStates;
import io.aims.treatment.reuse.Elsewhere;
import io.aims.treatment.reuse.EvidenceReuse;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/**
 * Reads what an organisation says of its controls, and of other frameworks that it follows, once for all of its systems: YAML or
 * JSON, in the form {@code controls/1}.
 *
 * <pre>{@code
 * aims: controls/1
 * managementSystems: [iso-9001-2015, {framework: iso-27001-2022, evidence: certificate 4711, until: 2027-05-31}]
 * elsewhere:
 *   iso-27001-2022:
 *     A.8.15: {state: IMPLEMENTED, evidence: log review 2026-02, until: 2026-12-31}
 * controls:
 *   A.2.2: {state: EFFECTIVE, evidence: management review 2026-02, owner: head of AI, until: 2027-02-28}
 *   A.6.2.8: {state: IMPLEMENTED, how: every decision is logged for a year}
 *   A.9.2: UNKNOWN
 * }</pre>
 *
 * <p>{@link ControlStates#forSystem} joins its states with what the description of a system says; {@link EvidenceReuse} makes
 * suggestions of what is in place elsewhere. Whatever is wrong with a document
 * is told at once, and nothing is half read. Immutable and thread-safe.
 *
 * @since 0.1
 */
public final class OrganisationControlsReader {

    /** The name of the form, with its version. */
    public static final String FORM = "controls/1";

    /** Where the JSON Schema of the form stands, beside this class. */
    public static final String SCHEMA = "schema/controls-1.schema.json";

    static final String WRONG_FORM = "AIMS-1030";

    private final ControlStatesParser parser;
    private final Crosswalks crosswalks;

    /**
     * Creates a reader that knows no other framework.
     *
     * @param catalogue the catalogue whose controls may be named
     */
    public OrganisationControlsReader(Catalogue catalogue) {
        this(catalogue, Crosswalks.around(Framework.of(catalogue)));
    }

    /**
     * Creates a reader.
     *
     * @param catalogue the catalogue whose controls may be named
     * @param crosswalks the frameworks that may be named
     */
    public OrganisationControlsReader(Catalogue catalogue, Crosswalks crosswalks) {
        this.parser = new ControlStatesParser(catalogue);
        this.crosswalks = crosswalks;
    }

    /**
     * Reads a file.
     *
     * @param file a file; its ending, or else its first line, tells the format
     * @return what is said of the controls and of other frameworks
     * @throws AimsException AIMS-1025, if the file cannot be read; otherwise with everything that is wrong, for example
     *     AIMS-1030, if it is not of this form, AIMS-1021, if a control is absent from the catalogue, AIMS-1055, if a framework
     *     is not known, or AIMS-1056, if it has no such element
     */
    public OrganisationDocument read(Path file) {
        return WholeDocument.read(file, this::document);
    }

    /**
     * Reads a stream of bytes.
     *
     * @param name what to call the stream in messages; its ending, or else its first line, tells the format
     * @param bytes the content, UTF-8; it is not closed
     * @return what is said of the controls and of other frameworks
     * @throws AimsException with everything that is wrong
     * @throws UncheckedIOException if it cannot be read
     */
    public OrganisationDocument read(String name, InputStream bytes) {
        return document(WholeDocument.root(name, bytes));
    }

    private OrganisationDocument document(Node root) {
        Faults faults = new Faults();
        String subject = "document of controls";
        Fields fields = Fields.of(root, faults, WRONG_FORM, subject);
        WholeDocument.checkForm(fields, FORM, subject, WRONG_FORM, faults);
        ControlStates states = fields.requiredNode("controls")
                .map(node -> parser.read(node, subject, faults))
                .orElse(ControlStates.unknown());
        Elsewhere elsewhere = new ElsewhereParser(crosswalks, faults).read(fields);
        fields.end();
        faults.throwIfAny();
        return new OrganisationDocument(states, elsewhere);
    }
}
