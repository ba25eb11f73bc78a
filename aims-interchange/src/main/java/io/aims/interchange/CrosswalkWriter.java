package io.aims.interchange;

import com.fasterxml.jackson.core.JsonGenerator;
import io.aims.crosswalk.Comparison;
import io.aims.crosswalk.Coverage;
import io.aims.crosswalk.Crosswalks;
import io.aims.crosswalk.Element;
import io.aims.crosswalk.ElementId;
import io.aims.crosswalk.Framework;
import io.aims.crosswalk.Mapping;
import io.aims.crosswalk.Relation;
import io.aims.crosswalk.ReuseGuide;
import io.aims.crosswalk.ReuseSurvey;
import io.aims.source.Source;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes crosswalks as JSON, in the form that the JSON Schema {@code crosswalk-1.schema.json} beside this class describes: how
 * two frameworks compare, or which frameworks there are. Fields stand in one order: equal crosswalks give equal text.
 *
 * <p>Immutable and thread-safe.
 *
 * @clause ISO/IEC 42001:2023 Annex D
 * @since 0.1
 */
public final class CrosswalkWriter {

    /** The name and version of the form, in the field {@code aims}. */
    public static final String FORM = "crosswalk/1";

    /** The resource with the JSON Schema of the form, beside this class. */
    public static final String SCHEMA = "schema/crosswalk-1.schema.json";

    private final EvaluationWriter.Layout layout;

    /**
     * Creates a writer.
     *
     * @param layout how the text is laid out
     */
    public CrosswalkWriter(EvaluationWriter.Layout layout) {
        this.layout = layout;
    }

    /**
     * Returns how two frameworks compare.
     *
     * @param comparison the comparison
     * @return JSON, without a line end behind it
     */
    public String text(Comparison comparison) {
        return JsonText.of(out -> write(comparison, null, out));
    }

    /**
     * Returns how a framework compares with the catalogue, and what an organisation that runs it can reuse.
     *
     * @param comparison the comparison of the framework with the catalogue
     * @param survey what can be reused
     * @return JSON, without a line end behind it
     */
    public String text(Comparison comparison, ReuseSurvey survey) {
        return JsonText.of(out -> write(comparison, survey, out));
    }

    /**
     * Returns which frameworks there are, with how many of their elements are mapped to the home framework.
     *
     * @param crosswalks the frameworks and their mappings
     * @return JSON, without a line end behind it
     */
    public String text(Crosswalks crosswalks) {
        return JsonText.of(out -> write(crosswalks, out));
    }

    private void write(Crosswalks crosswalks, Writer out) throws IOException {
        Framework home = crosswalks.home();
        try (JsonGenerator json = begun(out)) {
            JsonFields.each(json, "frameworks", crosswalks.frameworks(), (generator, framework) -> {
                framework(generator, framework);
                if (!framework.equals(home)) {
                    Coverage coverage = crosswalks.coverage(framework.id(), home.id());
                    generator.writeNumberField(
                            "mappings",
                            crosswalks.between(framework.id(), home.id()).size());
                    generator.writeNumberField("mapped", coverage.from().mapped());
                    generator.writeNumberField("reaches", coverage.to().mapped());
                }
            });
            json.writeEndObject();
        }
    }

    private void write(Comparison comparison, @Nullable ReuseSurvey survey, Writer out) throws IOException {
        try (JsonGenerator json = begun(out)) {
            JsonFields.each(
                    json, "frameworks", List.of(comparison.from(), comparison.to()), CrosswalkWriter::framework);
            json.writeStringField("from", comparison.from().id().value());
            json.writeStringField("to", comparison.to().id().value());
            JsonFields.each(
                    json,
                    "mappings",
                    comparison.mappings(),
                    (generator, mapping) -> mapping(generator, mapping, comparison));
            Coverage coverage = comparison.coverage();
            json.writeObjectFieldStart("coverage");
            side(json, "from", coverage.from());
            side(json, "to", coverage.to());
            json.writeEndObject();
            if (survey != null) {
                reuse(json, survey);
            }
            json.writeEndObject();
        }
    }

    private JsonGenerator begun(Writer out) throws IOException {
        JsonGenerator json = JsonText.generator(out, layout == EvaluationWriter.Layout.INDENTED);
        json.writeStartObject();
        json.writeStringField("aims", FORM);
        return json;
    }

    private static void framework(JsonGenerator json, Framework framework) throws IOException {
        json.writeStringField("id", framework.id().value());
        json.writeStringField("title", framework.title());
        json.writeStringField("edition", framework.edition());
        given(json, "about", framework.about());
        json.writeStringField("extent", framework.extent().name());
        json.writeNumberField("elements", framework.parts().size());
    }

    private static void mapping(JsonGenerator json, Mapping mapping, Comparison comparison) throws IOException {
        element(json, "from", comparison.element(mapping.from()));
        json.writeStringField("relation", mapping.relation().name());
        element(json, "to", comparison.element(mapping.to()));
        json.writeStringField("basis", mapping.basis().name());
        json.writeStringField("confidence", mapping.confidence().name());
        JsonFields.texts(
                json,
                "sources",
                mapping.sources().stream().map(Source::citation).toList());
        given(json, "note", mapping.note());
        if (!mapping.isStated()) {
            List<ElementId> via = mapping.via();
            JsonFields.each(json, "via", via, (generator, id) -> {
                generator.writeStringField("framework", id.framework().value());
                generator.writeStringField("id", id.value());
            });
        }
    }

    private static void element(JsonGenerator json, String field, Element element) throws IOException {
        json.writeObjectFieldStart(field);
        json.writeStringField("id", element.id().value());
        json.writeStringField("label", element.label());
        json.writeStringField("standing", element.standing().name());
        json.writeEndObject();
    }

    private static void side(JsonGenerator json, String field, Coverage.Side side) throws IOException {
        json.writeObjectFieldStart(field);
        json.writeNumberField("elements", side.framework().parts().size());
        json.writeNumberField("mapped", side.mapped());
        json.writeObjectFieldStart("strongest");
        for (Relation relation : Relation.values()) {
            json.writeNumberField(relation.name(), side.count(relation));
        }
        json.writeEndObject();
        JsonFields.texts(
                json,
                "unmapped",
                side.unmapped().stream().map(element -> element.id().value()).toList());
        json.writeEndObject();
    }

    private static void reuse(JsonGenerator json, ReuseSurvey survey) throws IOException {
        json.writeObjectFieldStart("reuse");
        ReuseGuide guide = survey.guide();
        if (guide != null) {
            json.writeObjectFieldStart("guide");
            json.writeStringField("id", guide.id());
            json.writeStringField("version", guide.version());
            json.writeEndObject();
        }
        JsonFields.each(json, "controls", survey.controls(), CrosswalkWriter::row);
        JsonFields.each(json, "clauses", survey.clauses(), CrosswalkWriter::row);
        JsonFields.each(
                json, "steps", guide == null ? List.<ReuseGuide.Step>of() : guide.steps(), (generator, step) -> {
                    generator.writeStringField("id", step.id());
                    generator.writeStringField("title", step.title());
                    generator.writeStringField("why", step.why());
                    JsonFields.texts(generator, "controls", step.controls());
                    JsonFields.texts(generator, "clauses", step.clauses());
                });
        json.writeEndObject();
    }

    private static void row(JsonGenerator json, ReuseSurvey.Row row) throws IOException {
        json.writeStringField("id", row.id());
        json.writeStringField("title", row.title());
        json.writeStringField("reuse", row.degree().name());
        JsonFields.texts(
                json,
                "mapped",
                row.counterparts().stream()
                        .map(counterpart -> counterpart.element().id().value())
                        .toList());
        ReuseGuide.Entry judged = row.judgement().orElse(null);
        if (judged != null) {
            json.writeStringField("confidence", judged.confidence().name());
            given(json, "carries", judged.carries());
            given(json, "counterpart", judged.counterpart());
            JsonFields.texts(json, "remains", judged.remains());
            JsonFields.texts(json, "bring", judged.bring());
            given(json, "caution", judged.caution());
        }
    }

    private static void given(JsonGenerator json, String field, String text) throws IOException {
        if (!text.isBlank()) {
            json.writeStringField(field, text);
        }
    }
}
