package io.aims.testing.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.aims.packs.skeleton.PackSkeleton;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The test in Java that {@code aims pack new --java} writes compiles, and passes. */
class SkeletonProjectTest {

    private static final String NAME = "acmehealthrules.AcmeHealthPackTest";

    @TempDir
    Path folder;

    @Test
    void the_test_of_a_new_pack_passes() throws IOException, ClassNotFoundException {
        PackSkeleton.withJava("acme-health", "1.0.0").writeTo(folder);
        Path source = folder.resolve("src/test/java/" + NAME.replace('.', '/') + ".java");
        // The build of the new project runs in its folder, this one does not.
        Files.writeString(source, Files.readString(source).replace("Path.of(\"\")", "Path.of(\"" + folder + "\")"));

        int status = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        "-proc:none",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "-d",
                        folder.toString(),
                        source.toString());

        assertThat(status).as("status of the compiler").isZero();
        try (URLClassLoader loader = new URLClassLoader(
                new URL[] {folder.toUri().toURL()}, getClass().getClassLoader())) {
            Run run = Run.of(loader.loadClass(NAME));
            assertThat(run.statuses()).hasSizeGreaterThan(12);
            assertThat(run.statuses().values()).containsOnly("SUCCESSFUL");
        }
    }
}
