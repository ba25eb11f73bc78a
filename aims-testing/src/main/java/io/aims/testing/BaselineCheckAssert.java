package io.aims.testing;

import io.aims.testing.baseline.BaselineCheck;
import io.aims.testing.baseline.Drift;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Assertions about a portfolio that was compared with its baseline. Not thread-safe.
 *
 * @since 0.1
 */
public final class BaselineCheckAssert extends OutcomeAssert<BaselineCheckAssert, BaselineCheck> {

    BaselineCheckAssert(@Nullable BaselineCheck actual, Consumer<AssertionError> failures) {
        super(actual, BaselineCheckAssert.class, failures);
    }

    /**
     * Expects that everything is as the baseline says, and every gap is accepted. A failure tells everything that is not, and
     * why.
     *
     * @return these assertions
     */
    public BaselineCheckAssert isUnchanged() {
        return check(subject().isUnchanged(), () -> "\n" + subject().text());
    }

    /**
     * Expects a drift of a kind.
     *
     * @param kind what it is about
     * @return these assertions
     */
    public BaselineCheckAssert hasDrift(Drift.Kind kind) {
        return check(
                subject().drifts().stream().anyMatch(drift -> drift.kind() == kind),
                () -> "\nExpected a drift of kind (" + kind + "), but there is "
                        + (subject().isUnchanged()
                                ? "none at all."
                                : "none such.\n" + subject().text()));
    }
}
