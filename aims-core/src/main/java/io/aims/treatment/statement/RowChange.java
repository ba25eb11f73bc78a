package io.aims.treatment.statement;

import io.aims.control.ControlId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What differs between the rows of one control in two statements.
 *
 * @param control the control
 * @param was its row before, or {@code null} if the catalogue did not have it
 * @param now its row after, or {@code null} if the catalogue does not have it any more
 * @clause ISO/IEC 42001:2023 6.1.3, 6.3
 * @since 0.1
 */
public record RowChange(
        ControlId control,
        @Nullable StatementEntry was,
        @Nullable StatementEntry now) {

    /** What may differ. */
    public enum Kind {
        /** The control is new in the catalogue. */
        ADDED,
        /** The control has left the catalogue. */
        REMOVED,
        /** It is applicable, is not, or is undecided, other than before. */
        APPLICABILITY,
        /** Other rules, systems, facts or roles are the reasons, or it has another priority. */
        JUSTIFICATION,
        /** It treats other risks, or their levels have moved. */
        RISKS,
        /** It is further or less far in place, or something else is said of it. */
        STATUS,
        /** Something else may be reused of other frameworks. */
        REUSE,
        /** Something else is decided, or a decision began, ended or is refused. */
        DECISION,
        /** The title or the remarks differ. */
        REMARKS
    }

    /** Checks that there is a row before or after. */
    public RowChange {
        if (was == null && now == null) {
            throw new IllegalArgumentException("A change leads from a row or to one: " + control);
        }
    }

    /**
     * Returns the row before.
     *
     * @return empty if the catalogue did not have the control
     */
    public Optional<StatementEntry> before() {
        return Optional.ofNullable(was);
    }

    /**
     * Returns the row after.
     *
     * @return empty if the catalogue does not have the control any more
     */
    public Optional<StatementEntry> after() {
        return Optional.ofNullable(now);
    }

    /**
     * Returns what differs.
     *
     * @return the kinds in the order of the enum; empty exactly if the rows are equal
     */
    public Set<Kind> kinds() {
        if (was == null || now == null) {
            return Set.of(was == null ? Kind.ADDED : Kind.REMOVED);
        }
        EnumSet<Kind> kinds = EnumSet.noneOf(Kind.class);
        addIf(was.applicability() != now.applicability(), Kind.APPLICABILITY, kinds);
        addIf(!withoutDecision(was).equals(withoutDecision(now)), Kind.JUSTIFICATION, kinds);
        addIf(!was.risks().equals(now.risks()), Kind.RISKS, kinds);
        addIf(!was.implementation().equals(now.implementation()), Kind.STATUS, kinds);
        addIf(!was.reuse().equals(now.reuse()), Kind.REUSE, kinds);
        addIf(!was.decisions().equals(now.decisions()), Kind.DECISION, kinds);
        addIf(
                !was.title().equals(now.title())
                        || was.scope() != now.scope()
                        || !was.remarks().equals(now.remarks()),
                Kind.REMARKS,
                kinds);
        return Collections.unmodifiableSet(kinds);
    }

    private static void addIf(boolean differs, Kind kind, Set<Kind> kinds) {
        if (differs) {
            kinds.add(kind);
        }
    }

    private static Justification withoutDecision(StatementEntry entry) {
        Justification reasons = entry.justification();
        return new Justification(
                reasons.spread(),
                reasons.rank(),
                reasons.rules(),
                reasons.systems(),
                reasons.falseRules(),
                reasons.facts(),
                reasons.roles(),
                reasons.openRules(),
                reasons.openFacts(),
                reasons.openSystems(),
                null);
    }

    /**
     * Returns the rules that call for the control and did not.
     *
     * @return the rules, sorted as in the row after
     */
    public List<Justification.RuleReason> rulesGained() {
        return onlyInFirst(now, was, reasons -> reasons.rules(), Justification.RuleReason::rule);
    }

    /**
     * Returns the rules that called for the control and do not any more.
     *
     * @return the rules, sorted as in the row before
     */
    public List<Justification.RuleReason> rulesLost() {
        return onlyInFirst(was, now, reasons -> reasons.rules(), Justification.RuleReason::rule);
    }

    /**
     * Returns the systems that need the control and did not, as far as both rows name all of their systems.
     *
     * @return the systems, sorted as in the row after; empty if a row keeps only some of its systems
     */
    public List<Justification.SystemReason> systemsGained() {
        return namesAll(was) && namesAll(now)
                ? onlyInFirst(now, was, reasons -> reasons.systems(), Justification.SystemReason::system)
                : List.of();
    }

    /**
     * Returns the systems that needed the control and do not any more, as far as both rows name all of their systems.
     *
     * @return the systems, sorted as in the row before; empty if a row keeps only some of its systems
     */
    public List<Justification.SystemReason> systemsLost() {
        return namesAll(was) && namesAll(now)
                ? onlyInFirst(was, now, reasons -> reasons.systems(), Justification.SystemReason::system)
                : List.of();
    }

    /**
     * Returns the decisions that counted and have ended since.
     *
     * @return the decisions, sorted by the first day
     */
    public List<Decision> decisionsEnded() {
        List<Decision> ended = new ArrayList<>();
        if (was != null && now != null) {
            was.decision()
                    .filter(decision ->
                            now.decisions().contains(new CountedDecision(decision, Decision.Standing.ENDED)))
                    .ifPresent(ended::add);
        }
        return List.copyOf(ended);
    }

    private static boolean namesAll(@Nullable StatementEntry entry) {
        return entry == null
                || entry.justification().systems().size()
                        == entry.justification().spread().needing();
    }

    private static <T> List<T> onlyInFirst(
            @Nullable StatementEntry first,
            @Nullable StatementEntry second,
            Function<Justification, List<T>> reasons,
            Function<T, Object> key) {
        if (first == null) {
            return List.of();
        }
        Set<Object> known = new HashSet<>();
        if (second != null) {
            reasons.apply(second.justification()).forEach(reason -> known.add(key.apply(reason)));
        }
        return reasons.apply(first.justification()).stream()
                .filter(reason -> !known.contains(key.apply(reason)))
                .toList();
    }

    /**
     * Returns the title of the control.
     *
     * @return the present one, or the last one
     */
    public String title() {
        return Objects.requireNonNull(now == null ? was : now).title();
    }

    /**
     * Returns the change in plain English, for every format alike.
     *
     * @return sentences, at least one
     */
    public List<String> sentences() {
        return new RowChangeText(this).sentences();
    }
}
