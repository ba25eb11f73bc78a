package io.aims.rules.internal.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.aims.control.ControlId;
import io.aims.error.Diagnostics;
import io.aims.risk.Likelihood;
import io.aims.risk.ObjectiveId;
import io.aims.risk.RiskSourceId;
import io.aims.rule.Condition;
import io.aims.rule.Rule;
import io.aims.rule.RuleId;
import io.aims.rule.RuleScope;
import io.aims.rule.Truth;
import io.aims.rules.internal.files.EntryPlaces;
import io.aims.source.Confidence;
import io.aims.source.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class RepetitionCheckTest {

    private static final String SAME = "AIMS-2010";
    private static final String SUBSUMED = "AIMS-2122";

    @Property(tries = 150)
    void rules_that_add_nothing_are_those_that_change_no_system(@ForAll long seed) {
        SmallWorld world = new SmallWorld(seed);
        SplittableRandom random = new SplittableRandom(seed);
        List<Rule> rules = IntStream.range(0, 6)
                .mapToObj(i -> rule(i, world.condition(), random))
                .toList();
        List<SmallWorld.Situation> all = world.situations();

        Diagnostics found = new Diagnostics();
        RepetitionCheck check = new RepetitionCheck(
                rules.stream()
                        .map(rule -> new PlacedRule(rule, EntryPlaces.at(null), "small"))
                        .toList(),
                List.of(),
                new ConditionAnalysis(Effort.ofPack()),
                found);
        check.checkDuplicates(Set.of());
        check.checkContained();

        Set<String> told = found.toList().stream()
                .filter(diagnostic ->
                        List.of(SAME, SUBSUMED).contains(diagnostic.fault().code()))
                .map(diagnostic -> diagnostic.fault().message().substring(6, 8))
                .collect(Collectors.toSet());
        Set<String> expected = rules.stream()
                .filter(rule -> rules.stream().anyMatch(other -> addsNothing(rule, other, all)))
                .map(rule -> rule.id().value())
                .collect(Collectors.toSet());
        assertThat(told).as("%s", rules.stream().map(Rule::condition).toList()).isEqualTo(expected);
    }

    /** Of two rules that are the same, the later one adds nothing. */
    private static boolean addsNothing(Rule rule, Rule other, List<SmallWorld.Situation> all) {
        if (rule.equals(other)
                || !other.requires().containsAll(rule.requires())
                || !other.raises().containsAll(rule.raises())
                || rule.contributes() != null
                        && (other.contributes() == null || other.contributes().compareTo(rule.contributes()) < 0)) {
            return false;
        }
        boolean same = other.requires().equals(rule.requires())
                && other.raises().equals(rule.raises())
                && other.likelihood().equals(rule.likelihood());
        return follows(rule, other, all)
                && (!same || !follows(other, rule, all) || other.id().compareTo(rule.id()) < 0);
    }

    private static boolean follows(Rule premise, Rule conclusion, List<SmallWorld.Situation> all) {
        return all.stream()
                .noneMatch(system -> premise.condition().evaluate(system) == Truth.TRUE
                        && conclusion.condition().evaluate(system) != Truth.TRUE);
    }

    /** A rule that requires some of two controls, and may raise a risk source with some likelihood. */
    private static Rule rule(int number, Condition condition, SplittableRandom random) {
        List<ControlId> controls = new ArrayList<>();
        int some = random.nextInt(4);
        if ((some & 1) != 0) {
            controls.add(new ControlId("T.1"));
        }
        if ((some & 2) != 0) {
            controls.add(new ControlId("T.2"));
        }
        boolean raises = random.nextBoolean();
        return new Rule(
                new RuleId("R" + number),
                "Rule drawn at random, number " + number,
                RuleScope.SYSTEM,
                condition,
                raises ? List.of(new RiskSourceId("S.2")) : List.of(),
                raises ? List.of(new ObjectiveId("O.2")) : List.of(),
                raises ? Likelihood.values()[random.nextInt(2)] : null,
                null,
                controls,
                false,
                "It was drawn as number " + number + ".",
                List.of(new Source("drawn at random")),
                Confidence.LOW,
                List.of(),
                null);
    }
}
