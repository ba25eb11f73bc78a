package io.aims.rules.law;

import io.aims.catalog.answers.CharacteristicReader;
import io.aims.catalog.document.Fields;
import io.aims.catalog.document.Node;
import io.aims.error.Faults;
import io.aims.error.Place;
import io.aims.law.LegalFact;
import io.aims.source.Confidence;
import io.aims.source.Source;
import io.aims.system.Bounds;
import io.aims.system.Characteristic;
import io.aims.system.CharacteristicType;
import io.aims.system.Tier;
import io.aims.system.VocabularyEntry;
import io.aims.system.YesNo;
import io.aims.text.Quoted;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the facts that a legal pack brings with it, and the small parts that its entries have in common. */
final class LegalFactReader {

    private static final String NO_DAY = "AIMS-2050";
    private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

    private final Faults faults;

    LegalFactReader(Faults faults) {
        this.faults = faults;
    }

    /** Reads a fact, also one of which something is wrong, as long as it can be told what it is asked of. */
    Optional<LegalFact> fact(Node node, String chapter) {
        Fields fields = Fields.of(node, faults, LegalPackReader.SHAPE, "fact");
        String id = fields.requiredText("id");
        Optional<CharacteristicType> type =
                fields.requiredNode("kind").flatMap(kind -> fields.word("kind", CharacteristicType.class));
        List<String> values = fields.texts("values");
        Faults own = new Faults();
        Optional<Characteristic<?>> characteristic =
                type.flatMap(kind -> CharacteristicReader.characteristic(fields, id, kind, values, own));
        faults.addAll(own.toList());
        String subject = "fact (" + Quoted.of(id) + ")";
        String question = words(fields, "question", subject);
        String help = fields.text("help").orElse("");
        String article = words(fields, "article", subject);
        boolean lowers = fields.word("lowers", YesNo.class).orElse(YesNo.NO) == YesNo.YES;
        Confidence confidence = fields.word("confidence", Confidence.class).orElse(Confidence.HIGH);
        List<Source> sources = source(fields, subject).stream().toList();
        Map<String, String> meanings = meanings(fields, id, values);
        fields.end();
        LegalFact.Effect effect = lowers ? LegalFact.Effect.FREES : LegalFact.Effect.BINDS;
        return characteristic.map(made -> new LegalFact(
                new VocabularyEntry(made, chapter, Tier.EU_MODULE, question, meanings, help, article, sources),
                article,
                effect,
                confidence));
    }

    private Map<String, String> meanings(Fields fields, String id, List<String> values) {
        Map<String, String> meanings = new LinkedHashMap<>();
        fields.node("meanings").ifPresent(map -> {
            Fields phrases = Fields.of(map, faults, LegalPackReader.SHAPE, "meanings of fact (" + Quoted.of(id) + ")");
            values.forEach(value -> phrases.text(value).ifPresent(phrase -> meanings.put(value, phrase)));
            phrases.end();
        });
        return meanings;
    }

    /** Reads words that must be there, or tells that they are missing or say nothing. */
    String words(Fields fields, String key, String subject) {
        Optional<Node> node = fields.requiredNode(key);
        Optional<String> text = fields.text(key);
        if (text.isPresent() && text.get().isBlank()) {
            Place place = node.map(Node::place).orElse(fields.place());
            faults.add(
                    LegalPackReader.SHAPE,
                    place,
                    "The " + key + " of " + subject + " (" + place + ") says nothing.",
                    "Maybe a line was lost.");
        }
        return text.orElse("");
    }

    /** Reads the citation of the field {@code source}, or tells that it is missing. */
    Optional<Source> source(Fields fields, String subject) {
        Optional<Node> node = fields.requiredNode("source");
        Optional<String> citation = fields.text("source");
        if (citation.isPresent() && citation.get().isBlank()) {
            Place place = node.map(Node::place).orElse(fields.place());
            faults.add(
                    LegalPackReader.SHAPE,
                    place,
                    "The " + subject + " (" + place + ") has a source that says nothing.",
                    "Maybe cite the document and the place in it.");
        }
        return citation.filter(text -> !text.isBlank()).map(Source::new);
    }

    /** Reads a day that must be there, or tells what is wrong with it. */
    Optional<LocalDate> day(Fields fields, String key, String subject) {
        Optional<Node> node = fields.requiredNode(key);
        Optional<String> text = fields.text(key);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            LocalDate day = DAY.matcher(text.get()).matches() ? LocalDate.parse(text.get()) : LocalDate.MAX;
            if (!day.isBefore(Bounds.Days.FIRST) && !day.isAfter(Bounds.Days.LAST)) {
                return Optional.of(day);
            }
        } catch (DateTimeException e) {
            // told below, as all that is no day
        }
        Place place = node.map(Node::place).orElse(fields.place());
        faults.add(
                NO_DAY,
                place,
                "The " + key + " (" + Quoted.of(text.get()) + ") of " + subject + " (" + place
                        + ") is no day of the calendar.",
                "Write year, month and day, for example 2026-08-02.");
        return Optional.empty();
    }
}
