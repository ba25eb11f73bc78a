package io.aims.benchmarks.start;

import io.aims.Aims;
import io.aims.benchmarks.Result;

/** A process that builds AIMS and evaluates one system. */
public final class AimsStart {

    private AimsStart() {}

    /**
     * Prints what the evaluation says, as one number.
     *
     * @param args not read
     */
    public static void main(String... args) {
        System.out.println(Result.read(Aims.standard().evaluate(LoanScoring.system())));
    }
}
