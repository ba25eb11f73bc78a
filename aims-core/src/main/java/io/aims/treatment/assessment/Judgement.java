package io.aims.treatment.assessment;

/**
 * A question of an impact assessment that no fact can answer: people have to, and to keep the answer.
 *
 * @param id its id, unique in a guide, by which an answer can be kept
 * @param kind what is to be judged
 * @param question the question
 * @clause ISO/IEC 42001:2023 6.1.4, A.5.3
 * @since 0.1
 */
public record Judgement(String id, Kind kind, String question) {

    /** What is to be judged. */
    public enum Kind {
        /** What the system is meant for, and what it could be used for besides. */
        PURPOSE("Purpose"),
        /** What in fact happens to people, how badly and how often. */
        EFFECT("Effect"),
        /** What good it does, and to whom. */
        BENEFIT("Benefit"),
        /** What those concerned say. */
        CONSULTATION("Consultation"),
        /** What is done about it. */
        MITIGATION("Measure"),
        /** Whether what remains is accepted, and by whom. */
        ACCEPTANCE("Acceptance");

        private final String title;

        Kind(String title) {
            this.title = title;
        }

        /**
         * Returns the kind as a label.
         *
         * @return for example {@code Consultation}
         */
        public String title() {
            return title;
        }
    }
}
