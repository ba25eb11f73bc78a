package io.aims.interchange;

import com.fasterxml.jackson.core.JsonGenerator;
import io.aims.error.Place;
import io.aims.law.Classification;
import io.aims.law.ClassificationDiff;
import io.aims.law.DutyResult;
import io.aims.law.LegalChange;
import io.aims.law.LegalClass;
import io.aims.law.LegalContradiction;
import io.aims.law.LegalQuestion;
import io.aims.law.LegalStep;
import io.aims.law.LegalWhyNot;
import io.aims.law.Proposition;
import io.aims.law.text.LegalWords;
import io.aims.law.text.Onset;
import io.aims.law.text.Onsets;
import io.aims.source.Source;
import io.aims.system.Answer;
import io.aims.system.Characteristic;
import io.aims.system.EnumeratedCharacteristic;
import io.aims.system.ScaleCharacteristic;
import io.aims.system.VocabularyEntry;
import java.io.IOException;
import java.io.Writer;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Writes classifications as JSON, in the form that the JSON Schema {@code classification-1.schema.json} beside this class
 * describes. Fields stand in one order: equal classifications give equal text.
 *
 * <p>Immutable and thread-safe.
 *
 * @since 0.1
 */
public final class ClassificationWriter {

    /** The name and version of the form, in the field {@code aims}. */
    public static final String FORM = "classification/1";

    /** The resource with the JSON Schema of the form, beside this class. */
    public static final String SCHEMA = "schema/classification-1.schema.json";

    private final EvaluationWriter.Layout layout;

    /**
     * Creates a writer.
     *
     * @param layout how the text is laid out
     */
    public ClassificationWriter(EvaluationWriter.Layout layout) {
        this.layout = layout;
    }

    /**
     * What is written beside a classification.
     *
     * @param place where the description of the system stands, or {@code null}
     * @param supposed how it differs from the one on the answers as given, if some were supposed, or {@code null}
     * @param whyNot what stands against something that was asked for, or {@code null}
     */
    public record Beside(
            @Nullable Place place,
            @Nullable ClassificationDiff supposed,
            @Nullable LegalWhyNot whyNot) {

        /** Nothing. */
        public static final Beside NOTHING = new Beside(null, null, null);
    }

    /**
     * Writes a classification, without a line end behind it.
     *
     * @param classification the classification
     * @param beside what is written beside it
     * @param out receives the text; it is neither flushed nor closed
     * @throws IOException if {@code out} fails
     */
    public void write(Classification classification, Beside beside, Writer out) throws IOException {
        Onsets onsets = Onsets.of(classification);
        try (JsonGenerator json = JsonText.generator(out, layout == EvaluationWriter.Layout.INDENTED)) {
            json.writeStartObject();
            json.writeStringField("aims", FORM);
            law(json, classification);
            system(json, classification, beside.place());
            Optional<LocalDate> asOf = classification.asOf();
            if (asOf.isPresent()) {
                json.writeStringField("asOf", asOf.get().toString());
            }
            outcome(json, classification);
            Optional<LegalClass> decided = classification.decided();
            if (decided.isPresent()) {
                onset(json, onsets.of(decided.get().id()));
            }
            JsonFields.each(json, "steps", classification.steps(), ClassificationWriter::step);
            JsonFields.each(json, "duties", classification.duties(), (to, duty) -> duty(to, duty, onsets));
            JsonFields.each(
                    json, "questions", classification.questions(), (to, asked) -> question(to, asked, classification));
            JsonFields.each(json, "decidingFacts", classification.decidingFacts(), ClassificationWriter::answer);
            JsonFields.each(
                    json, "contradictions", classification.contradictions(), ClassificationWriter::contradiction);
            if (beside.supposed() != null) {
                supposed(json, beside.supposed());
            }
            if (beside.whyNot() != null) {
                whyNot(json, beside.whyNot());
            }
            JsonFields.texts(json, "limits", LegalWords.limits(classification));
            json.writeStringField("seal", classification.seal().value());
            json.writeEndObject();
        }
    }

    /**
     * Returns the text of a classification.
     *
     * @param classification the classification
     * @return JSON, without a line end behind it
     */
    public String text(Classification classification) {
        return text(classification, Beside.NOTHING);
    }

    /**
     * Returns the text of a classification with what is written beside it.
     *
     * @param classification the classification
     * @param beside what is written beside it
     * @return JSON, without a line end behind it
     */
    public String text(Classification classification, Beside beside) {
        return JsonText.of(out -> write(classification, beside, out));
    }

    private static void law(JsonGenerator json, Classification classification) throws IOException {
        json.writeObjectFieldStart("law");
        json.writeStringField("id", classification.reference().id());
        json.writeStringField("version", classification.reference().version());
        json.writeStringField("fingerprint", classification.reference().fingerprint());
        json.writeStringField("title", classification.pack().title());
        json.writeStringField("act", classification.pack().act());
        json.writeStringField("readOn", classification.pack().readOn().toString());
        json.writeEndObject();
    }

    private static void system(JsonGenerator json, Classification classification, @Nullable Place place)
            throws IOException {
        json.writeObjectFieldStart("system");
        json.writeStringField("id", classification.system().id());
        json.writeStringField("name", classification.system().name());
        if (place != null) {
            json.writeObjectFieldStart("place");
            json.writeStringField("document", place.document());
            json.writeNumberField("line", place.line());
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    private static void outcome(JsonGenerator json, Classification classification) throws IOException {
        classes(json, "classes", classification.possible());
        Optional<LegalClass> decided = classification.decided();
        if (decided.isPresent()) {
            json.writeStringField("decided", decided.get().id().value());
        }
        json.writeBooleanField("stop", classification.stops());
        json.writeStringField("applies", classification.applies().name());
    }

    private static void classes(JsonGenerator json, String field, Collection<LegalClass> classes) throws IOException {
        JsonFields.texts(json, field, classes.stream().map(LegalClass::id).toList());
    }

    private static void onset(JsonGenerator json, Onset onset) throws IOException {
        if (onset.mayApplyFrom().isPresent()) {
            json.writeStringField("notBefore", onset.mayApplyFrom().get().toString());
        }
        if (onset.appliesFrom().isPresent()) {
            json.writeStringField("from", onset.appliesFrom().get().toString());
        }
    }

    private static void step(JsonGenerator json, LegalStep step) throws IOException {
        json.writeStringField("proposition", step.id().value());
        json.writeStringField("kind", step.kind().name());
        json.writeStringField("article", step.article());
        json.writeStringField("title", step.title());
        json.writeStringField("status", step.truth().name());
        JsonFields.each(json, "facts", step.facts(), EvaluationWriter::fact);
        JsonFields.texts(json, "restsOn", step.restsOn());
        JsonFields.each(json, "exemptions", step.exemptions(), (out, exemption) -> {
            out.writeStringField("article", exemption.exemption().article());
            out.writeStringField("title", exemption.exemption().title());
            out.writeStringField("status", exemption.truth().name());
        });
    }

    private static void duty(JsonGenerator json, DutyResult result, Onsets onsets) throws IOException {
        json.writeStringField("id", result.duty().id().value());
        json.writeStringField("article", result.duty().article());
        json.writeStringField("who", result.duty().who());
        json.writeStringField("about", result.duty().about());
        json.writeStringField("owed", result.owed().name());
        json.writeStringField("applies", result.applies().name());
        onset(json, onsets.of(result.duty().id()));
        if (!result.duty().due().isEmpty()) {
            json.writeStringField("due", result.duty().due());
        }
        json.writeStringField("confidence", result.duty().confidence().name());
        sources(json, result.duty().sources());
    }

    private static void sources(JsonGenerator json, Collection<Source> sources) throws IOException {
        JsonFields.texts(json, "sources", sources.stream().map(Source::citation).toList());
    }

    private static void question(JsonGenerator json, LegalQuestion question, Classification classification)
            throws IOException {
        VocabularyEntry entry = question.entry();
        Characteristic<?> characteristic = entry.characteristic();
        json.writeStringField("characteristic", characteristic.id());
        json.writeStringField("article", question.article());
        json.writeStringField("question", question.question());
        json.writeStringField("help", entry.definition());
        json.writeStringField("type", characteristic.type().name());
        if (characteristic instanceof EnumeratedCharacteristic<?> enumerated) {
            JsonFields.each(json, "values", enumerated.valueIds(), (out, value) -> {
                out.writeStringField("id", value);
                String meaning = entry.meanings().get(value);
                if (meaning != null) {
                    out.writeStringField("means", meaning);
                }
            });
        } else if (characteristic instanceof ScaleCharacteristic scale) {
            json.writeNumberField("least", scale.least());
            json.writeNumberField("most", scale.most());
        }
        Optional<Answer> known = classification.system().answer(characteristic);
        if (known.isPresent()) {
            json.writeFieldName("known");
            Form.of(known.get()).json(json);
        }
        json.writeBooleanField("bearsOnClass", question.bearsOnClass());
        classes(json, "rulesOut", question.rulesOut());
        JsonFields.texts(
                json,
                "duties",
                question.duties().stream().map(duty -> duty.id()).toList());
        json.writeNumberField("settles", question.settles());
    }

    private static void answer(JsonGenerator json, Answer answer) throws IOException {
        json.writeStringField("fact", answer.characteristic().id());
        json.writeStringField("value", answer.text());
    }

    private static void contradiction(JsonGenerator json, LegalContradiction contradiction) throws IOException {
        Proposition proposition = contradiction.proposition();
        json.writeStringField("proposition", proposition.id().value());
        json.writeStringField("article", proposition.article());
        json.writeStringField("title", proposition.title());
        json.writeStringField("stated", contradiction.stated().name());
        json.writeObjectFieldStart("statement");
        EvaluationWriter.fact(json, contradiction.statement());
        json.writeEndObject();
        JsonFields.each(json, "parts", contradiction.parts(), EvaluationWriter::fact);
    }

    private static void supposed(JsonGenerator json, ClassificationDiff diff) throws IOException {
        json.writeObjectFieldStart("supposed");
        json.writeObjectFieldStart("before");
        outcome(json, diff.before());
        json.writeEndObject();
        classes(json, "noLongerPossible", diff.noLongerPossible());
        classes(json, "newlyPossible", diff.newlyPossible());
        JsonFields.each(json, "propositions", diff.propositions(), (out, change) -> {
            out.writeStringField("proposition", change.proposition().id().value());
            out.writeStringField("before", change.before().name());
            out.writeStringField("after", change.after().name());
        });
        JsonFields.each(json, "duties", diff.duties(), (out, change) -> {
            out.writeStringField("id", change.after().duty().id().value());
            out.writeStringField("owedBefore", change.before().owed().name());
            out.writeStringField("owedAfter", change.after().owed().name());
            out.writeStringField("appliesBefore", change.before().applies().name());
            out.writeStringField("appliesAfter", change.after().applies().name());
        });
        json.writeEndObject();
    }

    private static void whyNot(JsonGenerator json, LegalWhyNot whyNot) throws IOException {
        json.writeObjectFieldStart("whyNot");
        json.writeStringField("id", whyNot.id().value());
        json.writeStringField("article", whyNot.article());
        json.writeStringField("title", whyNot.title());
        json.writeStringField("status", whyNot.truth().name());
        json.writeBooleanField("reachable", whyNot.isReachable());
        JsonFields.each(json, "against", whyNot.against(), ClassificationWriter::step);
        JsonFields.each(json, "changes", whyNot.changes(), ClassificationWriter::change);
        json.writeEndObject();
    }

    private static void change(JsonGenerator json, LegalChange change) throws IOException {
        json.writeStringField("characteristic", change.needed().characteristic().id());
        json.writeStringField("question", change.entry().question());
        if (change.present().isPresent()) {
            json.writeStringField("present", change.present().get().text());
        }
        json.writeStringField("needed", change.needed().text());
        json.writeBooleanField("possible", change.isPossible());
    }
}
