package io.aims.packs.difference;

import io.aims.error.Diagnostic;
import io.aims.error.Fault;
import io.aims.error.Place;
import io.aims.reasoning.change.CharacteristicChange;
import io.aims.reasoning.change.PackDiff;
import io.aims.reasoning.change.RuleChange;
import io.aims.rule.Replacement;
import io.aims.rule.Rule;
import io.aims.rule.RuleId;
import io.aims.rule.RulePack;
import io.aims.text.NaturalOrder;
import io.aims.text.Quoted;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What differs between two versions of a pack, and what that means: which rules ask for more or for less, which controls,
 * objectives and risk sources gain or lose reasons, and how far the version has to move.
 *
 * <p>Immutable and thread-safe.
 *
 * @since 0.1
 */
public final class PackDifference {

    private static final String VERSION_STAYS = "AIMS-2180";
    private static final String OTHER_RULE = "AIMS-2181";
    private static final String OTHER_PACK = "AIMS-2182";
    private static final String SMALL_STEP = "AIMS-2183";

    private final PackDiff content;
    private final List<RuleComparison> rules;
    private final List<ReasonChange> reasons;
    private final List<CatalogueChange> entries;
    private final List<RuleId> replacesNow;
    private final List<RuleId> replacesNoMore;
    private final VersionStep step;
    private final List<Diagnostic> diagnostics;

    private PackDifference(PackDiff content) {
        this.content = content;
        this.rules = content.rulesChanged().stream().map(RuleComparison::of).toList();
        this.reasons = reasons(content, rules);
        this.entries = CatalogueChange.between(content.before(), content.after());
        Set<RuleId> before = replaced(content.before());
        Set<RuleId> after = replaced(content.after());
        this.replacesNow = without(after, before);
        this.replacesNoMore = without(before, after);
        this.step = neededStep();
        this.diagnostics = judged(content, step);
    }

    private static Set<RuleId> replaced(RulePack pack) {
        return pack.replaces().stream().map(Replacement::rule).collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * Compares two versions of a pack.
     *
     * @param old the version before
     * @param now the version after
     * @return what differs and what it means
     */
    public static PackDifference between(RulePack old, RulePack now) {
        return new PackDifference(PackDiff.between(old, now));
    }

    /**
     * Returns what differs, field by field.
     *
     * @return the difference of content
     */
    public PackDiff content() {
        return content;
    }

    /**
     * Returns what the changes of rules mean.
     *
     * @return one judgement for each rule that changed, sorted by rule
     */
    public List<RuleComparison> rules() {
        return rules;
    }

    /**
     * Returns to what other rules lead than before.
     *
     * @return controls, then objectives, then risk sources, each sorted by id
     */
    public List<ReasonChange> reasons() {
        return reasons;
    }

    /**
     * Returns the entries of the catalogues of the pack that are new, gone or say something else.
     *
     * @return controls, then objectives, then risk sources, each sorted by id
     */
    public List<CatalogueChange> entries() {
        return entries;
    }

    /**
     * Returns the rules of other packs that this one did not replace and replaces now.
     *
     * @return rules that no longer run where the pack is used, sorted
     */
    public List<RuleId> replacesNow() {
        return replacesNow;
    }

    /**
     * Returns the rules of other packs that this one replaced and does not any more.
     *
     * @return rules that run again where the pack is used, sorted
     */
    public List<RuleId> replacesNoMore() {
        return replacesNoMore;
    }

    /**
     * Tells whether nothing differs.
     *
     * @return {@code true} if both say the same
     */
    public boolean isEmpty() {
        return content.isEmpty() && entries.isEmpty() && replacesNow.isEmpty() && replacesNoMore.isEmpty();
    }

    /**
     * Tells how far the version has to move.
     *
     * @return the step that the changes call for
     */
    public VersionStep step() {
        return step;
    }

    /**
     * Tells whether the pack asks for less anywhere: a rule is gone, finds less or other than before, or replaces one of another
     * pack.
     *
     * @return {@code false} if whatever was found before is still found
     */
    public boolean isWeaker() {
        return !content.rulesRemoved().isEmpty()
                || !replacesNow.isEmpty()
                || rules.stream().anyMatch(RuleComparison::isWeaker);
    }

    /**
     * Tells whether the pack asks for more anywhere: a rule is new, finds more or other than before, or no longer replaces one of
     * another pack.
     *
     * @return {@code false} if nothing is found that was not found before
     */
    public boolean isStronger() {
        return !content.rulesAdded().isEmpty()
                || !replacesNoMore.isEmpty()
                || rules.stream().anyMatch(RuleComparison::isStronger);
    }

    /**
     * Returns what is wrong with the new version as a successor of the old one.
     *
     * @return AIMS-2180, if the content changed and the version does not grow; AIMS-2181 for each id that stands for another
     *     rule now; AIMS-2182, if these are different packs; AIMS-2183, if the version moves less than the changes call for
     */
    public List<Diagnostic> diagnostics() {
        return diagnostics;
    }

    /**
     * Tells the difference and its meaning to people.
     *
     * @return short sentences, one a line, each line ended; headings are not indented, all else is
     */
    public String text() {
        return new DifferenceText(this).text();
    }

    /**
     * Returns the difference and its meaning as tables.
     *
     * @return a page of Markdown that begins with a heading
     */
    public String markdown() {
        return new DifferenceText(this).markdown();
    }

    /**
     * Returns how much differs.
     *
     * @return one line
     */
    @Override
    public String toString() {
        return content + (isWeaker() ? ", some of it weaker" : "");
    }

    private VersionStep neededStep() {
        if (isEmpty()) {
            return VersionStep.NONE;
        }
        boolean breaks = !content.rulesRemoved().isEmpty()
                || content.rulesChanged().stream().anyMatch(change -> change.kind() == RuleChange.Kind.OTHER_MEANING)
                || !content.characteristicsRemoved().isEmpty()
                || content.characteristicsChanged().stream().anyMatch(CharacteristicChange::isOtherForm)
                || entries.stream().anyMatch(entry -> entry.kind() == CatalogueChange.Kind.REMOVED)
                || !replacesNow.isEmpty()
                || says(Set.of("id", "catalogue"));
        if (breaks) {
            return VersionStep.MAJOR;
        }
        boolean moves = isStronger()
                || isWeaker()
                || !content.characteristicsAdded().isEmpty()
                || !entries.isEmpty()
                || says(Set.of("validFrom", "validUntil"));
        if (moves) {
            return VersionStep.MINOR;
        }
        boolean isOnlyNumber = content.rulesChanged().isEmpty()
                && content.characteristicsChanged().isEmpty()
                && content.statements().stream()
                        .allMatch(statement -> statement.field().equals("version"));
        return isOnlyNumber ? VersionStep.NONE : VersionStep.PATCH;
    }

    private boolean says(Set<String> fields) {
        return content.statements().stream().map(PackDiff.Statement::field).anyMatch(fields::contains);
    }

    private static List<Diagnostic> judged(PackDiff content, VersionStep step) {
        List<Diagnostic> found = new ArrayList<>();
        RulePack was = content.before();
        RulePack now = content.after();
        if (!was.id().equals(now.id())) {
            found.add(Diagnostic.warning(Fault.of(
                    OTHER_PACK,
                    "The packs (" + Quoted.of(was.id()) + ") and (" + Quoted.of(now.id())
                            + ") are no two versions of one pack.",
                    "Maybe one of the two folders is another one.")));
        }
        version(was, now, step).ifPresent(found::add);
        for (RuleChange change : content.rulesChanged()) {
            if (change.kind() == RuleChange.Kind.OTHER_MEANING) {
                found.add(Diagnostic.warning(new Fault(
                        OTHER_RULE,
                        "The id (" + change.now().id() + at(change.now().place()) + ") stood for another rule: ("
                                + Quoted.of(change.was().title()) + ").",
                        "Maybe give the new rule an id of its own: results that name this one are misread.",
                        change.now().place())));
            }
        }
        return List.copyOf(found);
    }

    private static Optional<Diagnostic> version(RulePack was, RulePack now, VersionStep step) {
        if (step == VersionStep.NONE) {
            return Optional.empty();
        }
        String wanted = step.after(was.version()).orElse("");
        String advice = wanted.isEmpty()
                ? "Maybe raise it: results name a pack by its version."
                : "Maybe (" + Quoted.of(wanted) + ").";
        if (VersionStep.compare(now.version(), was.version()) <= 0) {
            return Optional.of(Diagnostic.error(Fault.of(
                    VERSION_STAYS,
                    "The pack (" + Quoted.of(now.id()) + ") differs from its version (" + Quoted.of(was.version())
                            + "), and its version (" + Quoted.of(now.version()) + ") is no higher.",
                    advice)));
        }
        if (!wanted.isEmpty() && VersionStep.compare(now.version(), wanted) < 0) {
            return Optional.of(Diagnostic.warning(Fault.of(
                    SMALL_STEP,
                    "The version (" + Quoted.of(now.version()) + ") of pack (" + Quoted.of(now.id())
                            + ") is a smaller step from (" + Quoted.of(was.version()) + ") than "
                            + (step == VersionStep.MAJOR
                                    ? "what is gone or means something else calls for."
                                    : "other results for the same answers call for."),
                    advice)));
        }
        return Optional.empty();
    }

    private static String at(@Nullable Place place) {
        return place == null ? "" : ", " + place;
    }

    private static List<ReasonChange> reasons(PackDiff content, List<RuleComparison> rules) {
        Map<RuleId, RuleComparison> judged = new HashMap<>();
        rules.forEach(rule -> judged.put(rule.change().now().id(), rule));
        List<ReasonChange> changes = new ArrayList<>();
        for (ReasonChange.Subject subject : ReasonChange.Subject.values()) {
            Function<Rule, List<?>> leads = rule -> switch (subject) {
                case CONTROL -> rule.requires();
                case OBJECTIVE -> rule.threatens();
                case RISK_SOURCE -> rule.raises();
            };
            Map<String, Set<RuleId>> before = leading(content.before(), leads);
            Map<String, Set<RuleId>> after = leading(content.after(), leads);
            Set<String> ids = new TreeSet<>(NaturalOrder.comparator());
            ids.addAll(before.keySet());
            ids.addAll(after.keySet());
            for (String id : ids) {
                ReasonChange change = reason(
                        subject, id, before.getOrDefault(id, Set.of()), after.getOrDefault(id, Set.of()), judged);
                boolean isChanged = !change.gained().isEmpty()
                        || !change.lost().isEmpty()
                        || !change.stronger().isEmpty()
                        || !change.weaker().isEmpty();
                if (isChanged) {
                    changes.add(change);
                }
            }
        }
        return List.copyOf(changes);
    }

    private static Map<String, Set<RuleId>> leading(RulePack pack, Function<Rule, List<?>> leads) {
        Map<String, Set<RuleId>> leading = new TreeMap<>();
        for (Rule rule : pack.rules()) {
            leads.apply(rule)
                    .forEach(id -> leading.computeIfAbsent(id.toString(), key -> new TreeSet<>())
                            .add(rule.id()));
        }
        return leading;
    }

    private static ReasonChange reason(
            ReasonChange.Subject subject,
            String id,
            Set<RuleId> before,
            Set<RuleId> after,
            Map<RuleId, RuleComparison> judged) {
        Set<RuleId> both = new TreeSet<>(before);
        both.retainAll(after);
        List<RuleId> stronger = new ArrayList<>();
        List<RuleId> weaker = new ArrayList<>();
        for (RuleId rule : both) {
            RuleComparison comparison = judged.get(rule);
            if (comparison != null && comparison.condition() == ConditionRelation.WIDER) {
                stronger.add(rule);
            } else if (comparison != null && comparison.condition() != ConditionRelation.EQUAL) {
                weaker.add(rule);
            }
        }
        return new ReasonChange(
                subject, id, without(after, before), without(before, after), stronger, weaker, after.size());
    }

    private static List<RuleId> without(Set<RuleId> rules, Set<RuleId> others) {
        return rules.stream().filter(rule -> !others.contains(rule)).toList();
    }
}
