package io.aims.reasoning.change;

import io.aims.reasoning.internal.Markdown;
import io.aims.reasoning.internal.Phrases;
import io.aims.rule.Rule;
import io.aims.system.VocabularyEntry;
import io.aims.text.Quoted;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tells what differs between versions of a pack, in sentences and in tables. */
final class PackDiffText {

    private final PackDiff diff;

    PackDiffText(PackDiff diff) {
        this.diff = diff;
    }

    String text() {
        StringBuilder out = new StringBuilder(headline()).append('\n');
        section(out, "The pack", statements());
        section(out, "Characteristics", characteristics());
        section(out, "Rules that are new", rules(diff.rulesAdded()));
        section(out, "Rules that are gone", rules(diff.rulesRemoved()));
        section(out, "Ids that stand for another rule now", changes(RuleChange.Kind.OTHER_MEANING));
        section(out, "Rules of another logic", changes(RuleChange.Kind.LOGIC));
        section(out, "Rules in other words", changes(RuleChange.Kind.WORDS));
        return out.toString();
    }

    private static void section(StringBuilder out, String heading, List<String> lines) {
        if (!lines.isEmpty()) {
            out.append('\n').append(heading).append('\n');
            lines.forEach(line -> out.append("  ").append(line).append('\n'));
        }
    }

    private String headline() {
        String pack = "Pack " + Quoted.of(diff.after().id()) + ", "
                + Quoted.of(diff.before().version());
        String to = Quoted.of(diff.after().version());
        String versions = pack + (to.equals(Quoted.of(diff.before().version())) ? "" : " to " + to) + ": ";
        if (diff.isEmpty()) {
            return versions + "nothing changed.";
        }
        return versions + "rules new " + diff.rulesAdded().size() + ", gone "
                + diff.rulesRemoved().size() + ", changed "
                + diff.rulesChanged().size() + ". "
                + (diff.isSameLogic() ? "The logic is the same." : "The logic is another one.");
    }

    private List<String> statements() {
        return diff.statements().stream()
                .map(statement -> Phrases.words(field(statement.field())) + " was " + given(statement.was()) + ", is "
                        + given(statement.now()) + ".")
                .map(Phrases::capitalised)
                .toList();
    }

    private static String field(String id) {
        return id.replaceAll("(?<=[a-z])(?=[A-Z])", "_").toUpperCase(Locale.ROOT);
    }

    private static String given(@Nullable String text) {
        return text == null ? "not given" : Quoted.of(text);
    }

    private List<String> characteristics() {
        List<String> lines = new ArrayList<>();
        diff.characteristicsAdded().forEach(entry -> lines.add("New: " + name(entry) + "."));
        diff.characteristicsRemoved().forEach(entry -> lines.add("Gone: " + name(entry) + "."));
        for (CharacteristicChange change : diff.characteristicsChanged()) {
            lines.add(name(change.now()) + ": " + fields(change)
                    + (change.isOtherForm()
                            ? " changed: former answers are no answers to it."
                            : change.isOtherQuestion() ? " changed: have it answered again." : " changed."));
        }
        return lines;
    }

    private static String name(VocabularyEntry entry) {
        return entry.characteristic().id();
    }

    private static String fields(CharacteristicChange change) {
        return Phrases.list(
                change.fields().stream()
                        .map(field -> Phrases.words(field.name()))
                        .toList(),
                "and");
    }

    private static List<String> rules(List<Rule> rules) {
        return rules.stream().map(rule -> DiffText.name(rule) + ".").toList();
    }

    private List<String> changes(RuleChange.Kind kind) {
        return diff.rulesChanged().stream()
                .filter(change -> change.kind() == kind)
                .map(PackDiffText::sentence)
                .toList();
    }

    private static String sentence(RuleChange change) {
        String logic = change.fields().stream()
                .filter(RuleField::isLogic)
                .map(field -> Phrases.words(field.name()) + " was " + Quoted.whole(change.before(field)) + ", is "
                        + Quoted.whole(change.after(field)))
                .collect(Collectors.joining("; "));
        String words = Phrases.list(
                change.fields().stream()
                        .filter(field -> !field.isLogic())
                        .map(field -> Phrases.words(field.name()))
                        .toList(),
                "and");
        String subject = change.kind() == RuleChange.Kind.OTHER_MEANING
                ? change.now().id() + " was " + Quoted.whole(change.was().title()) + ", is "
                        + Quoted.whole(change.now().title())
                : DiffText.name(change.now());
        return subject + ": " + logic + (logic.isEmpty() || words.isEmpty() ? "" : "; also ") + words
                + (words.isEmpty() ? "" : " in other words") + ".";
    }

    String markdown() {
        Markdown page = new Markdown().heading(2, "Pack " + diff.after().id()).paragraph(headline());
        page.table(
                3,
                "The pack",
                List.of("Field", "Before", "After"),
                diff.statements().stream()
                        .map(statement -> List.of(
                                statement.field(),
                                statement.before().orElse(""),
                                statement.after().orElse("")))
                        .toList());
        page.table(3, "Characteristics", List.of("Characteristic", "What changed", "Answers"), characteristicRows());
        page.table(3, "Rules", List.of("Rule", "What changed", "Before", "After"), ruleRows());
        return page.toString();
    }

    private List<List<String>> characteristicRows() {
        return Stream.of(
                        diff.characteristicsAdded().stream().map(entry -> List.of(name(entry), "new", "to be asked")),
                        diff.characteristicsRemoved().stream().map(entry -> List.of(name(entry), "gone", "not read")),
                        diff.characteristicsChanged().stream()
                                .map(change -> List.of(
                                        name(change.now()),
                                        fields(change),
                                        change.isOtherQuestion() ? "to be asked again" : "stay")))
                .flatMap(rows -> rows)
                .toList();
    }

    private List<List<String>> ruleRows() {
        List<List<String>> rows = new ArrayList<>();
        diff.rulesAdded().forEach(rule -> rows.add(List.of(rule.toString(), "new", "", "")));
        diff.rulesRemoved().forEach(rule -> rows.add(List.of(rule.toString(), "gone", "", "")));
        for (RuleChange change : diff.rulesChanged()) {
            for (RuleField field : change.fields()) {
                rows.add(List.of(
                        change.now().toString(),
                        (change.kind() == RuleChange.Kind.OTHER_MEANING ? "another rule: " : "")
                                + Phrases.words(field.name()),
                        change.before(field),
                        change.after(field)));
            }
        }
        return rows;
    }
}
