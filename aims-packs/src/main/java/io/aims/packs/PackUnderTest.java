package io.aims.packs;

import io.aims.error.AimsException;
import io.aims.error.Faults;
import io.aims.rule.Rule;
import io.aims.rule.RuleBase;
import io.aims.rule.RulePack;
import io.aims.rules.PackLoader;
import io.aims.rules.PackSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A pack together with what it is tested with: the packs beside it, the examples of its rules, and its files of tests.
 *
 * <p>Immutable and thread-safe.
 *
 * @since 0.1
 */
public final class PackUnderTest {

    private final RulePack pack;
    private final RuleBase base;
    private final List<PackCase> cases;
    private final List<SurvivorReason> reasons;

    private PackUnderTest(RulePack pack, RuleBase base, List<PackCase> cases, List<SurvivorReason> reasons) {
        this.pack = pack;
        this.base = base;
        this.cases = List.copyOf(cases);
        this.reasons = List.copyOf(reasons);
    }

    /**
     * Reads a pack with its files of tests.
     *
     * @param loader reads the pack; the packs beside it are used in the tests
     * @param source where the pack is
     * @return the pack under test
     * @throws AimsException with everything that is wrong with the pack; or, if nothing is, with everything that is wrong with
     *     its files of tests: AIMS-2160 their form, AIMS-2161 ids that nothing has, AIMS-2162 cases that cannot be meant
     */
    public static PackUnderTest of(PackLoader loader, PackSource source) {
        RulePack pack = loader.read(source);
        PackUnderTest bare = of(pack, loader.join(pack));
        Faults faults = new Faults();
        PackTestReader reader = new PackTestReader(bare.base, faults);
        loader.tests(source).forEach(reader::read);
        faults.throwIfAny();
        return new PackUnderTest(pack, bare.base, reader.cases(), reader.reasons());
    }

    /**
     * Takes a pack that was read or made elsewhere, without files of tests.
     *
     * @param pack the pack
     * @param base the pack joined with those beside it
     * @return the pack under test
     * @throws IllegalArgumentException if the pack is not in the base
     */
    public static PackUnderTest of(RulePack pack, RuleBase base) {
        if (!base.packs().contains(pack)) {
            throw new IllegalArgumentException("The base must hold the pack");
        }
        return new PackUnderTest(pack, base, List.of(), List.of());
    }

    /**
     * Adds a file of tests that does not lie beside the pack.
     *
     * @param name what messages call it
     * @param yaml its text
     * @return the pack with these tests too
     * @throws AimsException with everything that is wrong with the file
     */
    public PackUnderTest withTests(String name, String yaml) {
        Faults faults = new Faults();
        PackTestReader reader = new PackTestReader(base, faults, cases, reasons);
        reader.read(name, yaml);
        faults.throwIfAny();
        return new PackUnderTest(pack, base, reader.cases(), reader.reasons());
    }

    /**
     * Returns the pack.
     *
     * @return the pack with the examples of its rules
     */
    public RulePack pack() {
        return pack;
    }

    /**
     * Returns the pack joined with those beside it.
     *
     * @return what evaluations rest on
     */
    public RuleBase base() {
        return base;
    }

    /**
     * Returns the positions in {@link RuleBase#rules()} of the rules of the pack, but of those that a pack beside it replaces.
     *
     * @return the positions, in the order of the chapters
     */
    public List<Integer> positions() {
        Map<Rule, Integer> positions = new HashMap<>();
        IntStream.range(0, base.rules().size())
                .forEach(position -> positions.put(base.rules().get(position), position));
        List<Integer> own = new ArrayList<>();
        for (Rule rule : pack.rules()) {
            Integer position = positions.get(rule);
            if (position != null) {
                own.add(position);
            }
        }
        return List.copyOf(own);
    }

    /**
     * Returns the cases of the files of tests.
     *
     * @return an immutable list, in the order in which they are written
     */
    public List<PackCase> cases() {
        return cases;
    }

    /**
     * Returns why mutants survive, as far as the files of tests say so.
     *
     * @return an immutable list, in the order in which they are written
     */
    public List<SurvivorReason> reasons() {
        return reasons;
    }
}
