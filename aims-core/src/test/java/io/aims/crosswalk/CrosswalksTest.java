package io.aims.crosswalk;

import static io.aims.crosswalk.Relation.EQUAL;
import static io.aims.crosswalk.Relation.INTERSECTS_WITH;
import static io.aims.crosswalk.Relation.NONE;
import static io.aims.crosswalk.Relation.RELATED;
import static io.aims.crosswalk.Relation.SUBSET_OF;
import static io.aims.crosswalk.Relation.SUPERSET_OF;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aims.control.ControlId;
import io.aims.error.AimsException;
import io.aims.error.Fault;
import io.aims.error.Place;
import io.aims.source.Confidence;
import io.aims.source.Source;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CrosswalksTest {

    private static final FrameworkId HOME = new FrameworkId("home-1");
    private static final FrameworkId SECURITY = new FrameworkId("security-1");
    private static final FrameworkId LAW = new FrameworkId("law");

    private static final Crosswalk SECURITY_ROWS = new Crosswalk(
            "security",
            List.of(framework(SECURITY, "S.1", "S.2", "S.10", "S.11")),
            List.of(
                    row(home("H.2"), security("S.10"), INTERSECTS_WITH),
                    row(home("H.1"), security("S.1"), SUPERSET_OF),
                    row(security("S.2"), home("H.1"), SUBSET_OF),
                    row(home("H.3"), security("S.11"), NONE)));

    private static final Crosswalk LAW_ROWS = new Crosswalk(
            "law",
            List.of(framework(LAW, "Art. 1", "Art. 2", "Art. 3")),
            List.of(
                    row(home("H.1"), law("Art. 1"), INTERSECTS_WITH),
                    row(home("H.2"), law("Art. 1"), INTERSECTS_WITH),
                    row(home("H.2"), law("Art. 2"), RELATED),
                    row(home("H.10"), law("Art. 2"), EQUAL)));

    private static final Crosswalks CROSSWALKS = Crosswalks.around(framework(HOME, "H.1", "H.2", "H.3", "H.10"))
            .with(SECURITY_ROWS)
            .with(LAW_ROWS);

    @Test
    void mappings_are_seen_from_the_framework_that_asks() {
        assertThat(CROSSWALKS.between(HOME, SECURITY))
                .extracting(Mapping::toString)
                .containsExactly(
                        "home-1 H.1 SUPERSET_OF security-1 S.1",
                        "home-1 H.1 SUPERSET_OF security-1 S.2",
                        "home-1 H.2 INTERSECTS_WITH security-1 S.10",
                        "home-1 H.3 NONE security-1 S.11");
        assertThat(CROSSWALKS.between(SECURITY, HOME))
                .extracting(Mapping::toString)
                .containsExactly(
                        "security-1 S.1 SUBSET_OF home-1 H.1",
                        "security-1 S.2 SUBSET_OF home-1 H.1",
                        "security-1 S.10 INTERSECTS_WITH home-1 H.2",
                        "security-1 S.11 NONE home-1 H.3");
        assertThat(CROSSWALKS.between(SECURITY, LAW)).isEmpty();
    }

    @Test
    void stated_mappings_stay_as_they_are_stated() {
        assertThat(CROSSWALKS.stated())
                .hasSize(8)
                .contains(SECURITY_ROWS.rows().get(2).mapping());
    }

    @Test
    void an_element_shows_all_its_mappings() {
        assertThat(CROSSWALKS.of(home("H.2")))
                .extracting(mapping -> mapping.to().toString())
                .containsExactly("law Art. 1", "law Art. 2", "security-1 S.10");
        assertThat(CROSSWALKS.of(security("S.11")))
                .extracting(Mapping::relation)
                .containsExactly(NONE);
    }

    @Test
    void a_control_serves_what_it_has_to_do_with_the_strongest_first() {
        assertThat(CROSSWALKS.serves(new ControlId("H.1")))
                .extracting(mapping -> mapping.relation() + " " + mapping.to())
                .containsExactly(
                        "SUPERSET_OF security-1 S.1", "SUPERSET_OF security-1 S.2", "INTERSECTS_WITH law Art. 1");
        assertThat(CROSSWALKS.serves(new ControlId("H.3"))).isEmpty();
        assertThat(CROSSWALKS.serves(new ControlId("ACME-1"))).isEmpty();
    }

    @Test
    void two_hops_claim_what_follows_and_name_the_way() {
        assertThat(CROSSWALKS.composed(SECURITY, LAW))
                .extracting(mapping -> mapping + " via " + mapping.via().get(0).value())
                .containsExactly(
                        "security-1 S.1 RELATED law Art. 1 via H.1",
                        "security-1 S.2 RELATED law Art. 1 via H.1",
                        "security-1 S.10 RELATED law Art. 1 via H.2");
        assertThat(CROSSWALKS.composed(LAW, SECURITY))
                .containsExactlyElementsOf(CROSSWALKS.composed(SECURITY, LAW).stream()
                        .map(Mapping::inverse)
                        .toList());
    }

    @Test
    void every_way_between_two_elements_is_told() {
        Crosswalks more = CROSSWALKS.with(new Crosswalk(
                "more",
                List.of(),
                List.of(row(home("H.1"), security("S.10"), EQUAL), row(home("H.10"), security("S.10"), SUPERSET_OF))));

        assertThat(more.composed(SECURITY, LAW))
                .filteredOn(mapping -> mapping.from().equals(security("S.10")))
                .extracting(mapping -> mapping.relation() + " " + mapping.to().value() + " via "
                        + mapping.via().get(0).value())
                .containsExactly(
                        "INTERSECTS_WITH Art. 1 via H.1", "RELATED Art. 1 via H.2", "SUBSET_OF Art. 2 via H.10");
    }

    @Test
    void a_way_may_lead_through_any_framework() {
        assertThat(CROSSWALKS.composed(HOME, SECURITY, LAW)).isEmpty();
        assertThatThrownBy(() -> CROSSWALKS.composed(HOME, LAW)).hasMessageContaining("AIMS-2078");
        assertThatThrownBy(() -> CROSSWALKS.composed(LAW, LAW)).hasMessageContaining("AIMS-2078");
        assertThatThrownBy(() -> CROSSWALKS.composed(LAW, HOME)).hasMessageContaining("AIMS-2078");
        assertThatThrownBy(() -> CROSSWALKS.composed(LAW, new FrameworkId("laws")))
                .hasMessageContaining("AIMS-2071")
                .hasMessageContaining("Maybe you meant (law)");
    }

    @Test
    void more_ways_than_anybody_can_read_are_refused_before_they_are_walked() {
        List<Crosswalk.Row> rows = new ArrayList<>();
        String[] many = IntStream.range(0, 317).mapToObj(n -> "X" + n).toArray(String[]::new);
        FrameworkId one = new FrameworkId("one");
        FrameworkId two = new FrameworkId("two");
        for (String id : many) {
            rows.add(row(new ElementId(one, id), home("H.1"), INTERSECTS_WITH));
            rows.add(row(new ElementId(two, id), home("H.1"), INTERSECTS_WITH));
        }
        Crosswalks wide = Crosswalks.around(framework(HOME, "H.1"))
                .with(new Crosswalk("wide", List.of(framework(one, many), framework(two, many)), rows));

        assertThatThrownBy(() -> wide.composed(one, two))
                .hasMessageContaining("AIMS-2079")
                .hasMessageContaining("100489");
    }

    @Test
    void coverage_is_told_from_both_sides() {
        Coverage coverage = CROSSWALKS.coverage(HOME, SECURITY);

        assertThat(coverage.from().framework().id()).isEqualTo(HOME);
        assertThat(coverage.from().count(SUPERSET_OF)).isEqualTo(1);
        assertThat(coverage.from().count(INTERSECTS_WITH)).isEqualTo(1);
        assertThat(coverage.from().count(NONE)).isEqualTo(1);
        assertThat(coverage.from().count(EQUAL)).isZero();
        assertThat(coverage.from().mapped()).isEqualTo(2);
        assertThat(coverage.from().unmapped()).extracting(Element::toString).containsExactly("H.10 About H.10");
        assertThat(coverage.to().strongest().get(SUBSET_OF))
                .extracting(element -> element.id().value())
                .containsExactly("S.1", "S.2");
        assertThat(coverage.to().unmapped()).isEmpty();
        assertThat(CROSSWALKS.coverage(SECURITY, HOME)).isEqualTo(new Coverage(coverage.to(), coverage.from()));
    }

    @Test
    void an_element_that_stands_for_the_whole_is_no_part_to_cover() {
        FrameworkId set = new FrameworkId("set");
        Element whole = new Element(new ElementId(set, "ALL"), "Everything", "", Element.Standing.WHOLE, "For tests");
        Crosswalks crosswalks = CROSSWALKS.with(new Crosswalk(
                "set",
                List.of(new Framework(set, "Set", "1", "", Framework.Extent.MAPPED_ONLY, List.of(whole))),
                List.of(row(home("H.3"), whole.id(), NONE))));

        Coverage coverage = crosswalks.coverage(HOME, set);

        assertThat(coverage.from().count(NONE)).isEqualTo(1);
        assertThat(coverage.to().strongest()).isEmpty();
        assertThat(coverage.to().unmapped()).isEmpty();
    }

    @Test
    void what_is_in_place_elsewhere_is_a_reason_to_look_there() {
        Reuse reuse = CROSSWALKS.reuse(
                element -> !element.id().value().equals("H.10"),
                List.of(security("S.2"), security("S.1"), security("S.11"), law("Art. 1")));

        assertThat(reuse.entries())
                .extracting(entry -> entry.element().id().value())
                .containsExactly("H.1", "H.2", "H.3");
        assertThat(reuse.reusable())
                .extracting(entry -> entry.contributions().stream()
                        .map(mapping -> mapping.relation() + " " + mapping.to().value())
                        .toList())
                .containsExactly(
                        List.of("SUPERSET_OF S.1", "SUPERSET_OF S.2", "INTERSECTS_WITH Art. 1"),
                        List.of("INTERSECTS_WITH Art. 1"));
        assertThat(reuse.unserved()).singleElement().satisfies(entry -> {
            assertThat(entry.element().id()).isEqualTo(home("H.3"));
            assertThat(entry.exclusions()).extracting(Mapping::to).containsExactly(security("S.11"));
        });
        assertThatThrownBy(() -> CROSSWALKS.reuse(element -> true, List.of(security("S.12"))))
                .hasMessageContaining("AIMS-2071");
    }

    @Test
    void a_row_on_the_same_two_elements_is_reported_and_not_taken() {
        Crosswalk own = new Crosswalk(
                "own",
                List.of(),
                List.of(
                        new Crosswalk.Row(
                                mapping(security("S.1"), home("H.1"), EQUAL), false, new Place("own.yaml", 7, 3)),
                        row(home("H.10"), security("S.1"), RELATED),
                        row(home("H.10"), security("S.1"), EQUAL)));

        assertThatThrownBy(() -> CROSSWALKS.with(own)).isInstanceOfSatisfying(AimsException.class, e -> {
            assertThat(e.faults()).extracting(Fault::code).containsExactly("AIMS-2075", "AIMS-2075");
            assertThat(e.faults().get(0).message())
                    .isEqualTo(
                            "The row (security-1 S.1 EQUAL home-1 H.1, own.yaml:7:3) stands on the same two elements as"
                                    + " the row (home-1 H.1 SUPERSET_OF security-1 S.1, EXPERT).");
            assertThat(e.faults().get(0).where()).isEqualTo(new Place("own.yaml", 7, 3));
            assertThat(e.faults().get(0).advice()).contains("replaces: YES");
            assertThat(e.faults().get(1).advice()).isEqualTo("Maybe keep one of them.");
        });
    }

    @Test
    void a_row_that_says_so_takes_the_place_of_another() {
        Crosswalks replaced = CROSSWALKS.with(new Crosswalk(
                "own",
                List.of(),
                List.of(new Crosswalk.Row(mapping(security("S.1"), home("H.1"), RELATED), true, null))));

        assertThat(replaced.stated()).hasSameSizeAs(CROSSWALKS.stated());
        assertThat(replaced.between(HOME, SECURITY).get(0).relation()).isEqualTo(RELATED);
        assertThat(CROSSWALKS.between(HOME, SECURITY).get(0).relation()).isEqualTo(SUPERSET_OF);
        assertThat(replaced.fingerprint()).isNotEqualTo(CROSSWALKS.fingerprint());
    }

    @Test
    void a_row_that_replaces_nothing_or_twice_is_reported() {
        Crosswalk own = new Crosswalk(
                "own",
                List.of(),
                List.of(
                        new Crosswalk.Row(mapping(home("H.10"), security("S.1"), RELATED), true, null),
                        new Crosswalk.Row(mapping(home("H.1"), security("S.1"), RELATED), true, null),
                        new Crosswalk.Row(mapping(home("H.1"), security("S.1"), EQUAL), true, null)));

        assertThatThrownBy(() -> CROSSWALKS.with(own))
                .isInstanceOfSatisfying(
                        AimsException.class,
                        e -> assertThat(e.faults()).extracting(Fault::code).containsExactly("AIMS-2077", "AIMS-2075"));
    }

    @Test
    void what_is_not_known_is_reported_with_the_nearest_right_id() {
        Crosswalk own = new Crosswalk(
                "own",
                List.of(framework(SECURITY, "S.1")),
                List.of(row(home("H.11"), security("S.1"), RELATED), row(home("H.1"), law("Article 99"), RELATED)));

        assertThatThrownBy(() -> CROSSWALKS.with(own)).isInstanceOfSatisfying(AimsException.class, e -> {
            assertThat(e.faults()).extracting(Fault::code).containsExactly("AIMS-2076", "AIMS-2071", "AIMS-2071");
            assertThat(e.faults().get(1).advice()).isEqualTo("Maybe you meant (H.1).");
            assertThat(e.faults().get(2).advice()).contains("another edition");
        });
        assertThatThrownBy(() -> CROSSWALKS.of(home("H.11"))).hasMessageContaining("Maybe you meant (H.1)");
        assertThatThrownBy(() -> CROSSWALKS.between(HOME, new FrameworkId("x"))).hasMessageContaining("AIMS-2071");
        assertThat(CROSSWALKS.element(home("H.11"))).isEmpty();
        assertThat(CROSSWALKS.framework(new FrameworkId("x"))).isEmpty();
    }

    @Test
    void the_order_in_which_rows_and_crosswalks_arrive_does_not_matter() {
        List<Crosswalk.Row> shuffled = new ArrayList<>(LAW_ROWS.rows());
        shuffled.addAll(SECURITY_ROWS.rows());
        Collections.shuffle(shuffled, new Random(5));
        Crosswalks other = Crosswalks.around(CROSSWALKS.home())
                .with(new Crosswalk("law", LAW_ROWS.frameworks(), List.of()))
                .with(new Crosswalk("all", SECURITY_ROWS.frameworks(), shuffled));

        assertThat(other.fingerprint()).isEqualTo(CROSSWALKS.fingerprint());
        assertThat(other.stated()).isEqualTo(CROSSWALKS.stated());
        assertThat(other.frameworks()).extracting(Framework::id).containsExactly(HOME, LAW, SECURITY);
        for (Framework from : other.frameworks()) {
            for (Framework to : other.frameworks()) {
                assertThat(other.between(from.id(), to.id())).isEqualTo(CROSSWALKS.between(from.id(), to.id()));
            }
        }
        assertThat(other.composed(SECURITY, LAW)).isEqualTo(CROSSWALKS.composed(SECURITY, LAW));
    }

    @Test
    void what_follows_from_others_is_no_row() {
        Mapping follows = mapping(security("S.1"), home("H.1"), EQUAL)
                .then(mapping(home("H.1"), law("Art. 1"), EQUAL))
                .orElseThrow();

        assertThatThrownBy(() -> new Crosswalk.Row(follows, false, null)).hasMessageContaining("no row");
    }

    @Test
    void a_framework_keeps_to_itself() {
        Element element = Element.resolved(home("H.1"), "One", "");

        assertThatThrownBy(() -> new Framework(LAW, "Law", "1", "", Framework.Extent.COMPLETE, List.of(element)))
                .hasMessageContaining("is not one of framework");
        assertThatThrownBy(() ->
                        new Framework(HOME, "Home", "1", "", Framework.Extent.COMPLETE, List.of(element, element)))
                .hasMessageContaining("twice");
        assertThatThrownBy(() -> new Framework(HOME, "Home", " ", "", Framework.Extent.COMPLETE, List.of()))
                .hasMessageContaining("edition");
        assertThat(CROSSWALKS.home()).hasToString("About home-1 1");
    }

    @Test
    void an_element_says_why_its_id_is_not_the_frameworks_own() {
        assertThatThrownBy(() -> new Element(home("H.1"), "One", "", Element.Standing.OWN, " "))
                .hasMessageContaining("needs a remark");
        assertThatThrownBy(() -> new Element(home("H.1"), "One", "", Element.Standing.RESOLVED, "Because"))
                .hasMessageContaining("needs no remark");
        assertThatThrownBy(() -> Element.resolved(home("H.1"), " ", "")).hasMessageContaining("label");
        assertThat(Arrays.stream(Element.Standing.values()).filter(Element.Standing::isExternal))
                .containsExactly(Element.Standing.OWN, Element.Standing.WHOLE);
    }

    private static Framework framework(FrameworkId id, String... elements) {
        return new Framework(
                id,
                "About " + id,
                "1",
                "For tests.",
                Framework.Extent.COMPLETE,
                Arrays.stream(elements)
                        .map(element -> Element.resolved(new ElementId(id, element), "About " + element, ""))
                        .toList());
    }

    private static Crosswalk.Row row(ElementId from, ElementId to, Relation relation) {
        return new Crosswalk.Row(mapping(from, to, relation), false, null);
    }

    private static Mapping mapping(ElementId from, ElementId to, Relation relation) {
        return Mapping.stated(from, to, relation, MappingBasis.EXPERT, new Source("Test"), Confidence.MEDIUM, "");
    }

    private static ElementId home(String id) {
        return new ElementId(HOME, id);
    }

    private static ElementId security(String id) {
        return new ElementId(SECURITY, id);
    }

    private static ElementId law(String id) {
        return new ElementId(LAW, id);
    }
}
