package io.aims.rule;

import io.aims.control.Catalogue;
import io.aims.control.ControlId;
import io.aims.error.AimsException;
import io.aims.error.Faults;
import io.aims.error.Place;
import io.aims.risk.RiskCriteria;
import io.aims.risk.RiskSourceId;
import io.aims.system.AiSystem;
import io.aims.system.Vocabulary;
import io.aims.system.VocabularyEntry;
import io.aims.text.Nearest;
import io.aims.text.Quoted;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
    private final List<LegalLayer> laws;
    private final Vocabulary answerable;
    private volatile @Nullable References references;
    private final List<Rule> rules;
    private final int[] packOfRule;
    private final List<ReplacedRule> replaced;
    private final int[] strata;
    private final int stratumCount;

    /**
     * Joins packs.
     *
     * @param vocabulary the vocabulary, without the characteristics that the packs add
     * @param catalogue the catalogue of controls, objectives and risk sources, which may do without those that the packs bring
     * @param criteria the risk criteria
     * @param packs the packs
     * @throws AimsException AIMS-2003, if a rule id stands in two places; AIMS-2004, if two packs of one id are given;
     *     AIMS-2013, if two packs add a characteristic of one id, or one that the vocabulary has; AIMS-2091 or AIMS-2092, if
     *     catalogues clash; AIMS-2093 to AIMS-2095, if a pack replaces a rule that no other pack has, or that another one
     *     replaces too; AIMS-3001, if a rule would contribute to a result it reads
     */
    public RuleBase(Vocabulary vocabulary, Catalogue catalogue, RiskCriteria criteria, List<RulePack> packs) {
        this(vocabulary, catalogue, criteria, packs, List.of());
    }

    /**
     * Joins packs and laws.
     *
     * @param vocabulary the vocabulary, without the characteristics that packs and laws add
     * @param catalogue the catalogue of controls, objectives and risk sources, which may do without those that the packs bring
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
        this.criteria = criteria;
        this.packs = sortedPacks(packs);
        this.laws = sortedLaws(laws);
        Faults faults = new Faults();
        checkPacks(faults);
        checkCharacteristics(vocabulary, faults);
        this.catalogue = PackCatalogues.join(catalogue, this.packs, faults);
        faults.throwIfAny();
        List<VocabularyEntry> added = new ArrayList<>();
        for (RulePack pack : this.packs) {
            added.addAll(pack.characteristics());
        }
        this.vocabulary = vocabulary.with(added);
        List<VocabularyEntry> facts = new ArrayList<>();
        for (LegalLayer law : this.laws) {
            facts.addAll(law.facts());
        }
        this.answerable = this.vocabulary.with(facts);
        List<Entry> entries = new ArrayList<>();
        for (int pack = 0; pack < this.packs.size(); pack++) {
            for (Rule rule : this.packs.get(pack).rules()) {
                entries.add(new Entry(rule, pack));
            }
        }
        entries.sort(null);
        checkRuleIds(entries, faults);
        this.replaced = replaces(this.packs) ? replaced(entries, faults) : List.of();
        faults.throwIfAny();
        Set<RuleId> notRun = new HashSet<>();
        for (ReplacedRule one : replaced) {
            notRun.add(one.rule().id());
        }
        List<Rule> run = new ArrayList<>(entries.size());
        int[] packOf = new int[entries.size()];
        for (Entry entry : entries) {
            if (!notRun.contains(entry.rule().id())) {
                packOf[run.size()] = entry.pack();
                run.add(entry.rule());
            }
        }
        this.rules = List.copyOf(run);
        this.packOfRule = Arrays.copyOf(packOf, run.size());
        this.strata = new Strata(rules).compute();
        int highest = 0;
        for (int stratum : strata) {
            highest = Math.max(highest, stratum);
        }
        this.stratumCount = highest + 1;
    }

    /** A rule and the position of its pack, ordered by the id of the rule. */
    private record Entry(Rule rule, int pack) implements Comparable<Entry> {

        @Override
        public int compareTo(Entry other) {
            return rule.id().compareTo(other.rule.id());
        }
    }

    /** The names of packs and laws, of which the fingerprints cost more than everything else here. */
    private record References(List<PackReference> ofPacks, List<PackReference> all) {}

    private static List<RulePack> sortedPacks(List<RulePack> packs) {
        if (packs.size() < 2) {
            return List.copyOf(packs);
        }
        return packs.stream().sorted(Comparator.comparing(RulePack::id)).toList();
    }

    private static List<LegalLayer> sortedLaws(List<? extends LegalLayer> laws) {
        if (laws.size() < 2) {
            return List.copyOf(laws);
        }
        return laws.stream()
                .<LegalLayer>map(law -> law)
                .sorted(Comparator.comparing(LegalLayer::id))
                .toList();
    }

    private void checkPacks(Faults faults) {
        List<String> ids = new ArrayList<>();
        for (RulePack pack : packs) {
            ids.add(pack.id());
        }
        for (LegalLayer law : laws) {
            ids.add(law.id());
        }
        ids.sort(null);
        for (int i = 1; i < ids.size(); i++) {
            String id = ids.get(i);
            if (id.equals(ids.get(i - 1))) {
                faults.add(
                        "AIMS-2004",
                        null,
                        "Pack (" + Quoted.of(id) + ") is given twice.",
                        "Maybe two versions of it were loaded: keep one.");
            }
        }
    }

    private void checkCharacteristics(Vocabulary own, Faults faults) {
        Map<String, String> owners = new HashMap<>();
        String vocabularyOwner = "vocabulary (" + own.id() + ")";
        for (String id : own.ids()) {
            owners.put(id, vocabularyOwner);
        }
        for (RulePack pack : packs) {
            checkCharacteristics(pack.id(), pack.characteristics(), owners, faults);
        }
        for (LegalLayer law : laws) {
            checkCharacteristics(law.id(), law.facts(), owners, faults);
        }
    }

    private static void checkCharacteristics(
            String packId, List<VocabularyEntry> added, Map<String, String> owners, Faults faults) {
        String owner = "pack (" + Quoted.of(packId) + ")";
        for (VocabularyEntry entry : added) {
            String other = owners.putIfAbsent(entry.characteristic().id(), owner);
            if (other != null) {
                faults.add(
                        "AIMS-2013",
                        null,
                        "Characteristic (" + entry.characteristic().id() + ") of " + owner
                                + " has the id of another characteristic of " + other + ".",
                        "Maybe read that one, or put a prefix of your own before the id.");
            }
        }
    }

    private void checkRuleIds(List<Entry> entries, Faults faults) {
        for (int i = 1; i < entries.size(); i++) {
            Entry entry = entries.get(i);
            Entry other = entries.get(i - 1);
            if (entry.rule().id().equals(other.rule().id())) {
                faults.add(
                        "AIMS-2003",
                        entry.rule().place(),
                        "Rule (" + entry.rule().id() + at(entry.rule()) + ") of pack ("
                                + Quoted.of(packs.get(entry.pack()).id()) + ") stands " + where(other, entry) + ".",
                        "Maybe take the next free id.");
            }
        }
    }

    private String where(Entry other, Entry entry) {
        Place place = other.rule().place();
        String at = place == null ? "" : " at (" + place + ")";
        if (other.pack() == entry.pack()) {
            return place == null ? "in it twice" : "also" + at;
        }
        return "also" + at + " in pack (" + Quoted.of(packs.get(other.pack()).id()) + ")";
    }

    private static boolean replaces(List<RulePack> packs) {
        for (RulePack pack : packs) {
            if (!pack.replaces().isEmpty()) {
                return true;
            }
        }
        return false;
    }

    /** A pack says which rules of others are not run. Which pack comes first never decides it. */
    private List<ReplacedRule> replaced(List<Entry> entries, Faults faults) {
        List<PackReference> references = named().ofPacks();
        Map<RuleId, Entry> known = new LinkedHashMap<>();
        entries.forEach(entry -> known.putIfAbsent(entry.rule().id(), entry));
        SortedMap<RuleId, ReplacedRule> found = new TreeMap<>();
        for (PackReference by : references) {
            for (Replacement replacement : by.replaces()) {
                RuleId id = replacement.rule();
                String subject = "Pack (" + Quoted.of(by.id()) + ") replaces rule (" + id + "), ";
                Entry entry = known.get(id);
                ReplacedRule other = found.get(id);
                if (entry == null) {
                    faults.add(
                            "AIMS-2093",
                            null,
                            subject + "which no pack in use has.",
                            Nearest.to(
                                            id.value(),
                                            known.keySet().stream()
                                                    .map(RuleId::value)
                                                    .toList())
                                    .map(near -> "Maybe you meant (" + near + ").")
                                    .orElse("Maybe its pack is missing, or has dropped the rule."));
                } else if (references.get(entry.pack()).equals(by)) {
                    faults.add(
                            "AIMS-2094",
                            null,
                            subject + "which is its own.",
                            "Maybe change the rule, or take it out of its chapter.");
                } else if (other != null) {
                    faults.add(
                            "AIMS-2095",
                            null,
                            subject + "which pack (" + Quoted.of(other.by().id()) + ") replaces too.",
                            "Maybe leave it to one of them: which one counts is never decided by their order.");
                } else {
                    found.put(id, new ReplacedRule(entry.rule(), references.get(entry.pack()), by, replacement.why()));
                }
            }
        }
        return List.copyOf(found.values());
    }

    private References named() {
        References known = references;
        if (known == null) {
            List<PackReference> ofPacks =
                    packs.stream().map(RulePack::reference).toList();
            known = new References(
                    ofPacks,
                    Stream.concat(ofPacks.stream(), laws.stream().map(LegalLayer::reference))
                            .sorted(Comparator.comparing(PackReference::id))
                            .toList());
            references = known;
        }
        return known;
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
     * Returns the catalogue with those that the packs bring.
     *
     * @return the joint catalogue
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
     * Returns the names of packs and laws as they are, with the SHA-256 of their content, computed when first asked for.
     *
     * @return an immutable list, sorted by id
     */
    public List<PackReference> references() {
        return named().all();
    }

    /**
     * Returns the rules of all packs, but for those replaced. Engines name a rule by its position in this list.
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
        return named().ofPacks().get(packOfRule[rule]);
    }

    /**
     * Returns the rules that are not run, because another pack replaces them.
     *
     * @return an immutable list, sorted by the id of the rule
     */
    public List<ReplacedRule> replaced() {
        return replaced;
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
        private final List<Set<Object>> readBy = new ArrayList<>();
        private final List<List<Object>> contributes = new ArrayList<>();
        private final Map<Object, Set<Integer>> readers = new HashMap<>();
        private final int[] strata;

        Strata(List<Rule> rules) {
            this.rules = rules;
            for (int rule = 0; rule < rules.size(); rule++) {
                Set<Object> read = reads(rules.get(rule));
                readBy.add(read);
                for (Object result : read) {
                    Set<Integer> reading = readers.get(result);
                    if (reading == null) {
                        reading = new TreeSet<>();
                        readers.put(result, reading);
                    }
                    reading.add(rule);
                }
            }
            for (Rule rule : rules) {
                contributes.add(contributionsRead(rule));
            }
            this.strata = new int[rules.size()];
            Arrays.fill(strata, OPEN);
        }

        int[] compute() {
            Map<Object, Integer> openContributors = new HashMap<>();
            Map<Object, Integer> highestContributor = new HashMap<>();
            for (List<Object> results : contributes) {
                for (Object result : results) {
                    openContributors.put(result, openContributors.getOrDefault(result, 0) + 1);
                }
            }
            int[] openResults = new int[rules.size()];
            int[] reached = new int[rules.size()];
            Deque<Integer> ready = new ArrayDeque<>();
            for (int rule = 0; rule < openResults.length; rule++) {
                reached[rule] = readBy.get(rule).isEmpty() ? 0 : 1;
                for (Object result : readBy.get(rule)) {
                    openResults[rule] += openContributors.containsKey(result) ? 1 : 0;
                }
                if (openResults[rule] == 0) {
                    ready.add(rule);
                }
            }
            while (!ready.isEmpty()) {
                int rule = ready.remove();
                strata[rule] = reached[rule];
                for (Object result : contributes.get(rule)) {
                    int highest = Math.max(highestContributor.getOrDefault(result, 0), strata[rule]);
                    highestContributor.put(result, highest);
                    int open = openContributors.getOrDefault(result, 0) - 1;
                    openContributors.put(result, open);
                    if (open == 0) {
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

        /** The results of a rule that some rule reads. */
        private List<Object> contributionsRead(Rule rule) {
            List<Object> results = new ArrayList<>();
            addRead(rule.raises(), results);
            if (rule.contributes() != null || rule.floor() != null) {
                addRead(rule.threatens(), results);
            }
            addRead(rule.requires(), results);
            return results;
        }

        private void addRead(List<?> results, List<Object> read) {
            for (Object result : results) {
                if (readers.containsKey(result)) {
                    read.add(result);
                }
            }
        }

        private void reportCircles(Faults faults) {
            if (isComplete()) {
                return;
            }
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

        private boolean isComplete() {
            for (int stratum : strata) {
                if (stratum == OPEN) {
                    return false;
                }
            }
            return true;
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
