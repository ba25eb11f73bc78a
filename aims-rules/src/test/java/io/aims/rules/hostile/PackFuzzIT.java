package io.aims.rules.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Lets Jazzer look for bytes at which reading a pack does something else than reading or refusing it, guided by which code they
 * reach: {@code mvn verify -Pfuzz -pl aims-rules -am}.
 */
@Tag("fuzz")
class PackFuzzIT {

    private static final int SECONDS = Integer.getInteger("aims.fuzz.seconds", 600);
    private static final int LONGEST = 6_000;

    @Test
    void no_bytes_do_harm(@TempDir Path folder) throws Exception {
        Path corpus = Files.createDirectory(folder.resolve("corpus"));
        Files.copy(Path.of("src/test/resources/planted/hostile/whole.yaml"), corpus.resolve("whole.yaml"));
        Files.writeString(
                corpus.resolve("condition"),
                "automationLevel >= HIGH_AUTOMATION and (profiling = YES or needed contains A.6.2.4)");
        Path output = folder.resolve("output.txt");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx1g",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        "com.code_intelligence.jazzer.Jazzer",
                        "--target_class=" + PackFuzzTarget.class.getName(),
                        "--instrumentation_includes=io.aims.rules.**:io.aims.catalog.**",
                        "--custom_hook_includes=io.aims.rules.hostile.**",
                        corpus.toString(),
                        "-max_total_time=" + SECONDS,
                        "-max_len=" + LONGEST)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();

        assertThat(process.waitFor()).as("%s", Files.readString(output)).isZero();
        assertThat(Files.readString(output)).contains("Done ");
    }
}
