package io.aims.rules.law;

import io.aims.catalog.answers.AnswerReader;
import io.aims.catalog.document.Documents;
import io.aims.catalog.document.Fields;
import io.aims.catalog.document.Node;
import io.aims.error.Faults;
import io.aims.error.Place;
import io.aims.rule.Truth;
import io.aims.source.Confidence;
import io.aims.system.AiSystem;
import io.aims.system.Answer;
import io.aims.system.Vocabulary;
import io.aims.system.YesNo;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the cases of a law, strictly: a field, value or name that is not known is a fault and no case is skipped. */
final class LegalCases {

    private static final String CODE = "CASE";
    private static final String TAKEN_AWAY = "UNKNOWN";

    private final Vocabulary vocabulary;
    private final Path samples;
    private final Faults faults = new Faults();
    private final Map<String, Base> bases = new LinkedHashMap<>();
    private final Map<String, Node> sampleAnswers = new LinkedHashMap<>();

    private LegalCases(Vocabulary vocabulary, Path samples) {
        this.vocabulary = vocabulary;
        this.samples = samples;
    }

    /** A shared starting point, which may stand on others. */
    private record Base(List<Node.Scalar> others, Optional<Node> facts) {}

    /**
     * Reads the cases of a folder.
     *
     * @param folder holds {@code bases.yaml} and {@code cases/}
     * @param samples the folder of the descriptions that cases may start from
     * @param vocabulary what cases may answer
     * @return the cases by their topics, in the order of the files
     */
    static Map<String, List<LegalCase>> read(Path folder, Path samples, Vocabulary vocabulary) {
        LegalCases cases = new LegalCases(vocabulary, samples);
        Map<String, List<LegalCase>> byTopic = new TreeMap<>();
        Set<String> ids = new LinkedHashSet<>();
        cases.readBases(yaml(folder.resolve("bases.yaml")));
        try (Stream<Path> files = Files.list(folder.resolve("cases"))) {
            for (Path file : files.sorted().toList()) {
                Fields fields = Fields.of(yaml(file), cases.faults, CODE, "file of cases");
                List<LegalCase> read =
                        byTopic.computeIfAbsent(fields.requiredText("topic"), topic -> new ArrayList<>());
                for (Node node : fields.items("cases")) {
                    LegalCase each = cases.legalCase(node);
                    if (!ids.add(each.id())) {
                        cases.fault(node.place(), "The case (" + each.id() + ") stands twice.");
                    }
                    read.add(each);
                }
                fields.end();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        cases.faults.throwIfAny();
        return byTopic;
    }

    private void readBases(Node root) {
        Fields fields = Fields.of(root, faults, CODE, "bases");
        if (fields.requiredNode("bases").orElseThrow() instanceof Node.Mapping mapping) {
            for (Node.Entry entry : mapping.entries().values()) {
                Fields base = Fields.of(entry.value(), faults, CODE, "base (" + entry.key() + ")");
                base.requiredText("about");
                List<Node.Scalar> others = base.scalars("base");
                bases.put(entry.key(), new Base(others, base.node("facts")));
                base.end();
            }
        }
        fields.end();
    }

    private LegalCase legalCase(Node node) {
        Fields fields = Fields.of(node, faults, CODE, "case");
        String id = fields.requiredText("id");
        String title = fields.requiredText("title");
        Map<String, Answer> answers = new LinkedHashMap<>();
        fields.text("sample").ifPresent(sample -> put(id, sample(sample), answers));
        fields.requiredNode("base");
        fields.scalars("base").forEach(base -> putBase(id, base, answers, 0));
        fields.requiredNode("facts").ifPresent(facts -> put(id, facts, answers));
        LocalDate asOf = LocalDate.parse(fields.requiredText("asOf"));
        boolean contradictory = fields.word("contradictory", YesNo.class).orElse(YesNo.NO) == YesNo.YES;
        LegalCase.Expected expected = expected(fields.requiredNode("expect").orElseThrow());
        fields.word("confidence", Confidence.class);
        fields.requiredText("why");
        fields.end();
        AiSystem system =
                AiSystem.named(id.isEmpty() ? "?" : id).putAll(answers.values()).build();
        return new LegalCase(id, title, system, asOf, contradictory, expected);
    }

    private void putBase(String id, Node.Scalar name, Map<String, Answer> answers, int depth) {
        Base base = bases.get(name.text());
        if (base == null || depth > bases.size()) {
            fault(
                    name.place(),
                    "The base (" + name.text() + ") of case (" + id + ") is not there or stands on itself.");
            return;
        }
        base.others().forEach(other -> putBase(id, other, answers, depth + 1));
        base.facts().ifPresent(facts -> put(id, facts, answers));
    }

    /** Later answers replace earlier ones, and UNKNOWN takes one away. */
    private void put(String id, Node facts, Map<String, Answer> answers) {
        if (!(facts instanceof Node.Mapping mapping)) {
            fault(facts.place(), "The facts of case (" + id + ") are no map.");
            return;
        }
        Map<String, Node.Entry> given = new LinkedHashMap<>(mapping.entries());
        given.values().removeIf(entry -> {
            boolean takenAway = entry.value() instanceof Node.Scalar scalar
                    && scalar.text().equals(TAKEN_AWAY)
                    && vocabulary.characteristic(entry.key()).isPresent();
            if (takenAway) {
                answers.remove(entry.key());
            }
            return takenAway;
        });
        new AnswerReader("case", id, faults)
                .readAll(new Node.Mapping(given, mapping.place()), vocabulary)
                .forEach(answer -> answers.put(answer.characteristic().id(), answer));
    }

    private Node sample(String name) {
        return sampleAnswers.computeIfAbsent(
                name,
                key -> ((Node.Mapping) yaml(samples.resolve(key + ".yaml")))
                        .get("characteristics")
                        .orElseThrow());
    }

    private LegalCase.Expected expected(Node node) {
        Fields fields = Fields.of(node, faults, CODE, "expectation");
        List<String> classes = fields.texts("classes");
        String article = fields.requiredText("article");
        Truth stop = truth(fields.text("stop"));
        Truth applies = truth(fields.text("applies"));
        Map<String, Truth> duties = new LinkedHashMap<>();
        fields.node("duties")
                .ifPresent(owed -> ((Node.Mapping) owed)
                        .entries()
                        .forEach((duty, entry) -> duties.put(
                                duty,
                                Objects.requireNonNull(truth(Optional.of(((Node.Scalar) entry.value()).text()))))));
        List<String> notDuties = fields.texts("notDuties");
        List<String> openDuties = fields.texts("openDuties");
        Truth becomesProvider = truth(fields.text("becomesProvider"));
        fields.end();
        return new LegalCase.Expected(classes, article, stop, applies, duties, notDuties, openDuties, becomesProvider);
    }

    private static @Nullable Truth truth(Optional<String> word) {
        return word.map(known -> switch (known) {
                    case "YES" -> Truth.TRUE;
                    case "NO" -> Truth.FALSE;
                    case TAKEN_AWAY -> Truth.UNDETERMINED;
                    default -> throw new IllegalArgumentException("YES, NO or UNKNOWN, not " + known);
                })
                .orElse(null);
    }

    private void fault(Place place, String message) {
        faults.add(CODE, place, message, "");
    }

    static Node yaml(Path file) {
        try (InputStream bytes = Files.newInputStream(file)) {
            return Documents.yaml(String.valueOf(file.getFileName()), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
