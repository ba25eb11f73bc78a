package io.aims.crosswalk;

import static io.aims.crosswalk.ComparisonTest.mapping;
import static io.aims.crosswalk.ReuseDegree.NONE;
import static io.aims.crosswalk.ReuseDegree.PARTIAL;
import static io.aims.crosswalk.ReuseDegree.STRONG;
import static io.aims.crosswalk.ReuseDegree.UNSTATED;
import static io.aims.crosswalk.ReuseDegree.WEAK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aims.source.Confidence;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReuseDegreeTest {

    @ParameterizedTest
    @CsvSource({
        "EQUAL, STRONG",
        "SUPERSET_OF, STRONG",
        "SUBSET_OF, PARTIAL",
        "INTERSECTS_WITH, PARTIAL",
        "RELATED, WEAK",
        "NONE, NONE"
    })
    void a_mapping_shows_no_more_than_its_relation_says(Relation relation, ReuseDegree degree) {
        assertThat(ReuseDegree.shown(mappings(relation))).isEqualTo(degree);
    }

    @Test
    void the_strongest_mapping_counts_and_no_mapping_says_nothing() {
        assertThat(ReuseDegree.shown(mappings(Relation.NONE, Relation.RELATED, Relation.INTERSECTS_WITH)))
                .isEqualTo(PARTIAL);
        assertThat(ReuseDegree.shown(List.of())).isEqualTo(UNSTATED);
    }

    @Test
    void a_judgement_never_finds_more_than_a_mechanism_where_nothing_overlaps() {
        assertThat(agreeing(Relation.INTERSECTS_WITH)).containsExactly(STRONG, PARTIAL, WEAK);
        assertThat(agreeing(Relation.EQUAL)).containsExactly(STRONG, PARTIAL, WEAK);
        assertThat(agreeing(Relation.RELATED)).containsExactly(WEAK);
        assertThat(agreeing(Relation.NONE)).containsExactly(NONE);
        assertThat(agreeing()).containsExactly(WEAK, NONE);
    }

    @Test
    void an_entry_says_what_carries_over_if_something_does() {
        assertThat(entry(WEAK, "a mechanism", List.of("the rest")).remains()).containsExactly("the rest");
        assertThat(entry(NONE, "", List.of("all")).carries()).isEmpty();
        for (Runnable wrong : List.<Runnable>of(
                () -> entry(WEAK, "", List.of("the rest")),
                () -> entry(NONE, "something", List.of("all")),
                () -> entry(STRONG, "all of it", List.of()),
                () -> entry(UNSTATED, "", List.of("all")))) {
            assertThatThrownBy(wrong::run).isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static ReuseGuide.Entry entry(ReuseDegree degree, String carries, List<String> remains) {
        return new ReuseGuide.Entry("A.2.2", degree, carries, remains, List.of(), "", "", Confidence.HIGH);
    }

    private static List<ReuseDegree> agreeing(Relation... relations) {
        return Arrays.stream(ReuseDegree.values())
                .filter(degree -> degree != UNSTATED)
                .filter(degree -> degree.agreesWith(mappings(relations)))
                .toList();
    }

    private static List<Mapping> mappings(Relation... relations) {
        return Arrays.stream(relations)
                .map(relation -> mapping("left L." + relation.ordinal(), relation, "home H.1"))
                .toList();
    }
}
