package io.aims.control;

import io.aims.source.Source;
import io.aims.system.Bounds;
import java.util.List;
import java.util.Set;

/**
 * An entry of a catalogue of controls.
 *
 * @param id the id
 * @param area the id of the area it stands in
 * @param title the short title
 * @param purpose what it is for, in our own words
 * @param guidance topics to think of, in our own words
 * @param stages the life cycle stages in which it acts, empty for all of them
 * @param scope whether it is done once for the organisation, for a role, or for each system
 * @param roles the roles to which it applies
 * @param withoutRole what it is to an organisation that holds none of these roles
 * @param effect whether it acts on likelihood, severity or both
 * @param function what kind of control it is
 * @param evidence examples of evidence
 * @param sources where it comes from
 * @clause ISO/IEC 42001:2023 Annex A
 * @since 0.1
 */
public record Control(
        ControlId id,
        String area,
        String title,
        String purpose,
        List<String> guidance,
        List<String> stages,
        Scope scope,
        Set<AiRole> roles,
        ControlStatus withoutRole,
        Effect effect,
        Function function,
        List<String> evidence,
        List<Source> sources) {

    /** For whom a control is done. */
    public enum Scope {
        /** Once for the whole organisation. */
        ORG,
        /** For everything the organisation does in a role. */
        ROLE,
        /** For each system. */
        SYSTEM
    }

    /** What a control acts on. */
    public enum Effect {
        /** On the likelihood that an objective is failed. */
        LIKELIHOOD,
        /** On the severity of what follows. */
        SEVERITY,
        /** On both. */
        BOTH
    }

    /** What a control does. */
    public enum Function {
        /** States what is to be done. */
        DIRECTIVE,
        /** Keeps an event from happening. */
        PREVENTIVE,
        /** Notices an event. */
        DETECTIVE,
        /** Mends what an event has done. */
        CORRECTIVE
    }

    /** Copies the collections. */
    public Control {
        guidance = List.copyOf(guidance);
        stages = List.copyOf(stages);
        roles = Set.copyOf(roles);
        evidence = List.copyOf(evidence);
        sources = List.copyOf(sources);
        if (withoutRole != ControlStatus.VIA_SUPPLIER && withoutRole != ControlStatus.ROLE_EXCLUDED) {
            throw new IllegalArgumentException("Without a role control " + id + " is VIA_SUPPLIER or ROLE_EXCLUDED");
        }
    }

    /**
     * Projects a need for this control on the roles of the organisation.
     *
     * @param held what is known of the roles the organisation holds
     * @return {@link ControlStatus#REQUIRED}, {@link ControlStatus#VIA_SUPPLIER}, {@link ControlStatus#ROLE_EXCLUDED}, or
     *     {@link ControlStatus#UNDETERMINED} if the roles known do not settle it
     */
    public ControlStatus statusWhenNeeded(Bounds.Members held) {
        if (AiRole.areAll(roles)) {
            return ControlStatus.REQUIRED;
        }
        long applicable = AiRole.mask(roles);
        if ((held.known() & applicable) != 0) {
            return ControlStatus.REQUIRED;
        }
        return AiRole.mayHold(held, applicable) ? ControlStatus.UNDETERMINED : withoutRole;
    }

    /**
     * Returns id and title, as people name a control.
     *
     * @return one line
     */
    @Override
    public String toString() {
        return id + " " + title;
    }
}
