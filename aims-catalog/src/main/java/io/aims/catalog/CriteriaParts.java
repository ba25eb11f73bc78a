package io.aims.catalog;

import io.aims.catalog.compiled.FormReader;
import io.aims.catalog.compiled.FormWriter;
import io.aims.risk.Likelihood;
import io.aims.risk.RiskCriteria;
import io.aims.risk.RiskLevel;
import io.aims.risk.Severity;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What criteria are made of, and their form that starts fast: criteria themselves tell rates, from which the probabilities
 * cannot be had again.
 */
record CriteriaParts(
        String id,
        String version,
        Map<Likelihood, BigDecimal> anchors,
        Map<Likelihood, BigDecimal> bandStarts,
        Map<Likelihood, Map<Severity, RiskLevel>> table,
        @Nullable RiskLevel tolerance,
        List<String> limits) {

    static final String FORM = "aims-criteria/1";

    private static final List<Likelihood> LIKELIHOODS = List.of(Likelihood.values());
    private static final List<Severity> SEVERITIES = List.of(Severity.values());
    private static final List<RiskLevel> LEVELS = List.of(RiskLevel.values());

    RiskCriteria criteria() {
        return new RiskCriteria(id, version, anchors, bandStarts, table, tolerance, limits);
    }

    byte[] write() {
        FormWriter out = new FormWriter(FORM);
        out.text(id).text(version);
        write(anchors, out);
        write(bandStarts, out);
        out.number(table.size());
        table.forEach((likelihood, row) -> {
            out.word(likelihood).number(row.size());
            row.forEach((severity, level) -> out.word(severity).word(level));
        });
        return out.word(tolerance).texts(limits).toBytes();
    }

    private static void write(Map<Likelihood, BigDecimal> probabilities, FormWriter out) {
        out.number(probabilities.size());
        probabilities.forEach((likelihood, probability) -> out.word(likelihood).text(probability.toString()));
    }

    static CriteriaParts read(FormReader in) throws IOException {
        String id = in.text();
        String version = in.text();
        Map<Likelihood, BigDecimal> anchors = probabilities(in);
        Map<Likelihood, BigDecimal> bandStarts = probabilities(in);
        Map<Likelihood, Map<Severity, RiskLevel>> table = new EnumMap<>(Likelihood.class);
        for (int rows = in.number(); rows > 0; rows--) {
            Likelihood likelihood = in.word(LIKELIHOODS);
            Map<Severity, RiskLevel> row = new EnumMap<>(Severity.class);
            for (int cells = in.number(); cells > 0; cells--) {
                row.put(in.word(SEVERITIES), in.word(LEVELS));
            }
            table.put(likelihood, row);
        }
        RiskLevel tolerance = in.wordOrNull(LEVELS);
        List<String> limits = in.texts();
        in.end();
        return new CriteriaParts(id, version, anchors, bandStarts, table, tolerance, limits);
    }

    private static Map<Likelihood, BigDecimal> probabilities(FormReader in) throws IOException {
        Map<Likelihood, BigDecimal> probabilities = new EnumMap<>(Likelihood.class);
        for (int rest = in.number(); rest > 0; rest--) {
            probabilities.put(in.word(LIKELIHOODS), new BigDecimal(in.text()));
        }
        return probabilities;
    }
}
