package io.aims.crosswalk;

import static io.aims.crosswalk.MappingBasis.EXPERT;
import static io.aims.crosswalk.MappingBasis.EXPERT_CORROBORATED;
import static io.aims.crosswalk.MappingBasis.PUBLISHED;
import static io.aims.crosswalk.Relation.EQUAL;
import static io.aims.crosswalk.Relation.INTERSECTS_WITH;
import static io.aims.crosswalk.Relation.RELATED;
import static io.aims.crosswalk.Relation.SUBSET_OF;
import static io.aims.crosswalk.Relation.SUPERSET_OF;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aims.source.Confidence;
import io.aims.source.Source;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class MappingTest {

    private static final ElementId A = element("first", "A");
    private static final ElementId B = element("second", "B");
    private static final ElementId C = element("third", "C");
    private static final ElementId D = element("fourth", "D");

    @Test
    void what_follows_names_the_way_and_stands_on_the_weaker_word() {
        Mapping first = Mapping.stated(A, B, SUPERSET_OF, PUBLISHED, new Source("One"), Confidence.MEDIUM, "a note");
        Mapping next = Mapping.stated(B, C, SUBSET_OF, EXPERT, new Source("Two"), Confidence.HIGH, "");

        Mapping follows = first.then(next).orElseThrow();

        assertThat(follows)
                .isEqualTo(new Mapping(
                        A,
                        C,
                        INTERSECTS_WITH,
                        EXPERT,
                        List.of(new Source("One"), new Source("Two")),
                        Confidence.MEDIUM,
                        "",
                        List.of(first, next)));
        assertThat(follows.via()).containsExactly(B);
        assertThat(follows.isStated()).isFalse();
        assertThat(first.via()).isEmpty();
        assertThat(first.isStated()).isTrue();
        assertThat(follows).hasToString("first A INTERSECTS_WITH third C");
    }

    @Test
    void a_source_of_both_is_named_once() {
        assertThat(stated(A, B, EQUAL).then(stated(B, C, EQUAL)).orElseThrow().sources())
                .containsExactly(new Source("Test"));
    }

    @Test
    void a_longer_way_names_every_element_on_it() {
        Mapping follows = stated(A, B, SUBSET_OF)
                .then(stated(B, C, SUBSET_OF))
                .flatMap(mapping -> mapping.then(stated(C, D, SUBSET_OF)))
                .orElseThrow();

        assertThat(follows.via()).containsExactly(B, C);
        assertThat(follows.inverse().via()).containsExactly(C, B);
        assertThat(follows.inverse().relation()).isEqualTo(SUPERSET_OF);
    }

    @Test
    void nothing_follows_where_the_table_claims_nothing() {
        assertThat(stated(A, B, RELATED).then(stated(B, C, RELATED))).isEmpty();
    }

    @Test
    void a_way_there_and_back_says_nothing_of_two_elements_of_one_framework() {
        assertThat(stated(A, B, EQUAL).then(stated(B, element("first", "Z"), EQUAL)))
                .isEmpty();
    }

    @Property
    void the_inverse_is_an_involution_and_turns_what_follows_around(
            @ForAll Relation one, @ForAll Relation two, @ForAll MappingBasis basis, @ForAll Confidence confidence) {
        Mapping first = Mapping.stated(A, B, one, basis, new Source("Test"), confidence, "note");
        Mapping next = Mapping.stated(B, C, two, PUBLISHED, new Source("Test"), Confidence.MEDIUM, "");

        assertThat(first.inverse().inverse()).isEqualTo(first);
        Optional<Mapping> follows = first.then(next);
        assertThat(next.inverse().then(first.inverse())).isEqualTo(follows.map(Mapping::inverse));
        assertThat(follows.map(Mapping::inverse).map(Mapping::inverse)).isEqualTo(follows);
    }

    @Property
    void putting_three_together_agrees_where_both_ways_claim(
            @ForAll Relation one,
            @ForAll Relation two,
            @ForAll Relation three,
            @ForAll MappingBasis basis,
            @ForAll Confidence confidence) {
        Mapping first = stated(A, B, one);
        Mapping second = Mapping.stated(B, C, two, basis, new Source("Other"), confidence, "");
        Mapping third = stated(C, D, three);
        Optional<Mapping> left = first.then(second).flatMap(together -> together.then(third));
        Optional<Mapping> right = second.then(third).flatMap(first::then);

        if (left.isPresent() && right.isPresent()) {
            assertThat(left).isEqualTo(right);
        }
    }

    @Property
    void the_weaker_basis_is_one_of_both_and_does_not_depend_on_their_order(
            @ForAll MappingBasis one, @ForAll MappingBasis other) {
        assertThat(one.weaker(other)).isIn(one, other).isEqualTo(other.weaker(one));
        assertThat(PUBLISHED.weaker(EXPERT_CORROBORATED)).isEqualTo(EXPERT_CORROBORATED);
        assertThat(EXPERT_CORROBORATED.weaker(EXPERT)).isEqualTo(EXPERT);
    }

    @Test
    void the_strongest_stands_first() {
        Mapping related = stated(A, B, RELATED);
        Mapping equal = stated(A, C, EQUAL);
        Mapping published = Mapping.stated(A, D, RELATED, PUBLISHED, new Source("Test"), Confidence.LOW, "");
        Mapping sure = Mapping.stated(A, C, RELATED, EXPERT, new Source("Test"), Confidence.HIGH, "");

        assertThat(Stream.of(related, sure, published, equal).sorted(Mapping.strongestFirst()))
                .containsExactly(equal, published, sure, related);
    }

    @Test
    void what_is_no_mapping_is_refused() {
        assertThatThrownBy(() -> stated(A, element("first", "Z"), EQUAL)).hasMessageContaining("two frameworks");
        assertThatThrownBy(() -> new Mapping(A, B, EQUAL, EXPERT, List.of(), Confidence.LOW, "", List.of()))
                .hasMessageContaining("source");
        List<Source> sources = List.of(new Source("Test"));
        assertThatThrownBy(() ->
                        new Mapping(A, C, EQUAL, EXPERT, sources, Confidence.LOW, "", List.of(stated(A, C, EQUAL))))
                .hasMessageContaining("steps");
        assertThatThrownBy(() -> new Mapping(
                        A,
                        D,
                        EQUAL,
                        EXPERT,
                        sources,
                        Confidence.LOW,
                        "",
                        List.of(stated(A, B, EQUAL), stated(B, C, EQUAL))))
                .hasMessageContaining("do not lead");
        assertThatThrownBy(() -> new Mapping(
                        A,
                        D,
                        EQUAL,
                        EXPERT,
                        sources,
                        Confidence.LOW,
                        "",
                        List.of(stated(A, B, EQUAL), stated(C, D, EQUAL))))
                .hasMessageContaining("does not stand");
        assertThatThrownBy(() -> stated(A, B, EQUAL).then(stated(C, D, EQUAL))).hasMessageContaining("begins at");
    }

    private static ElementId element(String framework, String id) {
        return new ElementId(new FrameworkId(framework), id);
    }

    private static Mapping stated(ElementId from, ElementId to, Relation relation) {
        return Mapping.stated(from, to, relation, EXPERT, new Source("Test"), Confidence.MEDIUM, "");
    }
}
