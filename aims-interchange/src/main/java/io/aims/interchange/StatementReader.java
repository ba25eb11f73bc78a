package io.aims.interchange;

import io.aims.catalog.document.Fields;
import io.aims.catalog.document.Node;
import io.aims.error.AimsException;
import io.aims.error.Fault;
import io.aims.error.Faults;
import io.aims.text.Quoted;
import io.aims.treatment.statement.StatementOfApplicability;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * Reads stored statements of applicability, as {@link StatementWriter} wrote them, so that a later one can be compared with
 * them. A statement that was altered since is refused: its seal does not fit.
 *
 * <pre>{@code
 * StatementOfApplicability before = new StatementReader().read(Path.of("statement-2025.json"));
 * StatementDiff.between(before, now).rows();
 * }</pre>
 *
 * <p>Immutable and thread-safe.
 *
 * @clause ISO/IEC 42001:2023 6.1.3, 6.3
 * @since 0.1
 */
public final class StatementReader {

    private static final String ALTERED = "AIMS-1034";

    /** Creates a reader. */
    public StatementReader() {}

    /**
     * Reads a file.
     *
     * @param file a JSON file
     * @return the statement, equal to the one that was written
     * @throws AimsException AIMS-1025, if the file cannot be read; otherwise with everything that is wrong: AIMS-1033, if it is
     *     not of the form {@code statement/1}; AIMS-1034, if it does not fit its seal
     */
    public StatementOfApplicability read(Path file) {
        return WholeDocument.read(file, StatementReader::statement);
    }

    /**
     * Reads a text.
     *
     * @param name what to call the text in messages
     * @param json the text
     * @return the statement, equal to the one that was written
     * @throws AimsException as {@link #read(Path)} does
     */
    public StatementOfApplicability read(String name, String json) {
        return statement(WholeDocument.root(name, new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8))));
    }

    private static StatementOfApplicability statement(Node root) {
        Faults faults = new Faults();
        StatementParser parser = new StatementParser(faults);
        Fields fields = Fields.of(root, faults, StatementParser.WRONG, "statement of applicability");
        StatementOfApplicability statement = parser.statement(fields);
        String seal = fields.requiredText("seal");
        fields.end();
        faults.throwIfAny();
        if (!statement.seal().equals(seal)) {
            throw new AimsException(List.of(new Fault(
                    ALTERED,
                    "The statement of applicability (" + fields.place() + ") does not fit its seal (" + Quoted.of(seal)
                            + ").",
                    "It was altered after it was written, or written by another version: derive it again.",
                    fields.place())));
        }
        return statement;
    }
}
