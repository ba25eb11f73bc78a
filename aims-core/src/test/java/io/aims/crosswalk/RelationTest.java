package io.aims.crosswalk;

import static io.aims.crosswalk.Relation.EQUAL;
import static io.aims.crosswalk.Relation.INTERSECTS_WITH;
import static io.aims.crosswalk.Relation.NONE;
import static io.aims.crosswalk.Relation.RELATED;
import static io.aims.crosswalk.Relation.SUBSET_OF;
import static io.aims.crosswalk.Relation.SUPERSET_OF;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Relations against what they mean: an element is a non-empty set of requirements, here numbered bits, and a world is the
 * family of all elements.
 */
class RelationTest {

    private static final int REQUIREMENTS = 6;

    @ParameterizedTest(name = "{0} then {1} is {2}")
    @CsvSource({
        "SUBSET_OF, SUBSET_OF, SUBSET_OF",
        "SUBSET_OF, SUPERSET_OF, RELATED",
        "SUBSET_OF, INTERSECTS_WITH, RELATED",
        "SUBSET_OF, RELATED,",
        "SUBSET_OF, NONE, NONE",
        "SUPERSET_OF, SUBSET_OF, INTERSECTS_WITH",
        "SUPERSET_OF, SUPERSET_OF, SUPERSET_OF",
        "SUPERSET_OF, INTERSECTS_WITH, INTERSECTS_WITH",
        "SUPERSET_OF, RELATED, RELATED",
        "SUPERSET_OF, NONE,",
        "INTERSECTS_WITH, SUBSET_OF, INTERSECTS_WITH",
        "INTERSECTS_WITH, SUPERSET_OF, RELATED",
        "INTERSECTS_WITH, INTERSECTS_WITH, RELATED",
        "INTERSECTS_WITH, RELATED,",
        "INTERSECTS_WITH, NONE,",
        "RELATED, SUBSET_OF, RELATED",
        "RELATED, SUPERSET_OF,",
        "RELATED, INTERSECTS_WITH,",
        "RELATED, RELATED,",
        "RELATED, NONE,",
        "NONE, SUBSET_OF,",
        "NONE, SUPERSET_OF, NONE",
        "NONE, INTERSECTS_WITH,",
        "NONE, RELATED,",
        "NONE, NONE,"
    })
    void the_table_of_what_follows(Relation first, Relation next, Relation follows) {
        assertThat(first.then(next)).isEqualTo(Optional.ofNullable(follows));
    }

    @Property
    void what_follows_holds_of_sets(@ForAll("worlds") List<Integer> world) {
        int a = world.get(0);
        int b = world.get(1);
        int c = world.get(2);
        for (Relation first : holding(a, b, world)) {
            for (Relation next : holding(b, c, world)) {
                assertThat(first.then(next).stream())
                        .as(first + " then " + next)
                        .allMatch(follows -> holds(follows, a, c, world));
            }
        }
    }

    /** Every world of five elements over three requirements: what the table leaves out does not follow, and nothing stronger. */
    @Test
    void nothing_stronger_follows_than_the_table_says() {
        Map<String, Set<Relation>> following = new HashMap<>();
        int sets = 1 << 3;
        for (int code = 0; code < sets * sets * sets * sets * sets; code++) {
            List<Integer> world =
                    List.of(code % sets, code / sets % sets, code >> 6 & 7, code >> 9 & 7, code >> 12 & 7);
            if (!world.contains(0)) {
                note(world, following);
            }
        }
        for (Relation first : Relation.values()) {
            for (Relation next : Relation.values()) {
                Optional<Relation> strongest = following.get(first + " " + next).stream()
                        .filter(claim -> following.get(first + " " + next).stream()
                                .noneMatch(other -> other != claim && other.implies(claim)))
                        .reduce((one, other) -> {
                            throw new AssertionError(one + " and " + other + " both follow");
                        });
                assertThat(first.then(next)).as(first + " then " + next).isEqualTo(strongest);
            }
        }
    }

    private static void note(List<Integer> world, Map<String, Set<Relation>> following) {
        Set<Relation> ab = holding(world.get(0), world.get(1), world);
        Set<Relation> bc = holding(world.get(1), world.get(2), world);
        Set<Relation> ac = holding(world.get(0), world.get(2), world);
        for (Relation first : ab) {
            for (Relation next : bc) {
                following
                        .computeIfAbsent(first + " " + next, key -> EnumSet.allOf(Relation.class))
                        .retainAll(ac);
            }
        }
    }

    @Property
    void the_inverse_holds_of_sets_seen_from_the_other(
            @ForAll("worlds") List<Integer> world, @ForAll Relation relation) {
        assertThat(holds(relation.inverse(), world.get(1), world.get(0), world))
                .isEqualTo(holds(relation, world.get(0), world.get(1), world));
    }

    @Property
    void an_implied_claim_holds_of_sets_wherever_the_claim_holds(@ForAll("worlds") List<Integer> world) {
        Set<Relation> holding = holding(world.get(0), world.get(1), world);
        for (Relation relation : holding) {
            for (Relation other : Relation.values()) {
                assertThat(!relation.implies(other) || holding.contains(other))
                        .as(relation + " implies " + other)
                        .isTrue();
            }
        }
    }

    @Property
    void of_any_two_sets_some_claim_holds_and_never_none_beside_another(@ForAll("worlds") List<Integer> world) {
        Set<Relation> holding = holding(world.get(0), world.get(1), world);

        assertThat(holding).isNotEmpty();
        if (holding.contains(NONE)) {
            assertThat(holding).containsExactly(NONE);
        }
    }

    @Property
    void the_inverse_of_the_inverse_is_the_relation(@ForAll Relation relation) {
        assertThat(relation.inverse().inverse()).isEqualTo(relation);
    }

    @Property
    void the_inverse_turns_what_follows_around(@ForAll Relation first, @ForAll Relation next) {
        assertThat(next.inverse().then(first.inverse()))
                .isEqualTo(first.then(next).map(Relation::inverse));
    }

    @Property
    void equal_changes_nothing(@ForAll Relation relation) {
        assertThat(EQUAL.then(relation)).contains(relation);
        assertThat(relation.then(EQUAL)).contains(relation);
    }

    @Test
    void of_three_in_a_row_both_ways_of_putting_them_together_agree_where_both_claim() {
        int claims = 0;
        for (Relation first : Relation.values()) {
            for (Relation second : Relation.values()) {
                for (Relation third : Relation.values()) {
                    Optional<Relation> left = first.then(second).flatMap(together -> together.then(third));
                    Optional<Relation> right = second.then(third).flatMap(first::then);
                    if (left.isPresent() && right.isPresent()) {
                        assertThat(left)
                                .as(first + ", " + second + ", " + third)
                                .isEqualTo(right);
                        claims++;
                    }
                }
            }
        }
        assertThat(claims).isGreaterThan(50);
    }

    @Test
    void putting_three_together_is_not_associative_where_a_common_element_is_forgotten() {
        assertThat(SUBSET_OF.then(SUBSET_OF).flatMap(together -> together.then(INTERSECTS_WITH)))
                .contains(RELATED);
        assertThat(SUBSET_OF.then(INTERSECTS_WITH).flatMap(SUBSET_OF::then)).isEmpty();
    }

    @Property
    void a_stronger_claim_never_leads_to_a_weaker_conclusion(
            @ForAll Relation strong, @ForAll Relation weak, @ForAll Relation next) {
        if (strong.implies(weak)) {
            weak.then(next)
                    .ifPresent(weaker -> assertThat(strong.then(next).stream())
                            .singleElement()
                            .matches(follows -> follows.implies(weaker)));
        }
    }

    @Test
    void stronger_claims_stand_before_weaker_ones() {
        for (Relation relation : Relation.values()) {
            for (Relation other : Relation.values()) {
                if (relation != other && relation.implies(other)) {
                    assertThat(relation).isLessThan(other);
                }
            }
        }
        assertThat(Arrays.asList(Relation.values()))
                .containsExactly(EQUAL, SUBSET_OF, SUPERSET_OF, INTERSECTS_WITH, RELATED, NONE);
    }

    @Provide
    Arbitrary<List<Integer>> worlds() {
        return Arbitraries.integers()
                .between(1, (1 << REQUIREMENTS) - 1)
                .list()
                .ofMinSize(3)
                .ofMaxSize(6);
    }

    private static Set<Relation> holding(int a, int b, List<Integer> world) {
        Set<Relation> holding = EnumSet.noneOf(Relation.class);
        for (Relation relation : Relation.values()) {
            if (holds(relation, a, b, world)) {
                holding.add(relation);
            }
        }
        return holding;
    }

    private static boolean holds(Relation relation, int a, int b, List<Integer> world) {
        return switch (relation) {
            case EQUAL -> a == b;
            case SUBSET_OF -> (a & ~b) == 0;
            case SUPERSET_OF -> (b & ~a) == 0;
            case INTERSECTS_WITH -> (a & b) != 0;
            case RELATED -> world.stream().anyMatch(element -> (element & a) != 0 && (element & b) != 0);
            case NONE -> world.stream().noneMatch(element -> (element & a) != 0 && (element & b) != 0);
        };
    }
}
