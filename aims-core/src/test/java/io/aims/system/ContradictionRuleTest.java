package io.aims.system;

import static io.aims.system.vocabulary.Characteristics.AUTOMATION_LEVEL;
import static io.aims.system.vocabulary.Characteristics.BIOMETRIC_FUNCTIONS;
import static io.aims.system.vocabulary.Characteristics.PROFILING;
import static io.aims.system.vocabulary.Characteristics.VULNERABLE_GROUPS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aims.system.ContradictionRule.NotEmpty;
import io.aims.system.ContradictionRule.Only;
import io.aims.system.ContradictionRule.Within;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContradictionRuleTest {

    private final ContradictionRule rule = new ContradictionRule(
            "CON-X",
            List.of(new Within(AUTOMATION_LEVEL, new Bounds.Ranks(0, 1)), new NotEmpty(VULNERABLE_GROUPS)),
            "They cannot both be.");

    private final AiSystem contradictory = system(new Bounds.Ranks(0, 1), new Bounds.Members(1, false));

    @Test
    void it_is_found_with_the_answers_concerned() {
        assertThat(rule.in(contradictory))
                .contains(new Contradiction(
                        "CON-X",
                        List.of(
                                Answer.of(AUTOMATION_LEVEL, new Bounds.Ranks(0, 1)),
                                Answer.of(VULNERABLE_GROUPS, new Bounds.Members(1, false))),
                        "They cannot both be."));
    }

    @Test
    void it_is_not_found_while_the_answers_leave_a_way_around_it() {
        assertThat(rule.in(system(new Bounds.Ranks(0, 2), new Bounds.Members(1, true))))
                .isEmpty();
        assertThat(rule.in(system(new Bounds.Ranks(0, 1), new Bounds.Members(0, false))))
                .isEmpty();
        assertThat(rule.in(system(new Bounds.Ranks(0, 1), new Bounds.Members(0, true))))
                .isEmpty();
    }

    @Test
    void what_is_unknown_contradicts_nothing() {
        assertThat(rule.in(contradictory.without(AUTOMATION_LEVEL))).isEmpty();
        assertThat(rule.in(contradictory.without(VULNERABLE_GROUPS))).isEmpty();
        assertThat(rule.in(AiSystem.named("empty").build())).isEmpty();
    }

    @Test
    void only_these_members_means_known_completely_and_not_empty() {
        Only only = new Only(BIOMETRIC_FUNCTIONS, 0b011);

        assertThat(only.holds(new Bounds.Members(0b001, true))).isTrue();
        assertThat(only.holds(new Bounds.Members(0b011, true))).isTrue();
        assertThat(only.holds(new Bounds.Members(0b111, true))).isFalse();
        assertThat(only.holds(new Bounds.Members(0b001, false))).isFalse();
        assertThat(only.holds(new Bounds.Members(0, true))).isFalse();
    }

    @Test
    void it_takes_two_to_contradict() {
        assertThatThrownBy(() -> new ContradictionRule("CON-X", List.of(new NotEmpty(VULNERABLE_GROUPS)), "Why."))
                .hasMessage("Contradiction CON-X must have at least two claims, not 1");
    }

    @Test
    void a_vocabulary_reports_every_contradiction_in_its_order() {
        ContradictionRule second = new ContradictionRule(
                "CON-A",
                List.of(
                        new Within(AUTOMATION_LEVEL, new Bounds.Ranks(0, 0)),
                        new Within(PROFILING, new Bounds.Ranks(1, 1))),
                "Nor these.");
        Vocabulary vocabulary = new Vocabulary("v", "1", java.util.Map.of(), List.of(), List.of(rule, second));
        AiSystem both =
                system(new Bounds.Ranks(0, 0), new Bounds.Members(1, true)).with(PROFILING, YesNo.YES);

        assertThat(vocabulary.contradictionsIn(both))
                .extracting(Contradiction::id)
                .containsExactly("CON-X", "CON-A");
        assertThat(vocabulary.contradictionsIn(contradictory))
                .extracting(Contradiction::id)
                .containsExactly("CON-X");
    }

    private static AiSystem system(Bounds automation, Bounds groups) {
        return AiSystem.named("s")
                .put(Answer.of(AUTOMATION_LEVEL, automation))
                .put(Answer.of(VULNERABLE_GROUPS, groups))
                .build();
    }
}
