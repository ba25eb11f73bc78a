package io.aims.classpath;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The jars that users of {@code aims-rules} get, as the build resolved them.
 *
 * @param jars all of them, that of {@code aims-rules} first
 */
public record RunTimeClassPath(List<Path> jars) {

    /** Reads the class path that the build wrote. */
    public static RunTimeClassPath ofTheBuild() throws IOException {
        String others = Files.readString(Path.of(System.getProperty("aims.run-time-class-path")));
        return new RunTimeClassPath(Stream.concat(
                        Stream.of(System.getProperty("aims.jar")),
                        Arrays.stream(others.strip().split(File.pathSeparator)))
                .map(Path::of)
                .toList());
    }

    /** Returns the jars that are not ours. */
    public List<Path> thirdParty() {
        return jars.stream()
                .filter(jar -> !jar.getFileName().toString().startsWith("aims-"))
                .filter(Files::isRegularFile)
                .toList();
    }

    /**
     * Runs a program of the tests, which must use nothing but these jars, in a process of its own.
     *
     * @param folder for a copy of the program: its own holds everything else that tests need
     * @param options options of the Java virtual machine
     * @param arguments what the program is called with
     * @return the lines it printed
     */
    public List<String> run(Path folder, Class<?> program, List<String> options, String... arguments)
            throws IOException, InterruptedException {
        copy(program, folder);
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(options);
        command.add("-cp");
        command.add(Stream.concat(jars.stream(), Stream.of(folder))
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator)));
        command.add(program.getName());
        command.addAll(List.of(arguments));
        Path output = folder.resolve("output.txt");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            assertThat(process.waitFor(3, TimeUnit.MINUTES)).as("ended in time").isTrue();
            List<String> lines = Files.readAllLines(output);
            assertThat(process.exitValue()).as(String.join("\n", lines)).isZero();
            return lines;
        } finally {
            process.destroyForcibly();
        }
    }

    /** Copies a class that a program needs to the folder of that program. */
    static void copy(Class<?> type, Path folder) throws IOException {
        String file = type.getName().replace('.', '/') + ".class";
        Path copy = folder.resolve(file);
        Files.createDirectories(copy.getParent());
        try (InputStream in = type.getClassLoader().getResourceAsStream(file)) {
            Files.copy(in, copy);
        }
    }
}
