package io.aims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aims.evaluation.Basis;
import io.aims.evaluation.Evaluation;
import io.aims.rule.RulePack;
import io.aims.rules.PackLoader;
import io.aims.rules.PackSource;
import io.aims.system.AiSystem;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AimsInUseTest {

    private static final AiSystem SYSTEM = AiSystem.named("loan-scoring").build();

    @Test
    void work_goes_on_with_what_it_began_with() {
        Aims first = aims(1);
        Aims second = aims(2);
        try (AimsInUse inUse = new AimsInUse(first)) {
            AimsInUse.Lease lease = inUse.lease();
            inUse.replace(second);

            assertThat(lease.aims()).isSameAs(first);
            assertThat(first.evaluate(SYSTEM).basis()).isEqualTo(first.basis());
            assertThat(inUse.evaluate(SYSTEM).basis()).isEqualTo(second.basis());
            lease.close();
            assertThatThrownBy(() -> first.evaluate(SYSTEM)).hasMessageStartingWith("AIMS-3006");
        }
        assertThatThrownBy(() -> second.evaluate(SYSTEM)).hasMessageStartingWith("AIMS-3006");
    }

    @Test
    void what_nobody_uses_is_closed_at_once_when_it_is_replaced() {
        Aims first = aims(1);
        try (AimsInUse inUse = new AimsInUse(first)) {
            inUse.evaluate(SYSTEM);
            inUse.replace(aims(2));

            assertThatThrownBy(() -> first.evaluate(SYSTEM)).hasMessageStartingWith("AIMS-3006");
        }
    }

    @Test
    void a_lease_counts_once_however_often_it_is_given_back() {
        Aims first = aims(1);
        try (AimsInUse inUse = new AimsInUse(first)) {
            AimsInUse.Lease lease = inUse.lease();
            AimsInUse.Lease other = inUse.lease();
            lease.close();
            lease.close();
            inUse.replace(aims(2));

            assertThat(other.aims().evaluate(SYSTEM).basis()).isEqualTo(first.basis());
            other.close();
        }
    }

    @Test
    void what_fails_gives_back_what_it_was_lent() {
        Aims first = aims(1);
        try (AimsInUse inUse = new AimsInUse(first)) {
            assertThatThrownBy(() -> inUse.with(aims -> {
                        throw new IllegalStateException("work failed");
                    }))
                    .hasMessage("work failed");
            inUse.replace(aims(2));

            assertThatThrownBy(() -> first.evaluate(SYSTEM)).hasMessageStartingWith("AIMS-3006");
        }
    }

    @Test
    void what_is_in_use_already_replaces_nothing() {
        Aims first = aims(1);
        try (AimsInUse inUse = new AimsInUse(first)) {
            assertThatThrownBy(() -> inUse.replace(first)).hasMessageStartingWith("AIMS-2140");
            assertThat(inUse.evaluate(SYSTEM)).isNotNull();
        }
    }

    @Test
    void once_closed_nothing_can_begin_and_what_is_offered_stays_open() {
        AimsInUse inUse = new AimsInUse(aims(1));
        inUse.close();
        inUse.close();

        try (Aims next = aims(2)) {
            assertThatThrownBy(inUse::lease).hasMessageStartingWith("AIMS-2141");
            assertThatThrownBy(() -> inUse.evaluate(SYSTEM)).hasMessageStartingWith("AIMS-2141");
            assertThatThrownBy(() -> inUse.replace(next)).hasMessageStartingWith("AIMS-2141");
            assertThat(next.evaluate(SYSTEM)).isNotNull();
        }
    }

    /** Each version of the pack requires another control, so that a mix of two would be seen. */
    @Test
    void evaluations_see_one_version_as_a_whole_while_versions_are_exchanged() throws Exception {
        Map<Basis, Set<String>> versions = new ConcurrentHashMap<>();
        AtomicBoolean done = new AtomicBoolean();
        CountDownLatch running = new CountDownLatch(4);
        AimsInUse inUse = new AimsInUse(remembered(0, versions));
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            Callable<Integer> evaluating = () -> {
                int evaluations = 0;
                while (!done.get()) {
                    Evaluation evaluation = inUse.evaluate(SYSTEM);
                    assertThat(required(evaluation)).isEqualTo(versions.get(evaluation.basis()));
                    evaluations++;
                    running.countDown();
                }
                return evaluations;
            };
            List<Future<Integer>> all =
                    Stream.generate(() -> threads.submit(evaluating)).limit(4).toList();
            running.await();
            for (int version = 1; version <= 60; version++) {
                inUse.replace(remembered(version, versions));
            }
            done.set(true);
            for (Future<Integer> one : all) {
                assertThat(one.get()).isPositive();
            }
        } finally {
            done.set(true);
            threads.shutdown();
            inUse.close();
        }
    }

    private static Aims remembered(int version, Map<Basis, Set<String>> versions) {
        Aims aims = aims(version);
        versions.put(aims.basis(), Set.of(control(version)));
        return aims;
    }

    private static Set<String> required(Evaluation evaluation) {
        return evaluation.safeguards().stream()
                .map(safeguard -> safeguard.control().id().value())
                .collect(Collectors.toSet());
    }

    private static String control(int version) {
        return List.of("A.2.2", "A.2.3", "A.2.4", "A.3.2").get(version % 4);
    }

    private static Aims aims(int version) {
        RulePack pack = PackLoader.standard()
                .read(PackSource.text("tenant", """
                    pack: tenant
                    version: 1.0.%d
                    title: Rules of a tenant
                    licence: none
                    catalogue: iso-42001:2023
                    chapters:
                      - chapter: All systems
                        scope: SYSTEM
                        rules:
                          - id: T-1
                            title: Every system
                            when: always
                            requires: [%s]
                            why: The tenant asks for it, version %d.
                            sources: [Tenant handbook]
                            examples: {fires: [{}]}
                    """.formatted(version, control(version), version)));
        return Aims.builder().packs(pack).build();
    }
}
