package io.aims.treatment.statement;

import io.aims.control.ControlId;
import io.aims.error.AimsException;
import io.aims.error.Fault;
import io.aims.evaluation.Basis;
import io.aims.rule.RuleBase;
import io.aims.treatment.ControlStates;
import io.aims.treatment.ResidualProfile;
import io.aims.treatment.reuse.EvidenceReuse;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which controls of the catalogue an organisation needs, which not, and which are undecided; why; and how far they are done.
 *
 * <p>Every control has a row, and every row a derivation from the systems in scope or a decision. Applicability depends on the
 * systems and on decisions, never on what is done. The order in which systems arrive changes nothing. Immutable and
 * thread-safe; no method reads the clock.
 *
 * @param basis on what the evaluations rest
 * @param title the title of the catalogue
 * @param day the day on which states and decisions count, or {@code null} if none of them has dates
 * @param systems the systems in scope, sorted by id
 * @param entries the rows, one for each control of the catalogue, sorted
 * @clause ISO/IEC 42001:2023 6.1.3
 * @since 0.1
 */
public record StatementOfApplicability(
        Basis basis, String title, @Nullable LocalDate day, List<ScopedSystem> systems, List<StatementEntry> entries) {

    /** How many systems and answers a row keeps unless another number is asked for. */
    public static final int DEFAULT_LIMIT = 20;

    /** Copies the lists, and checks that they are sorted and that every row speaks of every system. */
    public StatementOfApplicability {
        systems = List.copyOf(systems);
        entries = List.copyOf(entries);
        for (int i = 1; i < systems.size(); i++) {
            if (systems.get(i - 1).id().compareTo(systems.get(i).id()) >= 0) {
                throw new IllegalArgumentException("The systems of a statement are sorted by id, each once");
            }
        }
        for (int i = 0; i < entries.size(); i++) {
            StatementEntry entry = entries.get(i);
            if (i > 0 && entries.get(i - 1).control().compareTo(entry.control()) >= 0) {
                throw new IllegalArgumentException("The rows of a statement are sorted, each control once");
            }
            if (entry.justification().spread().total() != systems.size()) {
                throw new IllegalArgumentException("A row speaks of every system in scope: " + entry.control());
            }
        }
    }

    /**
     * Begins a statement that is made of systems one by one, with {@value #DEFAULT_LIMIT} systems kept for each row.
     *
     * @param base the rules on which the evaluations rest
     * @param organisation what is said of the controls for the whole organisation
     * @param decisions what the organisation has decided about controls
     * @param asOf the day on which states and decisions count, or {@code null} if none of them has dates
     * @return a collector
     * @throws AimsException with everything that is wrong: AIMS-3071, if a decision is about a control that the catalogue does
     *     not have; AIMS-3072, if there are decisions and no day; AIMS-3073, if two decisions about one control count on one
     *     day
     */
    public static StatementCollector collect(
            RuleBase base, ControlStates organisation, List<Decision> decisions, @Nullable LocalDate asOf) {
        return collect(base, organisation, decisions, asOf, DEFAULT_LIMIT);
    }

    /**
     * Begins a statement that is made of systems one by one.
     *
     * @param base the rules on which the evaluations rest
     * @param organisation what is said of the controls for the whole organisation
     * @param decisions what the organisation has decided about controls
     * @param asOf the day on which states and decisions count, or {@code null} if none of them has dates
     * @param limit how many systems and answers a row keeps, 1 or more; all are counted
     * @return a collector
     * @throws AimsException as {@link #collect(RuleBase, ControlStates, List, LocalDate)}
     */
    public static StatementCollector collect(
            RuleBase base, ControlStates organisation, List<Decision> decisions, @Nullable LocalDate asOf, int limit) {
        return new StatementCollector(base, organisation, decisions, asOf, limit);
    }

    /**
     * Derives the statement of an organisation from its systems.
     *
     * @param base the rules on which the evaluations rest
     * @param profiles the systems in scope with their states, at least one, in any order
     * @param organisation what is said of the controls for the whole organisation
     * @param decisions what the organisation has decided about controls
     * @param asOf the day on which states and decisions count, or {@code null} if none of them has dates
     * @return the statement
     * @throws AimsException as {@link #collect(RuleBase, ControlStates, List, LocalDate)}, {@link StatementCollector#add} and
     *     {@link StatementCollector#statement()}
     */
    public static StatementOfApplicability derive(
            RuleBase base,
            Collection<ResidualProfile> profiles,
            ControlStates organisation,
            List<Decision> decisions,
            @Nullable LocalDate asOf) {
        return derive(base, profiles, organisation, decisions, EvidenceReuse.none(), asOf);
    }

    /**
     * Derives the statement of an organisation from its systems, with what other frameworks may have in place for its rows.
     *
     * @param base the rules on which the evaluations rest
     * @param profiles the systems in scope with their states, at least one, in any order
     * @param organisation what is said of the controls for the whole organisation
     * @param decisions what the organisation has decided about controls
     * @param reuse what may be reused
     * @param asOf the day on which states and decisions count, or {@code null} if none of them has dates
     * @return the statement
     * @throws AimsException as {@link #collect(RuleBase, ControlStates, List, LocalDate)}, {@link StatementCollector#add} and
     *     {@link StatementCollector#statement(EvidenceReuse)}
     */
    public static StatementOfApplicability derive(
            RuleBase base,
            Collection<ResidualProfile> profiles,
            ControlStates organisation,
            List<Decision> decisions,
            EvidenceReuse reuse,
            @Nullable LocalDate asOf) {
        StatementCollector collector = collect(base, organisation, decisions, asOf);
        profiles.forEach(collector::add);
        return collector.statement(reuse);
    }

    /**
     * Returns the day on which states and decisions count.
     *
     * @return empty if none of them has dates
     */
    public Optional<LocalDate> asOf() {
        return Optional.ofNullable(day);
    }

    /**
     * Returns the row of a control.
     *
     * @param control a control
     * @return the row, or empty if the catalogue has no such control
     */
    public Optional<StatementEntry> entry(ControlId control) {
        return entries.stream().filter(entry -> entry.control().equals(control)).findFirst();
    }

    /**
     * Returns the rows with one conclusion.
     *
     * @param applicability a conclusion
     * @return the rows, sorted by control
     */
    public List<StatementEntry> entries(Applicability applicability) {
        return entries.stream()
                .filter(entry -> entry.applicability() == applicability)
                .toList();
    }

    /**
     * Returns every decision with what becomes of it.
     *
     * @return the decisions, sorted by control and first day
     */
    public List<CountedDecision> decisions() {
        return entries.stream().flatMap(entry -> entry.decisions().stream()).toList();
    }

    /**
     * Returns the exclusions that were refused, with the reasons. Their rows say what the systems call for.
     *
     * @return faults, sorted by control: AIMS-3074, if a system needs the control; AIMS-3075, if for some system that is not
     *     settled
     */
    public List<Fault> refusals() {
        return entries.stream().flatMap(entry -> entry.refusals().stream()).toList();
    }

    /**
     * Returns the statement in a few sentences.
     *
     * @return sentences, at least one
     */
    public List<String> sentences() {
        return StatementWords.summary(this);
    }

    /**
     * Returns the SHA-256 over the whole statement in a canonical form: basis, day, systems with the seals of their
     * evaluations and states, and every row. It shows whether something was altered, not who made it.
     *
     * @return 64 lower-case hexadecimal digits
     */
    public String seal() {
        return StatementSeal.of(this);
    }
}
