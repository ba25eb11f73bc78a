package io.aims.catalog;

import io.aims.catalog.document.Documents;
import io.aims.catalog.document.Fields;
import io.aims.catalog.document.Node;
import io.aims.error.AimsException;
import io.aims.error.Faults;
import io.aims.risk.Likelihood;
import io.aims.risk.RiskCriteria;
import io.aims.risk.RiskLevel;
import io.aims.risk.Severity;
import io.aims.text.Quoted;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads risk criteria. Thread-safe.
 *
 * @since 0.1
 */
public final class Criteria {

    static final String COMPILED = "criteria/iso-42001-criteria.form";

    private static final String CODE = "AIMS-2022";

    private Criteria() {}

    /**
     * Returns the standard criteria. They are expert judgement, not measurement.
     *
     * @return the criteria
     */
    public static RiskCriteria standard() {
        return Standard.CRITERIA;
    }

    /**
     * Reads the criteria of an organisation.
     *
     * @param file a YAML file in the form of the standard criteria
     * @return the criteria
     * @throws AimsException AIMS-2022 or AIMS-2030, with everything that is wrong with them
     */
    public static RiskCriteria read(Path file) {
        return read(Resources.foreign(file));
    }

    /**
     * Reads criteria that are at hand as a text, for example those of a tenant.
     *
     * @param name what messages call it
     * @param yaml the criteria, as in a file
     * @return the criteria
     * @throws AimsException as {@link #read(Path)}
     */
    public static RiskCriteria read(String name, String yaml) {
        return read(Documents.yaml(name, Resources.foreignText(name, yaml)));
    }

    private static RiskCriteria read(Node document) {
        return parts(document).criteria();
    }

    /** Reads the document from which the build compiles the standard criteria. */
    static CriteriaParts standardParts() {
        return parts(Resources.own("criteria/iso-42001-criteria.yaml"));
    }

    private static CriteriaParts parts(Node document) {
        Faults faults = new Faults();
        Fields fields = Fields.of(document, faults, CODE, "criteria");
        String id = fields.requiredText("criteria");
        String version = fields.requiredText("version");
        fields.requiredText("title");
        fields.requiredText("status");
        fields.requiredText("about");
        fields.sources();
        Map<Likelihood, BigDecimal> anchors = new EnumMap<>(Likelihood.class);
        Map<Likelihood, BigDecimal> bandStarts = new EnumMap<>(Likelihood.class);
        for (Node node : fields.items("likelihoods")) {
            Fields scale = Fields.of(node, faults, CODE, "likelihood");
            Likelihood likelihood = scale.requiredWord("id", Likelihood.class, Likelihood.VERY_LOW);
            Optional<BigDecimal> anchor = probability(scale, "anchor", faults);
            Optional<BigDecimal> end = probability(scale, "below", faults);
            if (anchor.isPresent() && anchors.put(likelihood, anchor.get()) != null) {
                faults.add(
                        CODE,
                        node.place(),
                        "The likelihood (" + likelihood + ", " + node.place() + ") stands twice.",
                        "Maybe one of them is meant for another likelihood.");
            }
            if (likelihood != Likelihood.VERY_HIGH) {
                end.ifPresent(start -> bandStarts.put(Likelihood.values()[likelihood.ordinal() + 1], start));
            } else if (end.isPresent() && end.get().compareTo(BigDecimal.ONE) != 0) {
                faults.add(
                        CODE,
                        node.place(),
                        "The below (" + end.get() + ") of likelihood (VERY_HIGH, " + node.place() + ") must be 1.",
                        "Maybe the likelihoods are not in order.");
            }
            scale.end();
        }
        for (Node node : fields.items("severities")) {
            Fields severity = Fields.of(node, faults, CODE, "severity");
            severity.requiredWord("id", Severity.class, Severity.NEGLIGIBLE);
            List.of("person", "organisation", "society").forEach(severity::requiredText);
            severity.end();
        }
        Map<Likelihood, Map<Severity, RiskLevel>> table = new EnumMap<>(Likelihood.class);
        fields.requiredNode("levels").ifPresent(node -> {
            Fields rows = Fields.of(node, faults, CODE, "table of levels");
            for (Likelihood likelihood : Likelihood.values()) {
                table.put(likelihood, row(rows, likelihood, faults));
            }
            rows.end();
        });
        RiskLevel tolerance = fields.word("tolerance", RiskLevel.class).orElse(null);
        List<String> limits = fields.texts("limits");
        fields.end();
        faults.throwIfAny();
        return new CriteriaParts(id, version, anchors, bandStarts, table, tolerance, limits);
    }

    private static Map<Severity, RiskLevel> row(Fields rows, Likelihood likelihood, Faults faults) {
        List<Node.Scalar> cells = rows.scalars(likelihood.name());
        if (rows.requiredNode(likelihood.name()).isPresent() && cells.size() != Severity.values().length) {
            faults.add(
                    CODE,
                    rows.place(),
                    "The levels of " + likelihood + " (" + rows.place() + ") must be " + Severity.values().length
                            + ", not " + cells.size() + ".",
                    "Maybe one is missing, or too many: they go from NEGLIGIBLE to CATASTROPHIC.");
        }
        Map<Severity, RiskLevel> row = new EnumMap<>(Severity.class);
        List<String> words = Arrays.stream(RiskLevel.values()).map(Enum::name).toList();
        for (int i = 0; i < Math.min(cells.size(), Severity.values().length); i++) {
            Node.Scalar cell = cells.get(i);
            if (words.contains(cell.text())) {
                row.put(Severity.values()[i], RiskLevel.valueOf(cell.text()));
            } else {
                faults.add(
                        CODE,
                        cell.place(),
                        "The level (" + Quoted.of(cell.text()) + ", " + cell.place() + ") is not known.",
                        Fields.advice(cell.text(), words));
            }
        }
        return row;
    }

    private static Optional<BigDecimal> probability(Fields fields, String key, Faults faults) {
        String text = fields.requiredText(key);
        if (text.matches("[01](\\.[0-9]{1,9})?")) {
            return Optional.of(new BigDecimal(text));
        }
        if (!text.isEmpty()) {
            faults.add(
                    CODE,
                    fields.place(),
                    "The " + key + " (" + Quoted.of(text) + ", " + fields.place()
                            + ") must be a decimal between 0 and 1 with at most nine places.",
                    "Maybe it looks like (0.12).");
        }
        return Optional.empty();
    }

    /** Read when first used. */
    private static final class Standard {

        static final RiskCriteria CRITERIA = Resources.compiled(COMPILED, CriteriaParts.FORM, CriteriaParts::read)
                .criteria();
    }
}
