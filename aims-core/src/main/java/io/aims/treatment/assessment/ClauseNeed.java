package io.aims.treatment.assessment;

import java.util.List;

/**
 * Something that has to be at hand before an evaluation is evidence of a clause.
 *
 * @param kind what it is
 * @param of the ids of the characteristics, objectives or controls that it is about, in order; none for most kinds
 * @since 0.1
 */
public record ClauseNeed(Kind kind, List<String> of) {

    /** What can be at hand. */
    public enum Kind {
        /** That systems were evaluated. */
        SYSTEMS(About.NOTHING),
        /** For which days they were evaluated. */
        DAYS(About.NOTHING),
        /** By which vocabulary, catalogue, criteria and rules, each with its version. */
        BASIS(About.NOTHING),
        /** By which risk criteria, and what the organisation tolerates. */
        CRITERIA(About.NOTHING),
        /** What systems are for, in words. */
        DESCRIPTIONS(About.NOTHING),
        /** Facts. */
        FACTS(About.CHARACTERISTICS),
        /** Levels of risk to some objectives. */
        OBJECTIVES(About.OBJECTIVES),
        /** Overall levels of risk. */
        LEVELS(About.NOTHING),
        /** Which objectives are threatened most. */
        RANKING(About.NOTHING),
        /** Whether controls are needed. */
        NEEDS(About.CONTROLS),
        /** Whether controls that are needed are in place. */
        CONTROLS(About.CONTROLS),
        /** Whether one of several controls, if needed, calls for an impact assessment. */
        DECISIONS(About.CONTROLS),
        /** How far all controls that are needed are in place. */
        STATES(About.NOTHING),
        /** What remains of the risks. */
        RESIDUAL(About.NOTHING),
        /** Controls that are needed and stated to be missing. */
        MISSING(About.NOTHING),
        /** Verdicts that nothing lifts. */
        STOPS(About.NOTHING),
        /** What is not known. */
        OPEN(About.NOTHING),
        /** Comparisons of evaluations before and after. */
        COMPARISONS(About.NOTHING),
        /** A Statement of Applicability. */
        STATEMENT(About.NOTHING),
        /** A treatment plan. */
        PLAN(About.NOTHING);

        private final About about;

        Kind(About about) {
            this.about = about;
        }

        /**
         * Returns what the ids of such a need name.
         *
         * @return {@link About#NOTHING} if it has none
         */
        public About about() {
            return about;
        }
    }

    /** What ids can name. */
    public enum About {
        /** There are no ids. */
        NOTHING,
        /** Characteristics of the vocabulary. */
        CHARACTERISTICS,
        /** Objectives of the catalogue. */
        OBJECTIVES,
        /** Controls of the catalogue. */
        CONTROLS
    }

    /** Copies the list, and checks that it is empty for kinds that are about nothing. */
    public ClauseNeed {
        of = List.copyOf(of);
        if (of.isEmpty() != (kind.about() == About.NOTHING)) {
            throw new IllegalArgumentException("A need " + kind + " names "
                    + (of.isEmpty() ? "nothing, and is about " + kind.about() : of + ", and is about nothing"));
        }
    }
}
