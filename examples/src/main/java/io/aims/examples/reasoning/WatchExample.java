package io.aims.examples.reasoning;

import static io.aims.system.data.DataStability.FAST_DRIFT;
import static io.aims.system.data.DataStability.SLOW_DRIFT;
import static io.aims.system.technique.ContinuousLearning.SCHEDULED_RETRAINING;
import static io.aims.system.vocabulary.Characteristics.CONTINUOUS_LEARNING;
import static io.aims.system.vocabulary.Characteristics.DATA_STABILITY;

import io.aims.Aims;
import io.aims.reasoning.change.Watch;
import io.aims.system.AiSystem;

/** A system that is told of drift while it is used. Its code stands in the guide. */
public final class WatchExample {

    private WatchExample() {}

    /**
     * Takes a drift alarm.
     *
     * @param args not used
     */
    public static void main(String[] args) {
        try (Aims aims = Aims.standard()) {
            AiSystem system = AiSystem.named("loan-scoring")
                    .answer(CONTINUOUS_LEARNING, SCHEDULED_RETRAINING)
                    .answer(DATA_STABILITY, SLOW_DRIFT)
                    .build();
            // guide
            Watch watch = aims.watch(system);
            Watch.Subscription subscription = watch.subscribe(update -> {
                System.out.println("Told because of: " + String.join(", ", update.reasons()));
                System.out.print(update.diff().text());
            });
            watch.change("drift alarm of 3 May", present -> present.with(DATA_STABILITY, FAST_DRIFT));
            subscription.close();
            watch.evaluation(); // the evaluation of the system as it is now
            // guide
        }
    }
}
