package io.aims.reasoning.interview;

import static org.assertj.core.api.Assertions.assertThat;

import io.aims.system.Bounds;
import io.aims.system.vocabulary.Characteristics;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DrawsTest {

    @Test
    void the_numbers_are_the_same_everywhere_for_ever() {
        Draws draws = new Draws();

        assertThat(IntStream.range(0, 8).map(i -> draws.below(100))).containsExactly(39, 30, 4, 45, 33, 83, 28, 4);
        assertThat(draws.below(1)).isZero();
    }

    @Test
    void every_number_comes_up() {
        Draws draws = new Draws();

        assertThat(IntStream.range(0, 200).map(i -> draws.below(6)).distinct().sorted())
                .containsExactly(0, 1, 2, 3, 4, 5);
    }

    @Test
    void an_even_hazard_takes_every_step_and_a_harmless_one_the_first() {
        Draws draws = new Draws();

        assertThat(IntStream.range(0, 100)
                        .map(i -> Hazard.EVEN.step(4, draws))
                        .distinct()
                        .sorted())
                .containsExactly(0, 1, 2, 3);
        assertThat(IntStream.range(0, 100)
                        .map(i -> new Hazard(0, 5).step(4, draws))
                        .max())
                .hasValue(0);
        assertThat(IntStream.range(0, 100)
                        .map(i -> new Hazard(5, 5).step(4, draws))
                        .min())
                .hasValue(3);
        assertThat(IntStream.range(0, 100)
                        .filter(i -> new Hazard(0, 5).isMember(draws))
                        .count())
                .isZero();
        assertThat(IntStream.range(0, 400)
                        .filter(i -> Hazard.EVEN.isMember(draws))
                        .count())
                .isBetween(50L, 150L);
    }

    @Test
    void an_answer_that_is_drawn_lies_within_what_is_known() {
        Draws draws = new Draws();
        Variable levels = Variable.of(Characteristics.AUTOMATION_LEVEL, List.of());
        Variable groups = Variable.of(Characteristics.VULNERABLE_GROUPS, List.of());
        Bounds atLeast = new Bounds.Ranks(3, 6);
        Bounds some = new Bounds.Members(0b101, false);

        for (int i = 0; i < 50; i++) {
            assertThat(levels.drawn(atLeast, Hazard.EVEN, draws))
                    .matches(Bounds::isExact)
                    .matches(bounds -> bounds.isWithin(atLeast));
            assertThat(groups.drawn(some, Hazard.EVEN, draws))
                    .matches(Bounds::isExact)
                    .matches(bounds -> bounds.isWithin(some));
        }
        assertThat(groups.mildest(some)).isEqualTo(new Bounds.Members(0b101, true));
        assertThat(groups.severest(some)).isEqualTo(new Bounds.Members(0b1_1111_1111, true));
    }
}
