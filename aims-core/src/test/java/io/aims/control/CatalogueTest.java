package io.aims.control;

import static io.aims.TestRules.catalogue;
import static io.aims.TestRules.objective;
import static io.aims.TestRules.source;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aims.risk.Objective;
import io.aims.risk.ObjectiveId;
import io.aims.risk.RiskSource;
import io.aims.risk.RiskSourceId;
import io.aims.source.Clause;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CatalogueTest {

    @Test
    void entries_are_sorted_as_people_read_ids() {
        assertThat(catalogue().controls())
                .extracting(control -> control.id().value())
                .containsExactly("A.2.2", "A.5.2", "A.6.2.4", "A.9.2", "A.10.2");
        assertThat(catalogue().objectives())
                .extracting(objective -> objective.id().value())
                .containsExactly("C.2.1", "C.2.5", "C.2.10");
    }

    @Test
    void entries_are_found_by_their_ids() {
        Clause clause = new Clause("6.1.2", "6.1", "Title", "Summary.", Clause.Evidence.FULL, "All.", List.of());
        Catalogue catalogue =
                new Catalogue("own:1", "Own", List.of(), Map.of(), List.of(), List.of(), List.of(), List.of(clause));

        assertThat(catalogue().control(new ControlId("A.9.2"))).isPresent();
        assertThat(catalogue().control(new ControlId("A.9.3"))).isEmpty();
        assertThat(catalogue().objective(new ObjectiveId("C.2.5"))).isPresent();
        assertThat(catalogue().objective(new ObjectiveId("C.2.6"))).isEmpty();
        assertThat(catalogue().riskSource(new RiskSourceId("C.3.3"))).isPresent();
        assertThat(catalogue().riskSource(new RiskSourceId("C.3.8"))).isEmpty();
        assertThat(catalogue.clause("6.1.2")).contains(clause);
        assertThat(catalogue.clause("6.1")).isEmpty();
        assertThat(clause.parent()).contains("6.1");
    }

    @Test
    void an_id_must_not_stand_twice() {
        Control control = control("X.1");

        assertThatThrownBy(() -> own("own:1", List.of(control, control), List.of(), List.of()))
                .hasMessage("Id X.1 stands twice in the catalogue");
        assertThatThrownBy(() -> own("own:1", List.of(), List.of(objective("X.2"), objective("X.2")), List.of()))
                .hasMessage("Id X.2 stands twice in the catalogue");
        assertThatThrownBy(() -> own("own:1", List.of(), List.of(), List.of(source("X.3"), source("X.3"))))
                .hasMessage("Id X.3 stands twice in the catalogue");
    }

    @Test
    void catalogues_are_joined_whatever_the_order() {
        Catalogue own = own("own:1", List.of(control("X.1")), List.of(objective("X.2")), List.of(source("X.3")));
        Catalogue zed = own("zed:1", List.of(control("Z.1")), List.of(), List.of());
        Catalogue joint = catalogue().with(List.of(own, zed));

        assertThat(joint.id()).isEqualTo("test:1+own:1+zed:1");
        assertThat(joint.title()).isEqualTo("Catalogue of a test");
        assertThat(joint.controls()).hasSize(7);
        assertThat(joint.objective(new ObjectiveId("X.2"))).isPresent();
        assertThat(joint.riskSource(new RiskSourceId("X.3"))).isPresent();
        assertThat(joint.fingerprint())
                .isEqualTo(catalogue().with(List.of(zed, own)).fingerprint());
        assertThat(catalogue().with(List.of()).fingerprint())
                .isEqualTo(catalogue().fingerprint());
    }

    @Test
    void how_often_and_after_which_joins_a_catalogue_is_given_makes_no_difference() {
        Catalogue own = own("own:1", List.of(control("X.1")), List.of(), List.of());
        Catalogue zed = own("zed:1", List.of(control("Z.1")), List.of(), List.of());
        Catalogue joint = catalogue().with(List.of(zed, own));

        assertThat(catalogue().with(List.of(zed)).with(List.of(own, zed))).isEqualTo(joint);
        assertThat(catalogue().with(List.of(own.with(List.of(zed))))).isEqualTo(joint);
        assertThat(joint.with(List.of(own))).isSameAs(joint);
        assertThat(catalogue().with(List.of(catalogue()))).isEqualTo(catalogue());
    }

    @Test
    void the_parts_are_those_joined_with_the_first_in_front() {
        Catalogue own = own("own:1", List.of(), List.of(), List.of());
        Catalogue about = own("about:1", List.of(), List.of(), List.of());

        assertThat(catalogue().with(List.of(own, about)).parts()).containsExactly(catalogue(), about, own);
        assertThat(own.parts()).containsExactly(own);
    }

    @Test
    void catalogues_with_a_common_id_are_not_joined() {
        Catalogue own = own("own:1", List.of(control("A.9.2")), List.of(), List.of());

        assertThatThrownBy(() -> catalogue().with(List.of(own)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Id A.9.2 stands twice in the catalogue");
    }

    @Test
    void different_catalogues_of_one_id_are_not_joined() {
        Catalogue one = own("own:1", List.of(control("X.1")), List.of(), List.of());
        Catalogue other = own("own:1", List.of(control("X.2")), List.of(), List.of());

        assertThatThrownBy(() -> catalogue().with(List.of(one, other)))
                .hasMessage("Id own:1 stands twice in the catalogue");
    }

    @Test
    void catalogues_with_an_area_of_one_id_are_not_joined() {
        Catalogue one = withArea("one:1", "X");
        Catalogue other = withArea("other:1", "X");

        assertThatThrownBy(() -> one.with(List.of(other))).hasMessage("Id X stands twice in the catalogue");
    }

    @Test
    void catalogues_are_equal_if_everything_in_them_is() {
        Catalogue own = own("own:1", List.of(control("X.1")), List.of(objective("X.2")), List.of(source("X.3")));

        assertThat(own("own:1", List.of(control("X.1")), List.of(objective("X.2")), List.of(source("X.3"))))
                .isEqualTo(own)
                .hasSameHashCodeAs(own);
        assertThat(List.of(
                        own("own:2", List.of(control("X.1")), List.of(objective("X.2")), List.of(source("X.3"))),
                        own("own:1", List.of(control("X.4")), List.of(objective("X.2")), List.of(source("X.3"))),
                        own("own:1", List.of(control("X.1")), List.of(named(objective("X.2"))), List.of(source("X.3"))),
                        own("own:1", List.of(control("X.1")), List.of(objective("X.2")), List.of(named(source("X.3")))),
                        withArea("own:1", "X")))
                .doesNotContain(own);
    }

    @Test
    void the_fingerprint_shows_what_an_evaluation_reads() {
        assertThat(List.of(
                        fingerprint(control("X.1")),
                        fingerprint(control("X.2")),
                        fingerprint(io.aims.TestRules.control("X.1", Control.Scope.ROLE, ControlStatus.ROLE_EXCLUDED)),
                        fingerprint(io.aims.TestRules.control("X.1", Control.Scope.ORG, ControlStatus.VIA_SUPPLIER)),
                        fingerprint(io.aims.TestRules.control(
                                "X.1", Control.Scope.ORG, ControlStatus.ROLE_EXCLUDED, AiRole.AI_PARTNER)),
                        own("own:1", List.of(), List.of(objective("X.1")), List.of())
                                .fingerprint(),
                        own("own:1", List.of(), List.of(), List.of(source("X.1")))
                                .fingerprint(),
                        own("own:1", List.of(), List.of(named(objective("X.1"))), List.of())
                                .fingerprint(),
                        own("own:1", List.of(), List.of(), List.of(named(source("X.1"))))
                                .fingerprint(),
                        own("own:2", List.of(), List.of(), List.of(source("X.1")))
                                .fingerprint()))
                .doesNotHaveDuplicates();
    }

    @Test
    void it_cannot_be_changed_from_outside() {
        assertThatThrownBy(() -> catalogue().controls().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> catalogue().areas().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    private static Catalogue withArea(String id, String area) {
        return new Catalogue(id, "Own", List.of(), Map.of(area, "Area"), List.of(), List.of(), List.of(), List.of());
    }

    private static Objective named(Objective objective) {
        return new Objective(
                objective.id(), "Other", "", objective.definition(), List.of(), List.of(), false, "", List.of());
    }

    private static RiskSource named(RiskSource source) {
        return new RiskSource(source.id(), "Other", "", source.definition(), List.of(), List.of(), "", List.of());
    }

    private static Control control(String id) {
        return io.aims.TestRules.control(id, Control.Scope.ORG, ControlStatus.ROLE_EXCLUDED);
    }

    private static String fingerprint(Control control) {
        return own("own:1", List.of(control), List.of(), List.of()).fingerprint();
    }

    private static Catalogue own(
            String id, Collection<Control> controls, Collection<Objective> objectives, Collection<RiskSource> sources) {
        return new Catalogue(id, "Own", List.of(), Map.of(), controls, objectives, sources, List.of());
    }
}
