package io.aims.cli;

import io.aims.Aims;
import io.aims.law.Duty;
import io.aims.law.Exemption;
import io.aims.law.LegalClass;
import io.aims.law.LegalCondition;
import io.aims.law.LegalDate;
import io.aims.law.LegalFact;
import io.aims.law.LegalPack;
import io.aims.law.Proposition;
import io.aims.law.text.LegalWords;
import io.aims.rule.Condition;
import io.aims.source.Confidence;
import io.aims.source.Source;
import io.aims.system.VocabularyEntry;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Shows what a law speaks of: its facts, propositions, classes, duties and days. */
final class LawCatalogue {

    private static final int LABEL = 15;
    private static final int ID = 34;

    private LawCatalogue() {}

    /** Returns the characteristics that no law brings with it. */
    static List<VocabularyEntry> withoutLaws(Aims aims) {
        Set<String> facts = aims.laws().stream()
                .flatMap(law -> law.facts().stream())
                .map(LegalFact::id)
                .collect(Collectors.toSet());
        return aims.vocabulary().entries().stream()
                .filter(entry -> !facts.contains(entry.characteristic().id()))
                .toList();
    }

    /** Adds a law in short. */
    static void overview(Page page, LegalPack law) {
        page.heading(Span.strong("Law"), Span.quiet(" (" + law.id() + " " + law.version() + ")"));
        page.text(
                2,
                Span.plain(law.title() + ": " + law.facts().size() + " facts of its own, "
                        + law.propositions().size() + " propositions, "
                        + law.classes().size() + " classes, "
                        + law.duties().size() + " duties, " + law.dates().size()
                        + " days. List them with aims catalog " + law.id() + "."));
    }

    /** Returns what shows the law and everything in it, by id. */
    static Map<String, Runnable> entries(Page page, LegalPack law) {
        Map<String, Runnable> entries = new LinkedHashMap<>();
        entries.put(law.id(), () -> law(page, law));
        law.classes().forEach(each -> entries.put(each.id().value(), () -> legalClass(page, each)));
        law.propositions().forEach(each -> entries.put(each.id().value(), () -> proposition(page, each)));
        law.duties().forEach(each -> entries.put(each.id().value(), () -> duty(page, each)));
        law.dates().forEach(each -> entries.put(each.id(), () -> date(page, each)));
        return entries;
    }

    private static void law(Page page, LegalPack law) {
        page.text(0, Span.name(law.id()), Span.strong(" " + law.title()), Span.quiet(" (law)"));
        page.blank().text(2, Span.plain(law.about()));
        page.blank();
        field(page, "version", law.version());
        field(page, "act", law.act());
        field(page, "read up to", law.readOn().toString());
        page.heading(Span.strong("Classes"), Span.quiet(" (" + law.classes().size() + ")"));
        law.classes().forEach(each -> row(page, each.id().value(), each.article(), each.title()));
        page.heading(
                Span.strong("Propositions"),
                Span.quiet(" (" + law.propositions().size() + ")"));
        law.propositions().forEach(each -> row(page, each.id().value(), each.article(), each.title()));
        page.heading(Span.strong("Duties"), Span.quiet(" (" + law.duties().size() + ")"));
        law.duties().forEach(each -> row(page, each.id().value(), each.article(), each.about()));
        page.heading(Span.strong("Days"), Span.quiet(" (" + law.dates().size() + ")"));
        law.dates().forEach(each -> row(page, each.id(), each.day().toString(), each.about()));
        page.heading(
                Span.strong("Facts of its own"), Span.quiet(" (" + law.facts().size() + ")"));
        for (LegalFact fact : law.facts()) {
            row(page, fact.id(), fact.article(), fact.entry().question());
        }
    }

    private static void row(Page page, String id, String article, String text) {
        page.labelled(2, ID, Span.name(id), Span.quiet(article + (article.isEmpty() ? "" : " ")), Span.plain(text));
    }

    private static void title(Page page, String id, String article, String title, String kind) {
        page.text(0, Span.name(id), Span.strong(" " + title), Span.quiet(" (" + kind + ")"));
        page.blank();
        field(page, "provision", article);
    }

    private static void field(Page page, String label, String text) {
        if (!text.isBlank()) {
            page.labelled(2, LABEL, Span.quiet(label), Span.plain(text));
        }
    }

    private static void legalClass(Page page, LegalClass legalClass) {
        title(page, legalClass.id().value(), legalClass.article(), legalClass.title(), "class");
        field(page, "when", legalClass.when().toString());
        field(page, "applies", legalClass.applies().toString());
        field(page, "stops if", legalClass.stops().map(Object::toString).orElse(""));
    }

    private static void proposition(Page page, Proposition proposition) {
        title(page, proposition.id().value(), proposition.article(), proposition.title(), "proposition");
        field(page, "stated by", proposition.statement().map(Object::toString).orElse(""));
        field(page, "when", proposition.condition().map(Object::toString).orElse(""));
        for (Exemption exemption : proposition.unless()) {
            field(page, "unless", exemption.when() + " (" + exemption + ")");
        }
        field(page, "why", proposition.why());
        sources(page, proposition.sources(), proposition.confidence());
    }

    private static void duty(Page page, Duty duty) {
        title(page, duty.id().value(), duty.article(), duty.about(), "duty");
        field(page, "who", LegalWords.role(duty.who()));
        field(page, "owed when", duty.when().toString());
        field(page, "applies", duty.applies().toString());
        field(page, "due", duty.due());
        sources(page, duty.sources(), duty.confidence());
    }

    private static void date(Page page, LegalDate date) {
        title(page, date.id(), "", date.about(), "day of a law");
        field(page, "day", date.day().toString());
        sources(page, List.of(date.source()), date.confidence());
    }

    /** Adds what a law reads a characteristic for. */
    static void readers(Page page, LegalPack law, String characteristic) {
        field(
                page,
                "read by",
                law.propositions().stream()
                        .filter(each -> reads(each, characteristic))
                        .map(each -> each.id().value())
                        .collect(Collectors.joining(", ")));
    }

    private static boolean reads(Proposition proposition, String characteristic) {
        Stream<Condition.SystemTest> tests = Stream.of(
                        proposition.condition().stream(),
                        proposition.unless().stream().map(Exemption::when))
                .flatMap(each -> each)
                .flatMap(condition -> condition.leaves().stream())
                .flatMap(leaf -> leaf instanceof LegalCondition.Tests read ? Stream.of(read.test()) : Stream.empty());
        return Stream.concat(proposition.statement().stream(), tests)
                .anyMatch(test -> test.characteristic().id().equals(characteristic));
    }

    private static void sources(Page page, List<Source> sources, Confidence confidence) {
        sources.forEach(source -> field(page, "source", source.citation()));
        field(page, "confidence", Wording.words(confidence));
    }
}
