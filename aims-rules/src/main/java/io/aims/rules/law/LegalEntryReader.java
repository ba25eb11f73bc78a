package io.aims.rules.law;

import io.aims.catalog.document.Fields;
import io.aims.catalog.document.Node;
import io.aims.error.Faults;
import io.aims.error.Place;
import io.aims.law.Duty;
import io.aims.law.Exemption;
import io.aims.law.LegalClass;
import io.aims.law.LegalCondition;
import io.aims.law.LegalDate;
import io.aims.law.Proposition;
import io.aims.law.PropositionId;
import io.aims.rule.Condition;
import io.aims.rules.language.LegalConditionParser;
import io.aims.source.Confidence;
import io.aims.source.Source;
import io.aims.system.EnumeratedCharacteristic;
import io.aims.system.SetCharacteristic;
import io.aims.system.Vocabulary;
import io.aims.system.YesNo;
import io.aims.text.Nearest;
import io.aims.text.Quoted;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads propositions, classes and duties once everything that their conditions may read is known. */
final class LegalEntryReader {

    private static final String ABSENT_ID = "AIMS-2006";
    private static final String INCOMPLETE = "AIMS-2046";
    private static final String TOO_MANY = "AIMS-2049";
    private static final String NOT_ONE_TEST = "AIMS-2052";

    private static final Pattern NO_WORD = Pattern.compile("[^A-Za-z0-9_]+");

    /** The most exemptions of one proposition. */
    static final int MOST_EXEMPTIONS = 50;

    private final Set<String> ids;
    private final LegalConditionParser parser;
    private final Set<String> unread;
    private final Set<String> roles;
    private final Faults faults;
    private final LegalFactReader parts;
    private final List<Proposition> propositions = new ArrayList<>();
    private final List<LegalClass> classes = new ArrayList<>();
    private final List<Duty> duties = new ArrayList<>();
    private final Map<PropositionId, LegalEntry> read = new LinkedHashMap<>();
    private final Set<PropositionId> alone = new LinkedHashSet<>();
    private boolean complete = true;

    /**
     * Creates a reader.
     *
     * @param vocabulary the characteristics that conditions may read
     * @param ids the ids of all entries
     * @param days the days that conditions may read
     * @param unread the ids of facts and days of which it is told already that they cannot be read
     * @param faults receives what is wrong
     */
    LegalEntryReader(
            Vocabulary vocabulary,
            Collection<String> ids,
            Collection<LegalDate> days,
            Collection<String> unread,
            Faults faults) {
        this.ids = new LinkedHashSet<>(ids);
        this.parser = new LegalConditionParser(vocabulary, ids, days);
        this.unread = Set.copyOf(unread);
        this.faults = faults;
        this.parts = new LegalFactReader(faults);
        this.roles = new TreeSet<>();
        vocabulary.entries().stream()
                .map(known -> known.characteristic())
                .filter(SetCharacteristic.class::isInstance)
                .forEach(set -> roles.addAll(((EnumeratedCharacteristic<?>) set).valueIds()));
    }

    List<Proposition> propositions() {
        return propositions;
    }

    List<LegalClass> classes() {
        return classes;
    }

    List<Duty> duties() {
        return duties;
    }

    /** The entries read, by their ids. */
    Map<PropositionId, LegalEntry> read() {
        return read;
    }

    /** The propositions that are a result by themselves. */
    Set<PropositionId> alone() {
        return alone;
    }

    /** Whether every entry could be read, so that something is missing only if nobody has written it. */
    boolean isComplete() {
        return complete;
    }

    void read(LegalEntry entry) {
        if (faults.isFull()) {
            complete = false;
            return;
        }
        boolean made = switch (entry.kind()) {
            case PROPOSITION -> proposition(entry);
            case CLASS -> legalClass(entry);
            case DUTY -> duty(entry);
        };
        entry.fields().end();
        complete &= made;
        if (made) {
            read.putIfAbsent(entry.propositionId(), entry);
        }
    }

    // From class files NullAway does not read that the test that states a proposition may be missing.
    @SuppressWarnings("NullAway")
    private boolean proposition(LegalEntry entry) {
        Fields fields = entry.fields();
        String article = fields.text("article").orElse("");
        String title = words(entry, fields, "title");
        Optional<Node> statedAt = fields.node("stated");
        Condition.SystemTest stated =
                statedAt.isPresent() ? stated(entry, statedAt.get()).orElse(null) : null;
        boolean hasCondition = fields.node("when").isPresent();
        LegalCondition when = hasCondition ? condition(entry, "when").orElse(null) : null;
        List<Optional<Exemption>> unless = exemptions(entry);
        if (fields.word("standsAlone", YesNo.class).orElse(YesNo.NO) == YesNo.YES
                && !entry.id().isEmpty()) {
            alone.add(entry.propositionId());
        }
        String why = words(entry, fields, "why");
        List<Source> sources = fields.sources();
        Confidence confidence = fields.word("confidence", Confidence.class).orElse(Confidence.HIGH);
        if (statedAt.isEmpty() && !hasCondition) {
            incomplete(entry, "has neither a condition nor an answer that states it", "Maybe add a line with when.");
            return false;
        }
        if (!hasCondition && !unless.isEmpty()) {
            incomplete(entry, "has exemptions from a condition, and no condition", "Maybe add a line with when.");
            return false;
        }
        if (article.isBlank() && (stated != null || when != null && readsFacts(when))) {
            incomplete(entry, "reads facts and names no article", "Maybe add a line with article.");
        }
        if (entry.id().isEmpty()
                || statedAt.isPresent() && stated == null
                || hasCondition && when == null
                || unless.stream().anyMatch(Optional::isEmpty)) {
            return false;
        }
        propositions.add(new Proposition(
                entry.propositionId(),
                article,
                title,
                stated,
                when,
                unless.stream().flatMap(Optional::stream).toList(),
                why,
                sources,
                confidence,
                fields.place()));
        return true;
    }

    private static boolean readsFacts(LegalCondition condition) {
        return condition.leaves().stream()
                .anyMatch(leaf -> leaf instanceof LegalCondition.Tests || leaf instanceof LegalCondition.Before);
    }

    private Optional<Condition.SystemTest> stated(LegalEntry entry, Node node) {
        Optional<LegalCondition> condition = condition(entry, "stated");
        if (condition.isPresent() && !(condition.get() instanceof LegalCondition.Tests)) {
            faults.add(
                    NOT_ONE_TEST,
                    node.place(),
                    entry.kind().word() + " (" + entry.id() + ", " + node.place() + ") is stated by ("
                            + Quoted.of(condition.get().toString()) + "), which is not one test of one answer.",
                    "Maybe it belongs under when; stated is for an answer that says the same as a whole.");
            return Optional.empty();
        }
        return condition.map(known -> ((LegalCondition.Tests) known).test());
    }

    private List<Optional<Exemption>> exemptions(LegalEntry entry) {
        List<Node> items = entry.fields().items("unless");
        if (items.size() > MOST_EXEMPTIONS) {
            faults.add(
                    TOO_MANY,
                    items.get(MOST_EXEMPTIONS).place(),
                    entry.subject() + " has " + items.size() + " exemptions, more than " + MOST_EXEMPTIONS + ".",
                    "Maybe some of them are a proposition of their own.");
            return List.of(Optional.empty());
        }
        List<Optional<Exemption>> exemptions = new ArrayList<>();
        for (Node item : items) {
            Fields fields =
                    Fields.of(item, faults, LegalPackReader.SHAPE, "exemption of proposition (" + entry.id() + ")");
            Optional<LegalCondition> when = condition(entry, fields, "when");
            String article = words(entry, fields, "article");
            String title = words(entry, fields, "title");
            fields.end();
            exemptions.add(when.map(known -> new Exemption(known, article, title)));
        }
        return exemptions;
    }

    private boolean legalClass(LegalEntry entry) {
        Fields fields = entry.fields();
        String article = fields.text("article").orElse("");
        String title = words(entry, fields, "title");
        Optional<LegalCondition> when = condition(entry, "when");
        Optional<LegalCondition> applies = condition(entry, "applies");
        Optional<String> stops = fields.text("stops");
        if (stops.isPresent() && !ids.contains(stops.get())) {
            Place place = fields.node("stops").map(Node::place).orElse(fields.place());
            faults.add(
                    ABSENT_ID,
                    place,
                    "Class (" + entry.id() + ", " + place + ") stops by (" + Quoted.of(stops.get())
                            + "), absent from the pack.",
                    faults.isFull() ? "" : Fields.advice(stops.get(), ids));
            return false;
        }
        if (entry.id().isEmpty() || when.isEmpty() || applies.isEmpty()) {
            return false;
        }
        PropositionId stop = stops.map(PropositionId::new).orElse(null);
        classes.add(new LegalClass(entry.propositionId(), article, title, when.get(), applies.get(), stop));
        return true;
    }

    private boolean duty(LegalEntry entry) {
        Fields fields = entry.fields();
        String article = words(entry, fields, "article");
        String who = fields.requiredText("who");
        checkRole(entry, who);
        String about = words(entry, fields, "about");
        Optional<LegalCondition> when = condition(entry, "when");
        Optional<LegalCondition> applies = condition(entry, "applies");
        String due = fields.text("due").orElse("");
        Confidence confidence = fields.word("confidence", Confidence.class).orElse(Confidence.HIGH);
        Optional<Source> source = parts.source(fields, "duty (" + entry.id() + ")");
        if (entry.id().isEmpty() || when.isEmpty() || applies.isEmpty() || source.isEmpty()) {
            return false;
        }
        duties.add(new Duty(
                entry.propositionId(),
                article,
                who,
                about,
                when.get(),
                applies.get(),
                due,
                confidence,
                List.of(source.get())));
        return true;
    }

    /** Whoever owes something is a value of a set, so that a system can say that it holds the role. */
    private void checkRole(LegalEntry entry, String who) {
        if (who.isEmpty() || faults.isFull()) {
            return;
        }
        if (!roles.contains(who)) {
            Place place = entry.fields()
                    .node("who")
                    .map(Node::place)
                    .orElse(entry.fields().place());
            faults.add(
                    ABSENT_ID,
                    place,
                    "Duty (" + entry.id() + ", " + place + ") is owed by (" + Quoted.of(who)
                            + "), which is a value of no set.",
                    Nearest.to(who, roles)
                            .map(near -> "Maybe you meant (" + near + ").")
                            .orElse("Maybe name a value of the characteristic that asks for roles."));
        }
    }

    private Optional<LegalCondition> condition(LegalEntry entry, String key) {
        return condition(entry, entry.fields(), key);
    }

    private Optional<LegalCondition> condition(LegalEntry entry, Fields fields, String key) {
        @Nullable Node node = fields.requiredNode(key).orElse(null);
        Optional<String> text = fields.text(key);
        if (node == null || text.isEmpty()) {
            return Optional.empty();
        }
        Node.Scalar scalar = (Node.Scalar) node;
        if (!Collections.disjoint(unread, Arrays.asList(NO_WORD.split(scalar.text())))) {
            return Optional.empty();
        }
        return parser.parse(
                scalar.text(), entry.kind().word(), entry.id(), entry.document().places(scalar), faults);
    }

    private String words(LegalEntry entry, Fields fields, String key) {
        return parts.words(fields, key, entry.kind().word() + " (" + entry.id() + ")");
    }

    private void incomplete(LegalEntry entry, String what, String advice) {
        faults.add(INCOMPLETE, entry.fields().place(), entry.subject() + " " + what + ".", advice);
    }
}
