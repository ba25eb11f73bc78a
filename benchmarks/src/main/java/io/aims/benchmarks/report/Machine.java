package io.aims.benchmarks.report;

import com.sun.management.OperatingSystemMXBean;
import io.aims.Aims;
import io.aims.benchmarks.result.ResultFile;
import io.aims.benchmarks.result.Results;
import io.aims.rule.RulePack;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tells where and with what is measured: nothing that names a person, a host or a folder. */
public final class Machine {

    private static final Path PROCESSORS = Path.of("/proc/cpuinfo");
    private static final Path RELEASE = Path.of("/etc/os-release");
    private static final Pattern JAR = Pattern.compile("(.+?)-([0-9][^/]*)\\.jar");

    /** The jar by whose version a contender is told. */
    private static final Map<String, String> CONTENDERS = Map.of(
            "drools-core", "Drools",
            "kie-dmn-core", "kie-dmn",
            "evrete-core", "Evrete",
            "jmh-core", "JMH");

    private Machine() {}

    /**
     * Writes what is known of the machine and the versions.
     *
     * @param args the file to be written, a folder with the jars of all contenders, and more as {@code name=value}
     * @throws IOException if a file cannot be read or written
     */
    public static void main(String... args) throws IOException {
        Map<String, String> about = new LinkedHashMap<>();
        about.put("cores", String.valueOf(Runtime.getRuntime().availableProcessors()));
        about.put("processor", line(PROCESSORS, "model name").orElse(System.getProperty("os.arch")));
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        about.put("memory", Math.round(system.getTotalMemorySize() / (double) (1L << 30)) + " GiB");
        about.put(
                "operating system",
                line(RELEASE, "PRETTY_NAME").orElse(System.getProperty("os.name")) + ", "
                        + System.getProperty("os.arch"));
        about.put("Java", System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version"));
        try (Aims aims = Aims.standard()) {
            about.put("rules", aims.packs().stream().map(Machine::pack).collect(Collectors.joining(", ")));
        }
        about.putAll(versions(Path.of(args[1])));
        for (String more : List.of(args).subList(2, args.length)) {
            String[] parts = more.split("=", 2);
            about.put(parts[0], parts[1]);
        }
        ResultFile.write(Results.of(List.of(), List.of(), about), Path.of(args[0]));
    }

    private static String pack(RulePack pack) {
        return pack.rules().size() + " of pack " + pack.id() + " " + pack.version();
    }

    private static Map<String, String> versions(Path jars) throws IOException {
        try (Stream<Path> files = Files.list(jars)) {
            return files.map(file -> JAR.matcher(file.getFileName().toString()))
                    .filter(jar -> jar.matches() && CONTENDERS.containsKey(jar.group(1)))
                    .collect(
                            Collectors.toMap(jar -> "version of " + CONTENDERS.get(jar.group(1)), jar -> jar.group(2)));
        }
    }

    /** Returns what stands behind a name and a colon or an equals sign. */
    private static Optional<String> line(Path file, String name) throws IOException {
        if (!Files.isReadable(file)) {
            return Optional.empty();
        }
        Pattern wanted = Pattern.compile(Pattern.quote(name) + "\\s*[:=]\\s*\"?([^\"]*)\"?");
        try (Stream<String> lines = Files.lines(file)) {
            return lines.map(wanted::matcher)
                    .filter(Matcher::matches)
                    .map(line -> line.group(1).strip())
                    .findFirst();
        }
    }
}
