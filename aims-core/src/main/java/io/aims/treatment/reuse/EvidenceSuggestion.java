package io.aims.treatment.reuse;

import io.aims.control.ControlId;
import io.aims.crosswalk.Mapping;
import io.aims.crosswalk.Relation;
import io.aims.source.Source;
import io.aims.treatment.ControlState;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What another framework has in place that may serve as evidence for a control, or what was to be expected there and does not.
 * The row of a crosswalk is the reason. A suggestion is for people, who know the scope of what is in place there: it is no
 * state and counts for nothing.
 *
 * @param control the control of the catalogue
 * @param mapping the row, from the control to the element of the other framework
 * @param framework title and edition of the other framework
 * @param label what the element is about
 * @param standing how it stands on the day
 * @param said what is said of the very element, or {@code null}
 * @param system what is said of the management system that the element belongs to, if nothing is said of the element itself, or
 *     {@code null}
 * @clause ISO/IEC 42001:2023 6.1.3, Annex D
 * @since 0.1
 */
public record EvidenceSuggestion(
        ControlId control,
        Mapping mapping,
        String framework,
        String label,
        Standing standing,
        @Nullable ControlState said,
        @Nullable OperatedSystem system) {

    /** What every report says beside suggestions. */
    public static final String CAUTION =
            "What other frameworks have in place counts for nothing here until somebody has checked"
                    + " that its scope takes in these systems, and has stated it.";

    /** How what may be reused stands on a day, the most useful first. */
    public enum Standing {
        /** The element is said to be in place there. */
        IN_PLACE,
        /** The element is said to be in place there in part. */
        IN_PART,
        /** The management system is operated. Whether the element is in place there is not said. */
        OPERATED,
        /** What is said of it begins later. */
        NOT_BEGUN,
        /** What was said of it has ended. */
        ENDED,
        /** The row says that nothing in the framework is evidence for the control. */
        NO_EVIDENCE
    }

    /** Checks that row, standing and what is said agree. */
    public EvidenceSuggestion {
        if (!mapping.from().value().equals(control.value())) {
            throw new IllegalArgumentException("The row (" + mapping + ") is about another control than " + control);
        }
        if (!mapping.isStated()) {
            throw new IllegalArgumentException("The row (" + mapping + ") follows of others and is stated by nobody");
        }
        if ((mapping.relation() == Relation.NONE) != (standing == Standing.NO_EVIDENCE)) {
            throw new IllegalArgumentException("The row (" + mapping + ") does not fit " + standing);
        }
        boolean fits = switch (standing) {
            case IN_PLACE, IN_PART -> said != null && system == null;
            case OPERATED -> said == null && system != null;
            case NOT_BEGUN, ENDED -> (said == null) != (system == null);
            case NO_EVIDENCE -> said == null && system == null;
        };
        if (!fits) {
            throw new IllegalArgumentException("What is said of " + mapping.to() + " does not fit " + standing);
        }
    }

    /**
     * Orders suggestions about one control: what helps most first, what is only related behind all that may help.
     *
     * @return a comparator
     */
    public static Comparator<EvidenceSuggestion> mostUsefulFirst() {
        return Comparator.comparing(EvidenceSuggestion::isWeak)
                .thenComparing(EvidenceSuggestion::standing)
                .thenComparing(EvidenceSuggestion::mapping, Mapping.strongestFirst());
    }

    /**
     * Tells whether the row says that the two have something in common and no more.
     *
     * @return {@code true} for {@link Relation#RELATED}
     */
    public boolean isWeak() {
        return mapping.relation() == Relation.RELATED;
    }

    /**
     * Tells whether something may be there to be reused on the day.
     *
     * @return {@code false} if it is only related, has ended or not begun, or if nothing there is evidence
     */
    public boolean mayHelp() {
        return !isWeak()
                && switch (standing) {
                    case IN_PLACE, IN_PART, OPERATED -> true;
                    case NOT_BEGUN, ENDED, NO_EVIDENCE -> false;
                };
    }

    /**
     * Returns what is said of the element.
     *
     * @return empty if nothing is
     */
    public Optional<ControlState> state() {
        return Optional.ofNullable(said);
    }

    /**
     * Returns what is said of the management system of the element.
     *
     * @return empty if it is not said to be operated, or if something is said of the element itself
     */
    public Optional<OperatedSystem> operated() {
        return Optional.ofNullable(system);
    }

    /** Returns the day on which what is said begins. */
    @Nullable
    LocalDate since() {
        return said != null ? said.since() : system != null ? system.since() : null;
    }

    /** Returns the last day of what is said. */
    @Nullable
    LocalDate until() {
        return said != null ? said.until() : system != null ? system.until() : null;
    }

    /**
     * Returns the row in words: how the control compares with the element, on whose word, how well supported.
     *
     * @return for example {@code intersects, expert judgement, medium confidence}
     */
    public String reason() {
        return ReuseText.reason(mapping);
    }

    /**
     * Names the element with its framework.
     *
     * @return for example {@code ISO/IEC 27001:2022 A.8.15 Logging}
     */
    public String element() {
        return framework + " " + mapping.to().value() + " " + label;
    }

    /**
     * Returns where the row is stated, and what a reader should know of it.
     *
     * @return the sources and the note, on one line
     */
    public String citation() {
        String sources = mapping.sources().stream().map(Source::citation).collect(Collectors.joining("; "));
        return mapping.note().isEmpty() ? sources : sources + ". " + mapping.note();
    }

    /**
     * Tells suggestions about one control in plain English, for every format alike. What differs in its elements alone is told
     * together.
     *
     * @param suggestions suggestions about one control
     * @return sentences, none if there is no suggestion worth a sentence
     */
    public static List<String> sentences(Collection<EvidenceSuggestion> suggestions) {
        return ReuseText.sentences(suggestions);
    }
}
