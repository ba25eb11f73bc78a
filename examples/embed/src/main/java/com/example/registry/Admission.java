package com.example.registry;

import java.util.List;

/** Whether a model may go live, and what its team has to know. */
public sealed interface Admission {

    /**
     * It may.
     *
     * @param seal the fingerprint of the evaluation, for the audit trail
     * @param nextQuestion what to find out next all the same, empty if nothing is open
     */
    record Admitted(String seal, String nextQuestion) implements Admission {}

    /**
     * It may not.
     *
     * @param reasons one line for each control that is missing, with the first reason for it
     * @param nextQuestion what to find out next, empty if nothing is open
     */
    record Refused(List<String> reasons, String nextQuestion) implements Admission {

        /** Copies the reasons. */
        public Refused {
            reasons = List.copyOf(reasons);
        }
    }
}
