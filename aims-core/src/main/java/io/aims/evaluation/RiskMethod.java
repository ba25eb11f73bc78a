package io.aims.evaluation;

import io.aims.control.Control;
import io.aims.control.ControlId;
import io.aims.error.AimsException;
import io.aims.risk.Likelihood;
import io.aims.risk.Objective;
import io.aims.risk.ObjectiveId;
import io.aims.risk.Range;
import io.aims.risk.RiskCriteria;
import io.aims.risk.RiskLevel;
import io.aims.risk.RiskSource;
import io.aims.risk.RiskSourceId;
import io.aims.risk.Severity;
import io.aims.rule.Rule;
import io.aims.rule.RuleBase;
import io.aims.rule.Truth;
import io.aims.text.Quoted;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Combines rules that hold into one likelihood, severity and level for each objective.
 *
 * <p>A finding shares its rate among its risk sources; within one source the largest share counts; across sources the
 * shares add up; severity is the highest floor. The order of rules does not matter. Immutable and thread-safe.
 *
 * @clause ISO/IEC 42001:2023 6.1.2
 * @since 0.1
 */
public final class RiskMethod {

    private static final Severity[] SEVERITIES = Severity.values();
    private static final Ranges<RiskLevel> LEVELS = new Ranges<>(RiskLevel.class);
    private static final BitSet NONE = new BitSet();

    private final RuleBase base;
    private final RiskCriteria criteria;
    private final List<ObjectiveId> objectives;
    private final int sourceCount;
    private final int[][] objectivesOf;
    private final int[][] sourcesOf;
    private final double[] rateOf;
    private final double[] shareOf;
    private final int[] floorOf;
    private final Priority[] @Nullable [] priorityOf;
    private final Map<ObjectiveId, Integer> objectiveIndex = new HashMap<>();
    private final BitSet[] rulesThreatening;
    private volatile int @Nullable [][][] sharing;
    private volatile int @Nullable [][] flooring;
    private final Map<RiskSourceId, BitSet> rulesRaising = new HashMap<>();
    private final Map<ControlId, BitSet> rulesRequiring = new HashMap<>();
    private final BitSet[] requiringByPosition;
    private final int[][] controlsOf;

    /**
     * Prepares the method for a base of rules.
     *
     * @param base the rules
     * @throws AimsException AIMS-2007, if a rule concludes something that the catalogue does not have
     */
    public RiskMethod(RuleBase base) {
        this.base = base;
        this.criteria = base.criteria();
        List<ObjectiveId> objectiveIds = new ArrayList<>();
        for (Objective objective : base.catalogue().objectives()) {
            objectiveIds.add(objective.id());
        }
        this.objectives = List.copyOf(objectiveIds);
        for (ObjectiveId objective : objectives) {
            objectiveIndex.put(objective, objectiveIndex.size());
        }
        Map<RiskSourceId, Integer> sourceIndex = new HashMap<>();
        for (RiskSource source : base.catalogue().riskSources()) {
            sourceIndex.put(source.id(), sourceIndex.size());
        }
        this.sourceCount = sourceIndex.size();
        Map<ControlId, Integer> controlIndex = new HashMap<>();
        for (Control control : base.catalogue().controls()) {
            controlIndex.put(control.id(), controlIndex.size());
        }
        int count = base.rules().size();
        this.controlsOf = new int[count][];
        this.rulesThreatening = new BitSet[objectives.size()];
        for (int objective = 0; objective < rulesThreatening.length; objective++) {
            rulesThreatening[objective] = new BitSet();
        }
        this.objectivesOf = new int[count][];
        this.sourcesOf = new int[count][];
        this.rateOf = new double[count];
        this.shareOf = new double[count];
        this.floorOf = new int[count];
        this.priorityOf = new Priority[count][];
        for (int i = 0; i < count; i++) {
            Rule rule = base.rules().get(i);
            objectivesOf[i] = positions(rule, rule.threatens(), objectiveIndex);
            sourcesOf[i] = positions(rule, rule.raises(), sourceIndex);
            controlsOf[i] = known(rule.requires(), controlIndex);
            rateOf[i] = rule.contributes() == null ? 0 : criteria.rate(rule.contributes());
            shareOf[i] = rateOf[i] / Math.max(1, sourcesOf[i].length);
            floorOf[i] = rule.floor() == null ? 0 : rule.floor().ordinal();
            priorityOf[i] = objectivesOf[i].length == 0 ? null : priorities(rule.contributes());
            for (int objective : objectivesOf[i]) {
                rulesThreatening[objective].set(i);
            }
            for (RiskSourceId source : rule.raises()) {
                bits(rulesRaising, source).set(i);
            }
            for (ControlId control : rule.requires()) {
                bits(rulesRequiring, control).set(i);
            }
        }
        this.requiringByPosition = new BitSet[controlIndex.size()];
        int position = 0;
        for (Control control : base.catalogue().controls()) {
            requiringByPosition[position++] = rulesRequiring(control.id());
        }
    }

    /** The priority that a rule of a likelihood gives, by the severity of what it threatens; none without a likelihood. */
    private Priority @Nullable [] priorities(@Nullable Likelihood likelihood) {
        if (likelihood == null) {
            return null;
        }
        Priority[] bySeverity = new Priority[SEVERITIES.length];
        Arrays.setAll(bySeverity, severity -> Priority.of(criteria.level(likelihood, SEVERITIES[severity])));
        return bySeverity;
    }

    private static <K> BitSet bits(Map<K, BitSet> map, K key) {
        BitSet bits = map.get(key);
        if (bits == null) {
            bits = new BitSet();
            map.put(key, bits);
        }
        return bits;
    }

    /** A control that the catalogue does not have has no result. */
    private static int[] known(List<ControlId> controls, Map<ControlId, Integer> index) {
        int[] known = new int[controls.size()];
        int count = 0;
        for (ControlId control : controls) {
            Integer position = index.get(control);
            if (position != null) {
                known[count++] = position;
            }
        }
        return Arrays.copyOf(known, count);
    }

    /** By objective and source. Levels are not asked of every method: threads that ask first at the same time find the same. */
    private int[][][] sharing() {
        int[][][] ready = sharing;
        if (ready == null) {
            ready = new int[objectives.size()][][];
            for (int objective = 0; objective < ready.length; objective++) {
                ready[objective] = largestFirst(rulesThreatening[objective]);
            }
            sharing = ready;
        }
        return ready;
    }

    private int[][] flooring() {
        int[][] ready = flooring;
        if (ready == null) {
            ready = new int[objectives.size()][];
            for (int objective = 0; objective < ready.length; objective++) {
                ready[objective] = highestFirst(rulesThreatening[objective]);
            }
            flooring = ready;
        }
        return ready;
    }

    /** The rules that share a rate with each risk source, by its position, the largest share first. */
    private int[][] largestFirst(BitSet threatening) {
        List<List<Integer>> ofSources = new ArrayList<>();
        for (int source = 0; source < sourceCount; source++) {
            ofSources.add(new ArrayList<>());
        }
        for (int rule = threatening.nextSetBit(0); rule >= 0; rule = threatening.nextSetBit(rule + 1)) {
            for (int source : sourcesOf[rule]) {
                if (shareOf[rule] > 0) {
                    ofSources.get(source).add(rule);
                }
            }
        }
        int[][] sorted = new int[sourceCount][];
        for (int source = 0; source < sourceCount; source++) {
            List<Integer> rules = ofSources.get(source);
            rules.sort((left, right) -> Double.compare(shareOf[right], shareOf[left]));
            sorted[source] = array(rules);
        }
        return sorted;
    }

    /** The rules that keep the severity up, the highest floor first. */
    private int[] highestFirst(BitSet threatening) {
        List<Integer> rules = new ArrayList<>();
        for (int rule = threatening.nextSetBit(0); rule >= 0; rule = threatening.nextSetBit(rule + 1)) {
            if (floorOf[rule] > 0) {
                rules.add(rule);
            }
        }
        rules.sort((left, right) -> Integer.compare(floorOf[right], floorOf[left]));
        return array(rules);
    }

    private static int[] array(List<Integer> rules) {
        int[] array = new int[rules.size()];
        for (int i = 0; i < array.length; i++) {
            array[i] = rules.get(i);
        }
        return array;
    }

    private int[] positions(Rule rule, List<?> ids, Map<?, Integer> index) {
        int[] positions = new int[ids.size()];
        for (int i = 0; i < positions.length; i++) {
            Integer position = index.get(ids.get(i));
            if (position == null) {
                throw new AimsException(
                        "AIMS-2007",
                        "Rule (" + rule.id() + ") names (" + ids.get(i) + "), absent from catalogue ("
                                + Quoted.of(base.catalogue().id()) + ").",
                        "Maybe a catalogue that holds it is missing.");
            }
            positions[i] = position;
        }
        return positions;
    }

    /**
     * Returns the level of one objective.
     *
     * @param objective the position of the objective
     * @param holding the positions of the rules that hold
     * @return the level
     */
    RiskLevel level(int objective, BitSet holding) {
        return criteria.level(criteria.band(rate(objective, holding)), SEVERITIES[severity(objective, holding)]);
    }

    /**
     * Returns the level of one objective.
     *
     * @param objective an objective of the catalogue
     * @param holding the positions of the rules that hold
     * @return the level
     */
    public RiskLevel level(ObjectiveId objective, BitSet holding) {
        return level(position(objective), holding);
    }

    /** Adds up in the order of the sources, so that equal rules give the same sum to the last bit. */
    private double rate(int objective, BitSet holding) {
        double rate = 0;
        for (int[] largestFirst : sharing()[objective]) {
            int largest = first(largestFirst, holding);
            rate += largest < 0 ? 0 : shareOf[largest];
        }
        return rate;
    }

    private int severity(int objective, BitSet holding) {
        int highest = first(flooring()[objective], holding);
        return highest < 0 ? 0 : floorOf[highest];
    }

    private static int first(int[] rules, BitSet holding) {
        for (int rule : rules) {
            if (holding.get(rule)) {
                return rule;
            }
        }
        return -1;
    }

    /**
     * Derives the level of one objective step by step, as {@link Evaluation#risks()} has it.
     *
     * @param objectiveId an objective of the catalogue
     * @param holding the positions of the rules that hold
     * @return shares, rate, floors, severity and level
     * @throws IllegalArgumentException if the catalogue has no such objective
     */
    public Derivation derive(ObjectiveId objectiveId, BitSet holding) {
        int objective = position(objectiveId);
        List<List<Derivation.Share>> shares = new ArrayList<>();
        List<Derivation.Floor> floors = new ArrayList<>();
        for (int source = 0; source < sourceCount; source++) {
            shares.add(new ArrayList<>());
        }
        BitSet threatening = rulesThreatening[objective];
        for (int i = threatening.nextSetBit(0); i >= 0; i = threatening.nextSetBit(i + 1)) {
            if (holding.get(i)) {
                Rule rule = base.rules().get(i);
                for (int source : sourcesOf[i]) {
                    if (rule.contributes() != null) {
                        shares.get(source).add(new Derivation.Share(rule, rateOf[i], shareOf[i]));
                    }
                }
                if (rule.floor() != null) {
                    floors.add(new Derivation.Floor(rule, rule.floor()));
                }
            }
        }
        List<Derivation.Contribution> contributions = new ArrayList<>();
        int position = 0;
        for (RiskSource source : base.catalogue().riskSources()) {
            List<Derivation.Share> own = shares.get(position);
            if (!own.isEmpty()) {
                double largest = shareOf[first(sharing()[objective][position], holding)];
                contributions.add(new Derivation.Contribution(source, largest, own));
            }
            position++;
        }
        double rate = rate(objective, holding);
        Severity severity = SEVERITIES[severity(objective, holding)];
        return new Derivation(
                objectiveId, contributions, rate, criteria.band(rate), floors, severity, level(objective, holding));
    }

    private int position(ObjectiveId objective) {
        Integer position = objectiveIndex.get(objective);
        if (position == null) {
            throw new IllegalArgumentException("No objective " + objective);
        }
        return position;
    }

    /**
     * Returns the results that rules of a stratum may read.
     *
     * @param certain the rules below that hold for certain
     * @param possible the rules below that hold or may hold
     * @return the results; they are computed when asked for, and once
     */
    public StratumResults results(BitSet certain, BitSet possible) {
        return new LazyResults((BitSet) certain.clone(), (BitSet) possible.clone());
    }

    List<ObjectiveId> objectives() {
        return objectives;
    }

    RuleBase base() {
        return base;
    }

    double rate(int rule) {
        return rateOf[rule];
    }

    /** The priority that a rule gives its controls: that of the gravest objective, as levels rise with severity. */
    Priority priority(int rule, Profile established) {
        Priority[] bySeverity = priorityOf[rule];
        if (bySeverity == null) {
            return Priority.BASELINE;
        }
        int gravest = 0;
        for (int objective : objectivesOf[rule]) {
            gravest = Math.max(gravest, established.severities[objective]);
        }
        return bySeverity[gravest];
    }

    int[] objectivesOf(int rule) {
        return objectivesOf[rule];
    }

    /** The positions of the controls of the catalogue that a rule requires. */
    int[] controlsOf(int rule) {
        return controlsOf[rule];
    }

    BitSet rulesThreatening(int objective) {
        return rulesThreatening[objective];
    }

    BitSet rulesRaising(RiskSourceId source) {
        return rulesRaising.getOrDefault(source, NONE);
    }

    BitSet rulesRequiring(ControlId control) {
        return rulesRequiring.getOrDefault(control, NONE);
    }

    /** The rules that require a control, by the position of the control in the catalogue. */
    BitSet rulesRequiring(int control) {
        return requiringByPosition[control];
    }

    Truth truth(BitSet rules, BitSet certain, BitSet possible) {
        return rules.intersects(certain) ? Truth.TRUE : rules.intersects(possible) ? Truth.UNDETERMINED : Truth.FALSE;
    }

    /** The part of its rate that each rule gives to each of its risk sources; nobody may change the array. */
    double[] shares() {
        return shareOf;
    }

    /** The severity below which each rule lets no objective fall that it threatens. */
    double[] floors() {
        double[] floors = new double[floorOf.length];
        for (int rule = 0; rule < floors.length; rule++) {
            floors[rule] = floorOf[rule];
        }
        return floors;
    }

    /** The rules that share a rate with a risk source for an objective, the largest share first. */
    int[] sharing(int objective, int source) {
        return sharing()[objective][source];
    }

    /** The rules that keep the severity of an objective up, the highest floor first. */
    int[] flooring(int objective) {
        return flooring()[objective];
    }

    Profile profile(double[] rates, int[] severities) {
        return new Profile(rates, severities);
    }

    /** Rate and severity of each objective, by its position. */
    final class Profile {

        private final double[] rates;
        private final int[] severities;

        private Profile(double[] rates, int[] severities) {
            this.rates = rates;
            this.severities = severities;
        }

        double rate(int objective) {
            return rates[objective];
        }

        Likelihood likelihood(int objective) {
            return criteria.band(rates[objective]);
        }

        Severity severity(int objective) {
            return SEVERITIES[severities[objective]];
        }

        RiskLevel level(int objective) {
            return criteria.level(likelihood(objective), severity(objective));
        }
    }

    private final class LazyResults implements StratumResults {

        private final BitSet certain;
        private final BitSet possible;
        private final @Nullable RiskLevel[] low = new RiskLevel[objectives.size()];
        private final @Nullable RiskLevel[] high = new RiskLevel[objectives.size()];

        LazyResults(BitSet certain, BitSet possible) {
            this.certain = certain;
            this.possible = possible;
        }

        @Override
        public Truth riskSource(RiskSourceId source) {
            return truth(rulesRaising(source), certain, possible);
        }

        @Override
        public Range<RiskLevel> level(ObjectiveId objective) {
            int position = position(objective);
            return LEVELS.of(level(position, certain, low), level(position, possible, high));
        }

        /** Threads that ask at the same time find the same. */
        private RiskLevel level(int objective, BitSet holding, @Nullable RiskLevel[] known) {
            RiskLevel level = known[objective];
            if (level == null) {
                level = RiskMethod.this.level(objective, holding);
                known[objective] = level;
            }
            return level;
        }

        @Override
        public Truth needed(ControlId control) {
            return truth(rulesRequiring(control), certain, possible);
        }
    }
}
