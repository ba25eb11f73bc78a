import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.definition.type.FactType;
import org.kie.api.runtime.KieSession;

/** Compiles the rules with Drools alone, runs them on one system and prints what they find. */
public final class RunRules {

    private static final String PACKAGE = "aims.rules";

    private RunRules() {}

    /**
     * Runs the rules.
     *
     * @param args the folder of the rules, the file that describes a system, and the text on which it does so
     */
    public static void main(String[] args) throws IOException {
        List<Path> files = new ArrayList<>(rulesIn(Path.of(args[0])));
        files.add(Path.of(args[1]));
        KieBase rules = compile(files);
        findings(rules, args[2]).forEach((rule, truth) -> System.out.println(rule + " " + truth));
    }

    /** Returns the DRL files of a folder. */
    public static List<Path> rulesIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".drl")).sorted().toList();
        }
    }

    /** Compiles DRL files. */
    public static KieBase compile(Collection<Path> files) throws IOException {
        KieServices services = KieServices.get();
        KieFileSystem sources = services.newKieFileSystem();
        for (Path file : files) {
            sources.write("src/main/resources/aims/rules/" + file.getFileName(), Files.readString(file));
        }
        KieBuilder builder = services.newKieBuilder(sources).buildAll(ExecutableModelProject.class);
        if (builder.getResults().hasMessages(Message.Level.WARNING)) {
            throw new IllegalStateException(builder.getResults().getMessages().toString());
        }
        return services.newKieContainer(builder.getKieModule().getReleaseId()).getKieBase();
    }

    /** Returns the rules that hold, in the order of their ids, each with {@code true} or {@code undetermined}. */
    public static Map<String, String> findings(KieBase rules, String system) {
        FactType finding = rules.getFactType(PACKAGE, "Finding");
        Map<String, String> truths = new TreeMap<>(Comparator.naturalOrder());
        KieSession session = rules.newKieSession();
        try {
            session.insert(system);
            session.fireAllRules();
            for (Object fact : session.getObjects(finding.getFactClass()::isInstance)) {
                String rule = (String) finding.get(fact, "rule");
                boolean certain = finding.get(fact, "view").toString().equals("LOW");
                truths.merge(rule, certain ? "true" : "undetermined", (one, other) -> "true");
            }
        } finally {
            session.dispose();
        }
        return truths;
    }
}
