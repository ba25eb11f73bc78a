package io.aims.packs.output;

import com.fasterxml.jackson.core.JsonGenerator;
import io.aims.packs.ExampleText;
import io.aims.packs.coverage.CoverageHole;
import io.aims.packs.coverage.PackCoverage;
import io.aims.packs.coverage.Tally;
import io.aims.rule.RuleExample;
import java.io.IOException;

/**
 * Writes the coverage of a pack as JSON. Equal coverage gives equal text. Immutable and thread-safe.
 *
 * @since 0.1
 */
public final class CoverageWriter {

    /** The name and version of the form, in the field {@code aims}. */
    public static final String FORM = "pack-coverage/1";

    /** The resource with the JSON Schema of the form, beside this class. */
    public static final String SCHEMA = "schema/pack-coverage-1.schema.json";

    /** Creates a writer. */
    public CoverageWriter() {}

    /**
     * Writes coverage.
     *
     * @param name what was measured
     * @param coverage its coverage
     * @return a JSON document, ended by a line end
     */
    public String text(String name, PackCoverage coverage) {
        return Json.object(json -> {
            json.writeStringField("aims", FORM);
            json.writeStringField("name", name);
            tally(json, "rules", coverage.rules());
            tally(json, "branches", coverage.branches());
            tally(json, "thresholds", coverage.thresholds());
            Json.each(json, "holes", coverage.holes(), CoverageWriter::hole);
            Json.each(json, "idle", coverage.idle(), CoverageWriter::hole);
        });
    }

    private static void tally(JsonGenerator json, String field, Tally tally) throws IOException {
        json.writeObjectFieldStart(field);
        json.writeNumberField("covered", tally.covered());
        json.writeNumberField("total", tally.total());
        json.writeEndObject();
    }

    private static void hole(JsonGenerator json, CoverageHole hole) throws IOException {
        json.writeStringField("rule", hole.rule().id().value());
        json.writeStringField("requirement", hole.requirement().name());
        json.writeStringField("subject", hole.subject());
        json.writeStringField("reason", hole.reason());
        RuleExample example = hole.example();
        if (example != null) {
            json.writeStringField("proposal", ExampleText.of(example.answers()));
        }
    }
}
