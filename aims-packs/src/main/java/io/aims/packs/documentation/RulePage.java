package io.aims.packs.documentation;

import static io.aims.packs.documentation.MarkdownPage.code;
import static io.aims.packs.documentation.MarkdownPage.sentence;
import static io.aims.packs.documentation.MarkdownPage.strong;
import static io.aims.packs.documentation.MarkdownPage.text;
import static io.aims.packs.documentation.MarkdownPage.words;

import io.aims.control.Catalogue;
import io.aims.error.Place;
import io.aims.rule.Chapter;
import io.aims.rule.Condition;
import io.aims.rule.Rule;
import io.aims.rule.RuleExample;
import io.aims.rule.RulePack;
import io.aims.rule.RuleScope;
import io.aims.rule.Truth;
import io.aims.system.VocabularyEntry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes the page of one rule. */
final class RulePage {

    /** Beyond so many, a list of other rules no longer helps. */
    private static final int MOST_OTHERS = 12;

    private final RulePack pack;
    private final Results results;
    private final ExampleProofs proofs;
    private final ConditionWords conditions;
    private final Map<String, VocabularyEntry> vocabulary;
    private final Catalogue catalogue;

    RulePage(
            RulePack pack,
            Results results,
            ExampleProofs proofs,
            ConditionWords conditions,
            Map<String, VocabularyEntry> vocabulary,
            Catalogue catalogue) {
        this.pack = pack;
        this.results = results;
        this.proofs = proofs;
        this.conditions = conditions;
        this.vocabulary = vocabulary;
        this.catalogue = catalogue;
    }

    String of(Rule rule, Chapter chapter) {
        MarkdownPage page = new MarkdownPage();
        page.heading(1, text(rule.id() + " " + rule.title()));
        page.quote(sentence(rule.why()));
        page.paragraph(
                "A rule of " + MarkdownPage.link(pack.title(), "../README.md") + " (pack " + code(pack.id()) + " "
                        + code(pack.version()) + "), chapter " + text(chapter.title()) + ". "
                        + kind(rule.scope()));
        when(page, rule);
        conclusion(page, rule);
        examples(page, rule);
        page.heading(2, "Sources");
        page.list(rule.sources().stream().map(source -> text(source.citation())).toList());
        page.paragraph("Confidence: " + words(rule.confidence()) + ", "
                + switch (rule.confidence()) {
                    case LOW -> "one weak source, or derived by analogy.";
                    case MEDIUM -> "a source that others do not confirm.";
                    case HIGH -> "confirmed by the sources cited.";
                });
        others(page, rule);
        return page.toString();
    }

    private static String kind(RuleScope scope) {
        return switch (scope) {
            case ORG_BASELINE -> "It holds for every organisation that has AI systems.";
            case ROLE_BASELINE -> "It follows from the role of the organisation alone.";
            case SYSTEM -> "It follows from what the system is.";
            case IMPACT -> "It says how bad the consequence can be.";
            case INTERACTION -> "It follows from things that are worse together.";
            case REGULATORY -> "It follows from law.";
        };
    }

    private void when(MarkdownPage page, Rule rule) {
        page.heading(2, "When it holds");
        page.paragraph(conditions.markdown(rule.condition()));
        page.paragraph("As written" + place(rule.place()) + ":");
        page.block(rule.condition().toString());
        page.table(List.of("It reads", "The question"), reads(rule));
        int stratum = results.stratum(rule);
        page.paragraph(
                stratum == 0
                        ? "It reads answers only (stratum 0)."
                        : "It reads results of other rules, so it runs after them (stratum " + stratum + ").");
    }

    private static String place(@org.jspecify.annotations.Nullable Place place) {
        return place == null ? "" : " at " + code(place.toString());
    }

    private List<List<String>> reads(Rule rule) {
        Map<String, String> questions = new LinkedHashMap<>();
        for (Condition.Test test : rule.condition().tests()) {
            if (test instanceof Condition.SystemTest reads) {
                String id = reads.characteristic().id();
                VocabularyEntry entry = vocabulary.get(id);
                questions.put(code(id), entry == null ? "" : text(entry.question()));
            }
        }
        return questions.entrySet().stream()
                .map(entry -> List.of(entry.getKey(), entry.getValue()))
                .toList();
    }

    private void conclusion(MarkdownPage page, Rule rule) {
        page.heading(2, "What it concludes");
        List<String> items = new ArrayList<>();
        if (rule.stop()) {
            items.add(strong("Stop") + ": the system must not be used so, whatever else is done.");
        }
        rule.raises()
                .forEach(id -> items.add(strong("Risk source " + id) + " is present: "
                        + catalogue
                                .riskSource(id)
                                .map(found -> sentence(found.title()))
                                .orElse("not in the catalogue.")));
        rule.threatens()
                .forEach(id -> items.add(strong("Objective " + id) + " is threatened: "
                        + catalogue
                                .objective(id)
                                .map(found -> sentence(found.title()))
                                .orElse("not in the catalogue.")));
        rule.likelihood()
                .ifPresent(likelihood -> items.add("The likelihood of it is " + strong(words(likelihood)) + "."));
        rule.severityFloor()
                .ifPresent(floor -> items.add("The severity of it is at least " + strong(words(floor)) + "."));
        rule.requires()
                .forEach(id -> items.add(strong("Control " + id) + " is required: "
                        + catalogue
                                .control(id)
                                .map(found -> sentence(found.title()) + " " + sentence(found.purpose()))
                                .orElse("not in the catalogue.")));
        page.list(items);
    }

    private void examples(MarkdownPage page, Rule rule) {
        page.heading(2, "Examples");
        page.paragraph(
                rule.examples().isEmpty()
                        ? "This form of the pack carries no examples."
                        : "Each was run to write this page; whatever it does not answer is unknown.");
        List<List<String>> rows = new ArrayList<>();
        for (RuleExample example : rule.examples()) {
            ExampleProofs.Outcome outcome = proofs.run(rule, example);
            rows.add(List.of(answers(example), verdict(example.expected(), outcome.truth()), decided(outcome)));
        }
        page.table(List.of("Answers", "The rule", "What decides"), rows);
    }

    private static String answers(RuleExample example) {
        return example.answers().isEmpty()
                ? "nothing is known"
                : example.answers().stream()
                        .map(answer -> code(answer.characteristic().id() + ": " + answer.text()))
                        .collect(Collectors.joining("<br>"));
    }

    private static String verdict(Truth expected, Truth actual) {
        return strong(verb(actual)) + (expected == actual ? "" : ", and the example says it " + verb(expected));
    }

    private static String verb(Truth truth) {
        return switch (truth) {
            case TRUE -> "holds";
            case FALSE -> "does not hold";
            case UNDETERMINED -> "is open";
        };
    }

    private static String decided(ExampleProofs.Outcome outcome) {
        return outcome.decisive().isEmpty() ? "nothing: it always holds" : String.join("<br>", outcome.decisive());
    }

    private void others(MarkdownPage page, Rule rule) {
        page.heading(2, "Other rules");
        page.paragraph("Rules that read what it concludes: " + list(results.readersOf(rule)) + ".");
        List<List<String>> rows = new ArrayList<>();
        results.conclusions(rule).forEach(id -> {
            List<Rule> same = results.leadingTo(id).stream()
                    .filter(other -> !other.id().equals(rule.id()))
                    .toList();
            rows.add(List.of(text(results.titled(id)), list(same)));
        });
        page.table(List.of("It leads to", "So do"), rows);
    }

    private String list(List<Rule> rules) {
        if (rules.isEmpty()) {
            return "none";
        }
        String shown = results.ownFirst(rules).stream()
                .limit(MOST_OTHERS)
                .map(rule -> results.link(rule, ""))
                .collect(Collectors.joining(", "));
        int more = rules.size() - MOST_OTHERS;
        return shown + (more > 0 ? " and " + more + " more" : "");
    }
}
