package io.aims.benchmarks.start;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.definition.type.FactType;
import org.kie.api.runtime.KieSession;

/** A process that compiles the rules exported as DRL, and runs them on one system. */
public final class DrlStart {

    private DrlStart() {}

    /**
     * Prints how many rules hold or may hold.
     *
     * @param args the class that tells Drools what to compile into, the folder of the rules, and the file that describes the
     *     system
     * @throws ReflectiveOperationException if the class is not there
     * @throws IOException if a file cannot be read
     */
    public static void main(String... args) throws ReflectiveOperationException, IOException {
        KieServices services = KieServices.get();
        KieFileSystem sources = services.newKieFileSystem();
        for (Path file : files(Path.of(args[1]), Path.of(args[2]))) {
            sources.write("src/main/resources/aims/rules/" + file.getFileName(), Files.readString(file));
        }
        KieBuilder builder = services.newKieBuilder(sources)
                .buildAll(Class.forName(args[0]).asSubclass(KieBuilder.ProjectType.class));
        if (builder.getResults().hasMessages(Message.Level.ERROR)) {
            throw new IllegalStateException(builder.getResults().getMessages().toString());
        }
        KieBase rules =
                services.newKieContainer(builder.getKieModule().getReleaseId()).getKieBase();
        System.out.println(findings(rules, Path.of(args[2])));
    }

    private static List<Path> files(Path folder, Path system) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return Stream.concat(
                            files.filter(file -> file.toString().endsWith(".drl"))
                                    .sorted(),
                            Stream.of(system))
                    .toList();
        }
    }

    /** The file describes the system when a text with its own name is inserted. */
    private static int findings(KieBase rules, Path system) {
        FactType finding = rules.getFactType("aims.rules", "Finding");
        Set<Object> found = new HashSet<>();
        KieSession session = rules.newKieSession();
        try {
            session.insert(system.getFileName().toString().replaceFirst("\\.drl$", ""));
            session.fireAllRules();
            session.getObjects(finding.getFactClass()::isInstance)
                    .forEach(fact -> found.add(finding.get(fact, "rule")));
        } finally {
            session.dispose();
        }
        return found.size();
    }
}
