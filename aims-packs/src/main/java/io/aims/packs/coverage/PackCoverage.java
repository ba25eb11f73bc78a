package io.aims.packs.coverage;

import io.aims.error.Diagnostic;
import io.aims.error.Fault;
import io.aims.packs.ExampleText;
import io.aims.packs.PackUnderTest;
import io.aims.packs.internal.Branch;
import io.aims.packs.internal.RuleFacts;
import io.aims.packs.internal.SystemSearch;
import io.aims.packs.internal.Threshold;
import io.aims.rule.Condition;
import io.aims.rule.Facts;
import io.aims.rule.Rule;
import io.aims.rule.RuleExample;
import io.aims.rule.Truth;
import io.aims.system.AiSystem;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How much of the rules of a pack their examples show.
 *
 * <p><b>Rules.</b> For each rule an example in which it fires, one in which it is silent, and one in which it is left open by
 * what is not known. A rule that says {@code always} needs only the first.
 *
 * <p><b>Branches.</b> A branch is a test, or one of the values that {@code containsAny} or {@code in} names. For each branch
 * there is to be an example in which it alone decides that the rule holds: the rule is true, and would not be if this branch
 * were false. And one in which it alone decides that the rule fails: the rule is false, and would not be if this branch were
 * true. This is the modified condition/decision coverage of program code, over the three truth values: "would not be" means
 * that the rule would be of the other truth or be left open, since examples leave unknown what does not matter. That every value of a
 * list alone decides that the test fails is shown by any example in which the test alone does.
 *
 * <p><b>Thresholds.</b> For each test with a threshold there is to be an example as above in which what the test reads is exactly
 * at it, so that the rule holds, and one in which it is beside it, so that the rule fails. Beside a value of an ordinal, and
 * beside a level, lies the value before; beside a number of a scale the next higher one, which is less severe. Decimals have
 * no next number: beside one lies everything below it by no more than a tenth of it.
 *
 * <p>What no system shows is not asked for: the second test of {@code x >= B or x >= C} never decides anything. Such idle parts
 * are listed apart. Of rules that read results of other rules it cannot always be found out; what is not known to be idle
 * is asked for.
 *
 * <p>An example counts only if the rule comes to what the example says. Immutable and thread-safe.
 *
 * @since 0.1
 */
public final class PackCoverage {

    private static final String RULE_HOLE = "AIMS-2164";
    private static final String BRANCH_HOLE = "AIMS-2165";
    private static final String THRESHOLD_HOLE = "AIMS-2166";
    private static final String IDLE = "AIMS-2167";

    private final Map<Part, Tally> tallies;
    private final List<CoverageHole> holes;
    private final List<CoverageHole> idle;

    private PackCoverage(Map<Part, Tally> tallies, List<CoverageHole> holes, List<CoverageHole> idle) {
        this.tallies = tallies;
        this.holes = List.copyOf(holes);
        this.idle = List.copyOf(idle);
    }

    /** What requirements are counted together. */
    private enum Part {
        RULES(RULE_HOLE),
        BRANCHES(BRANCH_HOLE),
        THRESHOLDS(THRESHOLD_HOLE);

        private final String code;

        Part(String code) {
            this.code = code;
        }

        static Part of(Requirement requirement) {
            return switch (requirement) {
                case FIRES, SILENT, UNKNOWN -> RULES;
                case DECIDES_TRUE, DECIDES_FALSE -> BRANCHES;
                case AT_THRESHOLD, BESIDE_THRESHOLD -> THRESHOLDS;
            };
        }
    }

    /**
     * Measures the coverage of a pack.
     *
     * @param tested the pack
     * @return its coverage
     */
    public static PackCoverage of(PackUnderTest tested) {
        Measurement measurement = new Measurement(new RuleFacts(tested.base()));
        tested.positions().forEach(measurement::measure);
        return measurement.result();
    }

    /**
     * Returns the coverage of rules.
     *
     * @return how many of the examples that fire, are silent or leave the rule open are there
     */
    public Tally rules() {
        return tally(Part.RULES);
    }

    /**
     * Returns the coverage of branches.
     *
     * @return how many of the examples in which a branch alone decides are there
     */
    public Tally branches() {
        return tally(Part.BRANCHES);
    }

    /**
     * Returns the coverage of thresholds.
     *
     * @return how many of the examples at and beside thresholds are there
     */
    public Tally thresholds() {
        return tally(Part.THRESHOLDS);
    }

    private Tally tally(Part part) {
        return tallies.getOrDefault(part, new Tally(0, 0));
    }

    /**
     * Tells whether nothing is missing.
     *
     * @return {@code true} if rules, branches and thresholds are covered
     */
    public boolean isComplete() {
        return holes.isEmpty();
    }

    /**
     * Returns what no example shows.
     *
     * @return the holes, rule by rule in the order of the chapters, and from left to right in a condition
     */
    public List<CoverageHole> holes() {
        return holes;
    }

    /**
     * Returns the parts of conditions that never decide anything, so that no example can show that they do.
     *
     * @return what is not asked for, in the same order, without examples
     */
    public List<CoverageHole> idle() {
        return idle;
    }

    /**
     * Returns holes and idle parts as warnings.
     *
     * @return the warnings, sorted by place
     */
    public List<Diagnostic> diagnostics() {
        List<Diagnostic> diagnostics = new ArrayList<>();
        for (CoverageHole hole : holes) {
            String advice = hole.proposal()
                    .map(example -> "Maybe add under " + ExampleText.kind(example.expected()) + ": "
                            + ExampleText.of(example.answers()))
                    .orElse("No example was found by trying; maybe the part can be left out.");
            diagnostics.add(Diagnostic.warning(
                    new Fault(Part.of(hole.requirement()).code, hole.reason(), advice, hole.place())));
        }
        for (CoverageHole part : idle) {
            diagnostics.add(Diagnostic.warning(
                    new Fault(IDLE, part.reason(), "Maybe leave it out, or correct what it tests.", part.place())));
        }
        return diagnostics.stream().sorted().toList();
    }

    /** Returns the three numbers. */
    @Override
    public String toString() {
        return "rules " + rules() + ", branches " + branches() + ", thresholds " + thresholds();
    }

    private static final class Measurement {

        private final RuleFacts facts;
        private final Map<Part, Integer> covered = new EnumMap<>(Part.class);
        private final Map<Part, Integer> total = new EnumMap<>(Part.class);
        private final List<CoverageHole> holes = new ArrayList<>();
        private final List<CoverageHole> idle = new ArrayList<>();

        Measurement(RuleFacts facts) {
            this.facts = facts;
        }

        PackCoverage result() {
            Map<Part, Tally> tallies = new EnumMap<>(Part.class);
            for (Part part : Part.values()) {
                tallies.put(part, new Tally(covered.getOrDefault(part, 0), total.getOrDefault(part, 0)));
            }
            return new PackCoverage(tallies, holes, idle);
        }

        void measure(int position) {
            Rule rule = facts.base().rules().get(position);
            List<Shown> shown = new ArrayList<>();
            for (RuleExample example : rule.examples()) {
                AiSystem system =
                        AiSystem.named("example").putAll(example.answers()).build();
                Facts read = facts.of(position, system);
                Truth truth = rule.condition().evaluate(read);
                if (truth == example.expected()) {
                    shown.add(new Shown(read, truth));
                }
            }
            Set<Requirement> ofRule = rule.condition() instanceof Condition.Always
                    ? EnumSet.of(Requirement.FIRES)
                    : EnumSet.of(Requirement.FIRES, Requirement.SILENT, Requirement.UNKNOWN);
            ofRule.forEach(requirement -> check(position, requirement, null, shown));
            for (Branch branch : Branch.of(rule.condition())) {
                check(position, Requirement.DECIDES_TRUE, branch, shown);
                check(position, Requirement.DECIDES_FALSE, branch, shown);
                if (Threshold.of(branch.test()).isPresent()) {
                    check(position, Requirement.AT_THRESHOLD, branch, shown);
                    check(position, Requirement.BESIDE_THRESHOLD, branch, shown);
                }
            }
        }

        private record Shown(Facts facts, Truth truth) {}

        private void check(int position, Requirement requirement, @Nullable Branch branch, List<Shown> shown) {
            Condition condition = facts.base().rules().get(position).condition();
            Part part = Part.of(requirement);
            if (shown.stream().anyMatch(each -> isShown(requirement, branch, condition, each.facts(), each.truth()))) {
                covered.merge(part, 1, Integer::sum);
                total.merge(part, 1, Integer::sum);
                return;
            }
            SystemSearch.Result result = new SystemSearch(facts, position)
                    .search(
                            List.of(condition),
                            read -> isShown(requirement, branch, condition, read, condition.evaluate(read)));
            if (result.isImpossible()) {
                idle.add(hole(position, requirement, branch, Optional.empty(), true));
            } else {
                total.merge(part, 1, Integer::sum);
                Optional<RuleExample> example =
                        result.answers().map(answers -> new RuleExample(requirement.expected(), answers));
                holes.add(hole(position, requirement, branch, example, false));
            }
        }

        private static boolean isShown(
                Requirement requirement, @Nullable Branch branch, Condition condition, Facts facts, Truth truth) {
            if (truth != requirement.expected()) {
                return false;
            }
            if (branch == null) {
                return true;
            }
            Truth otherwise = truth == Truth.TRUE ? Truth.FALSE : Truth.TRUE;
            return switch (requirement) {
                case AT_THRESHOLD ->
                    Threshold.of(branch.test()).orElseThrow().isAt(facts)
                            && branch.evaluate(condition, facts, otherwise) != truth;
                case BESIDE_THRESHOLD ->
                    Threshold.of(branch.test()).orElseThrow().isBeside(facts)
                            && branch.evaluate(condition, facts, otherwise) != truth;
                default -> branch.evaluate(condition, facts, otherwise) != truth;
            };
        }

        private CoverageHole hole(
                int position,
                Requirement requirement,
                @Nullable Branch branch,
                Optional<RuleExample> example,
                boolean isIdle) {
            Rule rule = facts.base().rules().get(position);
            String subject = branch == null ? "" : branch.toString();
            return new CoverageHole(
                    rule,
                    requirement,
                    subject,
                    reason(rule, requirement, subject, isIdle),
                    example.orElse(null),
                    rule.place());
        }

        private static String reason(Rule rule, Requirement requirement, String subject, boolean isIdle) {
            String name = "rule (" + rule.id() + (rule.place() == null ? ")" : ", " + rule.place() + ")");
            String where = isIdle ? "No system is there in which " : "No example shows that ";
            return where
                    + switch (requirement) {
                        case FIRES -> name + " fires.";
                        case SILENT -> name + " is silent.";
                        case UNKNOWN -> name + " is left open by what is not known.";
                        case DECIDES_TRUE -> name + " holds because of (" + subject + ") alone.";
                        case DECIDES_FALSE -> name + " fails because of (" + subject + ") alone.";
                        case AT_THRESHOLD -> name + " holds exactly at the threshold of (" + subject + ").";
                        case BESIDE_THRESHOLD -> name + " fails just beside the threshold of (" + subject + ").";
                    };
        }
    }
}
