package io.aims.reasoning.proof;

import io.aims.reasoning.internal.Phrases;
import io.aims.rule.Truth;
import io.aims.text.Quoted;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Tells in sentences why something is not so. Not thread-safe. */
final class WhyNotNarrator {

    /** How many rules a short explanation tells before it counts the rest. */
    private static final int FEW = 3;

    private final Detail detail;
    private final List<Explanation.Line> lines = new ArrayList<>();

    WhyNotNarrator(Detail detail) {
        this.detail = detail;
    }

    Explanation tell(WhyNot whyNot) {
        if (whyNot.proof() instanceof ControlProof control) {
            control(whyNot, control);
        } else {
            rule(whyNot, (RuleProof) whyNot.proof());
        }
        return new Explanation(lines);
    }

    private void line(int depth, String text) {
        lines.add(new Explanation.Line(depth, text));
    }

    private void control(WhyNot whyNot, ControlProof proof) {
        String control = "Control " + Sentences.titled(proof.result().control().title(), proof.id());
        String system = Sentences.name(proof.evaluation().system());
        switch (proof.result().status()) {
            case REQUIRED ->
                line(0, control + " is required for " + system + ". What calls for it is told by its proof.");
            case VIA_SUPPLIER ->
                line(0, control + " is needed for " + system + ", but the organisation cannot perform it itself.");
            case ROLE_EXCLUDED ->
                line(
                        0,
                        control + " is needed for " + system
                                + ", but it falls to a role that the organisation does not hold.");
            case NOT_REQUIRED ->
                line(
                        0,
                        control + " is not required for " + system + ": "
                                + Phrases.count(proof.rules().size(), "rule", "rules")
                                + " could call for it, and none holds.");
            case UNDETERMINED ->
                line(
                        0,
                        proof.truth() == Truth.TRUE
                                ? control + " is needed for " + system
                                        + ", but it is not known yet who has to perform it."
                                : control + " may be required for " + system + ": that is not known yet.");
        }
        nearMisses(whyNot);
        unreachable(whyNot);
        roles(whyNot, proof);
    }

    private void rule(WhyNot whyNot, RuleProof proof) {
        String rule = "Rule " + Sentences.titled(proof.rule().title(), proof.id());
        String system = Sentences.name(proof.evaluation().system());
        line(
                0,
                switch (whyNot.unreachable().isEmpty() ? proof.truth() : Truth.FALSE) {
                    case TRUE -> rule + " holds for " + system + ". Its reasons are told by its proof.";
                    case FALSE -> rule + " does not hold for " + system + ".";
                    case UNDETERMINED -> rule + " may hold for " + system + ": that is not known yet.";
                });
        whyNot.nearMisses().forEach(miss -> {
            line(1, "It would hold if " + (miss.changes().size() == 1 ? "this were so:" : "all of this were so:"));
            miss.changes().forEach(change -> change(2, change));
            cutOff(1, miss);
        });
        unreachable(whyNot);
    }

    private void nearMisses(WhyNot whyNot) {
        List<NearMiss> misses = whyNot.nearMisses();
        if (misses.isEmpty()) {
            return;
        }
        List<NearMiss> shown = detail == Detail.FULL ? misses : nearest(misses);
        line(1, misses.size() == 1 ? "What would bring it about:" : "What would bring it about, the nearest first:");
        for (NearMiss miss : shown) {
            line(
                    2,
                    Sentences.titled(miss.rule().rule()) + " would hold if "
                            + (miss.changes().size() == 1 ? "this were so:" : "all of this were so:"));
            miss.changes().forEach(change -> change(3, change));
            cutOff(3, miss);
        }
        int rest = misses.size() - shown.size();
        if (rest > 0) {
            line(1, Phrases.count(rest, "other rule", "other rules") + " could bring it about as well.");
        }
    }

    /** The nearest rules that other answers stop: of several rules that the same answers stop, the first. */
    private static List<NearMiss> nearest(List<NearMiss> misses) {
        Map<List<String>, NearMiss> nearest = new LinkedHashMap<>();
        for (NearMiss miss : misses) {
            List<String> subjects = miss.changes().stream()
                    .map(change -> change.entry().characteristic().id())
                    .toList();
            nearest.putIfAbsent(subjects, miss);
        }
        return nearest.values().stream().limit(FEW).toList();
    }

    private void cutOff(int depth, NearMiss miss) {
        if (!miss.isFewest()) {
            line(depth, "None of these can be left out, but there may be a shorter way: the search was cut off.");
        }
    }

    private void change(int depth, Change change) {
        String needed = needed(change);
        line(
                depth,
                Quoted.whole(change.entry().question()) + " "
                        + Phrases.answer(change.entry(), change.presentBounds()) + " ("
                        + change.entry().characteristic().id() + "). It would have to be: " + needed + ".");
    }

    private static String needed(Change change) {
        if (change.tests().size() == 1) {
            return Phrases.wanted(change.tests().get(0));
        }
        return Phrases.words(change.needed());
    }

    private void unreachable(WhyNot whyNot) {
        for (Unreachable each : whyNot.unreachable()) {
            String rule = Sentences.titled(each.rule().rule());
            List<String> tests =
                    each.conflict().stream().map(Phrases::statement).toList();
            line(
                    1,
                    rule + " can never hold: "
                            + switch (tests.size()) {
                                case 0 -> "no answers give the results that it needs.";
                                case 1 -> "no answer is such that " + tests.get(0) + ".";
                                default -> "no answer is such that " + Phrases.list(tests, "and") + ".";
                            });
        }
    }

    private void roles(WhyNot whyNot, ControlProof proof) {
        if (whyNot.roles().isEmpty()) {
            return;
        }
        RoleStep step = proof.roles();
        String applies = Phrases.list(
                step.applicable().stream()
                        .map(role -> Phrases.withArticle(Sentences.words(role)))
                        .toList(),
                "or");
        String held = Phrases.list(
                step.held().stream()
                        .map(role -> Phrases.withArticle(Sentences.words(role)))
                        .toList(),
                "and");
        String now = held.isEmpty()
                ? step.complete() ? " It holds no role." : " Its roles are not known (aimsRoles)."
                : " It is " + held + (step.complete() ? "." : ", and may hold other roles.");
        boolean needed = proof.truth() == Truth.TRUE;
        line(
                1,
                (needed ? "It would be required" : "Even then it would be required only") + " if the organisation were "
                        + applies + "." + now);
    }
}
