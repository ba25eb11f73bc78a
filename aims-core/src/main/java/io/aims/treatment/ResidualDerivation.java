package io.aims.treatment;

import io.aims.control.Control;
import io.aims.control.ControlId;
import io.aims.control.ControlStatus;
import io.aims.evaluation.RiskSourceResult;
import io.aims.risk.Likelihood;
import io.aims.risk.RiskCriteria;
import io.aims.risk.RiskLevel;
import io.aims.risk.Severity;
import io.aims.text.Quoted;
import io.aims.treatment.ControlState.Stage;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes down how a residual level comes about, so that it can be re-performed with pencil and paper. Rates stand in points,
 * a hundred of them a rate of 1.
 */
final class ResidualDerivation {

    private final ResidualProfile profile;
    private final RateModel model;
    private final int objective;
    private final ResidualRisk risk;

    ResidualDerivation(ResidualProfile profile, RateModel model, int objective) {
        this.profile = profile;
        this.model = model;
        this.objective = objective;
        this.risk = profile.risks().get(objective);
    }

    String text() {
        List<String> lines = new ArrayList<>();
        lines.add(Quoted.of(risk.inherent().objective().toString())
                + profile.asOf().map(day -> ", on " + day).orElse(""));
        lines.add(
                "A finding shares its points among its risk sources. Of each share remains 1 less the average that the"
                        + " controls count for.");
        lines.add("Within one risk source the largest remainder counts; the risk sources add up.");
        List<String> high = end(true);
        List<String> low = end(false);
        if (high.equals(low)) {
            lines.add("nothing unknown bears on it");
            lines.addAll(high);
        } else {
            lines.add("high end: everything unknown turns out badly");
            lines.addAll(high);
            lines.add("low end: everything unknown turns out well");
            lines.addAll(low);
        }
        lines.add("controls");
        countedControls().forEach(control -> lines.add("  " + described(control)));
        return String.join("\n", lines) + "\n";
    }

    private List<String> end(boolean worst) {
        List<String> lines = new ArrayList<>();
        int position = 0;
        for (RiskSourceResult result : profile.evaluation().riskSources()) {
            List<String> findings = new ArrayList<>();
            double largest = 0;
            for (RateModel.Cause cause : model.causesOf(objective)) {
                if (raises(cause, position)
                        && cause.rate() > 0
                        && (worst || cause.finding().isCertain())) {
                    double left = cause.share() * left(cause, worst);
                    largest = Math.max(largest, left);
                    findings.add("    " + finding(cause, left, worst));
                }
            }
            if (!findings.isEmpty()) {
                lines.add("  " + Quoted.of(result.source().toString()) + ": " + points(largest));
                lines.addAll(findings);
            }
            position++;
        }
        double rate = worst ? risk.highRate() : risk.lowRate();
        double before = worst ? risk.inherent().highRate() : risk.inherent().lowRate();
        lines.add("  sum " + points(rate) + ": " + band(rate) + "; without controls " + points(before) + ": "
                + band(before));
        Severity severity = worst ? risk.severity().high() : risk.severity().low();
        Severity floor = worst
                ? risk.inherent().severity().high()
                : risk.inherent().severity().low();
        lines.add("  severity " + floor + (severity == floor ? "" : ", one step less: " + severity));
        RiskLevel level = worst ? risk.level().high() : risk.level().low();
        RiskLevel inherent =
                worst ? risk.inherent().level().high() : risk.inherent().level().low();
        lines.add("  level " + level + "; without controls " + inherent);
        return lines;
    }

    private static boolean raises(RateModel.Cause cause, int source) {
        for (int each : cause.sources()) {
            if (each == source) {
                return true;
            }
        }
        return false;
    }

    private double left(RateModel.Cause cause, boolean worst) {
        TreatedFinding finding = treated(cause);
        return worst ? finding.mostLeft() : finding.leastLeft();
    }

    private TreatedFinding treated(RateModel.Cause cause) {
        return profile.findings().get(cause.position());
    }

    private String finding(RateModel.Cause cause, double left, boolean worst) {
        String counts = treated(cause).shares().stream()
                .map(share -> share.control() + " " + tenths(stage(share.control(), worst)))
                .collect(Collectors.joining(", "));
        int sources = cause.sources().length;
        return Quoted.of(cause.finding().toString()) + ": " + points(cause.rate())
                + (sources == 1 ? "" : " / " + sources + " = " + points(cause.share()))
                + (counts.isEmpty() ? "; no control takes a share" : "; " + counts)
                + "; remains " + decimal(left(cause, worst), 4) + ", " + points(left);
    }

    private Stage stage(ControlId control, boolean worst) {
        CountedState state = profile.controls().get(model.position(control));
        return worst ? state.stage().low() : state.stage().high();
    }

    private String band(double rate) {
        RiskCriteria criteria = model.criteria();
        Likelihood band = criteria.band(rate);
        String from = points(criteria.bandStart(band));
        return band
                + (band == Likelihood.VERY_HIGH
                        ? " (from " + from + ")"
                        : " (" + from + " to below "
                                + points(criteria.bandStart(Likelihood.values()[band.ordinal() + 1])) + ")");
    }

    private List<CountedState> countedControls() {
        return profile.controls().stream()
                .filter(state -> model.causesOf(objective).stream()
                        .anyMatch(cause -> cause.finding()
                                .rule()
                                .requires()
                                .contains(state.control().id())))
                .toList();
    }

    private static String described(CountedState state) {
        String said =
                state.statement().map(statement -> "said " + statement.stage()).orElse("nothing said");
        String why = state.reasons().stream()
                .filter(reason -> reason != CountedState.Reason.NOTHING_SAID)
                .map(CountedState.Reason::phrase)
                .collect(Collectors.joining(", and "));
        return Quoted.of(state.control().toString()) + ": " + said + ", counts " + state.stage()
                + (why.isEmpty() ? "" : ": " + why) + nothingTaken(state);
    }

    private static String nothingTaken(CountedState state) {
        if (state.control().scope() == Control.Scope.ORG) {
            return "; takes no share: done once for the organisation";
        }
        if (state.projected() == ControlStatus.ROLE_EXCLUDED) {
            return "; takes no share: belongs to another role";
        }
        if (state.projected() == ControlStatus.UNDETERMINED) {
            return "; takes a share only in a role that may not be held";
        }
        return state.control().effect() == Control.Effect.SEVERITY ? "; takes no share: acts on severity alone" : "";
    }

    private static String tenths(Stage stage) {
        return decimal(stage.tenths() / 10.0, 1);
    }

    private static String points(double rate) {
        return decimal(rate * 100, 2);
    }

    private static String decimal(double value, int places) {
        return BigDecimal.valueOf(value)
                .setScale(places, RoundingMode.HALF_EVEN)
                .toPlainString();
    }
}
