package io.aims.benchmarks.handwritten;

import io.aims.control.AiRole;
import io.aims.control.Control;
import io.aims.control.ControlStatus;
import io.aims.risk.Likelihood;
import io.aims.risk.Objective;
import io.aims.risk.RiskSource;
import io.aims.risk.Severity;
import io.aims.rule.Condition;
import io.aims.rule.Rule;
import io.aims.rule.RuleBase;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Writes the risk method and the projection on roles: what follows from the truths of the rules. */
final class Conclusions {

    /** As in the criteria: a sum of shares may miss the beginning of a band by rounding. */
    private static final double ROUNDING = 1e-12;

    private static final int MOST_INLINE = 60;
    private static final int MOST_INLINE_OF_MANY = 16;
    private static final int MANY = 500;
    private static final int MOST_TOGETHER = 500;

    private record Need(long roles, boolean everyRole, ControlStatus withoutRole) {}

    private final RuleBase base;
    private final List<Objective> objectives;
    private final List<Control> controls;
    private final Map<Need, Integer> needs = new LinkedHashMap<>();
    private final Map<List<Integer>, String> anyMethods = new LinkedHashMap<>();

    Conclusions(RuleBase base) {
        this.base = base;
        this.objectives = List.copyOf(base.catalogue().objectives());
        this.controls = List.copyOf(base.catalogue().controls());
        controls.forEach(control -> needs.putIfAbsent(need(control), needs.size()));
    }

    private static Need need(Control control) {
        long roles =
                control.roles().stream().mapToLong(role -> 1L << role.ordinal()).sum();
        return new Need(roles, control.roles().size() == AiRole.values().length, control.withoutRole());
    }

    /** The bands of likelihood and the table of levels. */
    String levels() {
        StringBuilder text = new StringBuilder("  private static final RiskLevel[][] LEVELS = {\n");
        for (Likelihood likelihood : Likelihood.values()) {
            text.append("    {");
            for (Severity severity : Severity.values()) {
                text.append("RiskLevel.")
                        .append(base.criteria().level(likelihood, severity))
                        .append(", ");
            }
            text.append("},\n");
        }
        text.append("  };\n\n  private static int band(double rate) {\n    return ");
        for (int band = Likelihood.values().length - 1; band > 0; band--) {
            double start = base.criteria().bandStart(Likelihood.values()[band]) * (1 - ROUNDING);
            text.append("rate >= " + start + " ? " + band + " : ");
        }
        return text.append("0;\n  }\n\n").toString();
    }

    String fields() {
        int risks = objectives.size();
        String text = "    final byte[] truths;\n    final Result.Ends low = Result.Ends.of(" + risks + ");\n"
                + "    final Result.Ends high = Result.Ends.of(" + risks + ");\n"
                + "    final byte[] needed = new byte[" + controls.size() + "];\n"
                + "    final ControlStatus[] statuses = new ControlStatus[" + controls.size() + "];\n";
        String each = IntStream.range(0, needs.size())
                .mapToObj(need -> "whenNeeded" + need)
                .collect(Collectors.joining(", "));
        return text + (each.isEmpty() ? "" : "    ControlStatus " + each + ";\n") + resultFields();
    }

    private String resultFields() {
        StringBuilder text = new StringBuilder();
        base.rules().stream()
                .flatMap(rule -> rule.condition().tests().stream())
                .filter(Condition.ResultTest.class::isInstance)
                .filter(test -> !(test instanceof Condition.LevelAtLeast))
                .map(test -> field((Condition.ResultTest) test))
                .distinct()
                .forEach(field -> text.append("    int ").append(field).append(";\n"));
        return text.toString();
    }

    private String field(Condition.ResultTest test) {
        return test instanceof Condition.HasRiskSource raised
                ? "source" + position(raised.source(), sourceIds())
                : "control" + position(((Condition.IsNeeded) test).control(), controlIds());
    }

    private List<?> sourceIds() {
        return base.catalogue().riskSources().stream().map(RiskSource::id).toList();
    }

    private List<?> controlIds() {
        return controls.stream().map(Control::id).toList();
    }

    private int position(Object id, List<?> ids) {
        int position = ids.indexOf(id);
        if (position < 0) {
            throw new IllegalArgumentException("The catalogue has no " + id);
        }
        return position;
    }

    /** A statement that makes ready what a test of a higher stratum reads. */
    String prepared(Condition.ResultTest test) {
        if (test instanceof Condition.LevelAtLeast level) {
            return "risk" + objective(level) + "();";
        }
        Predicate<Rule> contributes = test instanceof Condition.HasRiskSource raised
                ? rule -> rule.raises().contains(raised.source())
                : rule -> rule.requires().contains(((Condition.IsNeeded) test).control());
        return field(test) + " = " + anyOf(rules(contributes)) + ";";
    }

    String test(Condition.ResultTest test) {
        if (test instanceof Condition.LevelAtLeast level) {
            int objective = objective(level);
            return "atLeast(low.levels()[" + objective + "].ordinal(), high.levels()[" + objective + "].ordinal(), "
                    + level.least().ordinal() + ")";
        }
        return field(test);
    }

    private int objective(Condition.LevelAtLeast level) {
        return position(
                level.objective(), objectives.stream().map(Objective::id).toList());
    }

    private List<Integer> rules(Predicate<Rule> wanted) {
        return IntStream.range(0, base.rules().size())
                .filter(rule -> wanted.test(base.rules().get(rule)))
                .boxed()
                .toList();
    }

    /** An expression that is true if any of the rules is; of many rules it calls methods, so that none gets too long. */
    private String anyOf(List<Integer> rules) {
        return anyOf(rules, MOST_INLINE);
    }

    private String anyOf(List<Integer> rules, int mostInline) {
        if (rules.isEmpty()) {
            return "FALSE";
        }
        if (rules.size() <= mostInline) {
            return rules.stream().map(rule -> "t[" + rule + "]").collect(Collectors.joining(" | "));
        }
        List<String> calls = new ArrayList<>();
        for (int from = 0; from < rules.size(); from += MOST_TOGETHER) {
            List<Integer> some = rules.subList(from, Math.min(rules.size(), from + MOST_TOGETHER));
            calls.add(anyMethods.computeIfAbsent(List.copyOf(some), key -> "any" + anyMethods.size() + "()"));
        }
        return String.join(" | ", calls);
    }

    /** The methods that expressions over many rules call; complete when everything else is written. */
    String anyMethods() {
        StringBuilder text = new StringBuilder();
        anyMethods.forEach(
                (rules, call) -> text.append("    private int " + call + " {\n      byte[] t = truths;\n      return ")
                        .append(rules.stream().map(rule -> "t[" + rule + "]").collect(Collectors.joining(" | ")))
                        .append(";\n    }\n"));
        return text.toString();
    }

    /** Statements that call the method of each objective. */
    List<String> risks() {
        return IntStream.range(0, objectives.size())
                .mapToObj(objective -> "risk" + objective + "();")
                .toList();
    }

    String riskMethods() {
        StringBuilder text = new StringBuilder();
        for (int objective = 0; objective < objectives.size(); objective++) {
            text.append("    private void risk" + objective + "() {\n      byte[] t = truths;\n");
            text.append("      double lowRate = 0;\n      double highRate = 0;\n");
            List<Integer> threatening = threatening(objective);
            int mostInline = threatening.size() > MANY ? MOST_INLINE_OF_MANY : MOST_INLINE;
            int source = 0;
            for (RiskSource each : base.catalogue().riskSources()) {
                share(text, "source" + source, sharesOf(each, threatening), mostInline);
                source++;
            }
            SortedMap<Integer, List<Integer>> floors = new TreeMap<>(Comparator.reverseOrder());
            for (int rule : threatening) {
                base.rules()
                        .get(rule)
                        .severityFloor()
                        .ifPresent(floor -> floors.computeIfAbsent(floor.ordinal(), key -> new ArrayList<>())
                                .add(rule));
            }
            floors.forEach((floor, rules) ->
                    text.append("      int floor" + floor + " = " + anyOf(rules, mostInline) + ";\n"));
            text.append("      risk(" + objective + ", lowRate, highRate, ");
            text.append(highestFloor(floors, "CERTAIN")).append(", ");
            text.append(highestFloor(floors, "UNDETERMINED")).append(");\n    }\n");
        }
        return text.toString();
    }

    private List<Integer> threatening(int objective) {
        return rules(rule -> rule.threatens().contains(objectives.get(objective).id()));
    }

    /** The rules of each share, the largest first. */
    private SortedMap<Double, List<Integer>> sharesOf(RiskSource source, List<Integer> threatening) {
        SortedMap<Double, List<Integer>> shares = new TreeMap<>(Comparator.reverseOrder());
        for (int position : threatening) {
            Rule rule = base.rules().get(position);
            if (rule.raises().contains(source.id())) {
                rule.likelihood()
                        .ifPresent(likelihood -> shares.computeIfAbsent(
                                        base.criteria().rate(likelihood)
                                                / rule.raises().size(),
                                        key -> new ArrayList<>())
                                .add(position));
            }
        }
        return shares;
    }

    private void share(StringBuilder text, String source, SortedMap<Double, List<Integer>> shares, int mostInline) {
        if (shares.isEmpty()) {
            return;
        }
        StringBuilder low = new StringBuilder();
        StringBuilder high = new StringBuilder();
        int number = 0;
        for (Map.Entry<Double, List<Integer>> share : shares.entrySet()) {
            String some = source + "Share" + number;
            text.append("      int " + some + " = " + anyOf(share.getValue(), mostInline) + ";\n");
            low.append("(" + some + " & CERTAIN) != 0 ? " + share.getKey() + " : ");
            high.append("(" + some + " & UNDETERMINED) != 0 ? " + share.getKey() + " : ");
            number++;
        }
        text.append("      lowRate += " + low + "0.0;\n      highRate += " + high + "0.0;\n");
    }

    private static String highestFloor(SortedMap<Integer, List<Integer>> floors, String bit) {
        return floors.keySet().stream()
                .map(floor -> "(floor" + floor + " & " + bit + ") != 0 ? " + floor + " : ")
                .collect(Collectors.joining("", "", "0"));
    }

    /** Statements that set need and status of each control. */
    List<String> controls() {
        List<String> statements = new ArrayList<>();
        for (int control = 0; control < controls.size(); control++) {
            Control own = controls.get(control);
            List<Integer> requiring = rules(rule -> rule.requires().contains(own.id()));
            statements.add(
                    "control(" + control + ", " + anyOf(requiring) + ", whenNeeded" + needs.get(need(own)) + ");");
        }
        return statements;
    }

    /** Statements that project a need on the roles that the organisation holds. */
    String statusesWhenNeeded(boolean askedForRoles) {
        StringBuilder text = new StringBuilder();
        text.append(askedForRoles ? "" : "      long aimsRolesKnown = 0; boolean aimsRolesOpen = true;\n");
        needs.forEach((need, number) -> {
            text.append("      whenNeeded" + number + " = ");
            if (!need.everyRole()) {
                text.append("(aimsRolesKnown & " + need.roles() + "L) == 0 ? ");
                text.append(need.roles() == 0 ? "" : "aimsRolesOpen ? ControlStatus.UNDETERMINED : ");
                text.append("ControlStatus." + need.withoutRole() + " : ");
            }
            text.append("ControlStatus.REQUIRED;\n");
        });
        return text.toString();
    }

    String tail() {
        return """

                    private void risk(int objective, double lowRate, double highRate, int lowSeverity, int highSeverity) {
                      end(low, objective, lowRate, lowSeverity);
                      end(high, objective, highRate, highSeverity);
                    }

                    private static void end(Result.Ends ends, int objective, double rate, int severity) {
                      ends.rates()[objective] = rate;
                      ends.severities()[objective] = SEVERITIES[severity];
                      ends.levels()[objective] = LEVELS[band(rate)][severity];
                    }

                    private void control(int control, int truth, ControlStatus whenNeeded) {
                      needed[control] = (byte) truth;
                      statuses[control] = truth == TRUE ? whenNeeded
                          : truth == FALSE ? ControlStatus.NOT_REQUIRED : ControlStatus.UNDETERMINED;
                    }

                    private Result result() {
                      return new Result(truths, low, high, needed, statuses);
                    }
                """;
    }
}
