package io.aims.risk;

import io.aims.error.AimsException;
import io.aims.error.Faults;
import io.aims.text.CanonicalForm;
import io.aims.text.Quoted;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How findings become levels: the probabilities behind the likelihoods, the limits of the bands, the table of levels,
 * and the level an organisation tolerates. Organisations can replace them.
 *
 * <p>All arithmetic is done on rates, r = -ln(1 - p): rates of independent causes add, and a control takes a share of a
 * rate. Immutable and thread-safe.
 *
 * @clause ISO/IEC 42001:2023 6.1.1
 * @since 0.1
 */
public final class RiskCriteria {

    /** The part of a rate by which a sum of shares may miss a limit through rounding. */
    private static final double ROUNDING = 1e-12;

    private static final Likelihood[] LIKELIHOODS = Likelihood.values();

    private final String id;
    private final String version;
    private final Map<Likelihood, BigDecimal> anchors;
    private final Map<Likelihood, BigDecimal> bandStarts;
    private final Map<Likelihood, Map<Severity, RiskLevel>> table;
    private final @Nullable RiskLevel tolerance;
    private final List<String> limits;
    private final double[] anchorRates;
    private final double[] bandRates;
    private volatile @Nullable String fingerprint;
    private final RiskLevel[][] levels;

    /**
     * Creates criteria.
     *
     * @param id their id
     * @param version their version
     * @param anchors the probability, above 0 and below 1, that each likelihood contributes; rising
     * @param bandStarts the probability at which each band above the lowest begins, above the anchor of the band before
     *     and at or below its own
     * @param table the level for each likelihood and severity, decreasing in neither
     * @param tolerance the highest level the organisation accepts without treatment, or {@code null} if it has not said
     * @param limits what every report must say of the method
     * @throws AimsException AIMS-2030, with everything that is wrong with them
     */
    public RiskCriteria(
            String id,
            String version,
            Map<Likelihood, BigDecimal> anchors,
            Map<Likelihood, BigDecimal> bandStarts,
            Map<Likelihood, Map<Severity, RiskLevel>> table,
            @Nullable RiskLevel tolerance,
            List<String> limits) {
        this.id = id;
        this.version = version;
        this.anchors = Map.copyOf(anchors);
        this.bandStarts = Map.copyOf(bandStarts);
        Map<Likelihood, Map<Severity, RiskLevel>> rows = new EnumMap<>(Likelihood.class);
        table.forEach((likelihood, row) -> rows.put(likelihood, Map.copyOf(row)));
        this.table = Collections.unmodifiableMap(rows);
        this.tolerance = tolerance;
        this.limits = List.copyOf(limits);
        validate();
        this.anchorRates = new double[Likelihood.values().length];
        this.bandRates = new double[Likelihood.values().length];
        this.levels = new RiskLevel[Likelihood.values().length][Severity.values().length];
        for (Likelihood likelihood : Likelihood.values()) {
            anchorRates[likelihood.ordinal()] = rate(this.anchors.get(likelihood));
            bandRates[likelihood.ordinal()] =
                    likelihood == Likelihood.VERY_LOW ? 0 : rate(this.bandStarts.get(likelihood));
            for (Severity severity : Severity.values()) {
                levels[likelihood.ordinal()][severity.ordinal()] = get(get(this.table, likelihood), severity);
            }
        }
    }

    /**
     * Returns the same criteria with another tolerance.
     *
     * @param level the highest level accepted without treatment
     * @return the criteria
     */
    public RiskCriteria tolerating(RiskLevel level) {
        return new RiskCriteria(id, version, anchors, bandStarts, table, level, limits);
    }

    /**
     * Returns the id.
     *
     * @return the id
     */
    public String id() {
        return id;
    }

    /**
     * Returns the version.
     *
     * @return the version
     */
    public String version() {
        return version;
    }

    /**
     * Returns the highest level the organisation accepts without treatment.
     *
     * @return empty if it has not said
     */
    public Optional<RiskLevel> tolerance() {
        return Optional.ofNullable(tolerance);
    }

    /**
     * Returns what every report must say of the method.
     *
     * @return sentences
     */
    public List<String> limits() {
        return limits;
    }

    /**
     * Returns the rate that one finding of this likelihood contributes.
     *
     * @param likelihood a likelihood
     * @return the rate, above 0
     */
    public double rate(Likelihood likelihood) {
        return anchorRates[likelihood.ordinal()];
    }

    /**
     * Returns the band of a rate. A rate that misses the beginning of a band only by rounding, as the sum of the shares of
     * one finding may, lies in it.
     *
     * @param rate a rate, 0 or above
     * @return the likelihood in whose band it lies
     */
    public Likelihood band(double rate) {
        for (int i = LIKELIHOODS.length - 1; i > 0; i--) {
            if (rate >= bandRates[i] * (1 - ROUNDING)) {
                return LIKELIHOODS[i];
            }
        }
        return Likelihood.VERY_LOW;
    }

    /**
     * Returns the rate at which a band begins.
     *
     * @param likelihood a likelihood
     * @return the lowest rate in its band, 0 for the lowest
     */
    public double bandStart(Likelihood likelihood) {
        return bandRates[likelihood.ordinal()];
    }

    /**
     * Returns the level of a risk.
     *
     * @param likelihood the likelihood
     * @param severity the severity
     * @return the level
     */
    public RiskLevel level(Likelihood likelihood, Severity severity) {
        return levels[likelihood.ordinal()][severity.ordinal()];
    }

    /**
     * Returns the SHA-256 of the numbers, the table, the tolerance and the limits.
     *
     * @return 64 hexadecimal digits
     */
    public String fingerprint() {
        String known = fingerprint;
        if (known == null) {
            known = computed();
            fingerprint = known;
        }
        return known;
    }

    private String computed() {
        CanonicalForm form = new CanonicalForm().text(id).text(version);
        for (Likelihood likelihood : Likelihood.values()) {
            form.text(get(anchors, likelihood).stripTrailingZeros().toPlainString());
            if (likelihood != Likelihood.VERY_LOW) {
                form.text(get(bandStarts, likelihood).stripTrailingZeros().toPlainString());
            }
            for (Severity severity : Severity.values()) {
                form.text(level(likelihood, severity).name());
            }
        }
        return form.text(tolerance == null ? "" : tolerance.name())
                .list(limits, CanonicalForm::text)
                .sha256();
    }

    private static double rate(@Nullable BigDecimal probability) {
        return -StrictMath.log1p(-Objects.requireNonNull(probability).doubleValue());
    }

    private static <K, V> V get(Map<K, V> map, K key) {
        return Objects.requireNonNull(map.get(key));
    }

    private void validate() {
        Faults faults = new Faults();
        BigDecimal previousAnchor = BigDecimal.ZERO;
        for (Likelihood likelihood : Likelihood.values()) {
            BigDecimal anchor = anchors.get(likelihood);
            if (anchor == null || !isBetween(anchor, previousAnchor, BigDecimal.ONE)) {
                fault(faults, "anchor of " + likelihood, anchor, "above " + previousAnchor + " and below 1");
                continue;
            }
            if (likelihood != Likelihood.VERY_LOW) {
                BigDecimal start = bandStarts.get(likelihood);
                if (start == null || rate(start) <= rate(previousAnchor) || start.compareTo(anchor) > 0) {
                    fault(faults, "band of " + likelihood, start, "above " + previousAnchor + " and at most " + anchor);
                }
            }
            previousAnchor = anchor;
        }
        for (Likelihood likelihood : Likelihood.values()) {
            for (Severity severity : Severity.values()) {
                RiskLevel level = cell(likelihood, severity);
                if (level == null) {
                    fault(faults, "level of " + likelihood + " and " + severity, null, "given");
                    continue;
                }
                RiskLevel left =
                        severity.ordinal() == 0 ? null : cell(likelihood, Severity.values()[severity.ordinal() - 1]);
                RiskLevel below = likelihood.ordinal() == 0
                        ? null
                        : cell(Likelihood.values()[likelihood.ordinal() - 1], severity);
                if (left != null && left.compareTo(level) > 0 || below != null && below.compareTo(level) > 0) {
                    fault(
                            faults,
                            "level of " + likelihood + " and " + severity,
                            level,
                            "at least that of every lower likelihood and severity");
                }
            }
        }
        faults.throwIfAny();
    }

    /** Compares as numbers and as rates: probabilities can be too close to 0, to 1 or to one another for arithmetic. */
    private static boolean isBetween(BigDecimal probability, BigDecimal low, BigDecimal high) {
        return probability.compareTo(low) > 0
                && probability.compareTo(high) < 0
                && rate(probability) > rate(low)
                && Double.isFinite(rate(probability));
    }

    private @Nullable RiskLevel cell(Likelihood likelihood, Severity severity) {
        Map<Severity, RiskLevel> row = table.get(likelihood);
        return row == null ? null : row.get(severity);
    }

    private void fault(Faults faults, String what, @Nullable Object found, String allowed) {
        faults.add(
                "AIMS-2030",
                null,
                "The " + what + " (" + (found == null ? "absent" : Quoted.of(found.toString())) + ") in criteria ("
                        + Quoted.of(id) + ") must be " + allowed + ".",
                "Maybe start from the standard criteria and change one value at a time.");
    }
}
