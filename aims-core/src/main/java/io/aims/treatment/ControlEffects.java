package io.aims.treatment;

import io.aims.treatment.ControlState.Stage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What every risk would be without each of the controls that are there, computed when first asked for. Thread-safe. */
final class ControlEffects {

    private static final Comparator<ResidualRisk.Effect> STRONGEST_FIRST = Comparator.comparingInt(
                    ResidualRisk.Effect::highSteps)
            .thenComparingDouble(ResidualRisk.Effect::highRate)
            .thenComparingDouble(ResidualRisk.Effect::lowRate)
            .reversed()
            .thenComparing(ResidualRisk.Effect::control);

    private final RateModel model;
    private final RateModel.Stages stages;
    private final RateModel.Result now;
    private volatile @Nullable List<List<ResidualRisk.Effect>> effects;

    ControlEffects(RateModel model, RateModel.Stages stages, RateModel.Result now) {
        this.model = model;
        this.stages = stages;
        this.now = now;
    }

    /** Returns the controls that lower the risk to an objective, those that lower the high end most first. */
    List<ResidualRisk.Effect> of(int objective) {
        List<List<ResidualRisk.Effect>> ready = effects;
        if (ready == null) {
            ready = compute();
            effects = ready;
        }
        return ready.get(objective);
    }

    private List<List<ResidualRisk.Effect>> compute() {
        List<List<ResidualRisk.Effect>> found = new ArrayList<>();
        model.inherent().forEach(risk -> found.add(new ArrayList<>()));
        for (int control = 0; control < model.controlCount(); control++) {
            if (stages.most()[control].compareTo(Stage.PLANNED) <= 0) {
                continue;
            }
            RateModel.Result without = model.combine(stages.without(control), now);
            for (int objective = 0; objective < found.size(); objective++) {
                double low = without.lowRates()[objective] - now.lowRates()[objective];
                double high = without.highRates()[objective] - now.highRates()[objective];
                int steps = model.highLevel(without, objective).ordinal()
                        - model.highLevel(now, objective).ordinal();
                if (low > 0 || high > 0 || steps > 0) {
                    found.get(objective)
                            .add(new ResidualRisk.Effect(model.control(control).id(), low, high, steps));
                }
            }
        }
        return found.stream()
                .map(own -> own.stream().sorted(STRONGEST_FIRST).toList())
                .toList();
    }
}
