package io.aims.packs.difference;

import io.aims.error.Diagnostic;
import io.aims.packs.difference.RuleComparison.Effect;
import io.aims.reasoning.change.CharacteristicChange;
import io.aims.reasoning.change.PackDiff;
import io.aims.reasoning.change.RuleChange;
import io.aims.reasoning.change.RuleField;
import io.aims.reasoning.internal.Markdown;
import io.aims.reasoning.internal.Phrases;
import io.aims.rule.Rule;
import io.aims.rule.RuleId;
import io.aims.system.VocabularyEntry;
import io.aims.text.Quoted;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tells what differs between versions of a pack and what it means, in sentences and in tables. */
final class DifferenceText {

    /** What the headline and the sections before it tell. */
    private static final Set<String> TOLD_ELSEWHERE = Set.of("version", "catalogues", "replaces");

    private final PackDifference difference;
    private final PackDiff content;

    DifferenceText(PackDifference difference) {
        this.difference = difference;
        this.content = difference.content();
    }

    String text() {
        StringBuilder out = new StringBuilder(headline()).append('\n');
        section(
                out,
                "To look at",
                difference.diagnostics().stream().map(DifferenceText::told).toList());
        section(out, "Rules that are new", rules(content.rulesAdded()));
        section(out, "Rules that are gone", rules(content.rulesRemoved()));
        section(out, "Rules that ask for less", changes(Effect.WEAKER));
        section(out, "Rules that ask for more and for less", changes(Effect.MIXED));
        section(out, "Rules that ask for more", changes(Effect.STRONGER));
        section(out, "Rules that come to the same", changes(Effect.NONE));
        for (ReasonChange.Subject subject : ReasonChange.Subject.values()) {
            section(out, heading(subject), reasons(subject));
        }
        section(out, "Rules of other packs", replacements());
        section(out, "Catalogues of the pack", entries());
        section(out, "Characteristics", characteristics());
        section(out, "The pack", statements());
        return out.toString();
    }

    private static void section(StringBuilder out, String heading, List<String> lines) {
        if (!lines.isEmpty()) {
            out.append('\n').append(heading).append('\n');
            lines.forEach(line -> out.append("  ").append(line).append('\n'));
        }
    }

    private String headline() {
        String was = Quoted.of(content.before().version());
        String is = Quoted.of(content.after().version());
        String versions = "Pack " + Quoted.of(content.after().id()) + ", " + was + (was.equals(is) ? "" : " to " + is);
        if (difference.isEmpty()) {
            return versions + ": nothing changed.";
        }
        return versions + ": rules new " + content.rulesAdded().size() + ", gone "
                + content.rulesRemoved().size() + ", changed "
                + content.rulesChanged().size() + ". " + verdict();
    }

    private String verdict() {
        if (difference.isWeaker()) {
            return "It asks for less in places: look at what is gone or asks for less.";
        }
        return difference.isStronger()
                ? "Whatever was found is still found, and more."
                : "Every system that is known in full comes to the same.";
    }

    private static String told(Diagnostic diagnostic) {
        return (diagnostic.isError() ? "Error " : "Warning ")
                + diagnostic.fault().code() + ": " + diagnostic.fault().message() + " "
                + diagnostic.fault().advice();
    }

    private static List<String> rules(List<Rule> rules) {
        return rules.stream().map(rule -> name(rule) + leads(rule) + ".").toList();
    }

    private static String name(Rule rule) {
        return rule.id() + " " + Quoted.whole(rule.title());
    }

    private static String leads(Rule rule) {
        String ids = Stream.of(rule.requires(), rule.threatens(), rule.raises())
                .flatMap(List::stream)
                .map(Object::toString)
                .collect(Collectors.joining(", "));
        return ids.isEmpty() ? "" : " (" + ids + ")";
    }

    private List<String> changes(Effect effect) {
        return difference.rules().stream()
                .filter(rule -> rule.effect() == effect)
                .map(DifferenceText::sentence)
                .toList();
    }

    private static String sentence(RuleComparison rule) {
        RuleChange change = rule.change();
        List<String> parts = new ArrayList<>();
        if (change.fields().contains(RuleField.CONDITION)) {
            parts.add(relation(rule.condition()) + " (was " + Quoted.whole(change.before(RuleField.CONDITION)) + ", is "
                    + Quoted.whole(change.after(RuleField.CONDITION)) + ")");
        }
        change.fields().stream()
                .filter(field -> field.isLogic() && field != RuleField.CONDITION)
                .map(field -> moved(change, field))
                .forEach(parts::add);
        String words = Phrases.list(
                change.fields().stream()
                        .filter(field -> !field.isLogic() && field != RuleField.EXAMPLES)
                        .map(field -> Phrases.words(field.name()))
                        .toList(),
                "and");
        if (!words.isEmpty()) {
            parts.add(words + " in other words");
        }
        if (change.fields().contains(RuleField.EXAMPLES)) {
            parts.add("other examples");
        }
        String subject = change.kind() == RuleChange.Kind.OTHER_MEANING
                ? change.now().id() + ", which stood for "
                        + Quoted.whole(change.was().title()) + " and stands for "
                        + Quoted.whole(change.now().title())
                : name(change.now());
        return subject + ": " + String.join("; ", parts) + ".";
    }

    private static String relation(ConditionRelation relation) {
        return switch (relation) {
            case EQUAL -> "holds for the same systems by another condition";
            case STRICTER -> "holds for fewer systems";
            case WIDER -> "holds for more systems";
            case OTHER -> "holds for other systems";
            case UNDECIDED -> "holds under a condition too large to compare";
        };
    }

    /** A list by what came and went, anything else by what it was and is. */
    private static String moved(RuleChange change, RuleField field) {
        String was = change.before(field);
        String is = change.after(field);
        boolean isList = field == RuleField.RAISES || field == RuleField.THREATENS || field == RuleField.REQUIRES;
        if (!isList) {
            return Phrases.words(field.name()) + " was " + Phrases.words(was) + ", is " + Phrases.words(is);
        }
        Set<String> before = ids(was);
        Set<String> after = ids(is);
        String gained = without(after, before);
        String lost = without(before, after);
        String verb = field.name().toLowerCase(Locale.ROOT);
        return (gained.isEmpty() ? "" : verb + " " + gained + " now")
                + (gained.isEmpty() || lost.isEmpty() ? "" : "; ")
                + (lost.isEmpty() ? "" : "no longer " + verb + " " + lost);
    }

    private static Set<String> ids(String list) {
        return list.equals("none") ? Set.of() : new LinkedHashSet<>(Arrays.asList(list.split(", ", -1)));
    }

    private static String without(Set<String> ids, Set<String> others) {
        return ids.stream().filter(id -> !others.contains(id)).collect(Collectors.joining(", "));
    }

    private static String heading(ReasonChange.Subject subject) {
        return switch (subject) {
            case CONTROL -> "Controls";
            case OBJECTIVE -> "Objectives";
            case RISK_SOURCE -> "Risk sources";
        };
    }

    private List<String> reasons(ReasonChange.Subject subject) {
        return difference.reasons().stream()
                .filter(reason -> reason.subject() == subject)
                .map(reason -> reason.id() + ": " + moved(reason) + ".")
                .toList();
    }

    private static String moved(ReasonChange reason) {
        List<String> parts = new ArrayList<>();
        rules(parts, "gains", reason.gained());
        rules(parts, "loses", reason.lost());
        rules(parts, "more systems by", reason.stronger());
        rules(parts, "fewer or other systems by", reason.weaker());
        if (reason.isAbandoned()) {
            parts.add("no rule of this pack leads to it any more");
        }
        return String.join("; ", parts);
    }

    private static void rules(List<String> parts, String what, List<RuleId> rules) {
        if (!rules.isEmpty()) {
            parts.add(what + " " + rules.stream().map(RuleId::value).collect(Collectors.joining(", ")));
        }
    }

    private List<String> replacements() {
        List<String> lines = new ArrayList<>();
        difference.replacesNow().forEach(rule -> lines.add(rule + " is not run any more where this pack is used."));
        difference.replacesNoMore().forEach(rule -> lines.add(rule + " is run again."));
        return lines;
    }

    private List<String> entries() {
        return difference.entries().stream()
                .map(entry -> switch (entry.kind()) {
                            case ADDED -> "New: ";
                            case REMOVED -> "Gone: ";
                            case CHANGED -> "Changed: ";
                        }
                        + Phrases.words(entry.subject().name()) + " " + entry.id() + " "
                        + Quoted.whole(entry.title()) + ".")
                .toList();
    }

    private List<String> characteristics() {
        List<String> lines = new ArrayList<>();
        content.characteristicsAdded().forEach(entry -> lines.add("New: " + id(entry) + "."));
        content.characteristicsRemoved().forEach(entry -> lines.add("Gone: " + id(entry) + "."));
        content.characteristicsChanged()
                .forEach(change -> lines.add(id(change.now()) + ": " + fields(change) + " changed" + meaning(change)));
        return lines;
    }

    private static String meaning(CharacteristicChange change) {
        if (change.isOtherForm()) {
            return ": former answers are no answers to it.";
        }
        return change.isOtherQuestion() ? ": have it answered again." : ".";
    }

    private static String id(VocabularyEntry entry) {
        return entry.characteristic().id();
    }

    private static String fields(CharacteristicChange change) {
        return Phrases.list(
                change.fields().stream()
                        .map(field -> Phrases.words(field.name()))
                        .toList(),
                "and");
    }

    private List<String> statements() {
        return content.statements().stream()
                .filter(statement -> !TOLD_ELSEWHERE.contains(statement.field()))
                .map(statement -> statement.field() + " was "
                        + statement.before().map(Quoted::of).orElse("not given") + ", is "
                        + statement.after().map(Quoted::of).orElse("not given") + ".")
                .toList();
    }

    String markdown() {
        Markdown page = new Markdown()
                .heading(
                        1,
                        "Pack " + content.after().id() + ": " + content.before().version() + " to "
                                + content.after().version())
                .paragraph(headline());
        page.table(
                2,
                "To look at",
                List.of("Code", "What", "What to do"),
                difference.diagnostics().stream()
                        .map(Diagnostic::fault)
                        .map(fault -> List.of(fault.code(), fault.message(), fault.advice()))
                        .toList());
        page.table(2, "Rules", List.of("Rule", "Effect", "What changed"), ruleRows());
        page.table(
                2,
                "What rules lead to",
                List.of("Id", "Gains", "Loses", "More systems by", "Fewer or other systems by", "Rules left"),
                difference.reasons().stream()
                        .map(reason -> List.of(
                                reason.id(),
                                list(reason.gained()),
                                list(reason.lost()),
                                list(reason.stronger()),
                                list(reason.weaker()),
                                String.valueOf(reason.left())))
                        .toList());
        page.table(
                2,
                "Everything else",
                List.of("What changed"),
                Stream.of(replacements(), entries(), characteristics(), statements())
                        .flatMap(List::stream)
                        .map(List::of)
                        .toList());
        return page.toString();
    }

    private List<List<String>> ruleRows() {
        List<List<String>> rows = new ArrayList<>();
        content.rulesAdded()
                .forEach(rule -> rows.add(List.of(name(rule), "new", leads(rule).strip())));
        content.rulesRemoved()
                .forEach(
                        rule -> rows.add(List.of(name(rule), "gone", leads(rule).strip())));
        for (Effect effect : List.of(Effect.WEAKER, Effect.MIXED, Effect.STRONGER, Effect.NONE)) {
            difference.rules().stream()
                    .filter(rule -> rule.effect() == effect)
                    .forEach(rule -> rows.add(List.of(
                            name(rule.change().now()),
                            switch (effect) {
                                case WEAKER -> "asks for less";
                                case MIXED -> "asks for more and for less";
                                case STRONGER -> "asks for more";
                                case NONE -> "comes to the same";
                            },
                            sentence(rule).substring(sentence(rule).indexOf(": ") + 2))));
        }
        return rows;
    }

    private static String list(List<RuleId> rules) {
        return rules.stream().map(RuleId::value).collect(Collectors.joining(", "));
    }
}
