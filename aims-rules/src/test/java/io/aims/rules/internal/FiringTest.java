package io.aims.rules.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.drools.model.DSL.declarationOf;
import static org.drools.model.DSL.on;
import static org.drools.model.PatternDSL.pattern;
import static org.drools.model.PatternDSL.rule;

import io.aims.error.AimsException;
import java.time.Duration;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.drools.base.definitions.impl.KnowledgePackageImpl;
import org.drools.model.Variable;
import org.drools.model.functions.Predicate1;
import org.drools.model.impl.ModelImpl;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.KieSessionConfiguration;

class FiringTest {

    private static final Variable<View> VIEW = declarationOf(View.class, "view");
    private static final Duration LONG = Duration.ofMinutes(1);

    private static Stream<KieSessionConfiguration> sessions() {
        return Stream.of(EngineConfiguration.session(), EngineConfiguration.sessionWithTrustedRules());
    }

    private static View view() {
        return new View(0, new Readings(0, 0), new BitSet(), new BitSet());
    }

    @ParameterizedTest
    @MethodSource("sessions")
    void endless_rules_are_stopped_at_the_limit(KieSessionConfiguration sessions) {
        ModelImpl model = new ModelImpl();
        model.addRule(rule("test", "LOOP-1")
                .build(pattern(VIEW), on(VIEW).execute((drools, view) -> drools.insert(view()))));
        assertThatThrownBy(() -> fire(sessions, model, 1000, LONG))
                .isInstanceOf(AimsException.class)
                .hasMessage("AIMS-3003: More than 1000 rules fired for system (s\\u0007).\n"
                        + "This is a fault of the engine: please report it with the packs in use.");
    }

    @ParameterizedTest
    @MethodSource("sessions")
    void as_many_rules_as_may_fire_do(KieSessionConfiguration sessions) {
        AtomicInteger fired = new AtomicInteger();
        ModelImpl model = new ModelImpl();
        model.addRule(rule("test", "ONE-1")
                .build(pattern(VIEW), on(VIEW).execute(view -> fired.incrementAndGet())));
        fire(sessions, model, 1, LONG);
        assertThat(fired).hasValue(1);
    }

    @ParameterizedTest
    @MethodSource("sessions")
    void endless_rules_are_stopped_at_the_deadline(KieSessionConfiguration sessions) {
        ModelImpl model = new ModelImpl();
        model.addRule(rule("test", "LOOP-1")
                .build(pattern(VIEW), on(VIEW).execute((drools, view) -> drools.insert(view()))));
        long start = System.nanoTime();
        assertThatThrownBy(() -> fire(sessions, model, Integer.MAX_VALUE - 1, Duration.ofMillis(50)))
                .isInstanceOf(AimsException.class)
                .hasMessageStartingWith("AIMS-3002: The evaluation of system (s\\u0007) took longer");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
    }

    @ParameterizedTest
    @MethodSource("sessions")
    void a_failing_consequence_names_its_rule(KieSessionConfiguration sessions) {
        ModelImpl model = new ModelImpl();
        model.addRule(rule("test", "ACME-7").build(pattern(VIEW), on(VIEW).execute(view -> {
            throw new IllegalStateException("out of order");
        })));
        assertThatThrownBy(() -> fire(sessions, model, 10, LONG))
                .isInstanceOf(AimsException.class)
                .hasMessageStartingWith("AIMS-3004: Rule (ACME-7) failed on system (s\\u0007).")
                .hasRootCauseMessage("out of order");
    }

    @ParameterizedTest
    @MethodSource("sessions")
    void a_failing_constraint_is_a_fault_of_the_engine(KieSessionConfiguration sessions) {
        Predicate1<View> broken = view -> {
            throw new IllegalStateException("out of order");
        };
        ModelImpl model = new ModelImpl();
        model.addRule(rule("test", "ACME-8")
                .build(pattern(VIEW).expr("broken", broken), on(VIEW).execute(view -> {})));
        assertThatThrownBy(() -> fire(sessions, model, 10, LONG))
                .isInstanceOf(AimsException.class)
                .hasMessageStartingWith("AIMS-3004: A constraint failed on system (s\\u0007).")
                .hasRootCauseMessage("out of order");
    }

    private static void fire(KieSessionConfiguration sessions, ModelImpl model, int most, Duration deadline) {
        KnowledgeBase knowledgeBase = new KnowledgeBase(new KnowledgePackageImpl("none"), List.of(model), sessions);
        KieSession session = knowledgeBase.newSession();
        try {
            new Firing(session, new Deadline("s\u0007", deadline)).fire(most, view());
        } finally {
            session.dispose();
            knowledgeBase.close();
        }
    }
}
