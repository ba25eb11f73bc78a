package io.aims.rules;

import io.aims.catalog.Catalogues;
import io.aims.catalog.answers.AnswerReader;
import io.aims.catalog.answers.CharacteristicReader;
import io.aims.catalog.document.Fields;
import io.aims.catalog.document.Node;
import io.aims.control.Catalogue;
import io.aims.control.ControlId;
import io.aims.error.AimsException;
import io.aims.error.Diagnostic;
import io.aims.error.Diagnostics;
import io.aims.error.Fault;
import io.aims.error.Faults;
import io.aims.error.Place;
import io.aims.risk.Likelihood;
import io.aims.risk.ObjectiveId;
import io.aims.risk.RiskSourceId;
import io.aims.risk.Severity;
import io.aims.rule.Chapter;
import io.aims.rule.Condition;
import io.aims.rule.PackCatalogues;
import io.aims.rule.Replacement;
import io.aims.rule.Rule;
import io.aims.rule.RuleBase;
import io.aims.rule.RuleExample;
import io.aims.rule.RuleId;
import io.aims.rule.RulePack;
import io.aims.rule.RuleScope;
import io.aims.rule.Truth;
import io.aims.rules.NamedCatalogues.Kind;
import io.aims.rules.PackLimits.Limit;
import io.aims.rules.internal.files.EntryPlaces;
import io.aims.rules.internal.files.PackDocument;
import io.aims.rules.internal.files.PackDocuments;
import io.aims.rules.internal.files.PackFiles;
import io.aims.rules.internal.files.PackPlaces;
import io.aims.rules.language.ConditionParser;
import io.aims.rules.language.PlacedCondition;
import io.aims.rules.language.TestPlace;
import io.aims.source.Confidence;
import io.aims.source.Source;
import io.aims.system.Vocabulary;
import io.aims.system.VocabularyEntry;
import io.aims.text.Quoted;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads one pack, chapter by chapter, and reports everything that is wrong with it at once. */
final class PackReader {

    static final String SHAPE = "AIMS-2001";
    private static final String SAME_PACK = "AIMS-2004";
    private static final String NO_EXAMPLE = "AIMS-2011";
    private static final String CATALOGUE_CLASH = "AIMS-2092";
    private static final String EMPTY_CHAPTER = "AIMS-2100";
    private static final String ID_FORM =
            "a letter or digit and up to 63 letters, digits, dots, hyphens or underscores";
    private static final String LOOKS_ALIKE =
            "Maybe it holds a blank, or a letter of another script that looks the same.";
    private static final String COVERS_CATALOGUE = "catalogue";
    private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

    private final Beside beside;
    private final PackLimits limits;
    private final Faults faults = new Faults();
    private final Diagnostics warnings = new Diagnostics();
    private final Telling telling;
    private final PackPlaces.Builder places = new PackPlaces.Builder();
    private final PackDocuments documents;
    private Vocabulary vocabulary;
    private NamedCatalogues named;
    private ConditionParser parser;
    private boolean idsAreLost;
    private int ruleCount;
    private int catalogueEntries;

    /**
     * Creates a reader of one pack.
     *
     * @param files the files of the pack
     * @param beside what its rules may read and speak of besides its own
     * @param limits how much it may ask for
     * @param withWarnings whether warnings about its rules are looked for
     */
    PackReader(PackFiles files, Beside beside, PackLimits limits, boolean withWarnings) {
        this.telling = new Telling(pack -> PackPlaces.none(), withWarnings, warnings);
        this.documents = new PackDocuments(files, faults, warnings, limits.files());
        this.beside = beside;
        this.limits = limits;
        this.vocabulary = beside.vocabulary();
        this.named = NamedCatalogues.all(beside.catalogue());
        this.parser = new ConditionParser(vocabulary, beside.catalogue()).within(limits.conditions());
    }

    /**
     * Reads the pack.
     *
     * @return what could be read, with everything that is wrong with it
     */
    ReadPack read() {
        Optional<RulePack> pack = untilLimit();
        Diagnostics all = new Diagnostics();
        faults.toList().forEach(fault -> all.addAll(List.of(Diagnostic.error(fault))));
        all.addAll(warnings.toList());
        return new ReadPack(pack, places.build(), all.toList());
    }

    /** At the first limit passed nothing further is read: the fault is then the last one told. */
    private Optional<RulePack> untilLimit() {
        try {
            return documents.pack().map(this::pack);
        } catch (AimsException e) {
            if (!faults.toList().containsAll(e.faults())) {
                throw e;
            }
            return Optional.empty();
        }
    }

    private void check(Limit limit, String code, int before, List<Node> items, String subject, String id, String what) {
        int most = limits.most(limit);
        if (before + items.size() > most) {
            Place place = items.get(most - before).place();
            throw stop(limit, code, place, "The " + subject + " (" + Quoted.of(id) + ", " + place + ") has", what);
        }
    }

    private AimsException stop(Limit limit, String code, @Nullable Place place, String subject, String what) {
        return faults.stop(new Fault(
                code,
                subject + " more than " + limits.most(limit) + " " + what + ".",
                "Maybe split it; whoever trusts its author may raise the limit " + limit + ".",
                place));
    }

    private RulePack pack(PackDocument document) {
        Fields fields = Fields.of(document.root(), faults, SHAPE, "pack");
        places.pack(EntryPlaces.of(document.root()));
        String id = fields.requiredText("pack");
        if (!id.isEmpty() && !RuleId.isWellFormed(id)) {
            malformed(fields.valuePlace("pack"), "pack", id);
        }
        if (beside.pack(id).isPresent()) {
            Place place = fields.valuePlace("pack");
            faults.add(
                    SAME_PACK,
                    place,
                    "Pack (" + Quoted.of(id) + ", " + place + ") has the id of another pack in use.",
                    "Maybe two versions of it are given: keep one; or put a prefix of your own before the id.");
        }
        String version = fields.requiredLine("version");
        String title = fields.requiredLine("title");
        String licence = fields.requiredLine("licence");
        String about = fields.prose("about").orElse("");
        boolean covers = covers(fields);
        LocalDate from = date(fields, "validFrom");
        LocalDate until = date(fields, "validUntil");
        if (from != null && until != null && until.isBefore(from)) {
            Place place = fields.keyPlace("validUntil");
            faults.add(
                    SHAPE,
                    place,
                    "The pack (" + Quoted.of(id) + ", " + place + ") is valid until (" + until
                            + "), before it is valid from (" + from + ").",
                    "Maybe the two were exchanged.");
        }
        String catalogueId = fields.requiredText("catalogue");
        List<Catalogue> catalogues = catalogues(document, fields);
        Catalogue inUse = inUse(fields, id, catalogues);
        named = NamedCatalogues.of(id, catalogueId, fields.valuePlace("catalogue"), inUse, faults);
        List<VocabularyEntry> characteristics = new ArrayList<>();
        check(Limit.CHARACTERISTICS, "AIMS-2145", 0, fields.items("characteristics"), "pack", id, "characteristics");
        for (Node node : fields.items("characteristics")) {
            CharacteristicReader.read(node, faults).ifPresent(characteristics::add);
            places.characteristic(Fields.idOf(node), EntryPlaces.of(node));
        }
        new CharacteristicChecks(id, beside, faults, warnings).check(fields.items("characteristics"));
        this.vocabulary = PackVerifier.widened(beside.vocabulary(), characteristics);
        this.parser = (named.areAllKnown() ? new ConditionParser(vocabulary, inUse) : new ConditionParser(vocabulary))
                .within(limits.conditions());
        List<Chapter> chapters = documents.chapters(document, fields, id).stream()
                .map(this::chapter)
                .toList();
        List<Replacement> replaces = new ReplacementReader(faults).read(fields, id, beside.mayReplaceRules(), chapters);
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
        verify(pack, covers, fields.keyPlace("covers"));
        return pack;
    }

    /** What can be said of the pack alone is said now, together with what was wrong in reading it. */
    private void verify(RulePack pack, boolean covers, Place place) {
        PackPlaces known = places.build();
        PackVerifier verifier = new PackVerifier(vocabulary, telling.at(read -> known), faults);
        verifier.checkAlone(pack).ifPresent(this::checkStrata);
        if (covers && named.areAllKnown() && faults.isEmpty()) {
            verifier.checkCoverage(pack, named.catalogues(), place);
        }
    }

    private void checkStrata(RuleBase base) {
        int most = limits.most(Limit.STRATA);
        for (int i = 0; i < base.rules().size(); i++) {
            if (base.stratumOf(i) >= most) {
                Place place = base.rules().get(i).place();
                throw stop(
                        Limit.STRATA,
                        "AIMS-2149",
                        place,
                        "The results up to rule (" + base.rules().get(i).id() + ", " + place
                                + ") rest on one another in",
                        "strata");
            }
        }
    }

    private List<Catalogue> catalogues(PackDocument document, Fields fields) {
        List<Catalogue> catalogues = new ArrayList<>();
        for (PackDocument brought : documents.catalogues(document, fields)) {
            places.catalogue(brought.root());
            Optional<Catalogue> catalogue = Catalogues.read(brought.root(), faults);
            catalogueEntries += catalogue.map(CatalogueIds::of).map(List::size).orElse(0);
            if (catalogueEntries > limits.most(Limit.CATALOGUE_ENTRIES)) {
                Place place = brought.root().place();
                throw stop(
                        Limit.CATALOGUE_ENTRIES,
                        "AIMS-2151",
                        place,
                        "The catalogues up to (" + place + ") have",
                        "entries");
            }
            catalogue.ifPresent(catalogues::add);
        }
        return catalogues;
    }

    /** Everything of which some rule may speak. What clashes is told where it stands in the pack. */
    private Catalogue inUse(Fields fields, String id, List<Catalogue> catalogues) {
        PackPlaces known = places.build();
        for (Catalogue brought : catalogues) {
            for (Catalogue other : beside.catalogue().parts()) {
                if (!other.id().equals(brought.id())) {
                    checkClash(brought, other, known);
                }
            }
        }
        SortedMap<String, List<Catalogue>> all = new TreeMap<>(beside.broughtCatalogues());
        all.put(id, catalogues);
        Faults clashes = new Faults();
        Catalogue joint = PackCatalogues.join(beside.givenCatalogue(), all, clashes);
        Place place = fields.valuePlace("catalogues");
        clashes.toList().stream()
                .filter(clash -> !clash.code().equals(CATALOGUE_CLASH))
                .forEach(clash -> faults.add(clash.code(), place, clash.message(), clash.advice()));
        return joint;
    }

    private void checkClash(Catalogue brought, Catalogue other, PackPlaces known) {
        Set<String> taken = new HashSet<>(CatalogueIds.of(other));
        for (String entry : CatalogueIds.of(brought)) {
            if (taken.contains(entry)) {
                Place place = known.catalogueEntry(entry).begin();
                faults.add(
                        CATALOGUE_CLASH,
                        place,
                        "The entry (" + entry + ", " + place + ") of catalogue (" + brought.id()
                                + ") has the id of one of catalogue (" + other.id() + ").",
                        "Maybe put a prefix of your own before the id.");
            }
        }
    }

    private boolean covers(Fields fields) {
        Optional<String> covers = fields.text("covers");
        if (covers.isPresent() && !covers.get().equals(COVERS_CATALOGUE)) {
            Place place = fields.valuePlace("covers");
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
        String title = fields.requiredLine("chapter");
        String about = fields.prose("about").orElse("");
        RuleScope scope = fields.requiredWord("scope", RuleScope.class, RuleScope.SYSTEM);
        List<Rule> rules = new ArrayList<>();
        List<Node> entries = fields.items("rules");
        if (fields.requiredNode("rules").isPresent() && entries.isEmpty()) {
            Place place = fields.keyPlace("rules");
            warnings.warning(
                    EMPTY_CHAPTER,
                    place,
                    "The chapter (" + place + ") has no rules, and so adds nothing.",
                    "Maybe leave it out until it has one.");
        }
        check(Limit.RULES, "AIMS-2146", ruleCount, entries, "pack", title, "rules");
        ruleCount += entries.size();
        entries.forEach(node -> rule(node, scope, document).ifPresent(rules::add));
        fields.end();
        return new Chapter(title, about, rules);
    }

    private Optional<Rule> rule(Node node, RuleScope scope, PackDocument document) {
        Fields fields = Fields.entry(node, faults, SHAPE, "rule");
        String id = fields.requiredText("id");
        Place place = fields.place();
        if (!id.isEmpty() && !RuleId.isWellFormed(id)) {
            malformed(place, "rule", id);
        }
        idsAreLost = false;
        String title = fields.requiredLine("title");
        Optional<PlacedCondition> condition = fields.requiredNode("when")
                .flatMap(when -> fields.text("when").map(text -> (Node.Scalar) when))
                .flatMap(when -> parser.parseWithPlaces(when.text(), id, document.places(when), faults));
        List<RiskSourceId> raises =
                ids(fields, "raises", id, RiskSourceId::isWellFormed, RiskSourceId::new, Kind.RISK_SOURCE);
        List<ObjectiveId> threatens =
                ids(fields, "threatens", id, ObjectiveId::isWellFormed, ObjectiveId::new, Kind.OBJECTIVE);
        Likelihood likelihood = fields.word("likelihood", Likelihood.class).orElse(null);
        Severity floor = fields.word("severityFloor", Severity.class).orElse(null);
        List<ControlId> requires = ids(fields, "requires", id, ControlId::isWellFormed, ControlId::new, Kind.CONTROL);
        boolean stop = stop(fields, id);
        String why = fields.requiredProse("why");
        List<Source> sources = fields.sources();
        Confidence confidence = fields.word("confidence", Confidence.class).orElse(Confidence.HIGH);
        List<Node> exampleNodes = new ArrayList<>();
        List<RuleExample> examples = examples(fields, id, condition.map(PlacedCondition::condition), exampleNodes);
        fields.end();
        condition.ifPresent(placed -> checkResultsNamed(id, placed));
        places.rule(
                place,
                EntryPlaces.of(node)
                        .withTests(condition.map(PlacedCondition::tests).orElse(List.of()))
                        .withExamples(exampleNodes));
        if (condition.isEmpty() || idsAreLost || !RuleId.isWellFormed(id)) {
            return Optional.empty();
        }
        return Optional.of(new Rule(
                new RuleId(id),
                title,
                scope,
                condition.get().condition(),
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

    /** A condition is read with all catalogues in use: here it is asked whether the pack names those of its results. */
    private void checkResultsNamed(String rule, PlacedCondition placed) {
        List<Condition.Test> tests = placed.condition().tests();
        for (int i = 0; i < tests.size(); i++) {
            TestPlace at = placed.tests().get(i);
            if (tests.get(i) instanceof Condition.HasRiskSource reads) {
                String id = reads.source().value();
                named.check(rule, "reads", id, () -> at.word(id), Kind.RISK_SOURCE, faults);
            } else if (tests.get(i) instanceof Condition.LevelAtLeast reads) {
                String id = reads.objective().value();
                named.check(rule, "reads", id, () -> at.word(id), Kind.OBJECTIVE, faults);
            } else if (tests.get(i) instanceof Condition.IsNeeded reads) {
                String id = reads.control().value();
                named.check(rule, "reads", id, () -> at.word(id), Kind.CONTROL, faults);
            }
        }
    }

    private boolean stop(Fields fields, String name) {
        Optional<String> verdict = fields.text("verdict");
        if (verdict.isPresent() && !verdict.get().equals("STOP")) {
            Place place = fields.valuePlace("verdict");
            faults.add(
                    SHAPE,
                    place,
                    "The verdict (" + Quoted.of(verdict.get()) + ") of rule (" + Quoted.of(name) + ", " + place
                            + ") must be STOP.",
                    "Maybe leave it out: most rules have none.");
        }
        return verdict.isPresent();
    }

    private List<RuleExample> examples(Fields fields, String name, Optional<Condition> condition, List<Node> read) {
        Optional<Node> node = fields.node("examples");
        Fields kinds = node.map(found -> Fields.of(found, faults, SHAPE, "examples of rule (" + Quoted.of(name) + ")"))
                .orElse(null);
        List<RuleExample> examples = new ArrayList<>();
        int count = 0;
        for (ExampleKind kind : ExampleKind.ALL) {
            List<Node> items = kinds == null ? List.of() : kinds.items(kind.key());
            check(Limit.EXAMPLES, "AIMS-2147", count, items, "rule", name, "examples");
            count += items.size();
            if (items.isEmpty() && isNeeded(kind.expected(), condition)) {
                faults.add(
                        NO_EXAMPLE,
                        fields.place(),
                        "Rule (" + Quoted.of(name) + ", " + fields.place() + ") has no " + kind.key() + " example.",
                        "Maybe add one under examples.");
            }
            AnswerReader reader = new AnswerReader(kind.key() + " example of rule", name, faults);
            for (Node item : items) {
                int before = faults.count();
                RuleExample example = new RuleExample(kind.expected(), reader.readAll(item, vocabulary));
                if (faults.count() == before) {
                    examples.add(example);
                    read.add(item);
                }
            }
        }
        if (kinds != null) {
            kinds.end();
        }
        return examples;
    }

    /** A kind of examples: where they stand, and to what they must come. */
    private record ExampleKind(String key, Truth expected) {

        static final List<ExampleKind> ALL = List.of(
                new ExampleKind("fires", Truth.TRUE),
                new ExampleKind("silent", Truth.FALSE),
                new ExampleKind("unknown", Truth.UNDETERMINED));
    }

    /** A rule that always holds has no other example; one that reads results may be unable to be false on its own. */
    private static boolean isNeeded(Truth kind, Optional<Condition> condition) {
        return kind == Truth.TRUE
                || condition.isPresent()
                        && !(condition.get() instanceof Condition.Always)
                        && condition.get().tests().stream().allMatch(Condition.SystemTest.class::isInstance);
    }

    private <T> List<T> ids(
            Fields fields, String key, String rule, Predicate<String> wellFormed, Function<String, T> make, Kind kind) {
        List<T> ids = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        String verb = key.equals("requires") ? "requires control" : key;
        List<Node> items = fields.items(key);
        List<Node.Scalar> scalars = fields.scalars(key);
        for (Node.Scalar scalar : scalars.subList(0, Math.min(scalars.size(), limits.most(Limit.IDS)))) {
            String text = scalar.text();
            if (!wellFormed.test(text)) {
                idsAreLost = true;
                faults.add(
                        SHAPE,
                        scalar.place(),
                        "Rule (" + Quoted.of(rule) + ", " + scalar.place() + ") " + verb + " (" + Quoted.of(text)
                                + "), which is no id: it must be " + ID_FORM + ".",
                        faults.nearest(text, named.ids(kind))
                                .map(near -> "Maybe you meant (" + near + ").")
                                .orElse(LOOKS_ALIKE));
            } else if (!seen.add(text)) {
                faults.add(
                        SHAPE,
                        scalar.place(),
                        "Rule (" + Quoted.of(rule) + ", " + scalar.place() + ") " + key + " (" + text + ") twice.",
                        "Maybe one of the two is another id.");
            } else {
                named.check(rule, verb, text, scalar::place, kind, faults);
                ids.add(make.apply(text));
            }
        }
        check(Limit.IDS, "AIMS-2148", 0, items, "rule", rule, "ids under " + key);
        return ids;
    }

    private void malformed(Place place, String what, String id) {
        faults.add(
                SHAPE,
                place,
                "The id (" + Quoted.of(id) + ") of " + what + " (" + place + ") must be " + ID_FORM + ".",
                LOOKS_ALIKE);
    }

    private @Nullable LocalDate date(Fields fields, String key) {
        Optional<String> text = fields.text(key);
        if (text.isEmpty()) {
            return null;
        }
        try {
            if (DAY.matcher(text.get()).matches()) {
                return LocalDate.parse(text.get());
            }
        } catch (DateTimeException e) {
            // It looks like a day, and is told below as what it is.
        }
        Place place = fields.valuePlace(key);
        faults.add(
                SHAPE,
                place,
                "The " + key + " (" + Quoted.of(text.get()) + ") of the pack (" + place
                        + ") is no day of the calendar.",
                "Write year, month and day, for example 2026-03-01.");
        return null;
    }
}
