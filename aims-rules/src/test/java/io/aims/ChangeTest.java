package io.aims;

import static io.aims.system.vocabulary.Characteristics.AUTOMATION_LEVEL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.aims.evaluation.Evaluation;
import io.aims.reasoning.change.EvaluationDiff;
import io.aims.reasoning.change.FindingChange;
import io.aims.reasoning.change.Rebase;
import io.aims.reasoning.change.Watch;
import io.aims.rule.Chapter;
import io.aims.rule.RuleId;
import io.aims.rule.RulePack;
import io.aims.rules.RulePacks;
import io.aims.rules.law.LegalPacks;
import io.aims.system.AiSystem;
import io.aims.system.Answer;
import io.aims.system.BooleanCharacteristic;
import io.aims.system.YesNo;
import io.aims.system.automation.AutomationLevel;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What-if, differences, versions and watching through the front door, with the standard pack and its engine. */
class ChangeTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 3, 1);
    private static final LocalDate LAST = LocalDate.of(2026, 12, 31);
    private static final AiSystem DECIDES = AiSystem.named("loans")
            .answer(AUTOMATION_LEVEL, AutomationLevel.FULL_AUTOMATION)
            .build();
    private static final AiSystem ASSISTS = DECIDES.with(AUTOMATION_LEVEL, AutomationLevel.ASSISTANCE);
    private static final AiSystem FOREIGN = AiSystem.named("loans")
            .answer(BooleanCharacteristic.of("acmeFlag"), YesNo.YES)
            .build();

    private static final Aims aims = Aims.standard();

    @AfterAll
    static void close() {
        aims.close();
    }

    @Test
    void a_supposition_differs_as_the_systems_do() {
        EvaluationDiff supposed = aims.whatIf(ASSISTS)
                .set(AUTOMATION_LEVEL, AutomationLevel.FULL_AUTOMATION)
                .diff();
        EvaluationDiff real = aims.diff(ASSISTS, DECIDES);

        assertThat(supposed.text()).isEqualTo(real.text());
        assertThat(real.finding(new RuleId("ADM-03")).orElseThrow().kind()).isEqualTo(FindingChange.Kind.GAINED);
        assertThat(aims.whatIf(ASSISTS, FIRST).evaluation().asOf()).contains(FIRST);
        assertThatThrownBy(() -> aims.whatIf(FOREIGN)).hasMessageStartingWith("AIMS-1004: ");
        assertThatThrownBy(() -> aims.whatIf(ASSISTS)
                        .set(FOREIGN.answers().values().iterator().next())
                        .evaluation())
                .hasMessageStartingWith("AIMS-1004: ");
    }

    @Test
    void an_evaluation_put_on_another_version_is_the_one_that_version_gives() {
        RulePack next = standard("next", "ADM-03", null, null);
        Evaluation former = aims.evaluate(DECIDES, FIRST);
        try (Aims other = Aims.builder().packs(next).laws(LegalPacks.euAiAct()).build()) {
            Rebase rebase = aims.rebase(former, next);

            assertThat(rebase.evaluation())
                    .isEqualTo(other.evaluate(DECIDES, FIRST))
                    .isEqualTo(aims.rebase(former, other).evaluation());
            assertThat(rebase).isEqualTo(aims.rebase(former, other));
            assertThat(rebase.diff().findings())
                    .extracting(change -> change.rule().id().value(), FindingChange::kind)
                    .containsExactly(tuple("ADM-03", FindingChange.Kind.LOST));
            assertThat(rebase.packs().get(0).rulesRemoved()).hasSize(1);
            assertThat(aims.rebase(former, other, LAST).evaluation()).isEqualTo(other.evaluate(DECIDES, LAST));
            assertThatThrownBy(() -> aims.rebase(other.evaluate(DECIDES), next)).hasMessageStartingWith("AIMS-3010: ");
            assertThatThrownBy(() -> aims.rebase(former, next, next)).hasMessageStartingWith("AIMS-2004: ");
        }
    }

    @Test
    void another_version_must_hold_on_the_day_of_the_evaluation() {
        RulePack next = standard("next", "ADM-03", FIRST, null);

        assertThat(aims.rebase(aims.evaluate(DECIDES, FIRST), next).evaluation().asOf())
                .contains(FIRST);
        assertThatThrownBy(() -> aims.rebase(aims.evaluate(DECIDES, FIRST.minusDays(1)), next))
                .hasMessageStartingWith(
                        "AIMS-2016: Pack (iso-42001, next) holds from (2026-03-01), not on (2026-02-28).");
        assertThatThrownBy(() -> aims.rebase(aims.evaluate(DECIDES), next)).hasMessageStartingWith("AIMS-2016: ");
    }

    @ParameterizedTest(name = "from {0} until {1}, on {2}: {3}")
    @CsvSource({
        "2026-03-01, 2026-12-31, 2026-02-28, false",
        "2026-03-01, 2026-12-31, 2026-03-01, true",
        "2026-03-01, 2026-12-31, 2026-12-31, true",
        "2026-03-01, 2026-12-31, 2027-01-01, false",
        "2026-03-01,           , 9999-12-31, true",
        "          , 2026-12-31, 0001-01-01, true",
        "          , 2026-12-31, 2027-01-01, false",
        "          ,           , 2027-01-01, true",
        "2026-03-01, 2026-03-01, 2026-03-01, true",
    })
    void a_pack_holds_from_its_first_day_to_its_last(
            @Nullable LocalDate from, @Nullable LocalDate until, LocalDate day, boolean holds) {
        RulePack pack = standard("next", "ADM-03", from, until);

        assertThat(pack.holdsOn(day)).isEqualTo(holds);
    }

    @Test
    void a_day_outside_of_a_pack_is_refused_and_its_first_and_last_are_not() {
        try (Aims valid =
                Aims.builder().packs(standard("next", "ADM-03", FIRST, LAST)).build()) {
            assertThat(valid.evaluate(DECIDES, FIRST).asOf()).contains(FIRST);
            assertThat(valid.evaluate(DECIDES, LAST).asOf()).contains(LAST);
            assertThatThrownBy(() -> valid.evaluate(DECIDES, FIRST.minusDays(1)))
                    .hasMessageContaining("not on (2026-02-28)");
            assertThatThrownBy(() -> valid.evaluate(DECIDES, LAST.plusDays(1)))
                    .hasMessageContaining("not on (2027-01-01)");
            Watch watch = valid.watch(DECIDES, LAST);
            assertThatThrownBy(() -> watch.asOf("a new year", LAST.plusDays(1)))
                    .hasMessageContaining("not on (2027-01-01)");
            assertThat(watch.evaluation().asOf()).contains(LAST);
        }
    }

    @Test
    void a_watch_refuses_what_the_vocabulary_does_not_have() {
        Watch watch = aims.watch(ASSISTS);
        List<Watch.Update> told = new ArrayList<>();
        watch.subscribe(told::add);
        Answer foreign = FOREIGN.answers().values().iterator().next();

        assertThatThrownBy(() -> watch.change("a wrong word", foreign)).hasMessageStartingWith("AIMS-1004: ");
        assertThat(watch.evaluation()).isEqualTo(aims.evaluate(ASSISTS));
        assertThat(told).isEmpty();
        watch.change("new version", DECIDES.answer(AUTOMATION_LEVEL).orElseThrow());
        assertThat(watch.evaluation()).isEqualTo(aims.evaluate(DECIDES));
        assertThat(told).hasSize(1);
    }

    private static RulePack standard(
            String version, String without, @Nullable LocalDate from, @Nullable LocalDate until) {
        RulePack pack = RulePacks.standard();
        return new RulePack(
                pack.id(),
                version,
                pack.title(),
                pack.licence(),
                pack.about(),
                pack.catalogue(),
                from,
                until,
                pack.characteristics(),
                pack.chapters().stream()
                        .map(chapter -> new Chapter(
                                chapter.title(),
                                chapter.about(),
                                chapter.rules().stream()
                                        .filter(rule -> !rule.id().value().equals(without))
                                        .toList()))
                        .toList());
    }
}
