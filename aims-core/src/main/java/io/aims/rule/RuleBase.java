package io.aims.rule;

import io.aims.control.Catalogue;
import io.aims.control.ControlId;
import io.aims.error.AimsException;
import io.aims.error.Faults;
import io.aims.risk.RiskCriteria;
import io.aims.risk.RiskSourceId;
import io.aims.system.AiSystem;
import io.aims.system.Vocabulary;
import io.aims.system.VocabularyEntry;
import io.aims.text.Quoted;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
    private final List<LegalLayer> laws;
    private final Vocabulary answerable;
    private final List<PackReference> references;
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
     *     AIMS-2013, if two packs add a characteristic of one id, or one that the vocabulary has; AIMS-3001, if a rule would
     *     contribute to a result it reads
     */
    public RuleBase(Vocabulary vocabulary, Catalogue catalogue, RiskCriteria criteria, List<RulePack> packs) {
        this(vocabulary, catalogue, criteria, packs, List.of());
    }

    /**
     * Joins packs and laws.
     *
     * @param vocabulary the vocabulary, without the characteristics that packs and laws add
     * @param catalogue the catalogue of all controls, objectives and risk sources
     * @param criteria the risk criteria
     * @param packs the packs
     * @param laws the laws whose facts systems may answer
     * @throws AimsException as {@link #RuleBase(Vocabulary, Catalogue, RiskCriteria, List)}, for laws as for packs
     */
    public RuleBase(
            Vocabulary vocabulary,
            Catalogue catalogue,
            RiskCriteria criteria,
            List<RulePack> packs,
            List<? extends LegalLayer> laws) {
        this.catalogue = catalogue;
        this.criteria = criteria;
        this.packs = packs.stream().sorted(Comparator.comparing(RulePack::id)).toList();
        this.laws = laws.stream()
                .<LegalLayer>map(law -> law)
                .sorted(Comparator.comparing(law -> law.reference().id()))
                .toList();
        List<PackReference> ofPacks =
                this.packs.stream().map(RulePack::reference).toList();
        this.references = Stream.concat(ofPacks.stream(), this.laws.stream().map(LegalLayer::reference))
                .sorted(Comparator.comparing(PackReference::id))
                .toList();
        Faults faults = new Faults();
        checkPacks(faults);
        checkCharacteristics(vocabulary, faults);
        faults.throwIfAny();
        this.vocabulary = vocabulary.with(this.packs.stream()
                .flatMap(pack -> pack.characteristics().stream())
                .toList());
        this.answerable = this.vocabulary.with(
                this.laws.stream().flatMap(law -> law.facts().stream()).toList());
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < this.packs.size(); i++) {
            PackReference reference = ofPacks.get(i);
            this.packs.get(i).rules().forEach(rule -> entries.add(new Entry(rule, reference)));
        }
        entries.sort(Comparator.comparing(entry -> entry.rule().id()));
        this.rules = entries.stream().map(Entry::rule).toList();
        this.packOfRule = entries.stream().map(Entry::pack).toList();
        checkRuleIds(faults);
        faults.throwIfAny();
        this.strata = new Strata(rules).compute();
        this.stratumCount = Arrays.stream(strata).max().orElse(0) + 1;
    }

    private record Entry(Rule rule, PackReference pack) {}

    private void checkPacks(Faults faults) {
        for (int i = 1; i < references.size(); i++) {
            String id = references.get(i).id();
            if (id.equals(references.get(i - 1).id())) {
                faults.add(
                        "AIMS-2004",
                        null,
                        "Pack (" + Quoted.of(id) + ") is given twice.",
                        "Maybe two versions of it were loaded: keep one.");
            }
        }
    }

    private void checkCharacteristics(Vocabulary own, Faults faults) {
        Set<String> ids = new HashSet<>(own.ids());
        packs.forEach(pack -> checkCharacteristics(pack.id(), pack.characteristics(), ids, faults));
        laws.forEach(law -> checkCharacteristics(law.reference().id(), law.facts(), ids, faults));
    }

    private static void checkCharacteristics(
            String packId, List<VocabularyEntry> added, Set<String> ids, Faults faults) {
        for (VocabularyEntry entry : added) {
            if (!ids.add(entry.characteristic().id())) {
                faults.add(
                        "AIMS-2013",
                        null,
                        "Characteristic (" + entry.characteristic().id() + ") of pack (" + Quoted.of(packId)
                                + ") has the id of another characteristic.",
                        "Maybe read that one, or put a prefix of your own before the id.");
            }
        }
    }

    private void checkRuleIds(Faults faults) {
        for (int i = 1; i < rules.size(); i++) {
            Rule rule = rules.get(i);
            Rule other = rules.get(i - 1);
            if (rule.id().equals(other.id())) {
                faults.add(
                        "AIMS-2003",
                        rule.place(),
                        "Rule (" + rule.id() + at(rule) + ") stands also "
                                + (other.place() == null ? "in another pack." : "at (" + other.place() + ")."),
                        "Maybe take the next free id.");
            }
        }
    }

    /**
     * Returns the characteristics that rules can read: the vocabulary with what the packs add to it.
     *
     * @return the vocabulary, without the facts of the laws
     */
    public Vocabulary vocabulary() {
        return vocabulary;
    }

    /**
     * Returns the characteristics that systems may answer: those that rules read, and the facts of the laws.
     *
     * @return the vocabulary with the facts of the laws
     */
    public Vocabulary answerable() {
        return answerable;
    }

    /**
     * Returns the laws.
     *
     * @return an immutable list, sorted by id
     */
    public List<LegalLayer> laws() {
        return laws;
    }

    /**
     * Adds to a description what the facts of the laws show of characteristics that rules read.
     *
     * @param system a system
     * @return the system, of which as much as before or more is known to be a hazard
     */
    public AiSystem established(AiSystem system) {
        AiSystem known = system;
        for (LegalLayer law : laws) {
            known = law.establish(known);
        }
        return known;
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
     * Returns the names of packs and laws as they are, with the SHA-256 of their content.
     *
     * @return an immutable list, sorted by id
     */
    public List<PackReference> references() {
        return references;
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

    /**
     * Finds for each rule the length of the longest chain of results below it, beginning with the rules that read none.
     * What is left over at the end stands in a circle, or above one.
     */
    private static final class Strata {

        private static final int OPEN = -1;
        private static final int MOST_CIRCLES = 100;
        private static final int MOST_NAMED = 10;

        private final List<Rule> rules;
        private final List<Set<Object>> readBy;
        private final Map<Object, Set<Integer>> readers = new HashMap<>();
        private final int[] strata;

        Strata(List<Rule> rules) {
            this.rules = rules;
            this.readBy = rules.stream().map(Strata::reads).toList();
            for (int rule = 0; rule < rules.size(); rule++) {
                for (Object result : readBy.get(rule)) {
                    readers.computeIfAbsent(result, key -> new TreeSet<>()).add(rule);
                }
            }
            this.strata = new int[rules.size()];
            Arrays.fill(strata, OPEN);
        }

        int[] compute() {
            Map<Object, Integer> openContributors = new HashMap<>();
            Map<Object, Integer> highestContributor = new HashMap<>();
            readers.keySet().forEach(result -> openContributors.put(result, 0));
            for (Rule rule : rules) {
                contributions(rule)
                        .forEach(result -> openContributors.computeIfPresent(result, (key, count) -> count + 1));
            }
            int[] openResults = new int[rules.size()];
            int[] reached = new int[rules.size()];
            Deque<Integer> ready = new ArrayDeque<>();
            for (int rule = 0; rule < openResults.length; rule++) {
                reached[rule] = readBy.get(rule).isEmpty() ? 0 : 1;
                for (Object result : readBy.get(rule)) {
                    openResults[rule] += openContributors.getOrDefault(result, 0) == 0 ? 0 : 1;
                }
                if (openResults[rule] == 0) {
                    ready.add(rule);
                }
            }
            while (!ready.isEmpty()) {
                int rule = ready.remove();
                strata[rule] = reached[rule];
                for (Object result : contributions(rules.get(rule))) {
                    int highest = highestContributor.merge(result, strata[rule], Math::max);
                    Integer open = openContributors.computeIfPresent(result, (key, count) -> count - 1);
                    if (open != null && open == 0) {
                        for (int reader : readers.getOrDefault(result, Set.of())) {
                            reached[reader] = Math.max(reached[reader], highest + 1);
                            openResults[reader]--;
                            if (openResults[reader] == 0) {
                                ready.add(reader);
                            }
                        }
                    }
                }
            }
            Faults faults = new Faults();
            reportCircles(faults);
            faults.throwIfAny();
            return strata;
        }

        private void reportCircles(Faults faults) {
            Set<Integer> told = new HashSet<>();
            boolean[] onCircle = onCircle();
            for (int rule = 0; rule < strata.length && faults.count() < MOST_CIRCLES; rule++) {
                if (onCircle[rule] && !told.contains(rule)) {
                    List<Integer> circle = shortestCircle(rule);
                    told.addAll(circle);
                    report(circle, faults);
                }
            }
        }

        /** Rules lead to the results that they contribute to, and results to the rules that read them. */
        private boolean[] onCircle() {
            Map<Object, Integer> resultNodes = new HashMap<>();
            readers.keySet().forEach(result -> resultNodes.put(result, rules.size() + resultNodes.size()));
            int[][] successors = new int[rules.size() + resultNodes.size()][];
            for (int rule = 0; rule < rules.size(); rule++) {
                successors[rule] = contributions(rules.get(rule)).stream()
                        .filter(resultNodes::containsKey)
                        .mapToInt(resultNodes::get)
                        .toArray();
            }
            resultNodes.forEach((result, node) -> successors[node] = readers.getOrDefault(result, Set.of()).stream()
                    .mapToInt(reader -> reader)
                    .toArray());
            return Components.onCircle(successors);
        }

        /** The rules of the shortest way from a rule on a circle through results back to it. */
        private List<Integer> shortestCircle(int start) {
            Map<Integer, Integer> before = new HashMap<>();
            Set<Object> followed = new HashSet<>();
            Deque<Integer> ready = new ArrayDeque<>(List.of(start));
            while (!ready.isEmpty()) {
                int rule = ready.remove();
                for (Object result : contributions(rules.get(rule))) {
                    if (!followed.add(result)) {
                        continue;
                    }
                    for (int reader : readers.getOrDefault(result, Set.of())) {
                        if (reader == start) {
                            Deque<Integer> circle = new ArrayDeque<>(List.of(rule));
                            while (circle.getFirst() != start) {
                                circle.addFirst(before.getOrDefault(circle.getFirst(), start));
                            }
                            return List.copyOf(circle);
                        }
                        if (strata[reader] == OPEN && before.putIfAbsent(reader, rule) == null) {
                            ready.add(reader);
                        }
                    }
                }
            }
            throw new IllegalStateException("Rule (" + rules.get(start).id() + ") is on no circle");
        }

        private void report(List<Integer> circle, Faults faults) {
            Rule first = rules.get(circle.get(0));
            Set<Object> readNext = readBy.get(circle.get(circle.size() == 1 ? 0 : 1));
            Object result = contributions(first).stream()
                    .filter(readNext::contains)
                    .findFirst()
                    .orElseThrow();
            String verb =
                    result instanceof RiskSourceId ? "raises" : result instanceof ControlId ? "requires" : "threatens";
            String through = circle.stream()
                    .skip(1)
                    .limit(MOST_NAMED)
                    .map(rule -> "(" + rules.get(rule).id() + ")")
                    .collect(Collectors.joining(", "));
            int unnamed = circle.size() - 1 - MOST_NAMED;
            through += unnamed > 0 ? " and " + unnamed + " more" : "";
            faults.add(
                    "AIMS-3001",
                    first.place(),
                    "Rule (" + first.id() + at(first) + ") " + verb + " (" + result + ") and"
                            + (through.isEmpty() ? " reads it." : ", through " + through + ", reads it."),
                    "Maybe read a characteristic instead.");
        }

        private static Set<Object> contributions(Rule rule) {
            Set<Object> results = new LinkedHashSet<>(rule.raises());
            if (rule.contributes() != null || rule.floor() != null) {
                results.addAll(rule.threatens());
            }
            results.addAll(rule.requires());
            return results;
        }

        private static Set<Object> reads(Rule rule) {
            Set<Object> results = new LinkedHashSet<>();
            for (Condition.Test test : rule.condition().tests()) {
                if (test instanceof Condition.HasRiskSource hasSource) {
                    results.add(hasSource.source());
                } else if (test instanceof Condition.LevelAtLeast level) {
                    results.add(level.objective());
                } else if (test instanceof Condition.IsNeeded needed) {
                    results.add(needed.control());
                }
            }
            return results;
        }
    }
}
