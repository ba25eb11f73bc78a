package io.aims.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aims.error.AimsException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CharacteristicOrderTest {

    private static final Bounds YES = new Bounds.Ranks(1, 1);

    private static List<Characteristic<?>> booleans(int count) {
        List<Characteristic<?>> booleans = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            booleans.add(BooleanCharacteristic.of("acme" + (char) ('A' + i / 26) + (char) ('a' + i % 26)));
        }
        return booleans;
    }

    private static AiSystem answering(List<Characteristic<?>> characteristics) {
        AiSystem.Builder system = AiSystem.named("s");
        characteristics.forEach(characteristic -> system.put(Answer.of(characteristic, YES)));
        return system.build();
    }

    @Test
    void bounds_stand_in_the_order_given_not_in_that_of_the_ids() {
        List<Characteristic<?>> given = booleans(60);
        Collections.shuffle(given, new Random(7));
        for (int answered = 0; answered < given.size(); answered++) {
            AiSystem system = answering(List.of(given.get(answered)));

            Bounds[] bounds = new CharacteristicOrder(given).boundsOf(system);

            assertThat(bounds).hasSize(60);
            for (int i = 0; i < bounds.length; i++) {
                assertThat(bounds[i])
                        .isEqualTo(i == answered ? YES : given.get(i).unknown());
            }
        }
    }

    @Test
    void answers_far_from_one_another_are_found_as_those_side_by_side() {
        List<Characteristic<?>> given = booleans(200);
        Random random = new Random(11);
        for (int gap : new int[] {1, 2, 7, 8, 9, 60}) {
            List<Characteristic<?>> some = new ArrayList<>();
            for (int i = random.nextInt(gap); i < given.size(); i += gap) {
                some.add(given.get(i));
            }

            Bounds[] bounds = new CharacteristicOrder(given).boundsOf(answering(some));

            for (int i = 0; i < bounds.length; i++) {
                assertThat(bounds[i].isExact()).isEqualTo(some.contains(given.get(i)));
            }
        }
    }

    @Test
    void what_stands_elsewhere_is_passed_over() {
        AiSystem system = answering(booleans(20));

        Bounds[] bounds = new CharacteristicOrder(booleans(20).subList(5, 7)).boundsOf(system);

        assertThat(bounds).containsExactly(YES, YES);
    }

    @Test
    void an_equal_characteristic_is_found_though_it_is_another_object() {
        assertThat(new CharacteristicOrder(booleans(3)).boundsOf(answering(booleans(3))))
                .containsExactly(YES, YES, YES);
        assertThat(new CharacteristicOrder(booleans(3)).hasAll(answering(booleans(3))))
                .isTrue();
    }

    @Test
    void an_answer_to_another_characteristic_of_one_id_is_refused() {
        AiSystem system = AiSystem.named("s")
                .put(Answer.of(
                        ScaleCharacteristic.of("acmeAa", 1, 9),
                        ScaleCharacteristic.of("acmeAa", 1, 9).unknown()))
                .build();
        CharacteristicOrder order = new CharacteristicOrder(booleans(3));

        assertThat(order.hasAll(system)).isFalse();
        assertThatThrownBy(() -> order.boundsOf(system))
                .isInstanceOf(AimsException.class)
                .hasMessageStartingWith("AIMS-3007: The acmeAa of system (s) is answered for another");
    }

    @Test
    void not_all_stands_here_if_one_answer_does_not() {
        CharacteristicOrder order = new CharacteristicOrder(booleans(30));

        assertThat(order.hasAll(answering(booleans(30)))).isTrue();
        assertThat(order.hasAll(answering(booleans(31)))).isFalse();
        assertThat(order.hasAll(AiSystem.named("empty").build())).isTrue();
    }
}
