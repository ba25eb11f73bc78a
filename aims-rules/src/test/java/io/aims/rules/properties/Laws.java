package io.aims.rules.properties;

import static org.assertj.core.api.Assertions.assertThat;

import io.aims.control.ControlId;
import io.aims.control.ControlStatus;
import io.aims.evaluation.ControlResult;
import io.aims.evaluation.Evaluation;
import io.aims.evaluation.Risk;
import io.aims.evaluation.RiskSourceResult;
import io.aims.rule.Truth;
import io.aims.testkit.RandomSystems;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/** What must hold between two evaluations, whatever the rules are. */
final class Laws {

    private static final double ROUNDING = 1e-12;

    private Laws() {}

    /** More hazard, or more rules: no control that is needed becomes less needed, and no risk falls. */
    static void nothingFalls(Evaluation before, Evaluation after) {
        assertThat(needed(after, EnumSet.of(Truth.TRUE)))
                .as(() -> describe(before, after))
                .containsAll(needed(before, EnumSet.of(Truth.TRUE)));
        assertThat(needed(after, EnumSet.of(Truth.TRUE, Truth.UNDETERMINED)))
                .as(() -> describe(before, after))
                .containsAll(needed(before, EnumSet.of(Truth.TRUE, Truth.UNDETERMINED)));
        for (int i = 0; i < before.riskSources().size(); i++) {
            RiskSourceResult source = before.riskSources().get(i);
            assertThat(after.riskSources().get(i).status())
                    .as(() -> source.source().id() + "\n" + describe(before, after))
                    .isGreaterThanOrEqualTo(source.status());
        }
        for (Risk was : before.risks()) {
            Risk is = after.risk(was.objective().id()).orElseThrow();
            Supplier<String> name = () -> was.objective().id() + "\n" + describe(before, after);
            assertThat(is.level().low())
                    .as(name)
                    .isGreaterThanOrEqualTo(was.level().low());
            assertThat(is.level().high())
                    .as(name)
                    .isGreaterThanOrEqualTo(was.level().high());
            assertThat(is.severity().low())
                    .as(name)
                    .isGreaterThanOrEqualTo(was.severity().low());
            assertThat(is.severity().high())
                    .as(name)
                    .isGreaterThanOrEqualTo(was.severity().high());
            assertThat(is.lowRate()).as(name).isGreaterThanOrEqualTo(was.lowRate() - ROUNDING);
            assertThat(is.highRate()).as(name).isGreaterThanOrEqualTo(was.highRate() - ROUNDING);
        }
    }

    /** More knowledge: what was settled stays as it was, and every interval lies in the one before. */
    static void nothingSettledChanges(Evaluation before, Evaluation after) {
        for (ControlResult was : before.controls()) {
            ControlResult is = after.control(was.control().id()).orElseThrow();
            Supplier<String> name = () -> was.control().id() + "\n" + describe(before, after);
            if (was.needed() != Truth.UNDETERMINED) {
                assertThat(is.needed()).as(name).isEqualTo(was.needed());
            }
            if (was.status() != ControlStatus.UNDETERMINED) {
                assertThat(is.status()).as(name).isEqualTo(was.status());
            }
        }
        for (int i = 0; i < before.riskSources().size(); i++) {
            RiskSourceResult was = before.riskSources().get(i);
            if (was.status() != Truth.UNDETERMINED) {
                assertThat(after.riskSources().get(i).status())
                        .as(() -> was.source().id() + "\n" + describe(before, after))
                        .isEqualTo(was.status());
            }
        }
        for (Risk was : before.risks()) {
            Risk is = after.risk(was.objective().id()).orElseThrow();
            Supplier<String> name = () -> was.objective().id() + "\n" + describe(before, after);
            assertThat(is.level().isWithin(was.level())).as(name).isTrue();
            assertThat(is.likelihood().isWithin(was.likelihood())).as(name).isTrue();
            assertThat(is.severity().isWithin(was.severity())).as(name).isTrue();
            assertThat(is.lowRate()).as(name).isGreaterThanOrEqualTo(was.lowRate() - ROUNDING);
            assertThat(is.highRate()).as(name).isLessThanOrEqualTo(was.highRate() + ROUNDING);
        }
        assertThat(after.level().isWithin(before.level()))
                .as(() -> describe(before, after))
                .isTrue();
    }

    /** Of two evaluations with equal input everything is equal. */
    static void everythingIsEqual(Evaluation one, Evaluation other) {
        assertThat(other.controls()).isEqualTo(one.controls());
        assertThat(other.risks()).isEqualTo(one.risks());
        assertThat(other.findings()).isEqualTo(one.findings());
        assertThat(other.safeguards()).isEqualTo(one.safeguards());
        assertThat(other.openQuestions()).isEqualTo(one.openQuestions());
        assertThat(other).isEqualTo(one).hasSameHashCodeAs(one);
        assertThat(other.seal()).isEqualTo(one.seal());
    }

    static Set<ControlId> needed(Evaluation evaluation, Set<Truth> truths) {
        Set<ControlId> needed = new TreeSet<>();
        evaluation.controls().stream()
                .filter(result -> truths.contains(result.needed()))
                .forEach(result -> needed.add(result.control().id()));
        return needed;
    }

    static List<ControlId> withStatus(Evaluation evaluation, ControlStatus status) {
        return evaluation.controls().stream()
                .filter(result -> result.status() == status)
                .map(result -> result.control().id())
                .toList();
    }

    static String describe(Evaluation before, Evaluation after) {
        return "before: " + RandomSystems.describe(before.system()) + "\nafter: "
                + RandomSystems.describe(after.system());
    }
}
