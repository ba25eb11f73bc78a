package io.aims;

import static org.assertj.core.api.Assertions.assertThat;

import io.aims.control.Control;
import io.aims.evaluation.Evaluation;
import io.aims.reasoning.counterfactual.Change;
import io.aims.reasoning.counterfactual.ChangeSet;
import io.aims.reasoning.counterfactual.Changeable;
import io.aims.reasoning.counterfactual.SearchLimits;
import io.aims.reasoning.counterfactual.SmallestChanges;
import io.aims.reasoning.counterfactual.Target;
import io.aims.risk.RiskLevel;
import io.aims.system.AiSystem;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The smallest changes of real descriptions, by the standard pack and the engine. */
class SmallestChangesOfSamplesTest {

    /** Each sample tries one control of so many, another one each. */
    private static final int SHARE = 3;

    private static final Aims aims = Aims.standard();

    @AfterAll
    static void close() {
        aims.close();
    }

    @TestFactory
    Stream<DynamicTest> changes_of_every_sample_are_enough_and_proven_minimal() throws IOException, URISyntaxException {
        List<Path> samples = SampleSystemsTest.samples();
        return IntStream.range(0, samples.size())
                .mapToObj(i -> DynamicTest.dynamicTest(
                        String.valueOf(samples.get(i).getFileName()), () -> check(samples.get(i), i)));
    }

    private static void check(Path file, int number) {
        Evaluation before = aims.evaluate(SampleSystemsTest.system(file));
        List<Target> targets = new ArrayList<>(List.of(
                Target.levelAtMost(RiskLevel.MODERATE), Target.levelAtMost(RiskLevel.LOW), Target.notStopped()));
        List<Control> controls = List.copyOf(aims.catalogue().controls());
        for (int i = number % SHARE; i < controls.size(); i += SHARE) {
            targets.add(Target.notNeeded(controls.get(i).id()));
        }
        for (Target target : targets) {
            SmallestChanges result = aims.smallestChanges(
                    before, target, Changeable.all(aims.vocabulary()), new SearchLimits(1, 100_000));

            if (result.sets().isEmpty()) {
                assertThat(result.isComplete()).as("%s", target).isTrue();
                assertThat(result.obstacles()).as("%s", target).isNotEmpty();
            } else {
                assertThat(result.isProvenMinimal()).as("%s", target).isTrue();
                check(target, result.sets().get(0));
            }
        }
    }

    private static void check(Target target, ChangeSet set) {
        AiSystem changed = set.after().system();
        assertThat(aims.evaluate(changed)).isEqualTo(set.after());
        assertThat(target.isReachedBy(set.after())).isTrue();
        for (Change change : set.changes()) {
            AiSystem without =
                    change.from().map(changed::with).orElseGet(() -> changed.without(change.characteristic()));
            assertThat(target.isReachedBy(aims.evaluate(without)))
                    .as("%s without %s", target, change)
                    .isFalse();
        }
    }

    @Test
    void without_another_word_only_what_the_organisation_chooses_is_changed() throws IOException, URISyntaxException {
        Evaluation before = aims.evaluate(
                SampleSystemsTest.system(SampleSystemsTest.samples().get(0)));

        SmallestChanges result = aims.smallestChanges(before, Target.levelAtMost(RiskLevel.MODERATE));

        assertThat(result.sets())
                .isNotEmpty()
                .allSatisfy(set -> assertThat(set.changes())
                        .noneMatch(change -> aims.vocabulary()
                                .entry(change.characteristic().id())
                                .orElseThrow()
                                .given()));
    }
}
