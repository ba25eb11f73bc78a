package io.aims.rules.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Reads every pack of hostile.yaml in a machine that has no more memory than the entry allows, beside what it takes to read any
 * pack at all: whatever needs more ends in an {@link OutOfMemoryError} there.
 */
@Tag("slow")
class HostileMemoryIT {

    /** Megabytes for the classes, the vocabulary and the catalogue, and for what a collector leaves lying about. */
    private static final int BESIDE = 32;

    @ParameterizedTest
    @ValueSource(ints = {32, 64, 128, 256})
    void no_pack_takes_more_memory_than_its_entry_allows(int memory, @TempDir Path folder) throws Exception {
        Path output = folder.resolve("output.txt");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx" + (BESIDE + memory) + "m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        Reading.class.getName(),
                        Integer.toString(memory),
                        Files.createDirectory(folder.resolve("packs")).toString())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();

        assertThat(process.waitFor()).as("%s", Files.readString(output)).isZero();
        assertThat(Files.readString(output)).contains("all read");
    }

    /** The program of the small machine. */
    static final class Reading {

        private Reading() {}

        public static void main(String[] arguments) throws IOException {
            int memory = Integer.parseInt(arguments[0]);
            Path folder = Path.of(arguments[1]);
            for (HostilePack pack : HostilePack.all()) {
                if (pack.expect().memory() == memory && !pack.isOfConduct()) {
                    System.out.println(pack.id());
                    List<HostileFolder.Made> all =
                            HostileFolder.make(pack, Files.createDirectory(folder.resolve(pack.id())));
                    for (HostileFolder.Made made : all) {
                        HostileRun run = HostileRun.of(made.source());
                        run.check(pack, made.name());
                        assertThat(run.seconds())
                                .as("seconds for %s", made.name())
                                .isLessThan(
                                        HostilePacksTest.ROOM * pack.expect().seconds());
                    }
                }
            }
            System.out.println("all read");
        }
    }
}
