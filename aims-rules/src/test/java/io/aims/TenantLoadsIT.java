package io.aims;

import static org.assertj.core.api.Assertions.assertThat;

import io.aims.error.AimsException;
import io.aims.evaluation.Basis;
import io.aims.rule.RulePack;
import io.aims.rules.RulePacks;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What stays of ten thousand packs of tenants: nothing. The first thousand warm the machine up. */
@Tag("slow")
class TenantLoadsIT {

    private static final int LOADS = Integer.getInteger("aims.tenant.loads", 10_000);

    /** coming-and-going: read, verified, built, evaluated once and closed, while four threads evaluate. */
    @Test
    void nothing_stays_of_packs_that_come_and_go() throws Exception {
        AtomicBoolean done = new AtomicBoolean();
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try (Aims others = Aims.standard()) {
            Callable<Void> evaluating = () -> {
                while (!done.get()) {
                    others.evaluate(TenantPacks.SYSTEM);
                    Thread.sleep(20);
                }
                return null;
            };
            List<Future<Void>> all =
                    Stream.generate(() -> threads.submit(evaluating)).limit(4).toList();
            Footprint before = loaded(LOADS / 10, LOADS);
            done.set(true);
            for (Future<Void> one : all) {
                one.get();
            }
            Footprint.now().isAsAt(before, 8);
        } finally {
            done.set(true);
            threads.shutdown();
        }
    }

    /** The same beside the standard pack, a tenth of the times, for it takes ten times as long. */
    @Test
    void nothing_stays_of_packs_beside_the_standard_one() {
        int loads = LOADS / 10;
        Footprint before = null;
        for (int i = 0; i < loads; i++) {
            try (Aims aims = Aims.builder()
                    .packs(RulePacks.standard(), TenantPacks.version(i))
                    .build()) {
                aims.evaluate(TenantPacks.SYSTEM);
            }
            if (i == loads / 4) {
                before = Footprint.now();
            }
        }
        Footprint after = Footprint.now();
        report("beside the standard pack", loads, before, after);
        after.isAsAt(before, 8);
    }

    /** faults-kept: of a pack that is refused only what is told stays. */
    @Test
    void of_packs_that_are_refused_only_the_faults_stay() {
        List<AimsException> kept = new ArrayList<>();
        Footprint before = null;
        for (int i = 0; i < LOADS; i++) {
            kept.add(TenantPacks.refused(i));
            if (i == LOADS / 10) {
                before = Footprint.now();
            }
        }
        Footprint after = Footprint.now();
        report("refused and kept", LOADS, before, after);
        assertThat(kept).hasSize(LOADS).allSatisfy(e -> assertThat(e.faults()).hasSizeLessThan(5));
        after.isAsAt(before, 128);
    }

    /** swap-under-load: a refused version changes nothing, and each evaluation rests on one good version. */
    @Test
    void bad_versions_offered_under_load_change_nothing() throws Exception {
        // What is loaded when first used is there before anything is counted.
        offerBadVersions(20);
        Footprint before = Footprint.now();
        offerBadVersions(LOADS / 20);
        Footprint.now().isAsAt(before, 32);
    }

    private static void offerBadVersions(int versions) throws Exception {
        Set<Basis> good = ConcurrentHashMap.newKeySet();
        AtomicBoolean done = new AtomicBoolean();
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try (AimsInUse inUse = new AimsInUse(remembered(0, good))) {
            Callable<Void> evaluating = () -> {
                while (!done.get()) {
                    assertThat(good).contains(inUse.evaluate(TenantPacks.SYSTEM).basis());
                }
                return null;
            };
            List<Future<Void>> all =
                    Stream.generate(() -> threads.submit(evaluating)).limit(4).toList();
            for (int i = 1; i < versions; i++) {
                TenantPacks.refused(i);
                inUse.replace(remembered(i, good));
            }
            done.set(true);
            for (Future<Void> one : all) {
                one.get();
            }
        } finally {
            done.set(true);
            threads.shutdown();
        }
        assertThat(threads.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
    }

    private static Aims remembered(int version, Set<Basis> good) {
        Aims aims = Aims.builder().packs(TenantPacks.version(version)).build();
        good.add(aims.basis());
        return aims;
    }

    private static Footprint loaded(int warm, int loads) {
        Footprint before = null;
        for (int i = 0; i < loads; i++) {
            RulePack pack = TenantPacks.version(i);
            try (Aims aims = Aims.builder().packs(pack).build()) {
                aims.evaluate(TenantPacks.SYSTEM);
            }
            if (i == warm) {
                before = Footprint.now();
            }
        }
        report("alone", loads, before, Footprint.now());
        return before;
    }

    private static void report(String what, int loads, Footprint before, Footprint after) {
        System.out.println(loads + " packs " + what + ": from " + before + " to " + after);
    }
}
