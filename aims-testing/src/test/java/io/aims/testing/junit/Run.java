package io.aims.testing.junit;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestSource;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Runs a test class as a user's build would, and keeps how each test ended by its display name. */
final class Run implements TestExecutionListener {

    private final Map<String, TestExecutionResult> results = new LinkedHashMap<>();
    private final Map<String, TestSource> sources = new LinkedHashMap<>();

    private Run() {}

    static Run of(Class<?> test) {
        Run run = new Run();
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(selectClass(test))
                .configurationParameter("junit.jupiter.conditions.deactivate", "org.junit.*DisabledCondition")
                .build();
        LauncherFactory.create().execute(request, run);
        return run;
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        if (test.isTest() || result.getStatus() != TestExecutionResult.Status.SUCCESSFUL) {
            results.put(test.getDisplayName(), result);
            test.getSource().ifPresent(source -> sources.put(test.getDisplayName(), source));
        }
    }

    /** Returns how each test ended, by its display name, in order. */
    Map<String, String> statuses() {
        Map<String, String> statuses = new LinkedHashMap<>();
        results.forEach((name, result) -> statuses.put(name, result.getStatus().name()));
        return statuses;
    }

    /** Returns the message of a failure, with that of what caused it. */
    String failure(String name) {
        TestExecutionResult result = results.get(name);
        if (result == null) {
            throw new AssertionError("No test (" + name + ") among " + results.keySet());
        }
        Throwable thrown = result.getThrowable().orElseThrow();
        return thrown.getMessage()
                + Optional.ofNullable(thrown.getCause())
                        .map(Throwable::getMessage)
                        .orElse("");
    }

    /** Returns where a test stands. */
    Optional<TestSource> source(String name) {
        return Optional.ofNullable(sources.get(name));
    }
}
