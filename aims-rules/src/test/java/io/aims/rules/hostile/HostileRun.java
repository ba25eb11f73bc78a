package io.aims.rules.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.aims.error.AimsException;
import io.aims.error.Fault;
import io.aims.rule.RulePack;
import io.aims.rules.PackLoader;
import io.aims.rules.PackSource;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What came of reading a pack in a thread of its own, with a small stack.
 *
 * @param pack the pack, if it was read
 * @param faults what was wrong
 * @param error what else came out, or {@code null}
 * @param megabytes what the thread allocated in all, garbage included: never less than what it needed at any moment
 * @param seconds the time that the thread had a processor
 */
record HostileRun(
        Optional<RulePack> pack,
        List<Fault> faults,
        @Nullable Throwable error,
        double megabytes,
        double seconds) {

    private static final long SMALL_STACK = 512 * 1024;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final int LONGEST_MESSAGE = 2_000;

    static HostileRun of(Supplier<PackSource> source) {
        AtomicReference<HostileRun> result = new AtomicReference<>();
        Thread thread = new Thread(null, () -> result.set(here(source)), "hostile", SMALL_STACK);
        thread.start();
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return result.get();
    }

    private static HostileRun here(Supplier<PackSource> source) {
        long allocated = THREADS.getCurrentThreadAllocatedBytes();
        long time = THREADS.getCurrentThreadCpuTime();
        Optional<RulePack> pack = Optional.empty();
        List<Fault> faults = List.of();
        Throwable error = null;
        try {
            pack = Optional.of(PackLoader.standard().read(source.get()));
        } catch (AimsException e) {
            faults = e.faults();
        } catch (Throwable e) {
            error = e;
        }
        return new HostileRun(
                pack,
                faults,
                error,
                (THREADS.getCurrentThreadAllocatedBytes() - allocated) / 1e6,
                (THREADS.getCurrentThreadCpuTime() - time) / 1e9);
    }

    /** Checks how it ended, and that what it says is short, on one line and tells no secret. */
    void check(HostilePack hostile, String name) {
        assertThat(error).as("nothing but AimsException from %s", name).isNull();
        HostilePack.Expectation expected = hostile.expect();
        switch (expected.outcome()) {
            case REFUSED -> assertThat(faults).as("refused: %s", name).isNotEmpty();
            case READ -> assertThat(faults).as("read: %s", name).isEmpty();
            default -> assertThat(faults.isEmpty()).isEqualTo(pack.isPresent());
        }
        expected.code()
                .ifPresent(code -> assertThat(faults).extracting(Fault::code).contains(code));
        assertThat(faults).as("a short list").hasSizeLessThanOrEqualTo(expected.mostFaults());
        for (Fault fault : faults) {
            for (String words : List.of(fault.message(), fault.advice())) {
                assertThat(words.length()).as("%.200s", words).isLessThan(LONGEST_MESSAGE);
                assertThat(words).doesNotContain(HostileFolder.SECRET);
                assertThat(words.codePoints().allMatch(HostileRun::isSafe))
                        .as("%s", words)
                        .isTrue();
            }
        }
    }

    private static boolean isSafe(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
