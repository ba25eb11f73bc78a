package io.aims.rules.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aims.Aims;
import io.aims.error.AimsException;
import io.aims.rules.PackLimits;
import io.aims.rules.PackLimits.Limit;
import io.aims.rules.PackLoader;
import io.aims.rules.PackSource;
import io.aims.rules.RulePacks;
import io.aims.system.AiSystem;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens if a source does harm while it is read. */
class HostileConductTest {

    @TempDir
    private Path folder;

    /** slow-stream: whoever waits for it can be interrupted, and evaluations go on meanwhile. */
    @Test
    void reading_a_stream_that_waits_ends_when_it_is_interrupted() throws Exception {
        CountDownLatch waiting = new CountDownLatch(1);
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try (Aims aims = Aims.builder().packs(RulePacks.standard()).build()) {
            Future<PackSource> reading = thread.submit(() -> PackSource.stream("slow", new Waiting(waiting)));
            waiting.await();
            assertThat(aims.evaluate(AiSystem.named("loan-scoring").build()).findings())
                    .isNotEmpty();
            assertThat(reading).isNotDone();
            thread.shutdownNow();

            assertThatThrownBy(() -> reading.get(10, TimeUnit.SECONDS))
                    .hasRootCauseInstanceOf(AimsException.class)
                    .hasStackTraceContaining("AIMS-2090");
        } finally {
            thread.shutdownNow();
        }
    }

    /** link-changed-while-reading: a file is exchanged for a link to a secret, and back, all the while. */
    @Test
    void a_file_that_becomes_a_link_while_it_is_read_tells_no_secret() throws Exception {
        HostilePack pack = HostilePack.all().stream()
                .filter(one -> one.id().equals("link-out"))
                .findFirst()
                .orElseThrow();
        HostileFolder.make(pack, folder);
        Path copy = folder.resolve("link");
        Path file = copy.resolve("load.yaml");
        Files.delete(file);
        Path original = Path.of("src/test/resources/planted/originals/night-desk/load.yaml");
        AtomicBoolean done = new AtomicBoolean();
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try {
            Future<?> exchanging = thread.submit(() -> exchange(file, original, done));
            int read = 0;
            for (int i = 0; i < 150; i++) {
                HostileRun run = HostileRun.of(() -> PackSource.folder(copy));
                assertThat(run.error()).isNull();
                assertThat(run.faults())
                        .allSatisfy(fault -> assertThat(fault.toString())
                                .doesNotContain(HostileFolder.SECRET)
                                .doesNotContain("scope"));
                read += run.pack().isPresent() ? 1 : 0;
            }
            done.set(true);
            exchanging.get();
            assertThat(read).as("times that the file was there").isPositive();
        } finally {
            done.set(true);
            thread.shutdown();
        }
    }

    private static Void exchange(Path file, Path original, AtomicBoolean done) {
        Path next = file.resolveSibling("next");
        try {
            while (!done.get()) {
                Files.deleteIfExists(next);
                Files.createSymbolicLink(next, Path.of("../secret.yaml"));
                Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
                Files.copy(original, next);
                Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
                Thread.onSpinWait();
            }
            return null;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void a_pack_beyond_a_limit_can_be_read_by_whoever_raises_it() {
        String pack = """
            pack: own
            version: 1.0.0
            title: Own rules
            licence: none
            catalogue: iso-42001:2023
            chapters:
              - {chapter: One, scope: SYSTEM, rules: [%s, %s]}
            """.formatted(rule("O-1", "A.2.2"), rule("O-2", "A.2.3"));
        PackSource source = PackSource.text("own", pack);
        PackLimits two = PackLimits.standard().with(Limit.RULES, 2);
        PackLimits one = PackLimits.standard().with(Limit.RULES, 1);

        assertThat(PackLoader.standard().limits(two).read(source).rules()).hasSize(2);
        assertThatThrownBy(() -> PackLoader.standard().limits(one).read(source))
                .hasMessage("AIMS-2146: The pack (One, own:7:167) has more than 1 rules.\n"
                        + "Maybe split it; whoever trusts its author may raise the limit RULES.");
    }

    private static String rule(String id, String control) {
        return "{id: " + id + ", title: Title of " + id + ", when: always, requires: [" + control + "], why: Reason of "
                + id + ", sources: [S], examples: {fires: [{}]}}";
    }

    /** Waits before each byte. */
    private static final class Waiting extends InputStream {

        private final CountDownLatch waiting;

        Waiting(CountDownLatch waiting) {
            this.waiting = waiting;
        }

        @Override
        public int read() throws IOException {
            waiting.countDown();
            try {
                new CountDownLatch(1).await();
                return 'a';
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new InterruptedIOException("interrupted");
            }
        }
    }
}
