package io.aims.testing.junit;

import io.aims.packs.mutation.PackMutation;
import io.aims.rules.PackLoader;
import io.aims.rules.PackSource;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/**
 * What a pack of rules has to keep, as tests: implement it, name the pack, and every example, every finding of the verifier,
 * every hole in the coverage and every mutant that nobody notices is a test of its own, named in the words of the pack and
 * leading to the file and line where it stands.
 *
 * <pre>{@code
 * class AcmePackTest implements RulePackContract {
 *
 *     public PackSource pack() {
 *         return PackSource.folder(Path.of("src/main/resources/acme-pack"));
 *     }
 *
 *     public PackLoader loader() {
 *         return PackLoader.standard().beside(RulePacks.standard());
 *     }
 * }
 * }</pre>
 *
 * @since 0.1
 */
public interface RulePackContract {

    /**
     * Names the pack.
     *
     * @return where its files are
     */
    PackSource pack();

    /**
     * Names what reads the pack, and the packs beside it.
     *
     * @return a loader; unless overridden, one with the standard vocabulary and catalogue and no pack beside
     */
    default PackLoader loader() {
        return PackLoader.standard();
    }

    /**
     * Tells how much of the rules, branches and thresholds examples have to show.
     *
     * @return 0 to 1; unless overridden 1, and each hole is a test that fails
     */
    default double leastCoverage() {
        return 1;
    }

    /**
     * Tells which share of the mutants examples and tests have to notice.
     *
     * @return 0 to 1; unless overridden 0.95
     */
    default double leastMutationScore() {
        return 0.95;
    }

    /**
     * Tells whether a mutant may go unnoticed without a reason in the pack, as long as the score suffices.
     *
     * @return unless overridden {@code false}, and each such mutant is a test that fails
     */
    default boolean mayLeaveSurvivorsUnexplained() {
        return false;
    }

    /**
     * Tests that the verifier has nothing to say: neither errors nor warnings.
     *
     * @return a test for each finding, or one that passes
     */
    @TestFactory
    default Stream<DynamicNode> the_verifier_has_nothing_to_say() {
        return new ContractTests(this).verification();
    }

    /**
     * Tests that the examples of the rules and the files of tests come out as they say.
     *
     * @return a test for each, rule by rule
     */
    @TestFactory
    default Stream<DynamicNode> examples_and_tests_come_out_as_they_say() {
        return new ContractTests(this).cases();
    }

    /**
     * Tests that examples show enough of the rules.
     *
     * @return a test for each part that none shows, and one for the share
     */
    @TestFactory
    default Stream<DynamicNode> examples_show_every_branch_and_threshold() {
        return new ContractTests(this).coverage();
    }

    /**
     * Tests that examples and tests notice when a rule is changed.
     *
     * @return a test for each change that goes unnoticed, and one for the {@linkplain PackMutation#score() score}
     */
    @TestFactory
    default Stream<DynamicNode> changes_of_rules_are_noticed() {
        return new ContractTests(this).mutation();
    }
}
