package io.aims.packs.documentation;

import static io.aims.packs.documentation.MarkdownPage.code;
import static io.aims.packs.documentation.MarkdownPage.sentence;
import static io.aims.packs.documentation.MarkdownPage.text;
import static io.aims.packs.documentation.MarkdownPage.words;

import io.aims.control.Catalogue;
import io.aims.control.Control;
import io.aims.reasoning.internal.Phrases;
import io.aims.risk.Objective;
import io.aims.risk.RiskSource;
import io.aims.rule.Chapter;
import io.aims.rule.Condition;
import io.aims.rule.Rule;
import io.aims.rule.RuleBase;
import io.aims.rule.RulePack;
import io.aims.system.EnumeratedCharacteristic;
import io.aims.system.ScaleCharacteristic;
import io.aims.system.VocabularyEntry;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Documents a pack in Markdown: a page for each rule with its examples as proof, an index by chapter, one by control,
 * objective and risk source, and one of the characteristics that the pack adds.
 *
 * <p>The examples are run with all rules of the base, everything that they do not answer unknown. Text of the pack is escaped:
 * it cannot change a page. Equal packs give equal pages. Thread-safe.
 *
 * @since 0.1
 */
public final class PackDocumentation {

    /** The page from which all others are reached. */
    public static final String INDEX = "README.md";

    private static final String RULES = "rules/";
    private static final String RESULTS = "results.md";
    private static final String CHARACTERISTICS = "characteristics.md";

    private final RulePack pack;
    private final RuleBase base;
    private final PageNames names;
    private final Results results;
    private final ConditionWords conditions;

    private PackDocumentation(RulePack pack, RuleBase base) {
        this.pack = pack;
        this.base = base;
        this.names = new PageNames(pack.rules());
        this.results = new Results(base, names);
        this.conditions = new ConditionWords(base.catalogue());
    }

    /**
     * Writes the pages of a pack.
     *
     * @param pack the pack
     * @param base the pack with those beside it
     * @return the pages by their names, with slashes: {@value #INDEX}, and others that it links
     * @throws IllegalArgumentException if the base lacks a rule of the pack
     */
    public static SortedMap<String, String> of(RulePack pack, RuleBase base) {
        Set<Rule> known = new HashSet<>(base.rules());
        pack.rules().stream().filter(rule -> !known.contains(rule)).findFirst().ifPresent(rule -> {
            throw new IllegalArgumentException("The base lacks rule " + rule.id() + " of pack " + pack.id());
        });
        return new PackDocumentation(pack, base).pages();
    }

    private SortedMap<String, String> pages() {
        SortedMap<String, String> pages = new TreeMap<>();
        pages.put(INDEX, index());
        pages.put(RESULTS, byResult());
        if (!pack.characteristics().isEmpty()) {
            pages.put(CHARACTERISTICS, characteristics());
        }
        Map<String, VocabularyEntry> vocabulary = new HashMap<>();
        base.vocabulary()
                .entries()
                .forEach(entry -> vocabulary.put(entry.characteristic().id(), entry));
        RulePage page = new RulePage(
                pack, results, new ExampleProofs(base, conditions), conditions, vocabulary, base.catalogue());
        for (Chapter chapter : pack.chapters()) {
            for (Rule rule : chapter.rules()) {
                pages.put(RULES + names.of(rule.id()).orElseThrow(), page.of(rule, chapter));
            }
        }
        return Collections.unmodifiableSortedMap(pages);
    }

    private String index() {
        MarkdownPage page = new MarkdownPage();
        page.heading(1, text(pack.title()));
        page.paragraph(sentence(pack.about()));
        page.table(List.of("Pack", code(pack.id())), facts());
        List<String> more = new ArrayList<>();
        more.add(MarkdownPage.link("Rules by control, objective and risk source", RESULTS));
        if (!pack.characteristics().isEmpty()) {
            more.add(MarkdownPage.link("Characteristics that the pack adds", CHARACTERISTICS));
        }
        page.list(more);
        for (Chapter chapter : pack.chapters()) {
            page.heading(2, text(chapter.title()));
            page.paragraph(sentence(chapter.about()));
            page.table(
                    List.of("Rule", "What is found", "It leads to"),
                    chapter.rules().stream().map(this::row).toList());
        }
        return page.toString();
    }

    private List<List<String>> facts() {
        int examples =
                pack.rules().stream().mapToInt(rule -> rule.examples().size()).sum();
        List<List<String>> facts = new ArrayList<>();
        facts.add(List.of("Version", text(pack.version())));
        facts.add(List.of(
                "Rules",
                pack.rules().size() + " in " + Phrases.count(pack.chapters().size(), "chapter", "chapters") + ", with "
                        + Phrases.count(examples, "example", "examples")));
        facts.add(List.of("Catalogue", code(pack.catalogue())));
        if (pack.validFrom() != null || pack.validUntil() != null) {
            facts.add(List.of(
                    "Valid",
                    (pack.validFrom() == null ? "" : "from " + pack.validFrom() + " ")
                            + (pack.validUntil() == null ? "on" : "until " + pack.validUntil())));
        }
        facts.add(List.of("Licence", text(pack.licence())));
        facts.add(List.of("Fingerprint", code(pack.reference().fingerprint())));
        return facts;
    }

    private List<String> row(Rule rule) {
        String leads = results.conclusions(rule).stream()
                .map(id -> text(id.toString()))
                .collect(Collectors.joining(", "));
        return List.of(
                results.link(rule, RULES),
                text(rule.title()),
                (rule.stop() ? "a stop" + (leads.isEmpty() ? "" : ", ") : "") + leads);
    }

    private String byResult() {
        Catalogue catalogue = base.catalogue();
        MarkdownPage page = new MarkdownPage();
        page.heading(1, "Rules by what they lead to");
        page.paragraph("Of " + MarkdownPage.link(pack.title(), INDEX)
                + ". What no rule of the pack leads to and none reads is left out.");
        table(page, "Controls", catalogue.controls(), Control::id, Control::title);
        table(page, "Objectives", catalogue.objectives(), Objective::id, Objective::title);
        table(page, "Risk sources", catalogue.riskSources(), RiskSource::id, RiskSource::title);
        return page.toString();
    }

    private <T> void table(
            MarkdownPage page,
            String heading,
            Collection<T> entries,
            Function<T, Object> id,
            Function<T, String> title) {
        List<List<String>> rows = new ArrayList<>();
        for (T entry : entries) {
            List<Rule> leading = own(results.leadingTo(id.apply(entry)));
            List<Rule> reading = own(results.reading(id.apply(entry)));
            if (!leading.isEmpty() || !reading.isEmpty()) {
                rows.add(List.of(text(id.apply(entry) + " " + title.apply(entry)), links(leading), links(reading)));
            }
        }
        if (!rows.isEmpty()) {
            page.heading(2, heading);
            page.table(List.of(heading, "Led to by", "Read by"), rows);
        }
    }

    private List<Rule> own(List<Rule> rules) {
        return rules.stream().filter(rule -> names.of(rule.id()).isPresent()).toList();
    }

    private String links(List<Rule> rules) {
        return rules.stream().map(rule -> results.link(rule, RULES)).collect(Collectors.joining(", "));
    }

    private String characteristics() {
        MarkdownPage page = new MarkdownPage();
        page.heading(1, "Characteristics that the pack adds");
        page.paragraph("By " + MarkdownPage.link(pack.title(), INDEX) + ".");
        for (VocabularyEntry entry : pack.characteristics()) {
            String id = entry.characteristic().id();
            page.heading(2, text(id));
            page.quote(text(entry.question()));
            page.paragraph(sentence(entry.definition()));
            page.paragraph("Type: " + words(entry.characteristic().type())
                    + (entry.characteristic() instanceof ScaleCharacteristic scale
                            ? ", " + scale.least() + " to " + scale.most() + ", of which less is worse"
                            : "")
                    + ".");
            if (entry.characteristic() instanceof EnumeratedCharacteristic<?> enumerated) {
                page.table(
                        List.of("Value", "Meaning"),
                        enumerated.valueIds().stream()
                                .map(value -> List.of(
                                        code(value), text(entry.meanings().getOrDefault(value, ""))))
                                .toList());
            }
            List<Rule> readers = pack.rules().stream()
                    .filter(rule -> reads(rule, id))
                    .sorted((one, other) -> one.id().compareTo(other.id()))
                    .toList();
            page.paragraph("Read by: " + (readers.isEmpty() ? "no rule of this pack" : links(readers)) + ".");
            page.list(entry.sources().stream()
                    .map(source -> "Source: " + text(source.citation()))
                    .toList());
        }
        return page.toString();
    }

    private static boolean reads(Rule rule, String id) {
        return rule.condition().tests().stream()
                .anyMatch(test -> test instanceof Condition.SystemTest systemTest
                        && systemTest.characteristic().id().equals(id));
    }
}
