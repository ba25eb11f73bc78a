package io.aims.rules.properties;

import static org.assertj.core.api.Assertions.assertThat;

import io.aims.catalog.CrosswalkFiles;
import io.aims.control.Control;
import io.aims.control.ControlId;
import io.aims.crosswalk.Crosswalks;
import io.aims.crosswalk.Element;
import io.aims.crosswalk.ElementId;
import io.aims.crosswalk.Framework;
import io.aims.crosswalk.FrameworkId;
import io.aims.crosswalk.Mapping;
import io.aims.evaluation.Evaluator;
import io.aims.evaluation.PlainEngine;
import io.aims.rule.RuleBase;
import io.aims.system.AiSystem;
import io.aims.testkit.RandomStates;
import io.aims.testkit.RandomSystems;
import io.aims.testkit.StandardBase;
import io.aims.treatment.ControlState;
import io.aims.treatment.ControlState.Stage;
import io.aims.treatment.ControlStates;
import io.aims.treatment.ResidualProfile;
import io.aims.treatment.reuse.Elsewhere;
import io.aims.treatment.reuse.EvidenceReuse;
import io.aims.treatment.reuse.EvidenceSuggestion;
import io.aims.treatment.reuse.EvidenceSuggestion.Standing;
import io.aims.treatment.reuse.OperatedSystem;
import io.aims.treatment.statement.ReusableEvidence;
import io.aims.treatment.statement.StatementCollector;
import io.aims.treatment.statement.StatementEntry;
import io.aims.treatment.statement.StatementOfApplicability;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** The properties of suggestions of evidence, by the standard pack and the standard crosswalks, over random organisations. */
class ReusePropertiesTest {

    private static final LocalDate DAY = RandomStates.DAY;
    private static final int TRIES = 5;
    private static final Crosswalks CROSSWALKS = CrosswalkFiles.standard();
    private static final RuleBase BASE = StandardBase.get();
    private static final Evaluator EVALUATOR = new Evaluator(BASE, new PlainEngine(BASE));
    private static final RandomSystems SYSTEMS = RandomSystems.of(BASE);

    private static Elsewhere elsewhere(SplittableRandom random) {
        TreeMap<FrameworkId, OperatedSystem> operated = new TreeMap<>();
        TreeMap<ElementId, ControlState> states = new TreeMap<>();
        TreeSet<ElementId> open = new TreeSet<>();
        for (Framework framework : CROSSWALKS.frameworks()) {
            if (framework.id().equals(CROSSWALKS.home().id()) || random.nextInt(3) == 0) {
                continue;
            }
            if (random.nextInt(3) == 0) {
                ControlState dated = RandomStates.state(random);
                operated.put(framework.id(), new OperatedSystem("certificate", dated.since(), dated.until()));
            }
            double known = random.nextDouble();
            for (Element element : framework.parts()) {
                if (random.nextInt(20) == 0) {
                    open.add(element.id());
                } else if (random.nextDouble() < known) {
                    states.put(element.id(), RandomStates.state(random));
                }
            }
        }
        return new Elsewhere(operated, states, open);
    }

    private static List<AiSystem> systems(SplittableRandom random) {
        List<AiSystem> systems = new ArrayList<>();
        for (int i = random.nextInt(1, 4); i > 0; i--) {
            AiSystem drawn = random.nextBoolean() ? SYSTEMS.nextComplete(random) : SYSTEMS.next(random);
            systems.add(AiSystem.named("s" + i).putAll(drawn.answers().values()).build());
        }
        return systems;
    }

    private static List<ResidualProfile> profiles(List<AiSystem> systems, ControlStates organisation) {
        return systems.stream()
                .map(system -> ResidualProfile.of(EVALUATOR.evaluate(system, null), organisation, BASE.criteria(), DAY))
                .toList();
    }

    private static StatementOfApplicability statement(
            List<ResidualProfile> profiles, ControlStates organisation, EvidenceReuse reuse) {
        return StatementOfApplicability.derive(BASE, profiles, organisation, List.of(), reuse, DAY);
    }

    private static StatementEntry bare(StatementEntry entry) {
        return new StatementEntry(
                entry.control(),
                entry.title(),
                entry.scope(),
                entry.justification(),
                entry.risks(),
                entry.implementation(),
                List.of(),
                entry.decisions(),
                entry.remarks());
    }

    @Property(tries = TRIES)
    void a_suggestion_changes_no_state_no_gap_no_level_and_no_applicability(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<AiSystem> systems = systems(random);
        ControlStates organisation = RandomStates.next(BASE.catalogue(), random);
        List<ResidualProfile> profiles = profiles(systems, organisation);
        EvidenceReuse reuse = EvidenceReuse.of(CROSSWALKS, elsewhere(random), DAY);
        StatementOfApplicability without = statement(profiles, organisation, EvidenceReuse.none());

        StatementOfApplicability with = statement(profiles, organisation, reuse);
        profiles.forEach(profile -> profile.gaps()
                .forEach(gap -> reuse.about(
                        gap.safeguard().control().id(), profile.evaluation().system())));

        assertThat(with.entries().stream().map(ReusePropertiesTest::bare).toList())
                .isEqualTo(without.entries());
        assertThat(with.systems()).isEqualTo(without.systems());
        List<ResidualProfile> again = profiles(systems, organisation);
        for (int i = 0; i < profiles.size(); i++) {
            assertThat(profiles.get(i).seal()).isEqualTo(again.get(i).seal());
            assertThat(profiles.get(i).gaps()).isEqualTo(again.get(i).gaps());
            assertThat(profiles.get(i).level()).isEqualTo(again.get(i).level());
        }
    }

    @Property(tries = TRIES)
    void every_suggestion_cites_a_row_that_exists_and_rests_on_what_somebody_said(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Elsewhere elsewhere = elsewhere(random);
        EvidenceReuse reuse = EvidenceReuse.of(CROSSWALKS, elsewhere, DAY);
        List<AiSystem> systems = systems(random);

        for (Control control : BASE.catalogue().controls()) {
            Set<Mapping> rows = Set.copyOf(CROSSWALKS.of(
                    new ElementId(CROSSWALKS.home().id(), control.id().value())));
            for (AiSystem system : systems) {
                List<EvidenceSuggestion> suggestions = reuse.about(control.id(), system);
                assertThat(suggestions).isSortedAccordingTo(EvidenceSuggestion.mostUsefulFirst());
                assertThat(suggestions).extracting(EvidenceSuggestion::mapping).doesNotHaveDuplicates();
                for (EvidenceSuggestion suggestion : suggestions) {
                    assertThat(rows).contains(suggestion.mapping());
                    ElementId element = suggestion.mapping().to();
                    assertThat(suggestion
                                            .state()
                                            .equals(Optional.ofNullable(
                                                    elsewhere.states().get(element)))
                                    || suggestion.standing() == Standing.NO_EVIDENCE)
                            .as(suggestion.toString())
                            .isTrue();
                    if (!elsewhere.frameworks().contains(element.framework())) {
                        assertThat(EvidenceReuse.operatedBy(system))
                                .as(suggestion.toString())
                                .isNotEmpty();
                    }
                    if (suggestion.mayHelp() && suggestion.state().isPresent()) {
                        ControlState state = suggestion.state().get();
                        assertThat(state.stage()).isGreaterThanOrEqualTo(Stage.PARTIAL);
                        assertThat(state.until() == null || !DAY.isAfter(state.until()))
                                .isTrue();
                        assertThat(state.since() == null || !DAY.isBefore(state.since()))
                                .isTrue();
                    }
                }
            }
        }
    }

    @Property(tries = TRIES)
    void rows_of_a_statement_say_what_is_said_of_their_systems(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<AiSystem> systems = systems(random);
        ControlStates organisation = RandomStates.next(BASE.catalogue(), random);
        EvidenceReuse reuse = EvidenceReuse.of(CROSSWALKS, elsewhere(random), DAY);
        List<ResidualProfile> profiles = profiles(systems, organisation);

        for (StatementEntry entry : statement(profiles, organisation, reuse).entries()) {
            int most = Math.max(
                    entry.justification().spread().needing(),
                    entry.justification().spread().undetermined());
            assertThat(entry.reuse())
                    .allSatisfy(each -> assertThat(each.systems()).isLessThanOrEqualTo(most));
            Set<Mapping> ofSystems = systems.stream()
                    .flatMap(system -> reuse.about(entry.control(), system).stream())
                    .map(EvidenceSuggestion::mapping)
                    .collect(Collectors.toSet());
            assertThat(ofSystems)
                    .containsAll(entry.reuse().stream()
                            .map(ReusableEvidence::suggestion)
                            .map(EvidenceSuggestion::mapping)
                            .toList());
        }
    }

    @Property(tries = TRIES)
    void the_order_of_systems_changes_nothing(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        ControlStates organisation = ControlStates.unknown();
        EvidenceReuse reuse = EvidenceReuse.of(CROSSWALKS, elsewhere(random), DAY);
        List<ResidualProfile> profiles = new ArrayList<>(profiles(systems(random), organisation));
        StatementOfApplicability one = statement(profiles, organisation, reuse);
        Collections.shuffle(profiles, new Random(random.nextLong()));
        StatementCollector collector = StatementOfApplicability.collect(BASE, organisation, List.of(), DAY);
        profiles.forEach(collector::add);

        assertThat(collector.statement(reuse)).isEqualTo(one);
        assertThat(collector.statement(reuse).seal()).isEqualTo(one.seal());
    }

    @Property(tries = TRIES)
    void a_better_state_elsewhere_takes_no_suggestion_away(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Elsewhere before = elsewhere(random);
        TreeMap<ElementId, ControlState> better = new TreeMap<>(before.states());
        better.replaceAll((element, state) -> new ControlState(
                Stage.values()[random.nextInt(state.stage().ordinal(), Stage.values().length)],
                state.evidenceText(),
                null,
                state.since(),
                state.until()));
        Elsewhere after = new Elsewhere(before.operated(), better, before.open());

        for (Control control : BASE.catalogue().controls()) {
            assertThat(helping(after, control.id())).containsAll(helping(before, control.id()));
        }
    }

    private static List<Mapping> helping(Elsewhere elsewhere, ControlId control) {
        return EvidenceReuse.of(CROSSWALKS, elsewhere, DAY).about(control).stream()
                .filter(EvidenceSuggestion::mayHelp)
                .map(EvidenceSuggestion::mapping)
                .toList();
    }
}
