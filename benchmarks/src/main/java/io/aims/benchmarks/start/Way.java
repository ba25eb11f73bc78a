package io.aims.benchmarks.start;

import java.nio.file.Path;
import java.util.List;

/**
 * A process to be started.
 *
 * @param contender whose start it is
 * @param condition with which settings of the JVM
 * @param options the settings
 * @param classPath the jars it sees
 * @param program the class to be run and its arguments
 * @param archived whether it runs on an archive of its classes, made by a run before
 * @param rounds in how many rounds it takes part; slow ones in fewer
 * @param expected what it has to print
 */
record Way(
        String contender,
        String condition,
        List<String> options,
        List<Path> classPath,
        List<String> program,
        boolean archived,
        int rounds,
        String expected) {

    /** Copies the lists. */
    Way {
        options = List.copyOf(options);
        classPath = List.copyOf(classPath);
        program = List.copyOf(program);
    }

    /** Returns the same way with other settings of the JVM. */
    Way with(String other, boolean archive, String... settings) {
        return new Way(contender, other, List.of(settings), classPath, program, archive, rounds, expected);
    }
}
