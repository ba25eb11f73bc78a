package io.aims.reasoning.proof;

import io.aims.control.AiRole;
import io.aims.evaluation.Priority;
import io.aims.reasoning.internal.Phrases;
import io.aims.risk.RiskLevel;
import io.aims.rule.Rule;
import io.aims.rule.RuleScope;
import io.aims.rule.Truth;
import io.aims.source.Confidence;
import io.aims.source.Source;
import io.aims.text.Quoted;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Tells a proof in sentences, the strongest reasons first. Not thread-safe. */
final class Narrator {

    /** How many reasons a short explanation gives before it counts the rest. */
    private static final int FEW = 3;

    /** How many answers a short explanation names that rule a conclusion out or leave it open. */
    private static final int SOME = 5;

    /** How many rules are named as examples behind an answer. */
    private static final int EXAMPLES = 2;

    private final Detail detail;
    private final List<Explanation.Line> lines = new ArrayList<>();
    private final Set<Proof> told = new HashSet<>();
    private final LevelNarrator levels = new LevelNarrator(this);

    Narrator(Detail detail) {
        this.detail = detail;
    }

    Explanation tell(Proof proof) {
        if (proof instanceof ControlProof control) {
            control(control);
        } else if (proof instanceof RiskSourceProof source) {
            riskSource(source);
        } else if (proof instanceof ObjectiveProof objective) {
            objective(objective);
        } else if (proof instanceof LevelProof level) {
            level(level);
        } else {
            rule((RuleProof) proof);
        }
        return new Explanation(lines);
    }

    void line(int depth, String text) {
        lines.add(new Explanation.Line(depth, text));
    }

    /** Tells a condition of a rule, unless the rule was told before. */
    void stepOnce(int depth, RuleProof proof) {
        if (told.add(proof)) {
            step(depth, proof.condition());
        }
    }

    boolean isFull() {
        return detail == Detail.FULL;
    }

    int most(int few) {
        return isFull() ? Integer.MAX_VALUE : few;
    }

    // Controls -----------------------------------------------------------------------------------------------------

    private void control(ControlProof proof) {
        String control = "Control " + Sentences.titled(proof.result().control().title(), proof.id());
        String system = Sentences.name(proof.evaluation().system());
        switch (proof.result().status()) {
            case REQUIRED -> line(0, control + " is required for " + system + priority(proof) + ".");
            case VIA_SUPPLIER ->
                line(
                        0,
                        control + " is needed for " + system + priority(proof)
                                + ", and only a supplier can perform it: obtain assurance from them.");
            case ROLE_EXCLUDED -> line(0, control + " is needed for " + system + ", but not from this organisation.");
            case NOT_REQUIRED -> line(0, control + " is not required for " + system + ".");
            case UNDETERMINED ->
                line(
                        0,
                        proof.truth() == Truth.TRUE
                                ? control + " is needed for " + system
                                        + ", but it is not known yet who has to perform it."
                                : "It is not known yet whether control "
                                        + Sentences.titled(
                                                proof.result().control().title(), proof.id()) + " is required for "
                                        + system + ". Until then it may not be excluded.");
        }
        if (proof.truth() == Truth.TRUE) {
            line(1, roles(proof.roles()));
        }
        because(proof.rules(), proof.decisive(), proof.truth(), "calls for it", "call for it");
    }

    private static String priority(ControlProof proof) {
        Priority priority = proof.result().priority().orElse(Priority.BASELINE);
        return priority == Priority.BASELINE
                ? ", whatever the level of risk"
                : ", with " + Sentences.words(priority) + " priority";
    }

    private static String roles(RoleStep step) {
        if (step.appliesToAll()) {
            return "It applies to an organisation in any role.";
        }
        String applies = "It applies to "
                + Phrases.list(
                        step.applicable().stream()
                                .map(role -> Sentences.words(role) + "s")
                                .toList(),
                        "and") + ".";
        List<AiRole> held = step.matching().isEmpty() ? step.held() : step.matching();
        String roles = Phrases.list(
                held.stream()
                        .map(role -> Phrases.withArticle(Sentences.words(role)))
                        .toList(),
                "and");
        return applies + " "
                + switch (step.status()) {
                    case REQUIRED -> "The organisation is " + roles + ".";
                    case VIA_SUPPLIER, ROLE_EXCLUDED ->
                        roles.isEmpty()
                                ? "The organisation holds none of the roles."
                                : "The organisation is " + roles + " only.";
                    default ->
                        roles.isEmpty()
                                ? "The roles of the organisation are not known (aimsRoles)."
                                : "The organisation is " + roles
                                        + ", and may hold other roles: that is not known yet (aimsRoles).";
                };
    }

    private void riskSource(RiskSourceProof proof) {
        String source = Sentences.titled(proof.result().source().title(), proof.id());
        String system = Sentences.name(proof.evaluation().system());
        line(
                0,
                switch (proof.truth()) {
                    case TRUE -> "Risk source " + source + " is present in " + system + ".";
                    case FALSE -> "Risk source " + source + " is not present in " + system + ".";
                    case UNDETERMINED ->
                        "It is not known yet whether risk source " + source + " is present in " + system + ".";
                });
        because(proof.rules(), proof.decisive(), proof.truth(), "shows it", "show it");
    }

    private void because(List<RuleProof> all, List<RuleProof> decisive, Truth truth, String shows, String show) {
        if (all.isEmpty()) {
            line(1, "No rule in use could " + show + ".");
            return;
        }
        switch (truth) {
            case TRUE -> {
                line(
                        1,
                        decisive.size() == 1
                                ? "One rule " + shows + ":"
                                : decisive.size() + " rules " + show + ". The strongest first:");
                reasons(2, decisive);
            }
            case UNDETERMINED -> open(1, decisive, "may " + show);
            case FALSE -> ruledOut(all, show);
        }
    }

    private void reasons(int depth, List<RuleProof> rules) {
        int most = most(FEW);
        for (RuleProof rule : rules.subList(0, Math.min(most, rules.size()))) {
            reason(depth, rule);
        }
        if (rules.size() > most) {
            line(depth, "Also " + Sentences.titles(rules.subList(most, rules.size()), FEW) + ".");
        }
    }

    /** Tells a rule that holds, or may hold, as a reason of something else. */
    private void reason(int depth, RuleProof proof) {
        if (!told.add(proof)) {
            line(depth, Sentences.titled(proof.rule()) + ": see above.");
            return;
        }
        line(depth, Sentences.titled(proof.rule()) + ":");
        step(depth + 1, proof.condition());
        line(depth + 1, "Why it matters: " + Quoted.whole(proof.rule().why()));
        if (isFull()) {
            origin(depth + 1, proof);
        }
    }

    private void origin(int depth, RuleProof proof) {
        Rule rule = proof.rule();
        line(
                depth,
                "Sources: "
                        + rule.sources().stream()
                                .map(Source::citation)
                                .map(Quoted::whole)
                                .collect(Collectors.joining("; "))
                        + ". Pack " + Quoted.of(proof.pack().id()) + " "
                        + Quoted.of(proof.pack().version())
                        + (rule.confidence() == Confidence.HIGH
                                ? "."
                                : "; confidence in these sources: " + Sentences.words(rule.confidence()) + "."));
    }

    // Conditions ---------------------------------------------------------------------------------------------------

    /** Tells what a condition, or a part of it, came to. */
    void step(int depth, ConditionProof step) {
        if (step instanceof ConditionProof.Always) {
            line(depth, "It holds for every AI system.");
        } else if (step instanceof ConditionProof.Fact fact) {
            line(depth, Sentences.fact(fact));
        } else if (step instanceof ConditionProof.Result result) {
            line(depth, Sentences.result(result));
            below(depth + 1, result);
        } else if (step instanceof ConditionProof.Any any && any.decisive().size() > 1) {
            line(
                    depth,
                    switch (any.truth()) {
                        case TRUE -> "Each of these is enough:";
                        case FALSE -> "One of these would have to be so, and none is:";
                        case UNDETERMINED -> "One of these has to be so, and that is not known yet:";
                    });
            any.decisive().forEach(part -> step(depth + 1, part));
        } else {
            // What is not known yet is told before what is settled.
            List<ConditionProof> parts = step.decisive();
            parts.stream().filter(part -> part.truth() == Truth.UNDETERMINED).forEach(part -> step(depth, part));
            parts.stream().filter(part -> part.truth() != Truth.UNDETERMINED).forEach(part -> step(depth, part));
        }
    }

    /** Tells the result of other rules below the test that reads it, once. */
    private void below(int depth, ConditionProof.Result result) {
        if (!told.add(result.because())) {
            line(depth, "See above.");
            return;
        }
        if (result.because() instanceof ObjectiveProof objective) {
            levels.ends(depth, objective);
        } else if (result.because() instanceof RiskSourceProof source) {
            nested(depth, source.rules(), source.decisive(), source.truth());
        } else if (result.because() instanceof ControlProof control) {
            nested(depth, control.rules(), control.decisive(), control.truth());
        }
    }

    private void nested(int depth, List<RuleProof> all, List<RuleProof> decisive, Truth truth) {
        if (truth == Truth.TRUE) {
            List<RuleProof> first = isFull() ? decisive : decisive.subList(0, 1);
            first.forEach(rule -> reason(depth, rule));
            if (first.size() < decisive.size()) {
                line(depth, "Also " + Sentences.titles(decisive.subList(first.size(), decisive.size()), FEW) + ".");
            }
        } else if (truth == Truth.UNDETERMINED) {
            line(depth, "It depends on " + Sentences.titles(decisive, most(FEW)) + ".");
        } else {
            line(
                    depth,
                    all.isEmpty()
                            ? "No rule in use could make it so."
                            : "None of the rules that could make it so holds: " + Sentences.titles(all, most(FEW))
                                    + ".");
        }
    }

    // What is open, and what rules something out -------------------------------------------------------------------

    private void open(int depth, List<RuleProof> rules, String may) {
        line(depth, Phrases.count(rules.size(), "rule ", "rules ") + may + ". It depends on these answers:");
        grouped(depth + 1, Blockers.open(rules), "depends on it", "depend on it", "leave", "open");
    }

    private void ruledOut(List<RuleProof> rules, String show) {
        line(
                1,
                rules.size() == 1
                        ? "The only rule that could " + show + " does not hold:"
                        : "None of the " + rules.size() + " rules that could " + show + " holds:");
        grouped(2, Blockers.against(rules), "is ruled out by it", "are ruled out by it", "rule", "out");
    }

    private void grouped(
            int depth, List<Blockers.Group> groups, String one, String many, String verb, String particle) {
        int most = most(SOME);
        List<Blockers.Group> shown = groups.subList(0, Math.min(most, groups.size()));
        for (Blockers.Group group : shown) {
            line(depth, group.sentence());
            List<RuleProof> rules = group.rules();
            int named = isFull() ? rules.size() : EXAMPLES;
            line(
                    depth + 1,
                    Phrases.count(rules.size(), "rule ", "rules ") + (rules.size() == 1 ? one : many) + ": "
                            + Sentences.titles(rules, named) + ".");
        }
        int rest = groups.size() - shown.size();
        if (rest > 0) {
            Set<RuleProof> named = new HashSet<>();
            shown.forEach(group -> named.addAll(group.rules()));
            Set<RuleProof> others = new HashSet<>();
            groups.subList(shown.size(), groups.size()).forEach(group -> others.addAll(group.rules()));
            others.removeAll(named);
            line(
                    depth,
                    Phrases.count(rest, "more answer ", "more answers ")
                            + (others.isEmpty()
                                    ? (rest == 1 ? "bears" : "bear") + " on the same rules."
                                    : (rest == 1 ? verb + "s " : verb + " ") + particle + " "
                                            + Phrases.count(others.size(), "more rule.", "more rules.")));
        }
    }

    // Rules --------------------------------------------------------------------------------------------------------

    private void rule(RuleProof proof) {
        Rule rule = proof.rule();
        String system = Sentences.name(proof.evaluation().system());
        String named = Sentences.titled(rule.title(), rule.id());
        if (rule.stop()) {
            line(
                    0,
                    switch (proof.truth()) {
                        case TRUE ->
                            "STOP. " + Quoted.of(proof.evaluation().system().name())
                                    + " must not be used as it is described: rule " + named
                                    + " holds, and no control lifts it.";
                        case FALSE ->
                            "Rule " + named + ", which would forbid the use, does not hold for " + system + ".";
                        case UNDETERMINED ->
                            "It is not known yet whether " + system + " may be used as it is described: rule " + named
                                    + " would forbid it.";
                    });
        } else {
            line(
                    0,
                    switch (proof.truth()) {
                        case TRUE -> "Rule " + named + " holds for " + system + ".";
                        case FALSE -> "Rule " + named + " does not hold for " + system + ".";
                        case UNDETERMINED -> "It is not known yet whether rule " + named + " holds for " + system + ".";
                    });
        }
        step(1, proof.condition());
        conclusions(rule, proof.truth());
        line(1, "Why it matters: " + Quoted.whole(rule.why()));
        if (rule.scope() == RuleScope.REGULATORY) {
            line(1, "The rule follows from law. It is no legal advice.");
        }
        origin(1, proof);
    }

    private void conclusions(Rule rule, Truth truth) {
        boolean holds = truth == Truth.TRUE;
        List<String> parts = new ArrayList<>();
        if (!rule.raises().isEmpty()) {
            parts.add((holds ? "shows " : "show ")
                    + (rule.raises().size() == 1 ? "risk source " : "risk sources ")
                    + ids(rule.raises()));
        }
        if (!rule.threatens().isEmpty() && (rule.contributes() != null || rule.floor() != null)) {
            String likelihood = rule.likelihood()
                    .map(each -> " with " + Phrases.withArticle(Sentences.words(each)) + " likelihood")
                    .orElse("");
            String floor = rule.severityFloor()
                    .map(each -> (likelihood.isEmpty() ? " with " : " and ") + "at least " + Sentences.words(each)
                            + " severity")
                    .orElse("");
            parts.add((holds ? "threatens " : "threaten ") + ids(rule.threatens()) + likelihood + floor);
        }
        if (!rule.requires().isEmpty()) {
            parts.add((holds ? "calls for " : "call for ") + ids(rule.requires()));
        }
        if (!parts.isEmpty()) {
            line(1, (holds ? "It " : "It would ") + String.join("; ", parts) + ".");
        }
    }

    private static String ids(List<?> ids) {
        return Phrases.list(ids.stream().map(Object::toString).toList(), "and");
    }

    // Levels
    // -------------------------------------------------------------------------------------------------------------

    private void objective(ObjectiveProof proof) {
        line(
                0,
                "The risk to " + Sentences.titled(proof.result().objective().title(), proof.id()) + " is "
                        + Sentences.words(proof.result().level()) + " for "
                        + Sentences.name(proof.evaluation().system()) + ".");
        levels.ends(1, proof);
    }

    private void level(LevelProof proof) {
        RiskLevel low = proof.result().low();
        RiskLevel high = proof.result().high();
        line(
                0,
                "The level of risk of " + Sentences.name(proof.evaluation().system()) + " is "
                        + Sentences.words(proof.result()) + ": the highest over its "
                        + Phrases.count(proof.objectives().size(), "objective.", "objectives."));
        List<ObjectiveProof> setting = proof.objectives().stream()
                .filter(each -> each.result().level().low() == low)
                .toList();
        line(1, "On what is known, " + reaching(proof, setting, low));
        if (low != high) {
            List<ObjectiveProof> feared = proof.objectives().stream()
                    .filter(each -> each.result().level().high() == high)
                    .toList();
            line(1, "If what is not known yet turns out badly, " + reaching(proof, feared, high));
        }
        List<ObjectiveProof> shown = isFull() ? proof.objectives() : setting.subList(0, 1);
        for (ObjectiveProof objective : shown) {
            line(
                    1,
                    "The risk to "
                            + Sentences.titled(objective.result().objective().title(), objective.id()) + " is "
                            + Sentences.words(objective.result().level()) + ":");
            told.add(objective);
            levels.ends(2, objective);
        }
    }

    private String reaching(LevelProof proof, List<ObjectiveProof> some, RiskLevel level) {
        if (some.size() == proof.objectives().size()) {
            return "every objective is at " + Sentences.words(level) + ".";
        }
        List<String> titles = some.stream()
                .map(each -> Sentences.titled(each.result().objective().title(), each.id()))
                .toList();
        return Sentences.some(titles, most(SOME)) + (some.size() == 1 ? " reaches " : " reach ")
                + Sentences.words(level) + ".";
    }
}
