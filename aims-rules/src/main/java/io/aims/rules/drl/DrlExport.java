package io.aims.rules.drl;

import io.aims.risk.Likelihood;
import io.aims.risk.RiskLevel;
import io.aims.risk.Severity;
import io.aims.rule.Chapter;
import io.aims.rule.Condition;
import io.aims.rule.ReplacedRule;
import io.aims.rule.Rule;
import io.aims.rule.RuleBase;
import io.aims.rule.RulePack;
import io.aims.system.BooleanCharacteristic;
import io.aims.system.Characteristic;
import io.aims.system.DateCharacteristic;
import io.aims.system.DecimalCharacteristic;
import io.aims.system.EnumeratedCharacteristic;
import io.aims.system.NominalCharacteristic;
import io.aims.system.ScaleCharacteristic;
import io.aims.system.SetCharacteristic;
import io.aims.system.Vocabulary;
import io.aims.system.VocabularyEntry;
import io.aims.text.Quoted;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes the rules of packs as DRL that anyone can read, and compile and run with Drools alone.
 *
 * <p>The text depends on the rules and the vocabulary only. Foreign text appears in comments and string literals, where
 * it cannot become code. Thread-safe.
 *
 * @since 0.1
 */
public final class DrlExport {

    private static final String PACKAGE = "aims.rules";
    private static final int WIDTH = 100;
    private static final int LONGEST_NAME = 50;
    private static final BigDecimal ABOVE_ALL = new BigDecimal("1E+999");
    private static final String RULE_INDENT = "        ";
    private static final String NAME_MARKS = " .,;:()'/&%+<>=!?_-";

    private final RuleBase base;
    private final DrlNames names;
    private final DrlConditions conditions;

    private DrlExport(RuleBase base) {
        this.base = base;
        this.names = new DrlNames(base.vocabulary());
        this.conditions = new DrlConditions(names);
    }

    /**
     * Writes the rules of a base.
     *
     * @param base the rules
     * @return the texts by the names of their files: {@code types.drl} and one file for each chapter
     */
    public static SortedMap<String, String> of(RuleBase base) {
        return new DrlExport(base).files();
    }

    private SortedMap<String, String> files() {
        SortedMap<String, String> files = new TreeMap<>();
        files.put("types.drl", types());
        for (RulePack pack : base.packs()) {
            String prefix = base.packs().size() == 1 ? "" : fileName(pack.id()) + "-";
            int number = 0;
            for (Chapter chapter : pack.chapters()) {
                number++;
                String name = prefix + String.format(Locale.ROOT, "%02d-", number) + fileName(chapter.title());
                files.put(free(name, files.keySet()) + ".drl", chapter(pack, chapter));
            }
        }
        return Collections.unmodifiableSortedMap(files);
    }

    private String types() {
        Vocabulary vocabulary = base.vocabulary();
        StringBuilder text = new StringBuilder();
        comment(text, "", "The facts that the rules read and write.");
        comment(text, "", "");
        comment(
                text,
                "",
                "Generated from the vocabulary " + vocabulary.id() + " " + vocabulary.version()
                        + "; README.md says how to use it and how to write it anew.");
        text.append("\npackage ").append(PACKAGE).append(";\n\n");
        text.append("import java.math.BigDecimal;\n");
        for (String type : List.of("Collections", "EnumSet", "List", "Set")) {
            text.append("import java.util.").append(type).append(";\n");
        }
        text.append('\n');
        comment(
                text,
                "",
                "What is not known is neither yes nor no. So a system is described twice: in the view LOW everything"
                        + " unknown is as harmless as it can be, in the view HIGH as hazardous as it can be. A rule that"
                        + " fires on LOW holds for certain; one that fires on HIGH alone is undetermined.");
        enumeration(text, "View", List.of("LOW", "HIGH"), List.of("LOW", "HIGH"));
        comment(text, "", "An AI system, seen in one of the two views. Fill in every field.");
        text.append("declare AiSystem\n    view : View\n");
        String section = "";
        for (VocabularyEntry entry : readable()) {
            if (!entry.section().equals(section)) {
                section = entry.section();
                text.append('\n');
                comment(text, "    ", "---- " + vocabulary.sections().getOrDefault(section, section) + " ----");
            }
            text.append('\n');
            comment(text, "    ", entry.question());
            hint(text, entry.characteristic());
            text.append("    ")
                    .append(names.field(entry.characteristic()))
                    .append(" : ")
                    .append(fieldType(entry.characteristic()))
                    .append('\n');
        }
        text.append("end\n\n");
        comment(text, "", "What a rule found, for one view of a system. Equal if rule and view are equal.");
        text.append("declare Finding\n    rule : String @key\n    view : View @key\n\n");
        comment(text, "    ", "Risk sources shown to be present, and objectives threatened (ISO/IEC 42001 Annex C).");
        text.append("    raises : List = List.of()\n    threatens : List = List.of()\n\n");
        comment(
                text,
                "    ",
                "One of " + names(Likelihood.values()) + ", and one of " + names(Severity.values())
                        + ", below which no threatened objective stays; or null.");
        text.append("    likelihood : String\n    severityFloor : String\n\n");
        comment(text, "    ", "Controls that are needed (ISO/IEC 42001 Annex A).");
        text.append("    requires : List = List.of()\n\n");
        comment(text, "    ", "Whether the system must not be used so, whatever else is done.");
        text.append("    stop : boolean\nend\n\n");
        comment(
                text,
                "",
                "The level of an objective, for rules that read it. No rule here computes it: insert it when the rules"
                        + " below have fired.");
        List<String> levels = constants(RiskLevel.values());
        enumeration(text, "Level", levels, levels);
        text.append("declare ObjectiveLevel\n    view : View\n    objective : String\n    level : Level\nend\n\n");
        comment(
                text,
                "",
                "Whether a value lies among others. The set holds the values still possible: in the view LOW all of"
                        + " them must be among the others, in the view HIGH one of them is enough.");
        text.append("""
                function boolean among(View view, Set possible, List others) {
                    return view == View.LOW ? others.containsAll(possible) : !Collections.disjoint(others, possible);
                }

                """);
        nothingKnown(text);
        for (VocabularyEntry entry : vocabulary.entries()) {
            if (entry.characteristic() instanceof EnumeratedCharacteristic<?> enumerated
                    && !(enumerated instanceof BooleanCharacteristic)) {
                comment(text, "", enumerated.id() + ": " + entry.definition());
                enumeration(text, names.type(enumerated), names.constants(enumerated), enumerated.valueIds());
            }
        }
        return text.toString().stripTrailing() + "\n";
    }

    /** No rule can read a day. */
    private List<VocabularyEntry> readable() {
        return base.vocabulary().entries().stream()
                .filter(entry -> !(entry.characteristic() instanceof DateCharacteristic))
                .toList();
    }

    private void hint(StringBuilder text, Characteristic<?> characteristic) {
        if (characteristic instanceof SetCharacteristic<?> set) {
            comment(
                    text,
                    "    ",
                    "Set of " + names.type(set) + ": in the view LOW those known, in the view HIGH all possible.");
        } else if (characteristic instanceof NominalCharacteristic<?> nominal) {
            comment(
                    text,
                    "    ",
                    "Set of " + names.type(nominal) + " still possible, the same in both views; one if known.");
        } else if (characteristic instanceof ScaleCharacteristic scale) {
            comment(
                    text,
                    "    ",
                    scale.least() + " to " + scale.most()
                            + "; the lower, the more hazardous: the view LOW has the higher.");
        } else if (characteristic instanceof DecimalCharacteristic) {
            comment(
                    text,
                    "    ",
                    "Without an upper limit the view HIGH has a number above all others, such as " + aboveAll() + ".");
        }
    }

    private void nothingKnown(StringBuilder text) {
        comment(text, "", "A system of which nothing is known, to begin with: then set what is.");
        text.append("""
                function AiSystem nothingKnown(View view) {
                    boolean low = view == View.LOW;
                    AiSystem system = new AiSystem();
                    system.setView(view);
                """);
        for (VocabularyEntry entry : readable()) {
            String field = names.field(entry.characteristic());
            text.append("    system.set")
                    .append(DrlNames.capitalized(field))
                    .append('(')
                    .append(unknown(entry.characteristic()))
                    .append(");\n");
        }
        text.append("    return system;\n}\n\n");
    }

    /** A number that reaches every other which a rule names. */
    private BigDecimal aboveAll() {
        return base.rules().stream()
                .flatMap(rule -> rule.condition().tests().stream())
                .filter(Condition.ReachesNumber.class::isInstance)
                .map(test -> ((Condition.ReachesNumber) test).least())
                .reduce(ABOVE_ALL, BigDecimal::max);
    }

    private String unknown(Characteristic<?> characteristic) {
        if (characteristic instanceof ScaleCharacteristic scale) {
            return "low ? " + scale.most() + " : " + scale.least();
        }
        if (!(characteristic instanceof EnumeratedCharacteristic<?> enumerated)) {
            return "low ? BigDecimal.ZERO : new BigDecimal(\"" + aboveAll() + "\")";
        }
        if (enumerated instanceof BooleanCharacteristic) {
            return "!low";
        }
        String all = "EnumSet.allOf(" + names.type(enumerated) + ".class)";
        if (enumerated instanceof NominalCharacteristic<?>) {
            return all;
        }
        if (enumerated instanceof SetCharacteristic<?>) {
            return "low ? EnumSet.noneOf(" + names.type(enumerated) + ".class) : " + all;
        }
        int top = enumerated.values().size() - 1;
        return "low ? " + names.constant(enumerated, 0) + " : " + names.constant(enumerated, top);
    }

    private String fieldType(Characteristic<?> characteristic) {
        if (characteristic instanceof SetCharacteristic<?> || characteristic instanceof NominalCharacteristic<?>) {
            return "Set";
        }
        if (characteristic instanceof BooleanCharacteristic) {
            return "boolean";
        }
        if (characteristic instanceof EnumeratedCharacteristic<?> ordinal) {
            return names.type(ordinal);
        }
        return characteristic instanceof ScaleCharacteristic ? "int" : "BigDecimal";
    }

    private static void enumeration(StringBuilder text, String name, List<String> constants, List<String> ids) {
        text.append("declare enum ").append(name).append('\n');
        for (int i = 0; i < constants.size(); i++) {
            text.append("    ").append(constants.get(i)).append(i + 1 < constants.size() ? "," : ";");
            if (!constants.get(i).equals(ids.get(i))) {
                text.append(" // ").append(escaped(ids.get(i)));
            }
            text.append('\n');
        }
        text.append("end\n\n");
    }

    private String chapter(RulePack pack, Chapter chapter) {
        StringBuilder text = new StringBuilder();
        comment(text, "", chapter.title());
        comment(text, "", "");
        comment(text, "", chapter.about());
        comment(text, "", "");
        comment(
                text,
                "",
                "Generated from pack " + pack.id() + " " + pack.version() + ", licence " + pack.licence()
                        + ", catalogue "
                        + pack.catalogue()
                        + ". Likelihoods and severity floors are expert judgement, not measurement; a finding is"
                        + " neither a statement of conformity nor legal advice.");
        text.append("\npackage ").append(PACKAGE).append(";\n\nimport java.util.List;\n");
        for (Rule rule : chapter.rules()) {
            ReplacedRule replaced = replaced(rule);
            if (replaced == null) {
                rule(text, rule);
            } else {
                text.append('\n');
                comment(
                        text,
                        "",
                        "Rule " + rule.id() + " is not run: pack "
                                + replaced.by().id() + " replaces it. " + replaced.why());
            }
        }
        return text.toString();
    }

    private @Nullable ReplacedRule replaced(Rule rule) {
        return base.replaced().stream()
                .filter(one -> one.rule().id().equals(rule.id()))
                .findFirst()
                .orElse(null);
    }

    private void rule(StringBuilder text, Rule rule) {
        List<String> leftHandSides = conditions.leftHandSides(rule.condition(), RULE_INDENT);
        for (int i = 0; i < leftHandSides.size(); i++) {
            text.append('\n');
            if (i == 0) {
                comment(text, "", rule.why());
                comment(
                        text,
                        "",
                        "Sources: "
                                + rule.sources().stream()
                                        .map(source -> source.citation())
                                        .collect(Collectors.joining("; ")));
            }
            String alternative = leftHandSides.size() == 1 ? "" : " (" + (i + 1) + " of " + leftHandSides.size() + ")";
            text.append("rule \"")
                    .append(name(rule.id() + " " + rule.title() + alternative))
                    .append('"');
            text.append("\n    when\n").append(leftHandSides.get(i)).append("\n    then\n");
            consequence(text, rule);
            text.append("end\n");
        }
    }

    private static void consequence(StringBuilder text, Rule rule) {
        line(text, "Finding finding = new Finding(" + literal(rule.id().value()) + ", $system.getView());");
        list(text, "setRaises", rule.raises(), id -> id.value());
        list(text, "setThreatens", rule.threatens(), id -> id.value());
        rule.likelihood().ifPresent(likelihood -> line(text, "finding.setLikelihood(\"" + likelihood.name() + "\");"));
        rule.severityFloor().ifPresent(floor -> line(text, "finding.setSeverityFloor(\"" + floor.name() + "\");"));
        list(text, "setRequires", rule.requires(), id -> id.value());
        if (rule.stop()) {
            line(text, "finding.setStop(true);");
        }
        line(text, "insert(finding);");
    }

    private static <T> void list(StringBuilder text, String setter, List<T> ids, Function<T, String> value) {
        if (!ids.isEmpty()) {
            line(
                    text,
                    "finding." + setter + "(List.of("
                            + ids.stream().map(id -> literal(value.apply(id))).collect(Collectors.joining(", "))
                            + "));");
        }
    }

    private static void line(StringBuilder text, String statement) {
        text.append(RULE_INDENT).append(statement).append('\n');
    }

    private static void comment(StringBuilder text, String indent, String sentence) {
        String opening = indent + "//";
        StringBuilder line = new StringBuilder(opening);
        for (String word : escaped(sentence).split(" +", -1)) {
            if (line.length() > opening.length() && line.length() + 1 + word.length() > WIDTH) {
                text.append(line).append('\n');
                line = new StringBuilder(opening);
            }
            if (!word.isEmpty()) {
                line.append(' ').append(word);
            }
        }
        text.append(line).append('\n');
    }

    /** Returns an id, which has neither quotation marks nor backslashes, as a literal. */
    private static String literal(String id) {
        return '"' + id + '"';
    }

    /**
     * Returns text for the name of a rule. Drools copies it into a string and into a comment of the code it makes, both as
     * it is, so that nothing may stand there that could end either.
     */
    private static String name(String foreign) {
        StringBuilder name = new StringBuilder();
        escaped(foreign)
                .codePoints()
                .map(c -> Character.isLetterOrDigit(c) || NAME_MARKS.indexOf(c) >= 0 ? c : '-')
                .forEach(name::appendCodePoint);
        return name.toString();
    }

    /** Returns text on one line, without characters that cannot be seen. */
    private static String escaped(String foreign) {
        return Quoted.whole(foreign.replaceAll("\\s+", " "));
    }

    private static <E extends Enum<E>> List<String> constants(E[] values) {
        return java.util.Arrays.stream(values).map(Enum::name).toList();
    }

    private static <E extends Enum<E>> String names(E[] values) {
        return String.join(", ", constants(values));
    }

    private static String fileName(String title) {
        String plain = Normalizer.normalize(title, Normalizer.Form.NFD).toLowerCase(Locale.ROOT);
        String name = plain.replaceAll("[^a-z0-9]+", "-").replaceAll("^-", "");
        String cut = name.substring(0, Math.min(name.length(), LONGEST_NAME)).replaceAll("-$", "");
        return cut.isEmpty() ? "chapter" : cut;
    }

    /** Two packs may differ in what is left out of the names of files. */
    private static String free(String name, Set<String> taken) {
        String candidate = name;
        for (int i = 2; taken.contains(candidate + ".drl"); i++) {
            candidate = name + "-" + i;
        }
        return candidate;
    }
}
