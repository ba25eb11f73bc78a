package io.aims.rules.internal;

import io.aims.error.AimsException;
import io.aims.error.Fault;
import io.aims.rule.PackReference;
import io.aims.text.Quoted;
import org.drools.modelcompiler.constraints.ConstraintEvaluationException;
import org.jspecify.annotations.Nullable;
import org.kie.api.definition.rule.Rule;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.rule.AgendaFilter;
import org.kie.api.runtime.rule.Match;

/** Fires the trusted rules of a session within the limits of time and number, and says which of them broke one. */
final class TrustedFiring implements AgendaFilter {

    private static final String FAILED = "AIMS-3129";
    private static final String TOO_MANY = "AIMS-3130";
    private static final String TOO_LATE = "AIMS-3131";

    private final KieSession session;
    private final Deadline deadline;
    private final TrustedModels rules;
    private final int most;
    private @Nullable EvaluatedFacts facts;
    private String last = "";
    private boolean late;

    TrustedFiring(KieSession session, Deadline deadline, TrustedModels rules, int most) {
        this.session = session;
        this.deadline = deadline;
        this.rules = rules;
        this.most = most;
    }

    /**
     * Inserts the facts and fires until nothing is left to fire.
     *
     * @throws AimsException AIMS-3129, if a rule fails; AIMS-3130, if more fire than may; AIMS-3131, if it takes too long;
     *     AIMS-3132 or AIMS-3133, if a rule reads or finds what is not there
     */
    void fire(EvaluatedFacts evaluated) {
        facts = evaluated;
        int fired;
        try {
            session.insert(evaluated);
            fired = session.fireAllRules(this, most + 1);
        } catch (ConstraintEvaluationException e) {
            throw failure("A condition of " + rules.named(String.valueOf(e.getMessage())), e);
        } catch (RuntimeException | StackOverflowError e) {
            throw failure(last.isEmpty() ? "A trusted rule" : last, e);
        }
        if (fired > most) {
            throw new AimsException(
                    TOO_MANY,
                    last + " was the last of more than " + most + " to fire for system (" + deadline.systemId() + ").",
                    "Maybe it makes itself or another rule fire again without end.");
        }
        if (late || deadline.isPast()) {
            throw new AimsException(
                    TOO_LATE,
                    (last.isEmpty() ? "The conditions of trusted rules" : last)
                            + " went beyond the deadline of the evaluation of system (" + deadline.systemId() + ").",
                    "Maybe it waits for something: a rule must not.");
        }
    }

    @Override
    public boolean accept(Match match) {
        if (deadline.isPast()) {
            late = true;
            session.halt();
            return false;
        }
        Rule rule = match.getRule();
        PackReference among = rules.among(rule.getPackageName(), rule.getName());
        last = TrustedModels.subject(rule.getName(), among);
        if (facts != null) {
            facts.firing(among, rule.getName());
        }
        return true;
    }

    private AimsException failure(String subject, Throwable thrown) {
        Fault own = own(thrown);
        AimsException failure = own == null
                ? new AimsException(
                        FAILED,
                        subject + " failed on system (" + deadline.systemId() + "): " + Quoted.of(root(thrown)) + ".",
                        "This is a fault of the rule, not of the packs: its authors find the rest in the cause.")
                : new AimsException(own.code(), subject + " " + own.message() + ".", own.advice());
        failure.initCause(thrown);
        return failure;
    }

    private static @Nullable Fault own(Throwable thrown) {
        Throwable cause = thrown;
        for (int depth = 0; cause != null && depth < 20; depth++) {
            if (cause instanceof AimsException known) {
                return known.faults().get(0);
            }
            cause = cause.getCause();
        }
        return null;
    }

    private static String root(Throwable thrown) {
        Throwable root = thrown;
        for (int depth = 0; root.getCause() != null && depth < 20; depth++) {
            root = root.getCause();
        }
        return root.toString();
    }
}
