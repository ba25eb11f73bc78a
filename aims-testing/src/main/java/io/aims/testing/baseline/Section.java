package io.aims.testing.baseline;

import io.aims.testing.baseline.Drift.Kind;

/** The groups of facts that a baseline keeps of a system, in the order in which they are written. */
enum Section {
    /** Answers that contradict one another. */
    CONTRADICTIONS("contradictions", "contradiction", Kind.OUTCOME_CHANGED),
    /** Verdicts that nothing lifts. */
    STOPS("stops", "stop", Kind.OUTCOME_CHANGED),
    /** The classes that laws leave possible. */
    LAWS("laws", "law", Kind.OUTCOME_CHANGED),
    /** The overall level and that of each objective. */
    LEVELS("levels", "level", Kind.OUTCOME_CHANGED),
    /** Whether risk sources are present. */
    RISK_SOURCES("riskSources", "risk source", Kind.OUTCOME_CHANGED),
    /** What controls are to the organisation. */
    CONTROLS("controls", "control", Kind.OUTCOME_CHANGED),
    /** Controls that are needed and not in place. */
    GAPS("gaps", "gap", Kind.OUTCOME_CHANGED),
    /** Rules that hold. Which ones may hold follows from what is not answered, and shows in the other facts. */
    RULES("rules", "rule", Kind.FINDING_CHANGED),
    /** What is known of the system. */
    ANSWERS("answers", "answer", Kind.DESCRIPTION_CHANGED);

    private final String key;
    private final String word;
    private final Kind kind;

    Section(String key, String word, Kind kind) {
        this.key = key;
        this.word = word;
        this.kind = kind;
    }

    String key() {
        return key;
    }

    String word() {
        return word;
    }

    Kind kind() {
        return kind;
    }
}
