package io.aims.benchmarks.handwritten;

import io.aims.benchmarks.StandardBase;
import io.aims.system.Characteristic;
import io.aims.system.vocabulary.Characteristics;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** Writes and compiles the rules of the standard pack as Java before a process starts that runs them. */
public final class HandWrittenFiles {

    /** The class with a main method that evaluates one system and prints what it finds, as one number. */
    public static final String START = "handwritten.Start";

    private static final String PROGRAM = """
            package handwritten;

            import io.aims.system.Characteristic;
            import io.aims.system.vocabulary.Characteristics;

            public final class Start {

              public static void main(String... args) {
                System.out.println(rules().evaluate(io.aims.benchmarks.start.LoanScoring.system()).read());
              }

              public static io.aims.benchmarks.handwritten.HandWritten rules() {
                return new Rules(new Characteristic<?>[] {
                  %s
                });
              }
            }
            """;

    private HandWrittenFiles() {}

    /**
     * Finds the rules that were written, on the class path of a process.
     *
     * @return an evaluator of the standard pack
     * @throws ReflectiveOperationException if they are not there
     */
    public static HandWritten load() throws ReflectiveOperationException {
        return (HandWritten) Class.forName(START).getMethod("rules").invoke(null);
    }

    /**
     * Writes the source and the classes.
     *
     * @param args the folder of the source, and the folder of the classes
     * @throws IOException if a file cannot be written
     */
    public static void main(String... args) throws IOException {
        HandWrittenSource source = new HandWrittenSource(StandardBase.create());
        Path folder = Files.createDirectories(Path.of(args[0]));
        Path rules = Files.writeString(folder.resolve("Rules.java"), source.text());
        Path program = Files.writeString(
                folder.resolve("Start.java"),
                PROGRAM.formatted(source.characteristics().stream()
                        .map(HandWrittenFiles::constant)
                        .collect(Collectors.joining(",\n          "))));
        Files.createDirectories(Path.of(args[1]));
        int status = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        "-proc:none",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "-d",
                        args[1],
                        rules.toString(),
                        program.toString());
        if (status != 0) {
            throw new IllegalStateException("The compiler refused what was written to " + folder);
        }
    }

    private static String constant(Characteristic<?> characteristic) {
        return Stream.of(Characteristics.class.getFields())
                .filter(field -> characteristic.equals(value(field)))
                .map(field -> "Characteristics." + field.getName())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No constant is " + characteristic.id()));
    }

    private static Object value(Field field) {
        try {
            return field.get(null);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
