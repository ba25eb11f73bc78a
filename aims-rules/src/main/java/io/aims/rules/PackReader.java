package io.aims.rules;

import io.aims.catalog.Catalogues;
import io.aims.catalog.answers.AnswerReader;
import io.aims.catalog.answers.CharacteristicReader;
import io.aims.catalog.document.Fields;
import io.aims.catalog.document.Node;
import io.aims.control.Catalogue;
import io.aims.control.Control;
import io.aims.control.ControlId;
import io.aims.error.AimsException;
import io.aims.error.Faults;
import io.aims.error.Place;
import io.aims.risk.Likelihood;
import io.aims.risk.Objective;
import io.aims.risk.ObjectiveId;
import io.aims.risk.RiskSource;
import io.aims.risk.RiskSourceId;
import io.aims.risk.Severity;
import io.aims.rule.Chapter;
import io.aims.rule.Condition;
import io.aims.rule.PackCatalogues;
import io.aims.rule.Replacement;
import io.aims.rule.Rule;
import io.aims.rule.RuleExample;
import io.aims.rule.RuleId;
import io.aims.rule.RulePack;
import io.aims.rule.RuleScope;
import io.aims.rule.Truth;
import io.aims.rules.internal.files.PackDocument;
import io.aims.rules.internal.files.PackDocuments;
import io.aims.rules.internal.files.PackFiles;
import io.aims.rules.language.ConditionParser;
import io.aims.source.Confidence;
import io.aims.source.Source;
import io.aims.system.Vocabulary;
import io.aims.system.VocabularyEntry;
import io.aims.text.Quoted;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Reads one pack, chapter by chapter, and reports everything that is wrong with it at once. */
final class PackReader {

    static final String SHAPE = "AIMS-2001";
    private static final String ABSENT_ID = "AIMS-2007";
    private static final String NO_EXAMPLE = "AIMS-2011";
    private static final String COVERS_CATALOGUE = "catalogue";

    private final PackLoader loader;
    private final Faults faults = new Faults();
    private final PackDocuments documents;
    private Vocabulary vocabulary;
    private @Nullable Catalogue catalogue;
    private ConditionParser parser;

    /**
     * Creates a reader of one pack.
     *
     * @param files the files of the pack
     * @param loader says what its rules may read and speak of besides its own
     */
    PackReader(PackFiles files, PackLoader loader) {
        this.documents = new PackDocuments(files, faults);
        this.loader = loader;
        this.vocabulary = loader.knownVocabulary();
        this.parser = new ConditionParser(vocabulary);
    }

    /**
     * Reads the pack.
     *
     * @return the pack
     * @throws AimsException with every fault
     */
    RulePack read() {
        RulePack pack = pack(documents.pack());
        faults.throwIfAny();
        return pack;
    }

    private RulePack pack(PackDocument document) {
        Fields fields = Fields.of(document.root(), faults, SHAPE, "pack");
        String id = fields.requiredText("pack");
        if (!id.isEmpty() && !RuleId.isWellFormed(id)) {
            malformed(fields.node("pack").map(Node::place).orElse(fields.place()), "pack", id);
        }
        String version = fields.requiredText("version");
        String title = fields.requiredText("title");
        String licence = fields.requiredText("licence");
        String about = fields.text("about").orElse("");
        String catalogueId = fields.requiredText("catalogue");
        List<Catalogue> catalogues = catalogues(document, fields);
        boolean covers = covers(fields);
        LocalDate from = date(fields, "validFrom");
        LocalDate until = date(fields, "validUntil");
        if (from != null && until != null && until.isBefore(from)) {
            faults.add(
                    SHAPE,
                    fields.place(),
                    "The pack (" + Quoted.of(id) + ", " + fields.place() + ") is valid until (" + until
                            + "), before it is valid from (" + from + ").",
                    "Maybe the two were exchanged.");
        }
        List<VocabularyEntry> characteristics = new ArrayList<>();
        fields.items("characteristics")
                .forEach(node -> CharacteristicReader.read(node, faults).ifPresent(characteristics::add));
        PackVerifier.checkCharacteristics(id, characteristics, loader.besidePacks(), vocabulary, faults);
        this.vocabulary = PackVerifier.widened(vocabulary, characteristics);
        this.catalogue = PackVerifier.named(catalogueId, known(fields, id, catalogues)).orElse(null);
        this.parser = catalogue == null ? new ConditionParser(vocabulary) : new ConditionParser(vocabulary, catalogue);
        List<Chapter> chapters = documents.chapters(document, fields, id).stream()
                .map(this::chapter)
                .toList();
        List<Replacement> replaces = new ReplacementReader(faults).read(fields, id, loader.allowsReplacing(), chapters);
        documents.tests(fields);
        fields.end();
        RulePack pack = new RulePack(
                id,
                version,
                title,
                licence,
                about,
                catalogueId,
                from,
                until,
                characteristics,
                chapters,
                catalogues,
                replaces);
        verify(pack, covers, fields.place());
        return pack;
    }

    /** What can be said of the pack alone is said now, together with what was wrong in reading it. */
    private void verify(RulePack pack, boolean covers, Place place) {
        PackVerifier verifier = new PackVerifier(vocabulary, faults);
        verifier.checkAlone(pack);
        if (covers && catalogue != null && faults.isEmpty()) {
            verifier.checkCoverage(pack, catalogue, place);
        }
    }

    private List<Catalogue> catalogues(PackDocument document, Fields fields) {
        return documents.catalogues(document, fields).stream()
                .flatMap(brought -> Catalogues.read(brought.root(), faults).stream())
                .toList();
    }

    /** Everything of which some rule may speak. What clashes is told where the pack lists its catalogues. */
    private Catalogue known(Fields fields, String id, List<Catalogue> catalogues) {
        SortedMap<String, List<Catalogue>> brought = new TreeMap<>();
        loader.besidePacks().forEach(pack -> brought.put(pack.id(), pack.catalogues()));
        brought.put(id, catalogues);
        Faults clashes = new Faults();
        Catalogue known = PackCatalogues.join(loader.givenCatalogue(), brought, clashes);
        Place place = fields.node("catalogues").map(Node::place).orElse(fields.place());
        clashes.toList().forEach(clash -> faults.add(clash.code(), place, clash.message(), clash.advice()));
        return known;
    }

    private boolean covers(Fields fields) {
        Optional<String> covers = fields.text("covers");
        if (covers.isPresent() && !covers.get().equals(COVERS_CATALOGUE)) {
            Place place = fields.node("covers").map(Node::place).orElse(fields.place());
            faults.add(
                    SHAPE,
                    place,
                    "The pack (" + place + ") covers (" + Quoted.of(covers.get()) + "), which is not known.",
                    "Write (" + COVERS_CATALOGUE
                            + ") if its rules can require every control of its catalogue, or leave it" + " out.");
        }
        return covers.isPresent();
    }

    private Chapter chapter(PackDocument document) {
        Fields fields = Fields.of(document.root(), faults, SHAPE, "chapter");
        String title = fields.requiredText("chapter");
        String about = fields.text("about").orElse("");
        RuleScope scope = fields.requiredWord("scope", RuleScope.class, RuleScope.SYSTEM);
        List<Rule> rules = new ArrayList<>();
        fields.requiredNode("rules");
        fields.items("rules").forEach(node -> rule(node, scope, document).ifPresent(rules::add));
        fields.end();
        return new Chapter(title, about, rules);
    }

    private Optional<Rule> rule(Node node, RuleScope scope, PackDocument document) {
        String name = node instanceof Node.Mapping mapping
                ? mapping.get("id")
                        .map(id -> id instanceof Node.Scalar scalar ? scalar.text() : "?")
                        .orElse("?")
                : "?";
        Fields fields = Fields.of(node, faults, SHAPE, "rule (" + Quoted.of(name) + ")");
        String id = fields.requiredText("id");
        Place place = fields.place();
        if (!id.isEmpty() && !RuleId.isWellFormed(id)) {
            malformed(place, "rule", id);
        }
        String title = fields.text("title").orElse("");
        Optional<Condition> condition = fields.requiredNode("when")
                .flatMap(when -> fields.text("when").map(text -> (Node.Scalar) when))
                .flatMap(when -> parser.parse(when.text(), name, document.places(when), faults));
        List<RiskSourceId> raises = ids(
                fields,
                "raises",
                name,
                RiskSourceId::isWellFormed,
                RiskSourceId::new,
                known(Catalogue::riskSources, RiskSource::id));
        List<ObjectiveId> threatens = ids(
                fields,
                "threatens",
                name,
                ObjectiveId::isWellFormed,
                ObjectiveId::new,
                known(Catalogue::objectives, Objective::id));
        Likelihood likelihood = fields.word("likelihood", Likelihood.class).orElse(null);
        Severity floor = fields.word("severityFloor", Severity.class).orElse(null);
        List<ControlId> requires = ids(
                fields,
                "requires",
                name,
                ControlId::isWellFormed,
                ControlId::new,
                known(Catalogue::controls, Control::id));
        boolean stop = stop(fields, name);
        String why = fields.text("why").orElse("");
        List<Source> sources = fields.texts("sources").stream()
                .filter(citation -> !citation.isBlank())
                .map(Source::new)
                .toList();
        Confidence confidence = fields.word("confidence", Confidence.class).orElse(Confidence.HIGH);
        List<RuleExample> examples = examples(fields, name, condition);
        fields.end();
        if (condition.isEmpty() || !RuleId.isWellFormed(id)) {
            return Optional.empty();
        }
        return Optional.of(new Rule(
                new RuleId(id),
                title,
                scope,
                condition.get(),
                raises,
                threatens,
                likelihood,
                floor,
                requires,
                stop,
                why,
                sources,
                confidence,
                examples,
                place));
    }

    private boolean stop(Fields fields, String name) {
        Optional<String> verdict = fields.text("verdict");
        if (verdict.isPresent() && !verdict.get().equals("STOP")) {
            Place place = fields.node("verdict").map(Node::place).orElse(fields.place());
            faults.add(
                    SHAPE,
                    place,
                    "The verdict (" + Quoted.of(verdict.get()) + ") of rule (" + Quoted.of(name) + ", " + place
                            + ") must be STOP.",
                    "Maybe leave it out: most rules have none.");
        }
        return verdict.isPresent();
    }

    private List<RuleExample> examples(Fields fields, String name, Optional<Condition> condition) {
        Optional<Node> node = fields.node("examples");
        Fields kinds = node.map(found -> Fields.of(found, faults, SHAPE, "examples of rule (" + Quoted.of(name) + ")"))
                .orElse(null);
        List<RuleExample> examples = new ArrayList<>();
        Map<String, Truth> expected = new LinkedHashMap<>();
        expected.put("fires", Truth.TRUE);
        expected.put("silent", Truth.FALSE);
        expected.put("unknown", Truth.UNDETERMINED);
        for (Map.Entry<String, Truth> kind : expected.entrySet()) {
            List<Node> items = kinds == null ? List.of() : kinds.items(kind.getKey());
            if (items.isEmpty() && isNeeded(kind.getValue(), condition)) {
                faults.add(
                        NO_EXAMPLE,
                        fields.place(),
                        "Rule (" + Quoted.of(name) + ", " + fields.place() + ") has no " + kind.getKey() + " example.",
                        "Maybe add one under examples.");
            }
            for (Node item : items) {
                AnswerReader reader = new AnswerReader(kind.getKey() + " example of rule", name, faults);
                examples.add(new RuleExample(kind.getValue(), reader.readAll(item, vocabulary)));
            }
        }
        if (kinds != null) {
            kinds.end();
        }
        return examples;
    }

    /** A rule that always holds has no other example; one that reads results may be unable to be false on its own. */
    private static boolean isNeeded(Truth kind, Optional<Condition> condition) {
        return kind == Truth.TRUE
                || condition.isPresent()
                        && !(condition.get() instanceof Condition.Always)
                        && condition.get().tests().stream().allMatch(Condition.SystemTest.class::isInstance);
    }

    private <T> List<T> ids(
            Fields fields,
            String key,
            String rule,
            Predicate<String> wellFormed,
            Function<String, T> make,
            Optional<List<String>> known) {
        List<T> ids = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Node.Scalar scalar : fields.scalars(key)) {
            String text = scalar.text();
            if (!wellFormed.test(text)) {
                malformed(scalar.place(), key + " of rule", text);
            } else if (!seen.add(text)) {
                faults.add(
                        SHAPE,
                        scalar.place(),
                        "Rule (" + Quoted.of(rule) + ", " + scalar.place() + ") " + key + " (" + text + ") twice.",
                        "Maybe one of the two is another id.");
            } else if (known.isPresent() && !known.get().contains(text)) {
                faults.add(
                        ABSENT_ID,
                        scalar.place(),
                        PackVerifier.absent(
                                rule,
                                scalar.place(),
                                key.equals("requires") ? "requires control" : key,
                                text,
                                catalogue),
                        Fields.advice(text, known.get()));
            } else {
                ids.add(make.apply(text));
            }
        }
        return ids;
    }

    private <T> Optional<List<String>> known(
            Function<Catalogue, java.util.Collection<T>> entries, Function<T, Object> id) {
        return Optional.ofNullable(catalogue)
                .map(found -> entries.apply(found).stream()
                        .map(entry -> id.apply(entry).toString())
                        .toList());
    }

    private void malformed(Place place, String what, String id) {
        faults.add(
                SHAPE,
                place,
                "The id (" + Quoted.of(id) + ") of " + what + " (" + place
                        + ") must be a letter or digit and up to 63 letters, digits, dots, hyphens or underscores.",
                "Maybe it holds a blank.");
    }

    private @Nullable LocalDate date(Fields fields, String key) {
        Optional<String> text = fields.text(key);
        if (text.isEmpty()) {
            return null;
        }
        try {
            return LocalDate.parse(text.get());
        } catch (DateTimeException e) {
            Place place = fields.node(key).map(Node::place).orElse(fields.place());
            faults.add(
                    SHAPE,
                    place,
                    "The " + key + " (" + Quoted.of(text.get()) + ") of the pack (" + place
                            + ") is no day of the calendar.",
                    "Write year, month and day, for example 2026-03-01.");
            return null;
        }
    }
}
