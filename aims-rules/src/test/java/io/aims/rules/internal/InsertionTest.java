package io.aims.rules.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.drools.model.DSL.declarationOf;
import static org.drools.model.DSL.on;
import static org.drools.model.PatternDSL.pattern;
import static org.drools.model.PatternDSL.rule;

import io.aims.error.AimsException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.drools.model.Variable;
import org.drools.model.functions.Predicate1;
import org.drools.model.impl.ModelImpl;
import org.junit.jupiter.api.Test;
import org.kie.api.runtime.KieSession;

class InsertionTest {

    private static final Variable<View> VIEW = declarationOf(View.class, "view");
    private static final Duration LONG = Duration.ofMinutes(1);

    private static View view() {
        return new View(0, new Readings(0, 0), new long[0], new long[0]);
    }

    @Test
    void nothing_fires_while_facts_are_inserted() {
        AtomicInteger fired = new AtomicInteger();
        ModelImpl model = new ModelImpl();
        model.addRule(rule("test", "ONE-1").build(pattern(VIEW), on(VIEW).execute(view -> fired.incrementAndGet())));
        insert(model, LONG);
        assertThat(fired).hasValue(0);
    }

    @Test
    void a_deadline_that_has_passed_is_told() {
        assertThatThrownBy(() -> insert(new ModelImpl(), Duration.ofNanos(1)))
                .isInstanceOf(AimsException.class)
                .hasMessageStartingWith("AIMS-3002: The evaluation of system (s\\u0007) took longer");
    }

    @Test
    void a_failing_constraint_is_a_fault_of_the_engine() {
        Predicate1<View> broken = view -> {
            throw new IllegalStateException("out of order");
        };
        ModelImpl model = new ModelImpl();
        model.addRule(rule("test", "ACME-8").build(pattern(VIEW).expr("broken", broken), on(VIEW).execute(view -> {})));
        assertThatThrownBy(() -> insert(model, LONG))
                .isInstanceOf(AimsException.class)
                .hasMessageStartingWith("AIMS-3004: A rule failed on system (s\\u0007).")
                .hasRootCauseMessage("out of order");
    }

    private static void insert(ModelImpl model, Duration deadline) {
        KnowledgeBase knowledgeBase =
                new KnowledgeBase(Networks.empty(), List.of(model), EngineConfiguration.session());
        KieSession session = knowledgeBase.newSession();
        try {
            new Insertion(session, new Deadline("s\u0007", deadline)).insert(view());
        } finally {
            session.dispose();
            knowledgeBase.close();
        }
    }
}
