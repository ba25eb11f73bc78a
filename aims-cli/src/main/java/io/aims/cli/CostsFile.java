package io.aims.cli;

import io.aims.catalog.document.Documents;
import io.aims.catalog.document.Node;
import io.aims.error.AimsException;
import io.aims.error.Faults;
import io.aims.evaluation.QuestionCosts;
import io.aims.system.Characteristic;
import io.aims.system.Vocabulary;
import io.aims.text.Nearest;
import io.aims.text.Quoted;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Reads what answers cost: a map from characteristics to numbers, in YAML. */
final class CostsFile {

    private static final String WRONG = "AIMS-5031";

    private CostsFile() {}

    /**
     * Reads costs.
     *
     * @param file the file
     * @param vocabulary the characteristics that may be asked for
     * @return the costs
     * @throws AimsException with everything that is wrong
     */
    static QuestionCosts read(Path file, Vocabulary vocabulary) {
        Faults faults = new Faults();
        Node root;
        try (InputStream bytes = Files.newInputStream(file)) {
            root = Documents.yaml(file.toString(), bytes);
        } catch (IOException e) {
            throw new AimsException(
                    WRONG,
                    "The file of costs (" + Quoted.of(file.toString()) + ") cannot be read.",
                    "Maybe the path is not right from this folder.");
        }
        QuestionCosts costs = QuestionCosts.equal();
        if (!(root instanceof Node.Mapping mapping)) {
            throw new AimsException(
                    WRONG,
                    "The costs (" + root.place() + ") must be a map from characteristics to numbers.",
                    "Maybe write one line for each, for example explainability: 8.");
        }
        for (Node.Entry entry : mapping.entries().values()) {
            Optional<Characteristic<?>> characteristic = vocabulary.characteristic(entry.key());
            Optional<Double> cost = number(entry.value());
            if (characteristic.isEmpty()) {
                faults.add(
                        WRONG,
                        entry.keyPlace(),
                        "The characteristic (" + Quoted.of(entry.key()) + ", " + entry.keyPlace()
                                + ") is not in vocabulary (" + vocabulary.id() + ").",
                        Nearest.to(entry.key(), vocabulary.ids())
                                .map(near -> "Maybe you meant (" + near + ").")
                                .orElse("Maybe a pack that adds it is missing."));
            } else if (cost.isEmpty()) {
                faults.add(
                        WRONG,
                        entry.value().place(),
                        "The cost of (" + entry.key() + ", " + entry.value().place() + ") must be a number, 0 or more.",
                        "Maybe leave it out: what is not named costs 1.");
            } else {
                costs = costs.with(characteristic.get(), cost.get());
            }
        }
        faults.throwIfAny();
        return costs;
    }

    private static Optional<Double> number(Node node) {
        if (node instanceof Node.Scalar scalar && scalar.text().matches("[0-9]{1,9}(\\.[0-9]{1,9})?")) {
            return Optional.of(Double.valueOf(scalar.text()));
        }
        return Optional.empty();
    }
}
