package io.aims.packs.documentation;

import io.aims.control.Catalogue;
import io.aims.reasoning.internal.Phrases;
import io.aims.rule.Condition;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Tells conditions in words, with the titles of what they read. */
final class ConditionWords {

    private final Catalogue catalogue;

    ConditionWords(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** Returns a condition as Markdown: a sentence, or lists within lists. */
    String markdown(Condition condition) {
        if (condition instanceof Condition.Always) {
            return "Always: it holds for every system.";
        }
        if (condition instanceof Condition.Test test) {
            return "If " + statement(test) + ".";
        }
        return joint(condition) + ":\n" + items(parts(condition), 0);
    }

    private String items(List<Condition> parts, int depth) {
        return parts.stream()
                .map(part -> "\n" + "  ".repeat(depth) + "- " + item(part, depth))
                .collect(Collectors.joining());
    }

    private String item(Condition part, int depth) {
        return part instanceof Condition.Test test
                ? statement(test)
                : joint(part).toLowerCase(java.util.Locale.ROOT) + ":" + items(parts(part), depth + 1);
    }

    private static String joint(Condition condition) {
        return condition instanceof Condition.AllOf ? "If all of these are so" : "If any of these is so";
    }

    private static List<Condition> parts(Condition condition) {
        return condition instanceof Condition.AllOf all ? all.parts() : ((Condition.AnyOf) condition).parts();
    }

    /** Returns a test as a statement that may be true or not, as a piece of Markdown. */
    String statement(Condition.Test test) {
        String title =
                title(test).map(found -> " (" + MarkdownPage.text(found) + ")").orElse("");
        return MarkdownPage.text(Phrases.statement(test)) + title;
    }

    private Optional<String> title(Condition.Test test) {
        if (test instanceof Condition.HasRiskSource reads) {
            return catalogue.riskSource(reads.source()).map(found -> found.title());
        }
        if (test instanceof Condition.LevelAtLeast reads) {
            return catalogue.objective(reads.objective()).map(found -> found.title());
        }
        return test instanceof Condition.IsNeeded reads
                ? catalogue.control(reads.control()).map(found -> found.title())
                : Optional.empty();
    }
}
