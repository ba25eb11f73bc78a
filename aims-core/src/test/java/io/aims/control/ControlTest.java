package io.aims.control;

import static io.aims.TestRules.control;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aims.system.Bounds;
import io.aims.system.identity.AimsRole;
import io.aims.system.vocabulary.Characteristics;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ControlTest {

    private static final Bounds.Members UNKNOWN = new Bounds.Members(0, false);
    private static final Bounds.Members NO_ROLE = new Bounds.Members(0, true);

    private final Control everybody =
            control("A.5.2", Control.Scope.SYSTEM, ControlStatus.ROLE_EXCLUDED, AiRole.values());
    private final Control development = control(
            "A.6.2.4", Control.Scope.SYSTEM, ControlStatus.VIA_SUPPLIER, AiRole.AI_PRODUCER, AiRole.AI_PROVIDER);
    private final Control use = control("A.9.2", Control.Scope.ROLE, ControlStatus.ROLE_EXCLUDED, AiRole.AI_CUSTOMER);

    @Test
    void roles_stand_in_the_order_of_the_characteristic_that_asks_for_them() {
        assertThat(Stream.of(AiRole.values()).map(Enum::name))
                .containsExactlyElementsOf(Characteristics.AIMS_ROLES.valueIds())
                .containsExactlyElementsOf(
                        Stream.of(AimsRole.values()).map(AimsRole::id).toList());
    }

    @Test
    void a_control_for_every_role_is_required_of_everybody() {
        assertThat(everybody.statusWhenNeeded(UNKNOWN)).isEqualTo(ControlStatus.REQUIRED);
        assertThat(everybody.statusWhenNeeded(NO_ROLE)).isEqualTo(ControlStatus.REQUIRED);
        assertThat(everybody.statusWhenNeeded(holding(AiRole.AI_PARTNER))).isEqualTo(ControlStatus.REQUIRED);
    }

    @ParameterizedTest
    @EnumSource(
            value = AiRole.class,
            names = {"AI_PRODUCER", "AI_PROVIDER"})
    void a_control_is_required_of_each_role_to_which_it_applies(AiRole role) {
        assertThat(development.statusWhenNeeded(holding(role))).isEqualTo(ControlStatus.REQUIRED);
        assertThat(development.statusWhenNeeded(holding(role, AiRole.AI_CUSTOMER)))
                .isEqualTo(ControlStatus.REQUIRED);
    }

    @ParameterizedTest
    @EnumSource(
            value = AiRole.class,
            names = {"AI_CUSTOMER", "AI_PARTNER"})
    void who_does_not_develop_obtains_development_controls_from_the_supplier(AiRole role) {
        assertThat(development.statusWhenNeeded(holding(role))).isEqualTo(ControlStatus.VIA_SUPPLIER);
    }

    @ParameterizedTest
    @EnumSource(value = AiRole.class, names = "AI_CUSTOMER", mode = EnumSource.Mode.EXCLUDE)
    void a_control_of_another_role_is_excluded(AiRole role) {
        assertThat(use.statusWhenNeeded(holding(role))).isEqualTo(ControlStatus.ROLE_EXCLUDED);
    }

    @Test
    void who_holds_no_role_performs_no_control_of_a_role() {
        assertThat(development.statusWhenNeeded(NO_ROLE)).isEqualTo(ControlStatus.VIA_SUPPLIER);
        assertThat(use.statusWhenNeeded(NO_ROLE)).isEqualTo(ControlStatus.ROLE_EXCLUDED);
    }

    @Test
    void unknown_roles_do_not_settle_it() {
        assertThat(development.statusWhenNeeded(UNKNOWN)).isEqualTo(ControlStatus.UNDETERMINED);
        assertThat(use.statusWhenNeeded(UNKNOWN)).isEqualTo(ControlStatus.UNDETERMINED);
    }

    @Test
    void one_role_known_settles_it_if_it_is_the_right_one() {
        assertThat(use.statusWhenNeeded(holdingAtLeast(AiRole.AI_CUSTOMER))).isEqualTo(ControlStatus.REQUIRED);
        assertThat(use.statusWhenNeeded(holdingAtLeast(AiRole.AI_PARTNER))).isEqualTo(ControlStatus.UNDETERMINED);
    }

    @Test
    void a_control_for_no_role_is_nobodys_even_if_the_roles_are_unknown() {
        Control nobody = control("X.1", Control.Scope.ROLE, ControlStatus.ROLE_EXCLUDED);

        assertThat(nobody.statusWhenNeeded(UNKNOWN)).isEqualTo(ControlStatus.ROLE_EXCLUDED);
    }

    @Test
    void another_role_never_makes_a_required_control_less_than_required() {
        for (int held = 0; held < 16; held++) {
            for (int more = held; more < 16; more++) {
                if ((more & held) == held && use.statusWhenNeeded(roles(held, true)) == ControlStatus.REQUIRED) {
                    assertThat(use.statusWhenNeeded(roles(more, true))).isEqualTo(ControlStatus.REQUIRED);
                }
            }
        }
    }

    @Test
    void what_is_settled_stays_settled_when_more_is_known() {
        for (Control control : List.of(everybody, development, use)) {
            for (int known = 0; known < 16; known++) {
                ControlStatus before = control.statusWhenNeeded(roles(known, false));
                for (int all = 0; all < 16; all++) {
                    if ((all & known) == known && before != ControlStatus.UNDETERMINED) {
                        assertThat(control.statusWhenNeeded(roles(all, true))).isEqualTo(before);
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = ControlStatus.class,
            names = {"VIA_SUPPLIER", "ROLE_EXCLUDED"},
            mode = EnumSource.Mode.EXCLUDE)
    void without_a_role_nothing_else_can_become_of_it(ControlStatus status) {
        assertThatThrownBy(() -> control("A.9.2", Control.Scope.ROLE, status))
                .hasMessage("Without a role control A.9.2 is VIA_SUPPLIER or ROLE_EXCLUDED");
    }

    @Test
    void only_what_the_organisation_sees_to_is_a_safeguard() {
        assertThat(Stream.of(ControlStatus.values()).filter(ControlStatus::isSafeguard))
                .containsExactly(ControlStatus.REQUIRED, ControlStatus.VIA_SUPPLIER);
    }

    private static Bounds.Members holding(AiRole... roles) {
        return new Bounds.Members(AiRole.mask(Set.of(roles)), true);
    }

    private static Bounds.Members holdingAtLeast(AiRole role) {
        return new Bounds.Members(AiRole.mask(EnumSet.of(role)), false);
    }

    private static Bounds.Members roles(int mask, boolean complete) {
        return new Bounds.Members(mask, complete);
    }
}
