package io.aims.rules.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Makes every pack of hostile.yaml for which each build has time, and reads it. */
class HostilePacksTest {

    /** What a thread allocates in all, garbage included, is more than it needs at any moment; that is for the slow build. */
    private static final int GARBAGE = 16;

    /** Measured times leave room for slow machines, and for code that was never run before. */
    static final int ROOM = 5;

    @TempDir
    private Path folder;

    @TestFactory
    Stream<DynamicTest> a_pack_that_means_harm_does_none() {
        return HostilePack.all().stream()
                .filter(pack -> !pack.slow() && !pack.isOfConduct())
                .map(pack -> DynamicTest.dynamicTest(pack.toString(), () -> check(pack)));
    }

    private void check(HostilePack pack) throws IOException {
        List<HostileFolder.Made> all = HostileFolder.make(pack, Files.createDirectory(folder.resolve(pack.id())));
        for (HostileFolder.Made made : all) {
            HostileRun run = HostileRun.of(made.source());
            run.check(pack, made.name());
            assertThat(run.megabytes())
                    .as("megabytes for %s", made.name())
                    .isLessThan(GARBAGE * pack.expect().memory());
            assertThat(run.seconds())
                    .as("seconds for %s", made.name())
                    .isLessThan(ROOM * pack.expect().seconds());
        }
    }

    @Test
    void every_entry_is_made_somewhere() {
        assertThat(HostilePack.all()).hasSizeGreaterThanOrEqualTo(72);
        assertThat(HostilePack.all().stream().filter(HostilePack::isOfConduct).map(HostilePack::id))
                .containsExactlyInAnyOrderElementsOf(HostilePack.OF_CONDUCT);
    }
}
