package io.aims.reasoning.change;

import static io.aims.TestRules.atLeast;
import static io.aims.TestRules.base;
import static io.aims.TestRules.entry;
import static io.aims.TestRules.pack;
import static io.aims.TestRules.rule;
import static io.aims.TestRules.yes;
import static io.aims.system.vocabulary.Characteristics.AUTOMATION_LEVEL;
import static io.aims.system.vocabulary.Characteristics.PROFILING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.aims.evaluation.Evaluation;
import io.aims.evaluation.Evaluator;
import io.aims.evaluation.PlainEngine;
import io.aims.rule.RuleBase;
import io.aims.rule.RuleId;
import io.aims.rule.RulePack;
import io.aims.system.AiSystem;
import io.aims.system.BooleanCharacteristic;
import io.aims.system.CustomValue;
import io.aims.system.OrdinalCharacteristic;
import io.aims.system.Tier;
import io.aims.system.VocabularyEntry;
import io.aims.system.YesNo;
import io.aims.system.automation.AutomationLevel;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RebaseTest {

    private static final OrdinalCharacteristic<CustomValue> GRADE =
            OrdinalCharacteristic.of("acmeGrade", List.of("LOW", "HIGH"));
    private static final OrdinalCharacteristic<CustomValue> WIDER =
            OrdinalCharacteristic.of("acmeGrade", List.of("LOW", "HIGH", "HIGHEST"));
    private static final BooleanCharacteristic FLAG = BooleanCharacteristic.of("acmeFlag");
    private static final BooleanCharacteristic NEW = BooleanCharacteristic.of("acmeNew");

    private static final RulePack OLD = pack(
            "acme",
            List.of(entry(GRADE), entry(FLAG)),
            rule("R-1")
                    .when(atLeast(AUTOMATION_LEVEL, AutomationLevel.AUTONOMY))
                    .requires("A.5.2"),
            rule("R-2").when(yes(FLAG)).requires("A.2.2"));
    private static final AiSystem SYSTEM = AiSystem.named("loans")
            .answer(AUTOMATION_LEVEL, AutomationLevel.HIGH_AUTOMATION)
            .answer(GRADE, GRADE.values().get(1))
            .answer(FLAG, YesNo.YES)
            .build();

    @Test
    void other_packs_bring_other_findings() {
        RulePack now = pack(
                "acme",
                List.of(entry(GRADE), entry(FLAG)),
                rule("R-1")
                        .when(atLeast(AUTOMATION_LEVEL, AutomationLevel.HIGH_AUTOMATION))
                        .requires("A.5.2"),
                rule("R-3").requires("A.10.2"));

        Rebase rebase = rebase(OLD, now);

        assertThat(rebase.evaluation()).isEqualTo(evaluate(base(now), SYSTEM));
        assertThat(rebase.diff()).isEqualTo(EvaluationDiff.between(evaluate(base(OLD), SYSTEM), rebase.evaluation()));
        assertThat(rebase.diff().findings())
                .extracting(change -> change.rule().id().value(), FindingChange::kind)
                .containsExactly(
                        tuple("R-1", FindingChange.Kind.GAINED),
                        tuple("R-2", FindingChange.Kind.LOST),
                        tuple("R-3", FindingChange.Kind.GAINED));
        assertThat(rebase.packs()).containsExactly(PackDiff.between(OLD, now));
        assertThat(rebase.packsAdded()).isEmpty();
        assertThat(rebase.packsRemoved()).isEmpty();
        assertThat(rebase.askAgain()).isEmpty();
        assertThat(rebase.text())
                .isEqualTo(
                        rebase.diff().text() + "\n" + PackDiff.between(OLD, now).text());
        assertThat(rebase.markdown())
                .isEqualTo(rebase.diff().markdown() + "\n"
                        + PackDiff.between(OLD, now).markdown());
    }

    @Test
    void the_same_packs_change_nothing() {
        Rebase rebase = rebase(OLD, OLD);

        assertThat(rebase.diff().isEmpty()).isTrue();
        assertThat(rebase.packs()).isEmpty();
        assertThat(rebase.askAgain()).isEmpty();
    }

    @Test
    void answers_that_are_none_any_more_are_dropped_and_asked_for_again() {
        RulePack now = pack(
                "acme",
                List.of(entry(WIDER), entry(NEW)),
                rule("R-1").when(yes(PROFILING)),
                rule("R-2").when(yes(NEW)));

        Rebase rebase = rebase(OLD, now);

        assertThat(rebase.evaluation().system().answers().keySet()).containsExactly("automationLevel");
        assertThat(rebase.askAgain())
                .extracting(
                        again -> again.characteristic().id(),
                        AskAgain::reason,
                        again -> again.given().isPresent(),
                        AskAgain::question)
                .containsExactly(
                        tuple("acmeFlag", AskAgain.Reason.GONE, true, Optional.empty()),
                        tuple("acmeGrade", AskAgain.Reason.OTHER_VALUES, true, Optional.of("What is acmeGrade?")),
                        tuple("acmeNew", AskAgain.Reason.READ_NOW, false, Optional.of("What is acmeNew?")),
                        tuple("profiling", AskAgain.Reason.READ_NOW, false, Optional.of("What is profiling?")));
        assertThat(rebase.text()).contains("""
                        Answers to look at
                          Acme flag is gone: the answer (yes) is dropped.
                          Acme grade has other values now: the answer (high) is dropped. Ask: What is acmeGrade?
                          Acme new is read now, and is unknown. Ask: What is acmeNew?
                          Profiling is read now, and is unknown. Ask: What is profiling?
                        """);
        assertThat(rebase.markdown()).contains("| Acme grade | high | other values | What is acmeGrade? |");
    }

    @Test
    void an_answer_to_other_words_stands_and_is_to_be_looked_at() {
        VocabularyEntry asked = new VocabularyEntry(
                GRADE,
                "all",
                Tier.CORE,
                "Which grade?",
                Map.of(),
                "Meaning.",
                "",
                entry(GRADE).sources());
        RulePack now = pack("acme", List.of(asked, entry(FLAG)), rule("R-1"));

        Rebase rebase = rebase(OLD, now);

        assertThat(rebase.evaluation().system()).isEqualTo(SYSTEM);
        assertThat(rebase.askAgain())
                .containsExactly(new AskAgain(
                        GRADE, AskAgain.Reason.OTHER_WORDS, SYSTEM.answer(GRADE).orElseThrow(), asked));
        assertThat(rebase.text())
                .contains("Acme grade is asked for in other words: the answer (high) stands. Ask: Which grade?");
    }

    @Test
    void what_is_partly_known_and_read_now_is_asked_for_too() {
        AiSystem partly = AiSystem.named("loans")
                .atLeast(AUTOMATION_LEVEL, AutomationLevel.ASSISTANCE)
                .build();
        RuleBase was = base(pack("acme", rule("R-1")));
        RuleBase now = base(pack("acme", rule("R-1").when(atLeast(AUTOMATION_LEVEL, AutomationLevel.AUTONOMY))));

        Rebase rebase = Rebase.of(evaluate(was, partly), was, now, evaluator(now)::evaluate, null);

        assertThat(rebase.askAgain())
                .extracting(AskAgain::reason, again -> again.given().isPresent())
                .containsExactly(tuple(AskAgain.Reason.READ_NOW, true));
        assertThat(Rebase.of(evaluate(now, partly), now, now, evaluator(now)::evaluate, null)
                        .askAgain())
                .isEmpty();
    }

    @Test
    void packs_come_and_go() {
        RulePack other = pack("other", rule("R-1"));

        Rebase rebase = rebase(OLD, other);

        assertThat(rebase.packs()).isEmpty();
        assertThat(rebase.packsAdded()).containsExactly(other.reference());
        assertThat(rebase.packsRemoved()).containsExactly(OLD.reference());
    }

    @Test
    void another_day_can_be_given() {
        LocalDate day = LocalDate.of(2027, 1, 1);
        RuleBase was = base(OLD);

        Rebase rebase = Rebase.of(evaluate(was, SYSTEM), was, was, evaluator(was)::evaluate, day);

        assertThat(rebase.evaluation().asOf()).contains(day);
        assertThat(rebase.diff().finding(new RuleId("R-1"))).isEmpty();
        assertThat(rebase.diff().isOtherDay()).isTrue();
    }

    private static Rebase rebase(RulePack old, RulePack now) {
        RuleBase was = base(old);
        RuleBase is = base(now);
        return Rebase.of(evaluate(was, SYSTEM), was, is, evaluator(is)::evaluate, null);
    }

    private static Evaluation evaluate(RuleBase base, AiSystem system) {
        return evaluator(base).evaluate(system, null);
    }

    private static Evaluator evaluator(RuleBase base) {
        return new Evaluator(base, new PlainEngine(base));
    }
}
