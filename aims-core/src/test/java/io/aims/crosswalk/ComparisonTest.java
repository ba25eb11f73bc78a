package io.aims.crosswalk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.aims.error.AimsException;
import io.aims.source.Confidence;
import io.aims.source.Source;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ComparisonTest {

    private static final Framework HOME = framework("home", "H.1", "H.2");
    private static final Framework LEFT = framework("left", "L.1", "L.2", "L.3");
    private static final Framework RIGHT = framework("right", "R.1", "R.2");

    private final Crosswalks crosswalks = Crosswalks.around(HOME)
            .with(new Crosswalk(
                    "test",
                    List.of(LEFT, RIGHT),
                    Stream.of(
                                    mapping("left L.1", Relation.SUPERSET_OF, "home H.1"),
                                    mapping("left L.2", Relation.INTERSECTS_WITH, "home H.1"),
                                    mapping("left L.2", Relation.INTERSECTS_WITH, "home H.2"),
                                    mapping("home H.1", Relation.INTERSECTS_WITH, "right R.1"),
                                    mapping("home H.2", Relation.RELATED, "right R.2"),
                                    mapping("left L.2", Relation.NONE, "right R.1"))
                            .map(mapping -> new Crosswalk.Row(mapping, false, null))
                            .toList()));

    @Test
    void what_is_stated_comes_before_what_follows() {
        Comparison comparison = Comparison.of(crosswalks, LEFT.id(), RIGHT.id());

        assertThat(comparison.mappings())
                .extracting(Mapping::toString)
                .containsExactly("left L.1 INTERSECTS_WITH right R.1", "left L.2 NONE right R.1");
        assertThat(comparison.mappings().get(0).via()).containsExactly(id("home H.1"));
        assertThat(comparison.mappings().get(1).isStated()).isTrue();
        assertThat(comparison.composed()).isEqualTo(1);
        assertThat(comparison.count(Relation.NONE)).isEqualTo(1);
    }

    @Test
    void coverage_counts_what_follows_too_and_is_seen_from_both() {
        Coverage coverage = Comparison.of(crosswalks, LEFT.id(), RIGHT.id()).coverage();

        assertThat(coverage.from().mapped()).isEqualTo(1);
        assertThat(coverage.from().count(Relation.NONE)).isEqualTo(1);
        assertThat(coverage.from().unmapped()).extracting(Element::toString).containsExactly("L.3 label of L.3");
        assertThat(coverage.to().count(Relation.INTERSECTS_WITH)).isEqualTo(1);
        assertThat(coverage.to().unmapped()).extracting(Element::toString).containsExactly("R.2 label of R.2");
    }

    @Test
    void with_the_home_framework_what_is_stated_is_the_same_from_either_side() {
        Comparison there = Comparison.of(crosswalks, LEFT.id(), HOME.id());
        Comparison back = Comparison.of(crosswalks, HOME.id(), LEFT.id());

        assertThat(there.mappings()).isEqualTo(crosswalks.between(LEFT.id(), HOME.id()));
        assertThat(back.mappings())
                .containsExactlyInAnyOrderElementsOf(
                        there.mappings().stream().map(Mapping::inverse).toList());
        assertThat(there.coverage()).isEqualTo(crosswalks.coverage(LEFT.id(), HOME.id()));
    }

    @Test
    void a_framework_that_is_mapped_to_one_beside_the_home_reaches_it_through_that_one() {
        Framework own = framework("own", "O.1");
        Crosswalks more = crosswalks.with(new Crosswalk(
                "own",
                List.of(own),
                List.of(new Crosswalk.Row(mapping("own O.1", Relation.SUPERSET_OF, "left L.1"), false, null))));

        assertThat(Comparison.of(more, own.id(), HOME.id()).mappings())
                .extracting(Mapping::toString, Mapping::via)
                .containsExactly(tuple("own O.1 SUPERSET_OF home H.1", List.of(id("left L.1"))));
    }

    @Test
    void one_element_is_told_alone() {
        Comparison comparison = Comparison.of(crosswalks, LEFT.id(), HOME.id());

        assertThat(comparison.about(id("left L.2")).mappings()).hasSize(2);
        assertThat(comparison.about(id("left L.3")).mappings()).isEmpty();
        assertThat(comparison.element(id("home H.2")).label()).isEqualTo("label of H.2");
        assertThatThrownBy(() -> comparison.element(id("right R.1"))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_framework_is_not_compared_with_itself_or_with_one_that_is_not_known() {
        assertThatThrownBy(() -> Comparison.of(crosswalks, LEFT.id(), LEFT.id()))
                .isInstanceOf(AimsException.class)
                .hasMessageContaining("AIMS-2078");
        assertThatThrownBy(() -> Comparison.of(crosswalks, LEFT.id(), new FrameworkId("rigth")))
                .isInstanceOf(AimsException.class)
                .hasMessageContaining("Maybe you meant (right)");
    }

    static Framework framework(String id, String... elements) {
        FrameworkId framework = new FrameworkId(id);
        return new Framework(
                framework,
                "Title of " + id,
                "1",
                "",
                Framework.Extent.COMPLETE,
                Arrays.stream(elements)
                        .map(element -> Element.resolved(new ElementId(framework, element), "label of " + element, ""))
                        .toList());
    }

    static ElementId id(String text) {
        String[] parts = text.split(" ", 2);
        return new ElementId(new FrameworkId(parts[0]), parts[1]);
    }

    static Mapping mapping(String from, Relation relation, String to) {
        return Mapping.stated(
                id(from), id(to), relation, MappingBasis.EXPERT, new Source("a test"), Confidence.MEDIUM, "");
    }
}
