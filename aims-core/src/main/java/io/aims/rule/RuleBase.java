package io.aims.rule;

import io.aims.control.Catalogue;
import io.aims.control.ControlId;
import io.aims.error.AimsException;
import io.aims.error.Faults;
import io.aims.risk.ObjectiveId;
import io.aims.risk.RiskCriteria;
import io.aims.risk.RiskSourceId;
import io.aims.system.Vocabulary;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Everything an evaluation rests on: vocabulary, catalogue, criteria, and the rules of all packs, each with its stratum.
 *
 * <p>A rule that reads a result stands in a stratum above every rule that can contribute to that result, so that a
 * result is complete when it is read. Strata are computed over all packs together. Immutable and thread-safe.
 *
 * @since 0.1
 */
public final class RuleBase {

    private final Vocabulary vocabulary;
    private final Catalogue catalogue;
    private final RiskCriteria criteria;
    private final List<RulePack> packs;
    private final List<Rule> rules;
    private final List<PackReference> packOfRule;
    private final int[] strata;
    private final int stratumCount;

    /**
     * Joins packs.
     *
     * @param vocabulary the vocabulary, without the characteristics that the packs add
     * @param catalogue the catalogue of all controls, objectives and risk sources
     * @param criteria the risk criteria
     * @param packs the packs
     * @throws AimsException AIMS-2003, if a rule id stands in two places; AIMS-2004, if two packs of one id are given;
     *     AIMS-3001, if a rule would contribute to a result it reads
     */
    public RuleBase(Vocabulary vocabulary, Catalogue catalogue, RiskCriteria criteria, List<RulePack> packs) {
        this.vocabulary = vocabulary.with(
                packs.stream().flatMap(pack -> pack.characteristics().stream()).toList());
        this.catalogue = catalogue;
        this.criteria = criteria;
        this.packs = packs.stream().sorted(Comparator.comparing(RulePack::id)).toList();
        record Entry(Rule rule, PackReference pack) {}
        List<Entry> entries = new ArrayList<>();
        Faults faults = new Faults();
        Set<String> packIds = new HashSet<>();
        for (RulePack pack : this.packs) {
            if (!packIds.add(pack.id())) {
                faults.add(
                        "AIMS-2004",
                        null,
                        "Pack (" + pack.id() + ") is given twice.",
                        "Maybe two versions of it were loaded: keep one.");
            }
            PackReference reference = pack.reference();
            pack.rules().forEach(rule -> entries.add(new Entry(rule, reference)));
        }
        entries.sort(Comparator.comparing(entry -> entry.rule().id()));
        for (int i = 1; i < entries.size(); i++) {
            Rule rule = entries.get(i).rule();
            Rule other = entries.get(i - 1).rule();
            if (rule.id().equals(other.id())) {
                faults.add(
                        "AIMS-2003",
                        rule.place(),
                        "Rule (" + rule.id() + at(rule) + ") stands also at (" + describe(other) + ").",
                        "Maybe take the next free id.");
            }
        }
        faults.throwIfAny();
        this.rules = entries.stream().map(Entry::rule).toList();
        this.packOfRule = entries.stream().map(Entry::pack).toList();
        this.strata = new Strata(rules).compute();
        int highest = 0;
        for (int stratum : strata) {
            highest = Math.max(highest, stratum);
        }
        this.stratumCount = highest + 1;
    }

    /**
     * Returns the vocabulary with what the packs add to it.
     *
     * @return the vocabulary
     */
    public Vocabulary vocabulary() {
        return vocabulary;
    }

    /**
     * Returns the catalogue.
     *
     * @return the catalogue
     */
    public Catalogue catalogue() {
        return catalogue;
    }

    /**
     * Returns the risk criteria.
     *
     * @return the criteria
     */
    public RiskCriteria criteria() {
        return criteria;
    }

    /**
     * Returns the packs.
     *
     * @return an immutable list, sorted by id
     */
    public List<RulePack> packs() {
        return packs;
    }

    /**
     * Returns the rules of all packs. Engines name a rule by its position in this list.
     *
     * @return an immutable list, sorted by id
     */
    public List<Rule> rules() {
        return rules;
    }

    /**
     * Returns the pack in which a rule stands.
     *
     * @param rule the position of the rule in {@link #rules()}
     * @return the pack
     */
    public PackReference packOf(int rule) {
        return packOfRule.get(rule);
    }

    /**
     * Returns the stratum of a rule.
     *
     * @param rule the position of the rule in {@link #rules()}
     * @return 0 for a rule that reads characteristics only
     */
    public int stratumOf(int rule) {
        return strata[rule];
    }

    /**
     * Returns the number of strata.
     *
     * @return 1 or more
     */
    public int stratumCount() {
        return stratumCount;
    }

    private static String at(Rule rule) {
        return rule.place() == null ? "" : ", " + rule.place();
    }

    private static String describe(Rule rule) {
        return rule.place() == null ? rule.id().value() : rule.place().toString();
    }

    /** Finds for each rule the length of the longest chain of results below it. */
    private static final class Strata {

        private static final int UNSEEN = -1;
        private static final int IN_WORK = -2;

        private final List<Rule> rules;
        private final Map<Object, List<Integer>> contributors = new HashMap<>();
        private final int[] strata;
        private final Faults faults = new Faults();
        private final List<Integer> chain = new ArrayList<>();
        private final Set<Set<Integer>> cyclesTold = new HashSet<>();

        Strata(List<Rule> rules) {
            this.rules = rules;
            this.strata = new int[rules.size()];
            java.util.Arrays.fill(strata, UNSEEN);
            for (int i = 0; i < rules.size(); i++) {
                for (Object result : contributions(rules.get(i))) {
                    contributors
                            .computeIfAbsent(result, key -> new ArrayList<>())
                            .add(i);
                }
            }
        }

        int[] compute() {
            for (int i = 0; i < rules.size(); i++) {
                visit(i);
            }
            faults.throwIfAny();
            return strata;
        }

        private int visit(int rule) {
            if (strata[rule] == IN_WORK) {
                report(chain.subList(chain.indexOf(rule), chain.size()));
                return 0;
            }
            if (strata[rule] != UNSEEN) {
                return strata[rule];
            }
            strata[rule] = IN_WORK;
            chain.add(rule);
            int stratum = 0;
            for (Condition.Test test : rules.get(rule).condition().tests()) {
                Object result = read(test);
                if (result != null) {
                    stratum = Math.max(stratum, 1);
                    for (int below : contributors.getOrDefault(result, List.of())) {
                        stratum = Math.max(stratum, visit(below) + 1);
                    }
                }
            }
            chain.remove(chain.size() - 1);
            strata[rule] = stratum;
            return stratum;
        }

        private void report(List<Integer> cycle) {
            if (!cyclesTold.add(new TreeSet<>(cycle))) {
                return;
            }
            Rule first = rules.get(Collections.min(cycle));
            String through = cycle.stream()
                    .sorted()
                    .skip(1)
                    .map(i -> "(" + rules.get(i).id() + ")")
                    .collect(java.util.stream.Collectors.joining(", "));
            faults.add(
                    "AIMS-3001",
                    first.place(),
                    "Rule (" + first.id() + at(first) + ") contributes to a result"
                            + (through.isEmpty() ? " that it reads." : " and, through " + through + ", reads it."),
                    "Maybe read a characteristic instead.");
        }

        private static List<Object> contributions(Rule rule) {
            List<Object> results = new ArrayList<>(rule.raises());
            if (rule.contributes() != null || rule.floor() != null) {
                results.addAll(rule.threatens());
            }
            results.addAll(rule.requires());
            return results;
        }

        private static @Nullable Object read(Condition.Test test) {
            if (test instanceof Condition.HasRiskSource hasSource) {
                RiskSourceId source = hasSource.source();
                return source;
            }
            if (test instanceof Condition.LevelAtLeast level) {
                ObjectiveId objective = level.objective();
                return objective;
            }
            if (test instanceof Condition.IsNeeded needed) {
                ControlId control = needed.control();
                return control;
            }
            return null;
        }
    }
}
