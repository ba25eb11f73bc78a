package io.aims.interchange;

import io.aims.catalog.document.Fields;
import io.aims.catalog.document.Node;
import io.aims.control.Catalogue;
import io.aims.error.AimsException;
import io.aims.error.Faults;
import io.aims.treatment.ControlStates;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/**
 * Reads what an organisation says of its controls once for all of its systems: YAML or JSON, in the form
 * {@code controls/1}.
 *
 * <pre>{@code
 * aims: controls/1
 * controls:
 *   A.2.2: {state: EFFECTIVE, evidence: management review 2026-02, owner: head of AI, until: 2027-02-28}
 *   A.6.2.8: {state: IMPLEMENTED, how: every decision is logged for a year}
 *   A.9.2: UNKNOWN
 * }</pre>
 *
 * <p>{@link ControlStates#forSystem} joins it with what the description of a system says. Whatever is wrong with a document
 * is told at once, and nothing is half read. Immutable and thread-safe.
 *
 * @since 0.1
 */
public final class OrganisationControlsReader {

    /** The name of the form, with its version. */
    public static final String FORM = "controls/1";

    /** Where the JSON Schema of the form stands, beside this class. */
    public static final String SCHEMA = "schema/controls-1.schema.json";

    private static final String WRONG_FORM = "AIMS-1030";

    private final ControlStatesParser parser;

    /**
     * Creates a reader.
     *
     * @param catalogue the catalogue whose controls may be named
     */
    public OrganisationControlsReader(Catalogue catalogue) {
        this.parser = new ControlStatesParser(catalogue);
    }

    /**
     * Reads a file.
     *
     * @param file a file; its ending, or else its first line, tells the format
     * @return what is said of the controls
     * @throws AimsException AIMS-1025, if the file cannot be read; otherwise with everything that is wrong, for example
     *     AIMS-1030, if it is not of this form, or AIMS-1021, if a control is absent from the catalogue
     */
    public ControlStates read(Path file) {
        return WholeDocument.read(file, this::states);
    }

    /**
     * Reads a stream of bytes.
     *
     * @param name what to call the stream in messages; its ending, or else its first line, tells the format
     * @param bytes the content, UTF-8; it is not closed
     * @return what is said of the controls
     * @throws AimsException with everything that is wrong
     * @throws UncheckedIOException if it cannot be read
     */
    public ControlStates read(String name, InputStream bytes) {
        return states(WholeDocument.root(name, bytes));
    }

    private ControlStates states(Node root) {
        Faults faults = new Faults();
        String subject = "document of controls";
        Fields fields = Fields.of(root, faults, WRONG_FORM, subject);
        WholeDocument.checkForm(fields, FORM, subject, WRONG_FORM, faults);
        ControlStates states = fields.requiredNode("controls")
                .map(node -> parser.read(node, subject, faults))
                .orElse(ControlStates.unknown());
        fields.end();
        faults.throwIfAny();
        return states;
    }
}
