package io.aims.rules.internal.analysis;

import io.aims.control.Catalogue;
import io.aims.control.Control;
import io.aims.error.Diagnostics;
import io.aims.error.Place;
import io.aims.rule.Rule;
import io.aims.rules.internal.files.EntryPlaces;
import io.aims.system.VocabularyEntry;
import io.aims.text.Quoted;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Checks the words of packs: titles that are none, words that hold the place of others, ids that look alike. */
final class WordingCheck {

    private static final String ALIKE = "AIMS-2103";
    private static final String TITLE = "AIMS-2104";
    private static final String PLACEHOLDER = "AIMS-2105";
    private static final String SAME_TITLE = "AIMS-2106";
    private static final int LONGEST_TITLE = 12;
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final Pattern PLACEHOLDERS = Pattern.compile(
            "\\s*(?i:todo|tbd|tbc|fixme|xxx|n/a|to be (written|defined|done|added))\\s*[.:!…]*\\s*"
                    + "|\\s*(?i:todo:|fixme:|lorem ipsum ).*"
                    + "|.*\\b(TODO|TBD|FIXME)\\b.*"
                    + "|\\s*[.?…\\-_][.?…\\-_\\s]*",
            Pattern.DOTALL);
    private static final Pattern SIGN_BEFORE_DIGIT = Pattern.compile("(?<=\\p{L})[-_.](?=[0-9])");
    private static final Pattern SIGN = Pattern.compile("[-_.]");

    private final Diagnostics found;
    private final Map<String, Rule> byForm = new HashMap<>();

    WordingCheck(Diagnostics found) {
        this.found = found;
    }

    /** Remembers the ids of a pack that is not verified itself. */
    void know(List<Rule> rules) {
        rules.forEach(rule -> byForm.putIfAbsent(form(rule), rule));
    }

    void check(PlacedPack placed) {
        EntryPlaces pack = placed.places().pack();
        String subject = "pack (" + Quoted.of(placed.pack().id());
        checkFilled(placed.pack().title(), "title", subject, pack.value("title"));
        checkFilled(placed.pack().about(), "about", subject, pack.value("about"));
        for (VocabularyEntry entry : placed.pack().characteristics()) {
            check(entry, placed.places().characteristic(entry.characteristic().id()));
        }
        for (Rule rule : placed.pack().rules()) {
            check(rule, placed.places().rule(rule));
        }
        placed.pack().catalogues().forEach(catalogue -> checkControls(catalogue, placed));
    }

    private void check(VocabularyEntry entry, EntryPlaces places) {
        String subject = "characteristic (" + entry.characteristic().id();
        checkFilled(entry.question(), "question", subject, places.value("question"));
        checkFilled(entry.definition(), "definition", subject, places.value("definition"));
        entry.sources()
                .forEach(source ->
                        checkFilled(source.citation(), "sources", subject, places.item("sources", source.citation())));
    }

    private void check(Rule rule, EntryPlaces places) {
        String subject = "rule (" + rule.id();
        Place place = places.key("title");
        if (rule.title().equals(rule.id().value())) {
            tell(TITLE, subject, place, "has its id as title", "Say in a few words what is found.");
        } else if (rule.title().endsWith(".") || BLANKS.split(rule.title()).length > LONGEST_TITLE) {
            tell(
                    TITLE,
                    subject,
                    place,
                    "has a sentence as title",
                    "Say what is found in under ten words, without a period; the rest belongs to why.");
        }
        checkFilled(rule.title(), "title", subject, places.value("title"));
        checkFilled(rule.why(), "why", subject, places.value("why"));
        rule.sources()
                .forEach(source ->
                        checkFilled(source.citation(), "sources", subject, places.item("sources", source.citation())));
        Rule alike = byForm.putIfAbsent(form(rule), rule);
        if (alike != null && !alike.id().equals(rule.id())) {
            tell(
                    ALIKE,
                    subject,
                    places.begin(),
                    "has an id that differs from (" + alike.id() + ") only in case or in a sign",
                    "Maybe take the next free id: these two are mistaken for one another.");
        }
    }

    private void checkFilled(String text, String key, String subject, @Nullable Place place) {
        if (!text.isEmpty() && PLACEHOLDERS.matcher(text).matches()) {
            tell(
                    PLACEHOLDER,
                    subject,
                    place,
                    "has a placeholder (" + Quoted.of(text) + ") under " + key,
                    "Write what belongs there before somebody relies on it.");
        }
    }

    private void checkControls(Catalogue catalogue, PlacedPack placed) {
        Map<String, Control> byTitle = new HashMap<>();
        for (Control control : catalogue.controls()) {
            Control same = byTitle.putIfAbsent(control.title().toLowerCase(Locale.ROOT), control);
            if (same != null) {
                tell(
                        SAME_TITLE,
                        "control (" + control.id(),
                        placed.places().catalogueEntry(control.id().value()).key("title"),
                        "has the title of control (" + same.id() + ")",
                        "Say what makes the two differ.");
            }
        }
    }

    private void tell(String code, String subject, @Nullable Place place, String what, String advice) {
        found.warning(code, place, "The " + subject + (place == null ? "" : ", " + place) + ") " + what + ".", advice);
    }

    /** Case does not count, nor which sign it is, nor whether one stands between letters and digits. */
    private static String form(Rule rule) {
        String lower = rule.id().value().toLowerCase(Locale.ROOT);
        return SIGN.matcher(SIGN_BEFORE_DIGIT.matcher(lower).replaceAll("")).replaceAll("-");
    }
}
