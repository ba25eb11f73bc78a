package io.aims.reasoning.proof;

import io.aims.control.AiRole;
import io.aims.control.Control;
import io.aims.control.ControlStatus;
import io.aims.system.Answer;
import io.aims.system.Bounds;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How the roles of an organisation turn the need for a control into its status.
 *
 * @param applicable the roles to which the control applies
 * @param held the roles that the organisation is known to hold
 * @param complete whether it is known to hold no others
 * @param given the answer about the roles, or {@code null} if there is none
 * @param status what the control is, if it is needed
 * @clause ISO/IEC 42001:2023 6.1.3
 * @since 0.1
 */
public record RoleStep(
        List<AiRole> applicable,
        List<AiRole> held,
        boolean complete,
        @Nullable Answer given,
        ControlStatus status) {

    /** Copies the lists. */
    public RoleStep {
        applicable = List.copyOf(applicable);
        held = List.copyOf(held);
    }

    /**
     * Returns the answer about the roles.
     *
     * @return empty if the roles are unknown
     */
    public Optional<Answer> answer() {
        return Optional.ofNullable(given);
    }

    /**
     * Tells whether the control applies to every role.
     *
     * @return {@code true} if the roles held do not matter
     */
    public boolean appliesToAll() {
        return applicable.size() == AiRole.values().length;
    }

    /**
     * Returns the roles held to which the control applies.
     *
     * @return the roles; empty if none is known
     */
    public List<AiRole> matching() {
        return held.stream().filter(applicable::contains).toList();
    }

    static RoleStep of(Control control, @Nullable Answer given) {
        Bounds.Members members = given == null ? new Bounds.Members(0, false) : (Bounds.Members) given.bounds();
        List<AiRole> held = Arrays.stream(AiRole.values())
                .filter(role -> (members.known() >>> role.ordinal() & 1) != 0)
                .toList();
        return new RoleStep(
                control.roles().stream().sorted().toList(),
                held,
                members.complete(),
                given,
                control.statusWhenNeeded(members));
    }
}
