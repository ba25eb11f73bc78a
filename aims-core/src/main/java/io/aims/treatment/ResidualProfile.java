package io.aims.treatment;

import io.aims.control.Control;
import io.aims.control.ControlId;
import io.aims.error.AimsException;
import io.aims.error.Faults;
import io.aims.evaluation.Evaluation;
import io.aims.evaluation.Safeguard;
import io.aims.evaluation.Seal;
import io.aims.risk.Likelihood;
import io.aims.risk.ObjectiveId;
import io.aims.risk.Range;
import io.aims.risk.RiskCriteria;
import io.aims.risk.RiskLevel;
import io.aims.risk.Severity;
import io.aims.text.Nearest;
import io.aims.text.Quoted;
import io.aims.treatment.ControlState.Stage;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What remains of the risks of one system with its controls as they are on a day.
 *
 * <p>Every required control that acts on likelihood takes its share of the rate of the findings that call for it, by the
 * stage it has reached; the rates that are left combine as those before. Severity falls by one step at most, and only if
 * everything that acts on it works. What is needed is never changed by what is done. Everything is a range: the low end takes
 * undetermined findings as absent and controls at the highest stage they may have reached, the high end the other way round,
 * so that no answer still missing can lead out of it. Immutable and thread-safe; no method reads the clock.
 *
 * @clause ISO/IEC 42001:2023 6.1.3, 8.3
 * @since 0.1
 */
public final class ResidualProfile {

    private static final String UNKNOWN_CONTROL = "AIMS-3060";
    private static final String NO_DAY = "AIMS-3061";
    private static final String UNKNOWN_COST = "AIMS-3063";
    private static final Severity[] SEVERITIES = Severity.values();

    private final Evaluation evaluation;
    private final ControlStates states;
    private final @Nullable LocalDate asOf;
    private final RateModel model;
    private final RateModel.Stages stages;
    private final RateModel.Result now;
    private final List<CountedState> controls;
    private final List<ResidualRisk> risks;
    private volatile @Nullable List<TreatedFinding> findings;
    private volatile @Nullable Seal seal;

    private ResidualProfile(
            Evaluation evaluation, ControlStates states, RiskCriteria criteria, @Nullable LocalDate asOf) {
        this.evaluation = evaluation;
        this.states = states;
        this.asOf = asOf;
        this.model = new RateModel(evaluation, criteria);
        List<CountedState> said = new ArrayList<>();
        for (int position = 0; position < model.controlCount(); position++) {
            Control control = model.control(position);
            said.add(CountedState.of(
                    control,
                    model.projected(position),
                    states.state(control.id()).orElse(null),
                    asOf));
        }
        this.stages = new RateModel.Stages(
                said.stream().map(state -> state.stage().low()).toArray(Stage[]::new),
                said.stream().map(state -> state.stage().high()).toArray(Stage[]::new));
        this.now = model.combine(stages);
        List<CountedState> counted = new ArrayList<>();
        for (int position = 0; position < said.size(); position++) {
            counted.add(said.get(position)
                    .between(now.capped().least()[position], now.capped().most()[position]));
        }
        this.controls = List.copyOf(counted);
        this.risks = remaining();
    }

    /**
     * Computes what remains of the risks of a system.
     *
     * @param evaluation the evaluation of the system
     * @param states what is said of its controls
     * @param criteria the criteria with which it was evaluated
     * @param asOf the day for which the states count, or {@code null} for that of the evaluation
     * @return the residual risks
     * @throws AimsException AIMS-3060, if a state names a control that the catalogue of the evaluation does not have;
     *     AIMS-3061, if a state has dates and neither a day is given nor the evaluation has one; all faults at once
     */
    public static ResidualProfile of(
            Evaluation evaluation, ControlStates states, RiskCriteria criteria, @Nullable LocalDate asOf) {
        LocalDate day = asOf == null ? evaluation.asOf().orElse(null) : asOf;
        check(evaluation, states, day);
        return new ResidualProfile(evaluation, states, criteria, day);
    }

    private static void check(Evaluation evaluation, ControlStates states, @Nullable LocalDate day) {
        Faults faults = new Faults();
        List<ControlId> named = new ArrayList<>(states.states().keySet());
        named.addAll(states.open());
        checkKnown(evaluation, named, UNKNOWN_CONTROL, "of which a state is given", faults);
        states.states().forEach((control, state) -> {
            if (day == null && state.hasDates()) {
                faults.add(
                        NO_DAY,
                        null,
                        "The state of control (" + control + ") holds"
                                + (state.since() == null ? "" : " from (" + state.since() + ")")
                                + (state.until() == null ? "" : " until (" + state.until() + ")")
                                + ", and no day is given.",
                        "Say for which day: the clock is not read.");
            }
        });
        faults.throwIfAny();
    }

    private static void checkKnown(
            Evaluation evaluation, Collection<ControlId> named, String code, String given, Faults faults) {
        List<String> known = evaluation.controls().stream()
                .map(result -> result.control().id().value())
                .toList();
        for (ControlId control : named) {
            if (!known.contains(control.value())) {
                faults.add(
                        code,
                        null,
                        "The control (" + control + "), " + given + " for system ("
                                + Quoted.of(evaluation.system().id()) + "), is absent from catalogue ("
                                + Quoted.of(evaluation.basis().catalogue().id()) + ").",
                        Nearest.to(control.value(), known)
                                .map(near -> "Maybe you meant (" + near + ").")
                                .orElse("Maybe a catalogue that holds it is missing."));
            }
        }
    }

    private TreatedFinding treated(RateModel.Cause cause, RateModel.Stages capped) {
        List<TreatedFinding.Share> shares = new ArrayList<>();
        int fewest = cause.acting().length;
        int most = fewest + cause.perhapsActing().length;
        for (ControlId id : cause.finding().rule().requires()) {
            int control = model.position(id);
            boolean acts = contains(cause.acting(), control);
            if (acts || contains(cause.perhapsActing(), control)) {
                shares.add(new TreatedFinding.Share(
                        id,
                        acts ? share(cause.rate(), capped.least()[control], most) : 0,
                        share(cause.rate(), capped.most()[control], acts ? fewest : fewest + 1)));
            }
        }
        return new TreatedFinding(
                cause.finding(),
                cause.rate(),
                shares,
                model.remainingAtLeast(cause, capped.most()),
                model.remainingAtMost(cause, capped.least()));
    }

    private static double share(double rate, Stage stage, int count) {
        return rate * (stage.tenths() / (10.0 * count));
    }

    private static boolean contains(int[] positions, int position) {
        for (int each : positions) {
            if (each == position) {
                return true;
            }
        }
        return false;
    }

    private List<ResidualRisk> remaining() {
        ControlEffects effects = new ControlEffects(model, stages, now);
        List<ResidualRisk> residual = new ArrayList<>();
        for (int position = 0; position < model.inherent().size(); position++) {
            int objective = position;
            residual.add(new ResidualRisk(
                    model.inherent().get(objective),
                    new Range<>(band(now.lowRates()[objective]), band(now.highRates()[objective])),
                    new Range<>(
                            SEVERITIES[now.lowSeverities()[objective]], SEVERITIES[now.highSeverities()[objective]]),
                    model.level(now, objective),
                    now.lowRates()[objective],
                    now.highRates()[objective],
                    () -> effects.of(objective)));
        }
        return List.copyOf(residual);
    }

    private Likelihood band(double rate) {
        return model.criteria().band(rate);
    }

    /**
     * Returns the evaluation, which nothing here changes.
     *
     * @return the evaluation
     */
    public Evaluation evaluation() {
        return evaluation;
    }

    /**
     * Returns the criteria by which rates became likelihoods, and likelihood and severity levels.
     *
     * @return the criteria with which the system was evaluated
     */
    public RiskCriteria criteria() {
        return model.criteria();
    }

    /**
     * Returns what was said of the controls.
     *
     * @return the states
     */
    public ControlStates states() {
        return states;
    }

    /**
     * Returns the day for which the states count.
     *
     * @return empty if no state has dates and none was given
     */
    public Optional<LocalDate> asOf() {
        return Optional.ofNullable(asOf);
    }

    /**
     * Returns what every control of the catalogue counts for, needed or not.
     *
     * @return the controls, sorted
     */
    public List<CountedState> controls() {
        return controls;
    }

    /**
     * Returns what a control counts for.
     *
     * @param control a control
     * @return what it counts for, or empty if the catalogue has no such control
     */
    public Optional<CountedState> control(ControlId control) {
        return Optional.ofNullable(model.positionOrNull(control)).map(controls::get);
    }

    /**
     * Returns what controls take of the rate of every finding. It is computed when first asked for.
     *
     * @return the findings, sorted by rule
     */
    public List<TreatedFinding> findings() {
        List<TreatedFinding> ready = findings;
        if (ready == null) {
            ready = model.causes().stream()
                    .map(cause -> treated(cause, now.capped()))
                    .toList();
            findings = ready;
        }
        return ready;
    }

    /**
     * Returns the risk to every objective, before and after.
     *
     * @return the risks, sorted by objective
     */
    public List<ResidualRisk> risks() {
        return risks;
    }

    /**
     * Returns the risk to an objective, before and after.
     *
     * @param objective an objective
     * @return the risk, or empty if the catalogue has no such objective
     */
    public Optional<ResidualRisk> risk(ObjectiveId objective) {
        return risks.stream()
                .filter(risk -> risk.inherent().objective().id().equals(objective))
                .findFirst();
    }

    /**
     * Returns the overall residual level: the highest over all objectives. It never stands for the profile in
     * {@link #risks()}, and no verdict that nothing lifts is lifted by it.
     *
     * @return the level
     */
    public Range<RiskLevel> level() {
        RiskLevel low = RiskLevel.VERY_LOW;
        RiskLevel high = RiskLevel.VERY_LOW;
        for (ResidualRisk risk : risks) {
            low = low.max(risk.level().low());
            high = high.max(risk.level().high());
        }
        return new Range<>(low, high);
    }

    /**
     * Returns the controls that the system needs and that are not in place, or not shown to work, with what closing each gap
     * brings by itself. Severity falls only when several controls work together: see {@link #cheapestPlan}.
     *
     * @return what is not in place first, then what is not shown to work; of each the gap first whose closing brings most
     */
    public List<Gap> gaps() {
        List<Gap> gaps = new ArrayList<>();
        for (Safeguard safeguard : evaluation.safeguards()) {
            int control = model.position(safeguard.control().id());
            Stage least = stages.least()[control];
            if (least != Stage.EFFECTIVE) {
                Gap.Kind kind = CountedState.isInPlace(least)
                        ? Gap.Kind.NOT_SHOWN
                        : CountedState.isInPlace(stages.most()[control]) ? Gap.Kind.UNKNOWN : Gap.Kind.MISSING;
                gaps.add(new Gap(
                        safeguard,
                        controls.get(control),
                        kind,
                        gain(stages.reaching(Stage.IMPLEMENTED, control)),
                        gain(stages.reaching(Stage.EFFECTIVE, control))));
            }
        }
        gaps.sort(Comparator.comparing(Gap::isOpen)
                .thenComparing(Gap::effective)
                .thenComparing(Gap::inPlace)
                .thenComparing(gap -> gap.safeguard().priority())
                .reversed()
                .thenComparing(gap -> gap.safeguard().control().id()));
        return List.copyOf(gaps);
    }

    private Gap.Gain gain(RateModel.Stages closed) {
        RateModel.Result then = model.combine(closed, now);
        int steps = 0;
        double rate = 0;
        List<ObjectiveId> lowered = new ArrayList<>();
        for (int objective = 0; objective < risks.size(); objective++) {
            int fallen = model.highLevel(now, objective).ordinal()
                    - model.highLevel(then, objective).ordinal();
            steps += fallen;
            rate += now.highRates()[objective] - then.highRates()[objective];
            if (fallen > 0) {
                lowered.add(model.inherent().get(objective).objective().id());
            }
        }
        return new Gap.Gain(steps, rate, lowered);
    }

    /**
     * Finds the cheapest set of controls that, brought to work and shown to work, brings every objective to a tolerance or
     * below, also if everything unknown turns out badly.
     *
     * <p>With up to twenty controls that have a cost and bear on the matter the set is the cheapest there is. With more, the
     * search ends after a number of branches, and the plan tells the cost below which no set can lie. Where the tolerance is
     * out of reach, the plan says so and brings these objectives to the lowest level that can be reached.
     *
     * @param costs what it costs to bring controls to work; those without a cost are left as they are
     * @param tolerance the level that shall not be passed
     * @return the plan
     * @throws AimsException AIMS-3063, if a cost names a control that the catalogue does not have; all faults at once
     */
    public CheapestPlan cheapestPlan(ControlCosts costs, RiskLevel tolerance) {
        Faults faults = new Faults();
        checkKnown(evaluation, costs.costs().keySet(), UNKNOWN_COST, "of which a cost is given", faults);
        faults.throwIfAny();
        return search(costs, tolerance).find(!evaluation.stops().isEmpty());
    }

    /**
     * Finds the fewest controls that, brought to work and shown to work, bring every objective to a tolerance or below: the
     * {@linkplain #cheapestPlan(ControlCosts, RiskLevel) cheapest plan} if every control with a gap costs one.
     *
     * @param tolerance the level that shall not be passed
     * @return the plan
     */
    public CheapestPlan cheapestPlan(RiskLevel tolerance) {
        Map<ControlId, Long> costs = new TreeMap<>();
        gaps().forEach(gap -> costs.put(gap.safeguard().control().id(), 1L));
        return cheapestPlan(ControlCosts.of(costs), tolerance);
    }

    PlanSearch search(ControlCosts costs, RiskLevel tolerance) {
        return new PlanSearch(model, stages, costs, tolerance);
    }

    /** Returns the level of an objective at its high end if some controls were shown to have reached a stage. */
    RiskLevel highLevelIf(ObjectiveId objective, Map<ControlId, Stage> reached) {
        RateModel.Stages then = stages;
        for (Map.Entry<ControlId, Stage> entry : reached.entrySet()) {
            then = then.reaching(entry.getValue(), model.position(entry.getKey()));
        }
        RateModel.Result result = model.combine(then, now);
        for (int position = 0; position < risks.size(); position++) {
            if (risks.get(position).inherent().objective().id().equals(objective)) {
                return model.highLevel(result, position);
            }
        }
        throw new IllegalArgumentException("No objective " + objective);
    }

    /**
     * Writes down how the residual level of an objective comes about, so that it can be re-performed by hand: the share of
     * each finding, what the controls take of it, sums, limits, severity and level, at both ends.
     *
     * @param objective an objective of the catalogue
     * @return lines of text, each with a line end
     * @throws IllegalArgumentException if the catalogue has no such objective
     */
    public String derivation(ObjectiveId objective) {
        for (int position = 0; position < risks.size(); position++) {
            if (risks.get(position).inherent().objective().id().equals(objective)) {
                return new ResidualDerivation(this, model, position).text();
            }
        }
        throw new IllegalArgumentException("No objective " + objective);
    }

    /**
     * Returns the seal over the evaluation, what is said of the controls and what it counts for, the day and what remains. It
     * is computed when first asked for.
     *
     * @return the seal
     */
    public Seal seal() {
        Seal ready = seal;
        if (ready == null) {
            ready = ResidualSeal.of(this);
            seal = ready;
        }
        return ready;
    }

    /** Tells whether the same evaluation, states and day are behind both: all else follows from them. */
    @Override
    public boolean equals(Object other) {
        return other instanceof ResidualProfile that
                && evaluation.equals(that.evaluation)
                && states.equals(that.states)
                && asOf().equals(that.asOf());
    }

    @Override
    public int hashCode() {
        return 31 * evaluation.hashCode() + states.hashCode();
    }

    @Override
    public String toString() {
        return Quoted.of(evaluation.system().id()) + ": " + evaluation.level() + ", residual " + level();
    }
}
