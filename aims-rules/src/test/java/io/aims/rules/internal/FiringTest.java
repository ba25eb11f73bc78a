package io.aims.rules.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.drools.model.DSL.declarationOf;
import static org.drools.model.DSL.on;
import static org.drools.model.PatternDSL.pattern;
import static org.drools.model.PatternDSL.rule;

import io.aims.error.AimsException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.drools.model.Variable;
import org.drools.model.functions.Predicate1;
import org.drools.model.impl.ModelImpl;
import org.junit.jupiter.api.Test;
import org.kie.api.runtime.KieSession;

class FiringTest {

    private static final Variable<LowView> VIEW = declarationOf(LowView.class, "view");
    private static final Duration LONG = Duration.ofMinutes(1);

    private static LowView view() {
        return new LowView(0, new long[0], new BigDecimal[0]);
    }

    @Test
    void endless_rules_are_stopped_at_the_limit() {
        ModelImpl model = new ModelImpl();
        model.addRule(rule("test", "LOOP-1 LOW")
                .build(pattern(VIEW), on(VIEW).execute((drools, view) -> drools.insert(view()))));
        assertThatThrownBy(() -> fire(model, 1000, LONG))
                .isInstanceOf(AimsException.class)
                .hasMessage("AIMS-3003: More than 1000 rules fired for system (s\\u0007).\n"
                        + "This is a fault of the engine: please report it with the packs in use.");
    }

    @Test
    void as_many_rules_as_may_fire_do() {
        ModelImpl model = new ModelImpl();
        model.addRule(rule("test", "ONE-1 LOW").build(pattern(VIEW), on(VIEW).execute(new Mark<>(7))));
        assertThat(fire(model, 1, LONG).marks().get(7)).isTrue();
    }

    @Test
    void endless_rules_are_stopped_at_the_deadline() {
        ModelImpl model = new ModelImpl();
        model.addRule(rule("test", "LOOP-1 LOW")
                .build(pattern(VIEW), on(VIEW).execute((drools, view) -> drools.insert(view()))));
        long start = System.nanoTime();
        assertThatThrownBy(() -> fire(model, Integer.MAX_VALUE - 1, Duration.ofMillis(50)))
                .isInstanceOf(AimsException.class)
                .hasMessageStartingWith("AIMS-3002: The evaluation of system (s\\u0007) took longer");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
    }

    @Test
    void a_failing_consequence_names_its_rule() {
        ModelImpl model = new ModelImpl();
        model.addRule(rule("test", "ACME-7 HIGH").build(pattern(VIEW), on(VIEW).execute(view -> {
            throw new IllegalStateException("out of order");
        })));
        assertThatThrownBy(() -> fire(model, 10, LONG))
                .isInstanceOf(AimsException.class)
                .hasMessageStartingWith("AIMS-3004: Rule (ACME-7) failed on system (s\\u0007).")
                .hasRootCauseMessage("out of order");
    }

    @Test
    void a_failing_constraint_is_a_fault_of_the_engine() {
        Predicate1<LowView> broken = view -> {
            throw new IllegalStateException("out of order");
        };
        ModelImpl model = new ModelImpl();
        model.addRule(rule("test", "ACME-8 LOW")
                .build(pattern(VIEW).expr("broken", broken), on(VIEW).execute(new Mark<>(0))));
        assertThatThrownBy(() -> fire(model, 10, LONG))
                .isInstanceOf(AimsException.class)
                .hasMessageStartingWith("AIMS-3004: A constraint failed on system (s\\u0007).")
                .hasRootCauseMessage("out of order");
    }

    private static LowView fire(ModelImpl model, int most, Duration deadline) {
        KnowledgeBase knowledgeBase = new KnowledgeBase(List.of(model), EngineConfiguration.session());
        KieSession session = knowledgeBase.newSession();
        try {
            LowView view = view();
            new Firing(session, new Deadline("s\u0007", deadline)).fire(most, view);
            return view;
        } finally {
            session.dispose();
            knowledgeBase.close();
        }
    }
}
