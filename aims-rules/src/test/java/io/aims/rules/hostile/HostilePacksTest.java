package io.aims.rules.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Makes every pack of hostile.yaml for which a build has time, and reads it. */
class HostilePacksTest {

    @TempDir
    Path folder;

    @TestFactory
    Stream<DynamicNode> a_pack_that_means_harm_does_none() {
        return HostilePack.all().stream()
                .filter(pack -> !pack.expect().slow())
                .map(pack -> DynamicTest.dynamicTest(pack.toString(), () -> check(pack)));
    }

    private void check(HostilePack pack) throws IOException {
        long t0 = System.nanoTime();
        try {
        Path own = Files.createDirectory(folder.resolve(pack.id()));
        for (HostileFolder.Made made : HostileFolder.make(pack, own)) {
            HostileRun run = HostileRun.of(made.source());
            if (Boolean.getBoolean("hostile.print")) {
                System.out.printf("%-45s %-30.30s %7.1f MB %6.2f s %4d %s%n", pack.id(), made.name().replace('\n', ' '), run.megabytes(), run.seconds(), run.faults().size(), run.error() != null ? run.error() : run.faults().stream().map(f -> f.code()).distinct().toList() + (run.faults().isEmpty() ? "" : run.faults().get(run.faults().size() - 1).message()));
                continue;
            }
            run.check(pack);
            assertThat(run.megabytes()).as("megabytes of %s", made.name()).isLessThan(pack.expect().memory());
            assertThat(run.seconds()).as("seconds of %s", made.name()).isLessThan(3 * pack.expect().seconds());
        }
        } finally { System.out.printf("WALL %s %.2f%n", pack.id(), (System.nanoTime()-t0)/1e9); }
    }
}
