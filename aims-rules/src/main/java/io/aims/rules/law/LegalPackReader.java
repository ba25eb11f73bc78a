package io.aims.rules.law;

import io.aims.catalog.document.Fields;
import io.aims.catalog.document.Node;
import io.aims.error.AimsException;
import io.aims.error.Diagnostics;
import io.aims.error.Faults;
import io.aims.error.Place;
import io.aims.law.LegalDate;
import io.aims.law.LegalFact;
import io.aims.law.LegalPack;
import io.aims.rule.RuleId;
import io.aims.rules.internal.files.FileLimits;
import io.aims.rules.internal.files.PackDocument;
import io.aims.rules.internal.files.PackDocuments;
import io.aims.rules.internal.files.PackFiles;
import io.aims.rules.language.Words;
import io.aims.source.Confidence;
import io.aims.source.Source;
import io.aims.system.Vocabulary;
import io.aims.text.Quoted;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads one legal pack, chapter by chapter, and reports everything that is wrong with it at once.
 *
 * <p>Facts, days and ids of all chapters are read before any condition: a chapter may read what a later one holds. Used once,
 * by one thread.
 */
final class LegalPackReader {

    static final String SHAPE = "AIMS-2001";
    static final String MALFORMED_ID = "AIMS-2040";
    static final String REPEATED_ID = "AIMS-2041";

    /** The most facts, the most days, and the most propositions, classes and duties of one pack. */
    static final int MOST = 1_000;

    private static final String CLASHING_FACT = "AIMS-2042";
    private static final String TOO_MANY = "AIMS-2049";

    private final Vocabulary builtIn;
    private final Faults faults = new Faults();
    private final PackDocuments documents;
    private final LegalFactReader factReader = new LegalFactReader(faults);
    private final Map<String, LegalFact> facts = new LinkedHashMap<>();
    private final Map<String, LegalDate> days = new LinkedHashMap<>();
    private final Map<String, Place> places = new LinkedHashMap<>();
    private final List<LegalEntry> entries = new ArrayList<>();
    private final Set<String> tooMany = new HashSet<>();
    private final Set<String> unread = new HashSet<>();

    /**
     * Creates a reader of one pack.
     *
     * @param files the files of the pack
     * @param vocabulary the characteristics that it may read besides its own
     */
    LegalPackReader(PackFiles files, Vocabulary vocabulary) {
        this.documents = new PackDocuments(files, faults, new Diagnostics(), FileLimits.ofLaws());
        this.builtIn = vocabulary;
    }

    /**
     * Reads and verifies the pack.
     *
     * @return the pack
     * @throws AimsException with every fault
     */
    LegalPack read() {
        PackDocument document = documents.pack().orElseThrow(() -> new AimsException(faults.toList()));
        Fields fields = Fields.of(document.root(), faults, SHAPE, "legal pack");
        String id = fields.requiredText("law");
        if (fields.node("law").isPresent() && !RuleId.isWellFormed(id)) {
            faults.add(
                    MALFORMED_ID,
                    place(fields, "law"),
                    "The id (" + Quoted.of(id) + ") of the legal pack (" + place(fields, "law")
                            + ") must be a letter or digit and up to 63 letters, digits, dots, hyphens or underscores.",
                    "Maybe it holds a blank.");
        }
        String version = factReader.words(fields, "version", "legal pack (" + Quoted.of(id) + ")");
        String title = factReader.words(fields, "title", "legal pack (" + Quoted.of(id) + ")");
        String licence = factReader.words(fields, "licence", "legal pack (" + Quoted.of(id) + ")");
        String about = fields.text("about").orElse("");
        String act = factReader.words(fields, "act", "legal pack (" + Quoted.of(id) + ")");
        Optional<LocalDate> readOn = factReader.day(fields, "readOn", "legal pack (" + Quoted.of(id) + ")");
        documents.chapters(document, fields, id).forEach(this::chapter);
        fields.end();
        LegalEntryReader reader = new LegalEntryReader(vocabulary(), ids(), days.values(), unread, faults);
        entries.forEach(reader::read);
        new LegalPackVerifier(facts, days, places, faults).verify(reader, id, fields.place());
        faults.throwIfAny();
        return new LegalPack(
                id,
                version,
                title,
                licence,
                about,
                act,
                readOn.orElseThrow(),
                List.copyOf(facts.values()),
                List.copyOf(days.values()),
                reader.propositions(),
                reader.classes(),
                reader.duties());
    }

    private void chapter(PackDocument document) {
        Fields fields = Fields.of(document.root(), faults, SHAPE, "chapter");
        String title = fields.requiredText("chapter");
        fields.text("about");
        items(fields, "facts", facts.size()).forEach(node -> fact(node, title));
        items(fields, "dates", days.size()).forEach(this::day);
        for (LegalEntry.Kind kind : LegalEntry.Kind.values()) {
            items(fields, kind.list(), entries.size())
                    .forEach(node -> entries.add(LegalEntry.of(kind, node, document, faults)));
        }
        fields.end();
    }

    /** Returns the items of a list as far as the pack may have more of their kind. */
    private List<Node> items(Fields fields, String key, int before) {
        List<Node> items = fields.items(key);
        if (before + items.size() <= MOST) {
            return items;
        }
        if (tooMany.add(key)) {
            Place place = items.get(MOST - before).place();
            faults.add(
                    TOO_MANY,
                    place,
                    "The " + key + " of the legal pack are more than " + MOST + " from here on (" + place + ").",
                    "Maybe it is several packs.");
        }
        return items.subList(0, MOST - before);
    }

    private void fact(Node node, String chapter) {
        Optional<LegalFact> read = factReader.fact(node, chapter);
        if (read.isEmpty()) {
            name(node).ifPresent(unread::add);
            return;
        }
        LegalFact fact = read.get();
        String id = fact.id();
        boolean taken = builtIn.characteristic(id).isPresent() || facts.containsKey(id);
        if (taken || Words.isReservedInLaws(id)) {
            faults.add(
                    CLASHING_FACT,
                    node.place(),
                    "The fact (" + id + ", " + node.place() + ") has "
                            + (taken ? "the id of another characteristic." : "a word of the language as its id."),
                    taken ? "Maybe read that one, or give this one a name of its own." : "Maybe give it another name.");
        } else {
            facts.put(id, fact);
            places.put(id, node.place());
        }
    }

    private static Optional<String> name(Node node) {
        return node instanceof Node.Mapping mapping
                ? mapping.get("id").filter(Node.Scalar.class::isInstance).map(id -> ((Node.Scalar) id).text())
                : Optional.empty();
    }

    private void day(Node node) {
        Fields fields = Fields.of(node, faults, SHAPE, "day of a legal pack");
        String id = fields.requiredText("id");
        Optional<LocalDate> day = factReader.day(fields, "day", "day (" + Quoted.of(id) + ")");
        String about = factReader.words(fields, "about", "day (" + Quoted.of(id) + ")");
        Confidence confidence = fields.word("confidence", Confidence.class).orElse(Confidence.HIGH);
        Optional<Source> source = factReader.source(fields, "day (" + Quoted.of(id) + ")");
        fields.end();
        if (fields.node("id").isPresent() && !LegalDate.isWellFormed(id)) {
            LegalEntry.malformed(id, "day", place(fields, "id"), faults);
        } else if (days.containsKey(id)) {
            faults.add(
                    REPEATED_ID,
                    place(fields, "id"),
                    "The day (" + id + ", " + place(fields, "id") + ") stands twice.",
                    "Maybe one of the two is another day.");
        } else if (!id.isEmpty() && day.isPresent() && source.isPresent()) {
            days.put(id, new LegalDate(id, day.get(), about, confidence, source.get()));
            places.put(id, fields.place());
        } else {
            unread.add(id);
        }
    }

    private Vocabulary vocabulary() {
        return builtIn.with(facts.values().stream().map(LegalFact::entry).toList());
    }

    private List<String> ids() {
        Map<String, LegalEntry> first = new LinkedHashMap<>();
        for (LegalEntry entry : entries) {
            LegalEntry other = entry.id().isEmpty() ? null : first.putIfAbsent(entry.id(), entry);
            if (other != null) {
                faults.add(
                        REPEATED_ID,
                        entry.fields().place(),
                        entry.subject() + " has the id of " + other.subject() + ".",
                        "Propositions, classes and duties share one space of ids.");
            }
        }
        return List.copyOf(first.keySet());
    }

    private static Place place(Fields fields, String key) {
        return fields.node(key).map(Node::place).orElse(fields.place());
    }
}
