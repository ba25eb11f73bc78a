package io.aims.treatment.assessment;

import io.aims.control.Catalogue;
import io.aims.control.Control;
import io.aims.control.ControlId;
import io.aims.control.ControlStatus;
import io.aims.evaluation.ControlResult;
import io.aims.evaluation.Evaluation;
import io.aims.evaluation.Finding;
import io.aims.evaluation.Risk;
import io.aims.reasoning.change.EvaluationDiff;
import io.aims.reasoning.change.Trend;
import io.aims.risk.ObjectiveId;
import io.aims.risk.RiskCriteria;
import io.aims.risk.RiskLevel;
import io.aims.rule.Truth;
import io.aims.system.Answer;
import io.aims.treatment.ControlState.Stage;
import io.aims.treatment.CountedState;
import io.aims.treatment.ResidualProfile;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Counts what is at hand. It holds counts, and no system. Not thread-safe. */
final class ClauseTally {

    /** How many different bases are kept. */
    private static final int MOST_BASES = 3;

    final Catalogue catalogue;
    final RiskCriteria criteria;
    final Map<String, Long> known = new HashMap<>();
    final Map<ControlId, ControlCount> controls = new HashMap<>();
    final Map<ObjectiveId, ObjectiveCount> objectives = new HashMap<>();
    final Map<List<String>, DecisionCount> decisions = new LinkedHashMap<>();
    final TreeSet<String> bases = new TreeSet<>();
    final StateCount states = new StateCount();
    long systems;
    long dated;

    @Nullable
    LocalDate first;

    @Nullable
    LocalDate last;

    long described;
    long settled;
    long lowered;
    long withOpen;
    long undetermined;
    long stopped;
    long maybeStopped;
    long comparisons;
    long worse;
    boolean hasStatement;

    @Nullable
    LocalDate statementDay;

    boolean hasPlan;

    /** What one control is to the systems. */
    static final class ControlCount {
        long needed;
        long excluded;
        long open;
        long inPlace;
        long silent;
    }

    /** What the levels of one objective are. */
    static final class ObjectiveCount {
        long settled;
        final long[] least = new long[RiskLevel.values().length];
    }

    /** What some controls together decide. */
    static final class DecisionCount {
        long called;
        long open;
    }

    /** How far the controls that are needed are in place. */
    static final class StateCount {
        long needed;
        long silent;
        long shown;
        long inPlace;
        long missing;
    }

    ClauseTally(ClauseGuide guide, Catalogue catalogue, RiskCriteria criteria) {
        this.catalogue = catalogue;
        this.criteria = criteria;
        guide.entries().forEach(entry -> {
            entry.needs().forEach(this::prepare);
            entry.tells().forEach(this::prepare);
        });
    }

    private void prepare(ClauseNeed need) {
        if (need.kind() == ClauseNeed.Kind.DECISIONS) {
            decisions.put(need.of(), new DecisionCount());
        }
    }

    void add(ResidualProfile profile) {
        Evaluation evaluation = profile.evaluation();
        systems++;
        evaluation.asOf().ifPresent(this::addDay);
        described += evaluation
                        .system()
                        .description()
                        .filter(text -> !text.isBlank())
                        .isPresent()
                ? 1
                : 0;
        for (Answer answer : evaluation.system().answers().values()) {
            if (answer.isExact()) {
                known.merge(answer.characteristic().id(), 1L, Long::sum);
            }
        }
        settled += evaluation.level().isExact() ? 1 : 0;
        lowered += profile.level().high().compareTo(evaluation.level().high()) < 0 ? 1 : 0;
        evaluation.risks().forEach(this::addRisk);
        addControls(profile);
        decisions.forEach((of, count) -> addDecision(evaluation, of, count));
        boolean isStopped = evaluation.isStopped();
        stopped += isStopped ? 1 : 0;
        maybeStopped += !isStopped && !evaluation.stops().isEmpty() ? 1 : 0;
        withOpen += evaluation.findings().stream().allMatch(Finding::isCertain) ? 0 : 1;
        if (bases.size() <= MOST_BASES) {
            bases.add(ClauseSentences.basis(evaluation.basis()));
        }
    }

    private void addDay(LocalDate day) {
        dated++;
        first = first == null || day.isBefore(first) ? day : first;
        last = last == null || day.isAfter(last) ? day : last;
    }

    private void addRisk(Risk risk) {
        ObjectiveCount count = objectives.computeIfAbsent(risk.objective().id(), id -> new ObjectiveCount());
        count.settled += risk.level().isExact() ? 1 : 0;
        count.least[risk.level().low().ordinal()]++;
    }

    private void addControls(ResidualProfile profile) {
        for (CountedState state : profile.controls()) {
            Control control = state.control();
            ControlStatus status = profile.evaluation()
                    .control(control.id())
                    .map(ControlResult::status)
                    .orElse(ControlStatus.NOT_REQUIRED);
            ControlCount count = controls.computeIfAbsent(control.id(), id -> new ControlCount());
            switch (status) {
                case REQUIRED, VIA_SUPPLIER -> {
                    count.needed++;
                    count.inPlace += state.isInPlace() ? 1 : 0;
                    count.silent += state.statement().isEmpty() ? 1 : 0;
                    addState(state);
                }
                case ROLE_EXCLUDED -> count.excluded++;
                case UNDETERMINED -> {
                    count.open++;
                    undetermined++;
                }
                case NOT_REQUIRED -> {
                    // Nothing is asked of it.
                }
            }
        }
    }

    private void addState(CountedState state) {
        states.needed++;
        if (state.statement().isEmpty()) {
            states.silent++;
        } else if (state.stage().low() == Stage.EFFECTIVE) {
            states.shown++;
        } else if (state.isInPlace()) {
            states.inPlace++;
        } else if (state.stage().high().compareTo(Stage.PLANNED) <= 0) {
            states.missing++;
        }
    }

    private static void addDecision(Evaluation evaluation, List<String> of, DecisionCount count) {
        Truth needed = Truth.FALSE;
        for (String control : of) {
            needed = needed.or(evaluation
                    .control(new ControlId(control))
                    .map(ControlResult::needed)
                    .orElse(Truth.UNDETERMINED));
        }
        count.called += needed == Truth.TRUE ? 1 : 0;
        count.open += needed == Truth.UNDETERMINED ? 1 : 0;
    }

    void compared(EvaluationDiff diff) {
        comparisons++;
        worse += diff.has(Trend.WORSE) ? 1 : 0;
    }

    void withStatement(@Nullable LocalDate asOf) {
        hasStatement = true;
        statementDay = asOf;
    }

    void withPlan() {
        hasPlan = true;
    }
}
