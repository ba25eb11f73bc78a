package io.aims.reasoning.change;

import static io.aims.TestRules.all;
import static io.aims.TestRules.atLeast;
import static io.aims.TestRules.entry;
import static io.aims.TestRules.pack;
import static io.aims.TestRules.rule;
import static io.aims.TestRules.yes;
import static io.aims.system.vocabulary.Characteristics.AUTOMATION_LEVEL;
import static io.aims.system.vocabulary.Characteristics.PROFILING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.aims.TestRules.RuleBuilder;
import io.aims.control.Catalogue;
import io.aims.risk.Likelihood;
import io.aims.risk.RiskSource;
import io.aims.risk.RiskSourceId;
import io.aims.risk.Severity;
import io.aims.rule.Chapter;
import io.aims.rule.Replacement;
import io.aims.rule.Rule;
import io.aims.rule.RuleId;
import io.aims.rule.RulePack;
import io.aims.system.BooleanCharacteristic;
import io.aims.system.OrdinalCharacteristic;
import io.aims.system.ScaleCharacteristic;
import io.aims.system.Tier;
import io.aims.system.VocabularyEntry;
import io.aims.system.automation.AutomationLevel;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PackDiffTest {

    private static final VocabularyEntry GRADE = entry(OrdinalCharacteristic.of("acmeGrade", List.of("LOW", "HIGH")));

    @Test
    void a_pack_and_itself_differ_in_nothing() {
        PackDiff diff = PackDiff.between(pack("acme", rule("R-1")), pack("acme", rule("R-1")));

        assertThat(diff.isEmpty()).isTrue();
        assertThat(diff.isSameLogic()).isTrue();
        assertThat(diff.text()).isEqualTo("Pack acme, 1.0.0: nothing changed.\n");
        assertThat(diff).isEqualTo(PackDiff.between(pack("acme", rule("R-1")), pack("acme", rule("R-1"))));
        assertThat(diff).isNotEqualTo(PackDiff.between(pack("acme", rule("R-1")), pack("acme", rule("R-2"))));
    }

    @Test
    void rules_are_new_gone_and_changed() {
        PackDiff diff = PackDiff.between(
                pack(
                        "acme",
                        rule("R-1"),
                        rule("R-2")
                                .when(atLeast(AUTOMATION_LEVEL, AutomationLevel.ASSISTANCE))
                                .requires("A.5.2"),
                        rule("R-10")),
                pack(
                        "acme",
                        rule("R-2")
                                .when(atLeast(AUTOMATION_LEVEL, AutomationLevel.AUTONOMY))
                                .requires("A.5.2", "A.2.2"),
                        rule("R-10"),
                        rule("R-3")));

        assertThat(diff.rulesAdded()).extracting(rule -> rule.id().value()).containsExactly("R-3");
        assertThat(diff.rulesRemoved()).extracting(rule -> rule.id().value()).containsExactly("R-1");
        assertThat(diff.rulesChanged())
                .extracting(change -> change.now().id().value(), RuleChange::kind)
                .containsExactly(tuple("R-2", RuleChange.Kind.LOGIC));
        assertThat(diff.isSameLogic()).isFalse();
        assertThat(diff.isEmpty()).isFalse();
        assertThat(diff).hasToString("acme 1.0.0 to 1.0.0: 1 rules added, 1 removed, 1 changed");
        assertThat(diff.text()).isEqualTo("""
                        Pack acme, 1.0.0: rules new 1, gone 1, changed 1. The logic is another one.

                        Rules that are new
                          R-3 Rule R-3.

                        Rules that are gone
                          R-1 Rule R-1.

                        Rules of another logic
                          R-2 Rule R-2: condition was automationLevel >= ASSISTANCE, is automationLevel >= AUTONOMY; requires was A.5.2, is A.2.2, A.5.2.
                        """);
        assertThat(diff.markdown())
                .contains("| R-3 Rule R-3 | new |  |  |", "| R-1 Rule R-1 | gone |  |  |")
                .contains(
                        "| R-2 Rule R-2 | condition | automationLevel \\>= ASSISTANCE | automationLevel \\>= AUTONOMY |");
    }

    @Test
    void each_part_of_a_conclusion_is_logic() {
        RuleBuilder[] changed = {
            rule("R-1").raises("C.3.1"),
            rule("R-1").threatens("C.2.1"),
            rule("R-1").likelihood(Likelihood.LOW),
            rule("R-1").floor(Severity.MAJOR),
            rule("R-1").requires("A.2.2"),
            rule("R-1").stop(),
            rule("R-1").when(yes(PROFILING))
        };

        assertThat(Stream.of(changed).map(now -> change(rule("R-1").build(), now.build())))
                .allSatisfy(change -> assertThat(change.kind()).isEqualTo(RuleChange.Kind.LOGIC))
                .flatExtracting(RuleChange::fields)
                .containsExactly(
                        RuleField.RAISES,
                        RuleField.THREATENS,
                        RuleField.LIKELIHOOD,
                        RuleField.FLOOR,
                        RuleField.REQUIRES,
                        RuleField.STOP,
                        RuleField.CONDITION);
    }

    @Test
    void other_words_are_no_other_logic() {
        Rule was = rule("R-1").build();
        PackDiff diff = PackDiff.between(holding(List.of(was)), holding(List.of(worded(was, "Another title"))));

        RuleChange change = diff.rulesChanged().get(0);
        assertThat(change.kind()).isEqualTo(RuleChange.Kind.WORDS);
        assertThat(change.fields()).containsExactly(RuleField.TITLE, RuleField.WHY);
        assertThat(change.before(RuleField.TITLE)).isEqualTo("Rule R-1");
        assertThat(change.after(RuleField.TITLE)).isEqualTo("Another title");
        assertThat(diff.isSameLogic()).isTrue();
        assertThat(diff.text())
                .contains(
                        "The logic is the same.",
                        "Rules in other words\n  R-1 Another title: title and why in other words.");
    }

    @Test
    void the_order_of_ids_and_the_chapter_do_not_count() {
        Rule one = rule("R-1").requires("A.2.2", "A.5.2").build();
        Rule other = rule("R-1").requires("A.5.2", "A.2.2").build();

        assertThat(PackDiff.between(holding(List.of(one)), holding(List.of(other)))
                        .isEmpty())
                .isTrue();
    }

    @Test
    void an_id_that_stands_for_another_rule_is_visible() {
        Rule was = rule("R-1").when(yes(PROFILING)).requires("A.2.2").build();
        Rule another = worded(
                rule("R-1")
                        .when(atLeast(AUTOMATION_LEVEL, AutomationLevel.AUTONOMY))
                        .requires("A.2.2")
                        .build(),
                "Runs on its own");
        Rule related = worded(
                rule("R-1")
                        .when(all(yes(PROFILING), atLeast(AUTOMATION_LEVEL, AutomationLevel.AUTONOMY)))
                        .requires("A.2.2")
                        .build(),
                "Profiles on its own");

        assertThat(change(was, another).kind()).isEqualTo(RuleChange.Kind.OTHER_MEANING);
        assertThat(change(was, related).kind()).isEqualTo(RuleChange.Kind.LOGIC);
        assertThat(PackDiff.between(holding(List.of(was)), holding(List.of(another)))
                        .text())
                .contains("Ids that stand for another rule now\n  R-1 was Rule R-1, is Runs on its own: condition was "
                        + "profiling = YES, is automationLevel >= AUTONOMY; also title and why in other words.");
    }

    @Test
    void what_a_pack_says_of_itself_is_compared() {
        RulePack was = pack("acme", rule("R-1"));
        RulePack now = new RulePack(
                "acme",
                "2.0.0",
                was.title(),
                "MIT",
                was.about(),
                was.catalogue(),
                LocalDate.of(2027, 1, 1),
                null,
                List.of(),
                was.chapters());

        PackDiff diff = PackDiff.between(was, now);
        assertThat(diff.statements())
                .extracting(PackDiff.Statement::field, PackDiff.Statement::before, PackDiff.Statement::after)
                .containsExactly(
                        tuple("version", Optional.of("1.0.0"), Optional.of("2.0.0")),
                        tuple("licence", Optional.of("Apache-2.0"), Optional.of("MIT")),
                        tuple("validFrom", Optional.empty(), Optional.of("2027-01-01")));
        assertThat(diff.text())
                .startsWith("Pack acme, 1.0.0 to 2.0.0: ")
                .contains("  Version was 1.0.0, is 2.0.0.\n  Licence was Apache-2.0, is MIT.\n"
                        + "  Valid from was not given, is 2027-01-01.\n");
        assertThat(diff.markdown()).contains("| validFrom |  | 2027-01-01 |");
    }

    @Test
    void catalogues_and_replacements_are_compared_by_their_content() {
        RulePack was = bringing(catalogue("Log"));
        RulePack now = bringing(catalogue("Log of ours"), new Replacement(new RuleId("X-1"), "Ours is better."));

        assertThat(PackDiff.between(was, was).statements()).isEmpty();
        assertThat(PackDiff.between(was, now).statements())
                .extracting(PackDiff.Statement::field)
                .containsExactly("catalogues", "replaces");
        assertThat(PackDiff.between(was, now).text()).contains("  Replaces was not given, is X-1 (Ours is better.).\n");
    }

    private static Catalogue catalogue(String title) {
        return new Catalogue(
                "own:1",
                "Own",
                List.of(),
                Map.of(),
                List.of(),
                List.of(),
                List.of(new RiskSource(
                        new RiskSourceId("X.1"), title, "", "Something.", List.of(), List.of(), "", List.of())),
                List.of());
    }

    private static RulePack bringing(Catalogue catalogue, Replacement... replaces) {
        RulePack pack = pack("acme", rule("R-1"));
        return new RulePack(
                pack.id(),
                pack.version(),
                pack.title(),
                pack.licence(),
                pack.about(),
                pack.catalogue(),
                null,
                null,
                pack.characteristics(),
                pack.chapters(),
                List.of(catalogue),
                List.of(replaces));
    }

    @Test
    void characteristics_are_new_gone_and_changed() {
        VocabularyEntry other = entry(OrdinalCharacteristic.of("acmeGrade", List.of("LOW", "MIDDLE", "HIGH")));
        VocabularyEntry flag = entry(BooleanCharacteristic.of("acmeFlag"));
        VocabularyEntry score = entry(ScaleCharacteristic.of("acmeScore", 1, 5));

        PackDiff diff = PackDiff.between(holding(List.of(GRADE, flag)), holding(List.of(other, score)));

        assertThat(diff.characteristicsAdded()).containsExactly(score);
        assertThat(diff.characteristicsRemoved()).containsExactly(flag);
        CharacteristicChange change = diff.characteristicsChanged().get(0);
        assertThat(change.fields()).containsExactly(CharacteristicChange.Field.VALUES);
        assertThat(change.isOtherForm()).isTrue();
        assertThat(change.isOtherQuestion()).isTrue();
        assertThat(change.before(CharacteristicChange.Field.VALUES)).isEqualTo("LOW, HIGH");
        assertThat(change.after(CharacteristicChange.Field.VALUES)).isEqualTo("LOW, MIDDLE, HIGH");
        assertThat(diff.isSameLogic()).isTrue();
        assertThat(diff.text())
                .contains("  New: acmeScore.\n  Gone: acmeFlag.\n"
                        + "  acmeGrade: values changed: former answers are no answers to it.\n");
        assertThat(diff.markdown())
                .contains("| acmeScore | new | to be asked |", "| acmeFlag | gone | not read |")
                .contains("| acmeGrade | values | to be asked again |");
    }

    @Test
    void another_question_is_to_be_answered_again_and_another_tier_is_not() {
        VocabularyEntry asked = worded(GRADE, "Which grade has it?", Tier.CORE);
        VocabularyEntry later = worded(GRADE, GRADE.question(), Tier.EXTENDED);

        CharacteristicChange question = CharacteristicChange.between(GRADE, asked);
        CharacteristicChange tier = CharacteristicChange.between(GRADE, later);
        assertThat(question.isOtherForm()).isFalse();
        assertThat(question.isOtherQuestion()).isTrue();
        assertThat(tier.isOtherQuestion()).isFalse();
        assertThat(PackDiff.between(holding(List.of(GRADE)), holding(List.of(asked)))
                        .text())
                .contains("acmeGrade: question changed: have it answered again.");
        assertThat(PackDiff.between(holding(List.of(GRADE)), holding(List.of(later)))
                        .text())
                .contains("acmeGrade: tier changed.");
    }

    private static RuleChange change(Rule was, Rule now) {
        return PackDiff.between(holding(List.of(was)), holding(List.of(now)))
                .rulesChanged()
                .get(0);
    }

    private static RulePack holding(List<?> content) {
        List<VocabularyEntry> entries = content.stream()
                .filter(VocabularyEntry.class::isInstance)
                .map(VocabularyEntry.class::cast)
                .toList();
        List<Rule> rules = content.stream()
                .filter(Rule.class::isInstance)
                .map(Rule.class::cast)
                .toList();
        return new RulePack(
                "acme",
                "1.0.0",
                "Pack",
                "MIT",
                "About.",
                "test:1",
                null,
                null,
                entries,
                List.of(new Chapter("All", "All.", rules)));
    }

    private static Rule worded(Rule rule, String title) {
        return new Rule(
                rule.id(),
                title,
                rule.scope(),
                rule.condition(),
                rule.raises(),
                rule.threatens(),
                rule.contributes(),
                rule.floor(),
                rule.requires(),
                rule.stop(),
                "Another reason.",
                rule.sources(),
                rule.confidence(),
                rule.examples(),
                rule.place());
    }

    private static VocabularyEntry worded(VocabularyEntry entry, String question, Tier tier) {
        return new VocabularyEntry(
                entry.characteristic(), "all", tier, question, Map.of(), "Meaning.", "", entry.sources());
    }
}
