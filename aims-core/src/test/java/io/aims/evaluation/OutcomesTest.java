package io.aims.evaluation;

import static io.aims.TestRules.base;
import static io.aims.TestRules.control;
import static io.aims.TestRules.evaluate;
import static io.aims.TestRules.pack;
import static io.aims.TestRules.rule;
import static io.aims.TestRules.yes;
import static io.aims.system.vocabulary.Characteristics.PROFILING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aims.control.Control;
import io.aims.control.ControlStatus;
import io.aims.rule.PackReference;
import io.aims.rule.Truth;
import io.aims.system.AiSystem;
import io.aims.system.YesNo;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OutcomesTest {

    private final Outcomes outcomes = new Outcomes(bits(0), bits(0, 1));

    @Test
    void a_rule_is_true_undetermined_or_false() {
        assertThat(outcomes.of(0)).isEqualTo(Truth.TRUE);
        assertThat(outcomes.of(1)).isEqualTo(Truth.UNDETERMINED);
        assertThat(outcomes.of(2)).isEqualTo(Truth.FALSE);
        assertThat(outcomes).hasToString("1 certain, 1 undetermined");
    }

    @Test
    void what_is_certain_must_be_possible() {
        assertThatThrownBy(() -> new Outcomes(bits(0, 3), bits(0)))
                .hasMessage("Rules hold for certain but not possibly: {3}");
    }

    @Test
    void they_are_copied_on_the_way_in_and_out() {
        BitSet certain = bits(0);
        BitSet possible = bits(0, 1);
        Outcomes copied = new Outcomes(certain, possible);
        certain.clear();
        possible.clear();
        copied.certain().clear();
        copied.possible().clear();

        assertThat(copied).isEqualTo(outcomes);
    }

    @Test
    void they_are_equal_if_every_rule_comes_to_the_same() {
        assertThat(outcomes)
                .isEqualTo(new Outcomes(bits(0), bits(0, 1)))
                .hasSameHashCodeAs(new Outcomes(bits(0), bits(0, 1)))
                .isNotEqualTo(new Outcomes(bits(), bits(0, 1)))
                .isNotEqualTo(new Outcomes(bits(0), bits(0)))
                .isNotEqualTo("outcomes");
    }

    @Test
    void the_plain_engine_evaluates_every_rule() {
        AiSystem empty = AiSystem.named("s").build();
        PlainEngine engine = new PlainEngine(base(rule("R-1"), rule("R-2").when(yes(PROFILING))));

        assertThat(engine.run(empty)).isEqualTo(outcomes);
        assertThat(engine.run(empty.with(PROFILING, YesNo.NO))).isEqualTo(new Outcomes(bits(0), bits(0)));
        assertThat(engine.run(empty.with(PROFILING, YesNo.YES))).isEqualTo(new Outcomes(bits(0, 1), bits(0, 1)));
        assertThatCode(engine::close).doesNotThrowAnyException();
    }

    @Test
    void a_finding_holds_or_may_hold() {
        PackReference pack = pack("p").reference();

        assertThatThrownBy(() -> new Finding(rule("R-1").build(), pack, Truth.FALSE, List.of()))
                .hasMessage("A rule that is false finds nothing: R-1");
    }

    @Test
    void findings_are_ordered_as_people_read_the_ids_of_their_rules() {
        Finding second =
                evaluate(AiSystem.named("s").build(), rule("R-10")).findings().get(0);
        Finding first =
                evaluate(AiSystem.named("s").build(), rule("R-9")).findings().get(0);

        assertThat(Stream.of(second, first).sorted()).containsExactly(first, second);
    }

    @Test
    void a_safeguard_is_needed_and_has_a_reason() {
        Control control = control("A.5.2", Control.Scope.ORG, ControlStatus.ROLE_EXCLUDED);
        List<Finding> reasons =
                evaluate(AiSystem.named("s").build(), rule("R-1")).findings();

        assertThatThrownBy(() -> new Safeguard(control, ControlStatus.REQUIRED, Priority.LOW, List.of()))
                .hasMessage("A safeguard is needed and has a reason: A.5.2");
        assertThatThrownBy(() -> new Safeguard(control, ControlStatus.ROLE_EXCLUDED, Priority.LOW, reasons))
                .hasMessage("A safeguard is needed and has a reason: A.5.2");
    }

    private static BitSet bits(int... set) {
        BitSet bits = new BitSet();
        for (int bit : set) {
            bits.set(bit);
        }
        return bits;
    }
}
