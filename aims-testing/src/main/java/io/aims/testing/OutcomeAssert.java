package io.aims.testing;

import java.util.function.Consumer;
import java.util.function.Supplier;
import org.assertj.core.api.AbstractAssert;
import org.jspecify.annotations.Nullable;

/**
 * What the assertions about outcomes have in common: messages of several lines that are made only if they are needed, and
 * failures that are thrown or, by soft assertions, collected.
 *
 * @param <S> the type of the assertions
 * @param <A> what they are about
 */
abstract class OutcomeAssert<S extends OutcomeAssert<S, A>, A> extends AbstractAssert<S, A> {

    private final Consumer<AssertionError> failures;
    private final boolean isPart;
    private boolean failed;

    OutcomeAssert(@Nullable A actual, Class<S> type, Consumer<AssertionError> failures) {
        super(actual, type);
        this.failures = failures;
        this.isPart = false;
    }

    /** Begins assertions about a part of what others are about, under their description. Once they failed, they say no more. */
    OutcomeAssert(A actual, Class<S> type, OutcomeAssert<?, ?> whole) {
        super(actual, type);
        this.failures = whole.failures;
        this.isPart = true;
        if (whole.info.hasDescription()) {
            info.description(whole.info.description());
        }
    }

    /** Throws a failure. */
    static void thrown(AssertionError failure) {
        throw failure;
    }

    A subject() {
        isNotNull();
        return actual;
    }

    S check(boolean holds, Supplier<String> message) {
        if (!holds && !(isPart && failed)) {
            fail(message.get());
        }
        return myself;
    }

    private void fail(String message) {
        failed = true;
        failures.accept(failure("%s", message));
    }
}
