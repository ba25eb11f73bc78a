package io.aims.testkit;

import io.aims.control.AiRole;
import io.aims.control.Catalogue;
import io.aims.control.Control;
import io.aims.control.ControlId;
import io.aims.control.ControlStatus;
import io.aims.rule.RuleBase;
import io.aims.source.Source;
import io.aims.system.Tier;
import io.aims.system.Vocabulary;
import io.aims.system.VocabularyEntry;
import io.aims.system.vocabulary.Characteristics;
import io.aims.treatment.ControlState;
import io.aims.treatment.ControlState.Stage;
import io.aims.treatment.ControlStates;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;

/** Random statements about controls, and random packs whose controls are of every kind. The same seed gives the same. */
public final class RandomStates {

    /** The day around which dates lie. */
    public static final LocalDate DAY = LocalDate.of(2026, 3, 1);

    private static final Stage[] STAGES = Stage.values();

    private RandomStates() {}

    /** Returns statements about some controls of a catalogue, with and without evidence and dates. */
    public static ControlStates next(Catalogue catalogue, SplittableRandom random) {
        Map<ControlId, ControlState> states = new TreeMap<>();
        double known = random.nextInt(4) == 0 ? 1 : random.nextDouble();
        for (Control control : catalogue.controls()) {
            if (random.nextDouble() < known) {
                states.put(control.id(), state(random));
            }
        }
        return ControlStates.of(states);
    }

    /** Returns a statement. */
    public static ControlState state(SplittableRandom random) {
        Stage stage = random.nextInt(3) == 0 ? Stage.EFFECTIVE : STAGES[random.nextInt(STAGES.length)];
        LocalDate since = random.nextInt(4) == 0 ? DAY.plusDays(random.nextInt(-20, 5)) : null;
        LocalDate until = random.nextInt(4) == 0 ? DAY.plusDays(random.nextInt(-5, 20)) : null;
        return new ControlState(
                stage,
                random.nextInt(3) == 0 ? null : "report",
                null,
                since,
                since != null && until != null && until.isBefore(since) ? since : until);
    }

    /** Returns statements of which some are better, and none is worse or less known. */
    public static ControlStates improved(ControlStates states, SplittableRandom random) {
        Map<ControlId, ControlState> better = new TreeMap<>(states.states());
        better.replaceAll((control, state) -> random.nextInt(3) > 0
                ? state
                : new ControlState(
                        STAGES[random.nextInt(state.stage().ordinal(), STAGES.length)],
                        state.evidenceText(),
                        null,
                        state.since(),
                        state.until()));
        return ControlStates.of(better);
    }

    /** Returns a statement about each control of a catalogue, all alike. */
    public static ControlStates all(Catalogue catalogue, ControlState state) {
        Map<ControlId, ControlState> states = new TreeMap<>();
        catalogue.controls().forEach(control -> states.put(control.id(), state));
        return ControlStates.of(states);
    }

    /** Returns random rules over controls of every scope, effect and role, with a characteristic for what can be undone. */
    public static RuleBase base(SplittableRandom random) {
        RuleBase base = RandomPacks.next(random);
        Catalogue plain = base.catalogue();
        Map<String, String> areas = new LinkedHashMap<>();
        for (String area : List.of("T", "U", "V")) {
            areas.put(area, "Area " + area);
        }
        List<Control> controls = new ArrayList<>();
        for (Control control : plain.controls()) {
            controls.add(of(control, List.copyOf(areas.keySet()).get(random.nextInt(3)), random));
        }
        Catalogue catalogue = new Catalogue(
                plain.id(),
                plain.title(),
                plain.notes(),
                areas,
                controls,
                plain.objectives(),
                plain.riskSources(),
                plain.clauses());
        Vocabulary own = base.vocabulary();
        List<VocabularyEntry> entries = new ArrayList<>(own.entries());
        entries.add(new VocabularyEntry(
                Characteristics.REVERSIBILITY,
                "all",
                Tier.CORE,
                "Can it be undone?",
                Map.of(),
                "Something.",
                "",
                List.of(new Source("drawn at random"))));
        return new RuleBase(
                new Vocabulary(own.id(), own.version(), own.sections(), entries, own.contradictionRules()),
                catalogue,
                base.criteria(),
                base.packs());
    }

    private static Control of(Control control, String area, SplittableRandom random) {
        Set<AiRole> roles = EnumSet.allOf(AiRole.class);
        if (random.nextInt(3) == 0) {
            roles = EnumSet.of(AiRole.values()[random.nextInt(AiRole.values().length)]);
        }
        return new Control(
                control.id(),
                area,
                control.title(),
                control.purpose(),
                control.guidance(),
                control.stages(),
                random.nextInt(5) == 0 ? Control.Scope.ORG : Control.Scope.SYSTEM,
                roles,
                random.nextBoolean() ? ControlStatus.VIA_SUPPLIER : ControlStatus.ROLE_EXCLUDED,
                Control.Effect.values()[random.nextInt(3)],
                control.function(),
                control.evidence(),
                control.sources());
    }
}
