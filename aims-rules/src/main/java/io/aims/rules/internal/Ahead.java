package io.aims.rules.internal;

import io.aims.rule.Truth;
import java.time.Duration;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.kie.api.runtime.KieSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Loads the classes of Drools ahead, on a thread of its own, while the first thread of a process reads packs. Some 600 classes
 * are more than half of what a first evaluation waits for.
 *
 * <p>Thread-safe. The thread is started once in a process, runs one rule and ends; without a second processor there is none.
 * Until it has ended no other thread of AIMS initialises a class of Drools, so that two threads never wait for each other.
 */
final class Ahead {

    private static final Logger LOG = LoggerFactory.getLogger(Ahead.class);
    private static final Duration LIMIT = Duration.ofMinutes(1);
    private static final AtomicBoolean BEGUN = new AtomicBoolean();
    private static volatile @Nullable Thread loading;

    private Ahead() {}

    /** Begins to load, unless that was begun before. */
    static void begin() {
        if (Runtime.getRuntime().availableProcessors() > 1 && BEGUN.compareAndSet(false, true)) {
            Thread thread = new Thread(null, Ahead::load, "aims-ahead", 0, false);
            thread.setDaemon(true);
            loading = thread;
            thread.start();
        }
    }

    /** Waits until the classes are loaded, if that was begun. An interrupt is kept for later. */
    static void await() {
        Thread thread = loading;
        if (thread == null || thread == Thread.currentThread()) {
            return;
        }
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        loading = null;
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static void load() {
        try {
            runOneRule();
        } catch (RuntimeException | LinkageError e) {
            LOG.debug("Classes were not loaded ahead; the first evaluation will tell why", e);
        }
    }

    /** Returns the marks of a rule that may hold: its own, if all went well. */
    static BitSet runOneRule() {
        Readings readings = new Readings(1, 0);
        readings.put(0, Truth.UNDETERMINED);
        BitSet possible = new BitSet();
        KnowledgeBase knowledgeBase =
                new KnowledgeBase(Network.ofOneRule(), List.of(), DroolsEngine.Sessions.CONFIGURATION);
        KieSession session = knowledgeBase.newSession();
        try {
            new Insertion(session, new Deadline("", LIMIT)).insert(new View(0, readings, new BitSet(), possible));
            return possible;
        } finally {
            session.dispose();
            knowledgeBase.close();
        }
    }
}
