package io.aims.treatment.statement;

import io.aims.control.Control;
import io.aims.error.AimsException;
import io.aims.error.Faults;
import io.aims.evaluation.Basis;
import io.aims.evaluation.Evaluation;
import io.aims.evaluation.PlainEngine;
import io.aims.evaluation.RuleEngine;
import io.aims.reasoning.proof.Explainer;
import io.aims.reasoning.proof.Proofs;
import io.aims.rule.Rule;
import io.aims.rule.RuleBase;
import io.aims.rule.RuleId;
import io.aims.system.identity.ManagementSystem;
import io.aims.text.Quoted;
import io.aims.treatment.ControlStates;
import io.aims.treatment.ResidualProfile;
import io.aims.treatment.reuse.EvidenceReuse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Makes a statement of systems one by one, and keeps of each little more than its name and seals. Not thread-safe.
 *
 * @since 0.1
 */
public final class StatementCollector {

    private static final String NO_SYSTEM = "AIMS-3076";
    private static final String TWICE = "AIMS-3077";
    private static final String OTHER_BASIS = "AIMS-3078";
    private static final String OTHER_DAY = "AIMS-3079";
    private static final String REUSE_ON_OTHER_DAY = "AIMS-3123";

    private final RuleBase base;
    private final Basis basis;
    private final Explainer explainer;
    private final RuleEngine engine;
    private final ControlStates organisation;
    private final @Nullable LocalDate asOf;
    private final SortedMap<String, ScopedSystem> systems = new TreeMap<>();
    private final List<ControlTally> controls = new ArrayList<>();

    StatementCollector(
            RuleBase base, ControlStates organisation, List<Decision> decisions, @Nullable LocalDate asOf, int limit) {
        if (limit < 1) {
            throw new IllegalArgumentException("A row keeps 1 system or more, not " + limit);
        }
        this.base = base;
        this.basis = Basis.of(base);
        this.explainer = new Explainer(base);
        this.engine = new PlainEngine(base);
        this.organisation = organisation;
        this.asOf = asOf;
        Decisions checked = Decisions.of(decisions, base.catalogue(), asOf);
        Map<RuleId, Rule> rules = new HashMap<>();
        base.rules().forEach(rule -> rules.put(rule.id(), rule));
        for (Control control : base.catalogue().controls()) {
            controls.add(
                    new ControlTally(control, base, rules, organisation, checked.about(control.id()), asOf, limit));
        }
    }

    /**
     * Adds a system.
     *
     * @param profile the evaluation of the system with what its controls count for
     * @return this collector
     * @throws AimsException as {@link #add(Proofs, ResidualProfile)}
     * @throws IllegalArgumentException if the states of the profile were not joined with those of the organisation
     */
    public StatementCollector add(ResidualProfile profile) {
        check(profile);
        return take(explainer.proofs(profile.evaluation()), profile);
    }

    /**
     * Adds a system whose evaluation has been explained.
     *
     * @param proofs the proofs of the evaluation
     * @param profile the same evaluation with what its controls count for
     * @return this collector
     * @throws AimsException with everything that is wrong: AIMS-3077, if a system with this id was added before; AIMS-3078, if
     *     the evaluation rests on other rules than the statement; AIMS-3079, if the states count for another day
     * @throws IllegalArgumentException if the proofs are those of another evaluation, or the states of the profile were not
     *     joined with those of the organisation
     */
    public StatementCollector add(Proofs proofs, ResidualProfile profile) {
        if (!proofs.evaluation().equals(profile.evaluation())) {
            throw new IllegalArgumentException(
                    "The proofs are those of another evaluation than that of system " + id(profile));
        }
        check(profile);
        return take(proofs, profile);
    }

    private void check(ResidualProfile profile) {
        Faults faults = new Faults();
        String subject = "system (" + id(profile) + ")";
        if (systems.containsKey(profile.evaluation().system().id())) {
            faults.add(
                    TWICE,
                    null,
                    "There are two systems (" + id(profile) + ") in scope of the statement.",
                    "Maybe one file was given twice, or one of them needs another id.");
        }
        if (!profile.evaluation().basis().guaranteed().equals(basis)) {
            faults.add(
                    OTHER_BASIS,
                    null,
                    "The evaluation of " + subject
                            + " rests on another vocabulary, catalogue, criteria or pack than the statement.",
                    "Evaluate every system in scope with the same packs.");
        }
        LocalDate day = profile.asOf().orElse(null);
        if (day != null && !day.equals(asOf)) {
            faults.add(
                    OTHER_DAY,
                    null,
                    "The states of " + subject + " count for (" + day + "), and the statement is "
                            + (asOf == null ? "for no day." : "for (" + asOf + ")."),
                    "Say the same day for all of it.");
        }
        faults.throwIfAny();
        if (!organisation.forSystem(profile.states(), base.catalogue()).equals(profile.states())) {
            throw new IllegalArgumentException("The states of system " + id(profile)
                    + " were not joined with those of the organisation: ControlStates.forSystem does it");
        }
    }

    private static String id(ResidualProfile profile) {
        return Quoted.of(profile.evaluation().system().id());
    }

    private StatementCollector take(Proofs proofs, ResidualProfile profile) {
        Evaluation evaluation = profile.evaluation();
        SystemRank rank = SystemRank.of(evaluation, base.criteria());
        SufficientFacts facts = new SufficientFacts(base, engine, evaluation.system());
        Set<ManagementSystem> operated = EvidenceReuse.operatedBy(evaluation.system());
        for (int position = 0; position < controls.size(); position++) {
            controls.get(position).add(position, proofs, profile, rank, facts, operated);
        }
        systems.put(
                evaluation.system().id(),
                new ScopedSystem(
                        evaluation.system().id(),
                        evaluation.system().name(),
                        evaluation.seal().value(),
                        StatementSeal.of(profile.states())));
        return this;
    }

    /**
     * Returns the statement over the systems added so far. More can be added afterwards.
     *
     * @return the statement
     * @throws AimsException AIMS-3076, if no system was added: a statement over nothing says nothing
     */
    public StatementOfApplicability statement() {
        return statement(EvidenceReuse.none());
    }

    /**
     * Returns the statement over the systems added so far, with what other frameworks may have in place for its rows. Nothing
     * else in it depends on that. More systems can be added afterwards.
     *
     * @param reuse what may be reused
     * @return the statement
     * @throws AimsException AIMS-3076, if no system was added: a statement over nothing says nothing; AIMS-3123, if what may be
     *     reused is said for another day
     */
    public StatementOfApplicability statement(EvidenceReuse reuse) {
        LocalDate day = reuse.asOf().orElse(null);
        if (day != null && !day.equals(asOf)) {
            throw new AimsException(
                    REUSE_ON_OTHER_DAY,
                    "What may be reused of other frameworks is said for (" + day + "), and the statement is "
                            + (asOf == null ? "for no day." : "for (" + asOf + ")."),
                    "Say the same day for all of it.");
        }
        if (systems.isEmpty()) {
            throw new AimsException(
                    NO_SYSTEM,
                    "No system is in scope of the statement.",
                    "Describe at least one: a statement over nothing would exclude every control.");
        }
        return new StatementOfApplicability(
                basis,
                base.catalogue().title(),
                asOf,
                List.copyOf(systems.values()),
                controls.stream().map(tally -> tally.entry(reuse)).toList());
    }
}
