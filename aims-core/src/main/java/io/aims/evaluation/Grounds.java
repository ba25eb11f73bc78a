package io.aims.evaluation;

import io.aims.control.Control;
import io.aims.control.ControlStatus;
import io.aims.risk.Objective;
import io.aims.rule.PackReference;
import io.aims.rule.RuleBase;
import io.aims.system.AiSystem;
import io.aims.system.Bounds;
import io.aims.system.Characteristic;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What all evaluations on one base share: from it their parts are made when they are asked for. It does not hold the engine, so
 * that an evaluation which is kept does not keep a closed engine.
 *
 * <p>Immutable and thread-safe: threads that first ask for a part at the same time make the same.
 */
final class Grounds {

    /** The characteristic that tells what the organisation is to the system. */
    static final String ROLES = "aimsRoles";

    private static final Bounds.Members NO_ROLE_KNOWN = new Bounds.Members(0, false);

    private final RuleBase base;
    private final RuleEngine.Kind engine;
    private final List<PackReference> outside;
    private final RiskMethod method;
    private final RiskProfiles riskProfiles;
    private final ControlNeeds controlNeeds;
    private final Questions questions;
    private final @Nullable Characteristic<?> roles;
    private final List<Objective> objectives;
    private final List<Control> controls;
    private final RolesHeld rolesHeld;
    private volatile @Nullable Basis basis;
    private volatile @Nullable RuleReadings readings;

    Grounds(RuleBase base, RuleEngine.Kind engine, List<PackReference> outside) {
        this.base = base;
        this.engine = engine;
        this.outside = List.copyOf(outside);
        this.method = new RiskMethod(base);
        this.riskProfiles = new RiskProfiles(method);
        this.controlNeeds = new ControlNeeds(method);
        this.questions = new Questions(method);
        this.roles = base.vocabulary().characteristic(ROLES).orElse(null);
        this.objectives = List.copyOf(base.catalogue().objectives());
        this.controls = List.copyOf(base.catalogue().controls());
        this.rolesHeld = new RolesHeld(controls);
    }

    RuleBase base() {
        return base;
    }

    RuleEngine.Kind engine() {
        return engine;
    }

    Basis basis() {
        Basis ready = basis;
        if (ready == null) {
            ready = Basis.of(base).withOutside(outside);
            basis = ready;
        }
        return ready;
    }

    RiskMethod method() {
        return method;
    }

    RiskProfiles riskProfiles() {
        return riskProfiles;
    }

    ControlNeeds controlNeeds() {
        return controlNeeds;
    }

    List<Objective> objectives() {
        return objectives;
    }

    List<Control> controls() {
        return controls;
    }

    Bounds.Members rolesHeld(AiSystem system) {
        return roles == null ? NO_ROLE_KNOWN : (Bounds.Members) system.bounds(roles);
    }

    /** What each control is if it is needed, by its position. */
    ControlStatus[] whenNeeded(Bounds.Members held) {
        return rolesHeld.whenNeeded(held);
    }

    Questions questions() {
        return questions;
    }

    RuleReadings readings() {
        RuleReadings ready = readings;
        if (ready == null) {
            ready = new RuleReadings(base);
            readings = ready;
        }
        return ready;
    }
}
