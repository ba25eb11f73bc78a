package io.aims.rules.internal.analysis;

import io.aims.control.ControlId;
import io.aims.error.Diagnostics;
import io.aims.error.Place;
import io.aims.risk.ObjectiveId;
import io.aims.risk.RiskSourceId;
import io.aims.rule.Condition;
import io.aims.rule.Rule;
import io.aims.rule.RuleId;
import io.aims.text.Quoted;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Checks that no rule says what others say already. Of two that say the same, the one with the higher id is told, unless
 * only the other one is being verified. Not thread-safe.
 */
final class RepetitionCheck {

    private static final String SAME = "AIMS-2010";
    private static final String SUBSUMED = "AIMS-2122";
    private static final String COULD_BE_ONE = "AIMS-2126";
    private static final String TITLE_TWICE = "AIMS-2127";
    private static final String REASON_TWICE = "AIMS-2128";
    private static final Pattern BLANKS = Pattern.compile("[\\s\\h]+");

    private final List<PlacedRule> own;
    private final Set<RuleId> ownIds = new HashSet<>();
    private final List<PlacedRule> all;
    private final ConditionAnalysis analysis;
    private final Diagnostics found;
    private final Map<Pair, Boolean> implied = new HashMap<>();

    private record Pair(RuleId premise, RuleId conclusion) {}

    /**
     * Creates a check.
     *
     * @param own the rules that are verified
     * @param beside rules of other packs
     * @param analysis answers the questions
     * @param found receives what is wrong
     */
    RepetitionCheck(List<PlacedRule> own, List<PlacedRule> beside, ConditionAnalysis analysis, Diagnostics found) {
        Comparator<PlacedRule> byId =
                Comparator.comparing(placed -> placed.rule().id());
        this.own = own.stream().sorted(byId).toList();
        own.forEach(placed -> ownIds.add(placed.rule().id()));
        List<PlacedRule> both = new ArrayList<>(own);
        both.addAll(beside);
        both.sort(byId);
        this.all = both;
        this.analysis = analysis;
        this.found = found;
    }

    /**
     * Tells which rules are the same rule twice.
     *
     * @param apart the ids of packs of which it is known that no rule is another one of the same pack
     */
    void checkDuplicates(Set<String> apart) {
        IdentityHashMap<PlacedRule, List<PlacedRule>> alike = alike();
        for (PlacedRule placed : own) {
            alike.getOrDefault(placed, List.of()).stream()
                    .filter(other -> !isSameRule(other, placed)
                            && !(other.pack().equals(placed.pack()) && apart.contains(placed.pack()))
                            && (isBefore(other, placed)
                                    || !ownIds.contains(other.rule().id()))
                            && isWider(other, placed)
                            && isWider(placed, other))
                    .findFirst()
                    .ifPresent(other -> {
                        Place place = placed.places().begin();
                        found.error(
                                SAME,
                                place,
                                placed.subject(place) + " says the same as rule (" + name(other) + ").",
                                "Maybe leave one of them out, or say what makes them differ.");
                    });
        }
    }

    /** The rules that conclude what another one does, with all that do so. */
    private IdentityHashMap<PlacedRule, List<PlacedRule>> alike() {
        Map<Integer, List<PlacedRule>> maybeAlike = new HashMap<>();
        all.forEach(placed -> maybeAlike
                .computeIfAbsent(hashOfConclusions(placed.rule()), key -> new ArrayList<>())
                .add(placed));
        IdentityHashMap<PlacedRule, List<PlacedRule>> alike = new IdentityHashMap<>();
        for (List<PlacedRule> rules : maybeAlike.values()) {
            if (rules.size() > 1) {
                Map<List<Object>, List<PlacedRule>> byConclusions = new HashMap<>();
                for (PlacedRule placed : rules) {
                    List<PlacedRule> same =
                            byConclusions.computeIfAbsent(conclusions(placed.rule()), key -> new ArrayList<>());
                    same.add(placed);
                    alike.put(placed, same);
                }
            }
        }
        return alike;
    }

    /** Tells what adds nothing to other rules. */
    void checkContained() {
        for (PlacedRule placed : own) {
            if (isSubsumed(placed)) {
                continue;
            }
            checkFloor(placed);
            checkCouldBeOne(placed);
        }
        checkTexts();
    }

    private boolean isSubsumed(PlacedRule placed) {
        boolean duplicate = false;
        for (PlacedRule other : all) {
            if (isSameRule(other, placed)
                    || !concludesAtLeast(other.rule(), placed.rule())
                    || !isWider(other, placed)) {
                continue;
            }
            if (conclusions(other.rule()).equals(conclusions(placed.rule())) && isWider(placed, other)) {
                duplicate = true;
                continue;
            }
            Place place = placed.places().begin();
            found.warning(
                    SUBSUMED,
                    place,
                    placed.subject(place) + " adds nothing to rule (" + name(other)
                            + "), which holds whenever it does and concludes as much.",
                    "Maybe leave it out, or say what it concludes beyond the other one.");
            return true;
        }
        return duplicate;
    }

    /** A floor as high as another one is a reason more; a lower one says less than what holds anyway. */
    private void checkFloor(PlacedRule placed) {
        Rule rule = placed.rule();
        if (rule.floor() == null || rule.floor().ordinal() == 0) {
            return;
        }
        List<PlacedRule> lifting = new ArrayList<>();
        for (ObjectiveId objective : rule.threatens()) {
            Optional<PlacedRule> other = widerRule(
                    placed,
                    candidate -> candidate.threatens().contains(objective)
                            && candidate.floor() != null
                            && candidate.floor().compareTo(rule.floor()) > 0);
            if (other.isEmpty()) {
                return;
            }
            lifting.add(other.get());
        }
        if (!lifting.isEmpty()) {
            Place place = placed.places().key("severityFloor");
            String others =
                    lifting.stream().map(RepetitionCheck::name).distinct().collect(Collectors.joining("), ("));
            found.warning(
                    ConclusionCheck.NO_LIFT,
                    place,
                    placed.subject(place) + " sets the severity floor (" + rule.floor() + ") under ("
                            + rule.threatens().stream().map(ObjectiveId::value).collect(Collectors.joining(", "))
                            + "), where (" + others + ") sets a higher one and holds whenever it does.",
                    "Maybe leave the floor out here.");
        }
    }

    /** The first rule verified here that holds whenever a rule does. */
    private Optional<PlacedRule> widerRule(PlacedRule placed, Predicate<Rule> concluding) {
        return own.stream()
                .filter(other -> !isSameRule(other, placed) && concluding.test(other.rule()) && isWider(other, placed))
                .findFirst();
    }

    /** Rules for every system are a list, and lists keep apart what they list. */
    private void checkCouldBeOne(PlacedRule placed) {
        if (placed.rule().condition() instanceof Condition.Always) {
            return;
        }
        own.stream()
                .filter(other -> isBefore(other, placed)
                        && other.pack().equals(placed.pack())
                        && other.rule().scope() == placed.rule().scope()
                        && couldBeOne(other.rule(), placed.rule())
                        && read(other.rule()).equals(read(placed.rule()))
                        && isWider(other, placed)
                        && isWider(placed, other))
                .findFirst()
                .ifPresent(other -> {
                    Place place = placed.places().begin();
                    found.warning(
                            COULD_BE_ONE,
                            place,
                            placed.subject(place) + " holds whenever rule (" + name(other) + ") does, and the other way"
                                    + " round.",
                            "Maybe make them one rule, unless they have different reasons.");
                });
    }

    /** Joined in one rule, a likelihood and a floor would count for the risk sources and objectives of both. */
    private static boolean couldBeOne(Rule one, Rule other) {
        return hasNoRisk(one) || hasNoRisk(other) || risk(one).equals(risk(other));
    }

    private static boolean hasNoRisk(Rule rule) {
        return rule.raises().isEmpty() && rule.threatens().isEmpty();
    }

    private static Set<Object> read(Rule rule) {
        return rule.condition().tests().stream()
                .map(test -> test instanceof Condition.SystemTest reads ? reads.characteristic() : test)
                .collect(Collectors.toSet());
    }

    private void checkTexts() {
        Map<List<String>, PlacedRule> titles = new HashMap<>();
        Map<List<String>, PlacedRule> reasons = new HashMap<>();
        for (PlacedRule placed : own) {
            twice(placed, titles, Rule::title, "title", TITLE_TWICE);
            String reason = plain(placed.rule().why());
            if (!reason.isEmpty() && reason.equals(plain(placed.rule().title()))) {
                Place place = placed.places().key("why");
                found.warning(
                        REASON_TWICE,
                        place,
                        placed.subject(place) + " gives its title as its reason.",
                        "Say why what it finds calls for what it concludes.");
            } else {
                twice(placed, reasons, Rule::why, "why", REASON_TWICE);
            }
        }
    }

    private void twice(
            PlacedRule placed,
            Map<List<String>, PlacedRule> first,
            Function<Rule, String> text,
            String key,
            String code) {
        String plain = plain(text.apply(placed.rule()));
        if (plain.isEmpty()) {
            return;
        }
        PlacedRule other = first.putIfAbsent(List.of(placed.pack(), plain), placed);
        if (other != null) {
            Place place = placed.places().key(key);
            found.warning(
                    code,
                    place,
                    placed.subject(place) + " has the " + key + " (" + Quoted.of(text.apply(placed.rule()))
                            + ") of rule (" + name(other) + ").",
                    "Maybe it was copied: say what is found, or why, in this case.");
        }
    }

    private static String plain(String text) {
        String plain = BLANKS.matcher(text).replaceAll(" ").strip().toLowerCase(Locale.ROOT);
        return plain.endsWith(".") ? plain.substring(0, plain.length() - 1) : plain;
    }

    private boolean isWider(PlacedRule wide, PlacedRule narrow) {
        Pair pair = new Pair(narrow.rule().id(), wide.rule().id());
        Boolean known = implied.get(pair);
        if (known == null) {
            known = analysis.implies(narrow.rule().condition(), wide.rule().condition());
            implied.put(pair, known);
        }
        return known;
    }

    private static boolean concludesAtLeast(Rule more, Rule less) {
        return more.requires().containsAll(less.requires())
                && more.raises().containsAll(less.raises())
                && more.threatens().containsAll(less.threatens())
                && (more.stop() || !less.stop())
                && contributesAtLeast(more, less)
                && (less.floor() == null || more.floor() != null && more.floor().compareTo(less.floor()) >= 0);
    }

    /** A likelihood is shared among the risk sources of its rule, so that these must be the same. */
    private static boolean contributesAtLeast(Rule more, Rule less) {
        return less.contributes() == null
                || more.contributes() != null
                        && more.contributes().compareTo(less.contributes()) >= 0
                        && Set.copyOf(more.raises()).equals(Set.copyOf(less.raises()));
    }

    /** Whatever the order in which a rule names what it concludes. */
    private static int hashOfConclusions(Rule rule) {
        int hash = 0;
        for (ControlId control : rule.requires()) {
            hash += control.hashCode();
        }
        for (RiskSourceId source : rule.raises()) {
            hash += 31 * source.hashCode();
        }
        for (ObjectiveId objective : rule.threatens()) {
            hash += 37 * objective.hashCode();
        }
        return hash;
    }

    private static List<Object> conclusions(Rule rule) {
        return List.of(risk(rule), Set.copyOf(rule.requires()), rule.stop());
    }

    private static List<Object> risk(Rule rule) {
        return List.of(
                Set.copyOf(rule.raises()), Set.copyOf(rule.threatens()), rule.likelihood(), rule.severityFloor());
    }

    private static boolean isSameRule(PlacedRule one, PlacedRule other) {
        return one.rule().id().equals(other.rule().id());
    }

    private static boolean isBefore(PlacedRule one, PlacedRule other) {
        return one.rule().id().compareTo(other.rule().id()) < 0;
    }

    private static String name(PlacedRule placed) {
        Place place = placed.places().begin();
        return placed.rule().id() + (place == null ? "" : ", " + place);
    }
}
