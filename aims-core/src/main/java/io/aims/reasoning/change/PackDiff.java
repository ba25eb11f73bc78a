package io.aims.reasoning.change;

import io.aims.rule.Rule;
import io.aims.rule.RuleId;
import io.aims.rule.RulePack;
import io.aims.system.VocabularyEntry;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What differs between two versions of a pack: what it says of itself, the characteristics it adds, and its rules, with a
 * judgement whether their logic differs or only words.
 *
 * <p>The order of rules, and the chapters in which they stand, do not count. Immutable and thread-safe.
 *
 * @since 0.1
 */
public final class PackDiff {

    private static final int SHORT_FINGERPRINT = 16;

    private final RulePack before;
    private final RulePack after;
    private final List<Statement> statements;
    private final List<VocabularyEntry> characteristicsAdded;
    private final List<VocabularyEntry> characteristicsRemoved;
    private final List<CharacteristicChange> characteristicsChanged;
    private final List<Rule> rulesAdded;
    private final List<Rule> rulesRemoved;
    private final List<RuleChange> rulesChanged;

    private PackDiff(RulePack before, RulePack after) {
        this.before = before;
        this.after = after;
        this.statements = statements(before, after);
        SortedMap<String, VocabularyEntry> entriesBefore = entries(before);
        SortedMap<String, VocabularyEntry> entriesAfter = entries(after);
        this.characteristicsAdded = onlyInFirst(entriesAfter, entriesBefore);
        this.characteristicsRemoved = onlyInFirst(entriesBefore, entriesAfter);
        this.characteristicsChanged = inBoth(entriesBefore, entriesAfter, CharacteristicChange::between)
                .filter(change -> !change.fields().isEmpty())
                .toList();
        SortedMap<RuleId, Rule> rulesBefore = byKey(before.rules(), Rule::id);
        SortedMap<RuleId, Rule> rulesAfter = byKey(after.rules(), Rule::id);
        this.rulesAdded = onlyInFirst(rulesAfter, rulesBefore);
        this.rulesRemoved = onlyInFirst(rulesBefore, rulesAfter);
        this.rulesChanged = inBoth(rulesBefore, rulesAfter, RuleChange::between)
                .filter(change -> !change.fields().isEmpty())
                .toList();
    }

    /**
     * Something a pack says of itself otherwise.
     *
     * @param field the field of {@code pack.yaml}, for example {@code version}
     * @param was what it said, or {@code null} if it was absent
     * @param now what it says, or {@code null} if it is absent
     */
    public record Statement(
            String field, @Nullable String was, @Nullable String now) {

        /**
         * Returns what it said.
         *
         * @return empty if it was absent
         */
        public Optional<String> before() {
            return Optional.ofNullable(was);
        }

        /**
         * Returns what it says.
         *
         * @return empty if it is absent
         */
        public Optional<String> after() {
            return Optional.ofNullable(now);
        }
    }

    /**
     * Compares two versions of a pack, or two packs.
     *
     * @param old the version before
     * @param now the version after
     * @return what differs
     */
    public static PackDiff between(RulePack old, RulePack now) {
        return new PackDiff(old, now);
    }

    /**
     * Returns the pack from which the difference leads.
     *
     * @return the version before
     */
    public RulePack before() {
        return before;
    }

    /**
     * Returns the pack to which the difference leads.
     *
     * @return the version after
     */
    public RulePack after() {
        return after;
    }

    /**
     * Returns what the pack says of itself otherwise.
     *
     * @return id, version, title, licence, about, catalogue and validity, as far as they differ
     */
    public List<Statement> statements() {
        return statements;
    }

    /**
     * Returns the characteristics that are new.
     *
     * @return the entries, sorted by id
     */
    public List<VocabularyEntry> characteristicsAdded() {
        return characteristicsAdded;
    }

    /**
     * Returns the characteristics that are gone.
     *
     * @return the entries, sorted by id
     */
    public List<VocabularyEntry> characteristicsRemoved() {
        return characteristicsRemoved;
    }

    /**
     * Returns the characteristics that mean something else or are asked for otherwise.
     *
     * @return the changes, sorted by id
     */
    public List<CharacteristicChange> characteristicsChanged() {
        return characteristicsChanged;
    }

    /**
     * Returns the rules that are new.
     *
     * @return the rules, sorted
     */
    public List<Rule> rulesAdded() {
        return rulesAdded;
    }

    /**
     * Returns the rules that are gone.
     *
     * @return the rules, sorted
     */
    public List<Rule> rulesRemoved() {
        return rulesRemoved;
    }

    /**
     * Returns the rules that say something else.
     *
     * @return the changes, sorted by rule
     */
    public List<RuleChange> rulesChanged() {
        return rulesChanged;
    }

    /**
     * Tells whether nothing differs.
     *
     * @return {@code true} if both say the same
     */
    public boolean isEmpty() {
        return statements.isEmpty()
                && characteristicsAdded.isEmpty()
                && characteristicsRemoved.isEmpty()
                && characteristicsChanged.isEmpty()
                && rulesAdded.isEmpty()
                && rulesRemoved.isEmpty()
                && rulesChanged.isEmpty();
    }

    /**
     * Tells whether no system can come out otherwise: no rule is new, gone, or of another logic.
     *
     * @return {@code true} if only words, characteristics or validity differ
     */
    public boolean isSameLogic() {
        return rulesAdded.isEmpty()
                && rulesRemoved.isEmpty()
                && rulesChanged.stream().allMatch(change -> change.kind() == RuleChange.Kind.WORDS);
    }

    /**
     * Tells the difference to people.
     *
     * @return short sentences, one a line, each line ended; headings are not indented, all else is
     */
    public String text() {
        return new PackDiffText(this).text();
    }

    /**
     * Returns the difference as tables.
     *
     * @return a section of Markdown that begins with a heading
     */
    public String markdown() {
        return new PackDiffText(this).markdown();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PackDiff that && before.equals(that.before) && after.equals(that.after);
    }

    @Override
    public int hashCode() {
        return 31 * before.hashCode() + after.hashCode();
    }

    /**
     * Returns how much differs.
     *
     * @return one line
     */
    @Override
    public String toString() {
        return before.id() + " " + before.version() + " to " + after.version() + ": " + rulesAdded.size()
                + " rules added, " + rulesRemoved.size() + " removed, " + rulesChanged.size() + " changed";
    }

    private static List<Statement> statements(RulePack before, RulePack after) {
        return Stream.of(
                        new Statement("id", before.id(), after.id()),
                        new Statement("version", before.version(), after.version()),
                        new Statement("title", before.title(), after.title()),
                        new Statement("licence", before.licence(), after.licence()),
                        new Statement("about", before.about(), after.about()),
                        new Statement("catalogue", before.catalogue(), after.catalogue()),
                        new Statement("validFrom", day(before.validFrom()), day(after.validFrom())),
                        new Statement("validUntil", day(before.validUntil()), day(after.validUntil())),
                        new Statement("catalogues", catalogues(before), catalogues(after)),
                        new Statement("replaces", replaces(before), replaces(after)))
                .filter(statement -> !Objects.equals(statement.was(), statement.now()))
                .toList();
    }

    private static @Nullable String day(@Nullable LocalDate day) {
        return day == null ? null : day.toString();
    }

    /** Two editions that say the same id may differ in content, so the fingerprint stands beside it. */
    private static @Nullable String catalogues(RulePack pack) {
        return listed(pack.catalogues().stream()
                .map(catalogue ->
                        catalogue.id() + " (" + catalogue.fingerprint().substring(0, SHORT_FINGERPRINT) + ")"));
    }

    private static @Nullable String replaces(RulePack pack) {
        return listed(pack.replaces().stream().map(replacement -> replacement.rule() + " (" + replacement.why() + ")"));
    }

    private static @Nullable String listed(Stream<String> texts) {
        String list = texts.sorted().collect(Collectors.joining(", "));
        return list.isEmpty() ? null : list;
    }

    private static SortedMap<String, VocabularyEntry> entries(RulePack pack) {
        return byKey(pack.characteristics(), entry -> entry.characteristic().id());
    }

    private static <K extends Comparable<K>, T> SortedMap<K, T> byKey(Collection<T> items, Function<T, K> key) {
        SortedMap<K, T> map = new TreeMap<>();
        items.forEach(item -> map.put(key.apply(item), item));
        return map;
    }

    private static <K, T> List<T> onlyInFirst(SortedMap<K, T> one, SortedMap<K, T> other) {
        List<T> only = new ArrayList<>();
        one.forEach((key, item) -> {
            if (!other.containsKey(key)) {
                only.add(item);
            }
        });
        return Collections.unmodifiableList(only);
    }

    private static <K, T, C> Stream<C> inBoth(
            SortedMap<K, T> before, SortedMap<K, T> after, BiFunction<T, T, C> change) {
        List<C> changes = new ArrayList<>();
        before.forEach((key, was) -> {
            T now = after.get(key);
            if (now != null) {
                changes.add(change.apply(was, now));
            }
        });
        return changes.stream();
    }
}
