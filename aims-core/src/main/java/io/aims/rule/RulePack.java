package io.aims.rule;

import io.aims.control.Catalogue;
import io.aims.system.VocabularyEntry;
import io.aims.text.CanonicalForm;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A set of rules that is published, versioned and used as a whole.
 *
 * <p>Immutable and thread-safe.
 *
 * @param id the id
 * @param version the version
 * @param title the title
 * @param licence the licence of the content
 * @param about what the pack is, in a few sentences
 * @param catalogue the id of the catalogue whose controls, objectives and risk sources it speaks of
 * @param validFrom the first day on which it holds, or {@code null}
 * @param validUntil the last day on which it holds, or {@code null}
 * @param characteristics the characteristics that it adds to the vocabulary
 * @param chapters the chapters in order
 * @param catalogues the catalogues that it brings with it
 * @param replaces the rules of other packs that are not to be run where this one is used
 * @since 0.1
 */
public record RulePack(
        String id,
        String version,
        String title,
        String licence,
        String about,
        String catalogue,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validUntil,
        List<VocabularyEntry> characteristics,
        List<Chapter> chapters,
        List<Catalogue> catalogues,
        List<Replacement> replaces) {

    /** Copies the lists. */
    public RulePack {
        characteristics = List.copyOf(characteristics);
        chapters = List.copyOf(chapters);
        catalogues = List.copyOf(catalogues);
        replaces = List.copyOf(replaces);
    }

    /**
     * Creates a pack that brings no catalogue and replaces nothing.
     *
     * @param id the id
     * @param version the version
     * @param title the title
     * @param licence the licence of the content
     * @param about what the pack is, in a few sentences
     * @param catalogue the id of the catalogue whose controls, objectives and risk sources it speaks of
     * @param validFrom the first day on which it holds, or {@code null}
     * @param validUntil the last day on which it holds, or {@code null}
     * @param characteristics the characteristics that it adds to the vocabulary
     * @param chapters the chapters in order
     */
    public RulePack(
            String id,
            String version,
            String title,
            String licence,
            String about,
            String catalogue,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validUntil,
            List<VocabularyEntry> characteristics,
            List<Chapter> chapters) {
        this(
                id,
                version,
                title,
                licence,
                about,
                catalogue,
                validFrom,
                validUntil,
                characteristics,
                chapters,
                List.of(),
                List.of());
    }

    /**
     * Returns the rules of all chapters.
     *
     * @return the rules, in the order of the chapters
     */
    public List<Rule> rules() {
        List<Rule> rules = new ArrayList<>();
        for (Chapter chapter : chapters) {
            rules.addAll(chapter.rules());
        }
        return List.copyOf(rules);
    }

    /**
     * Finds a rule.
     *
     * @param ruleId an id
     * @return the rule, or empty if the pack has none of this id
     */
    public Optional<Rule> rule(RuleId ruleId) {
        return rules().stream().filter(rule -> rule.id().equals(ruleId)).findFirst();
    }

    /**
     * Tells whether the pack holds on a day.
     *
     * @param day a day
     * @return {@code true} from the first day on which it holds to the last, both included
     */
    public boolean holdsOn(LocalDate day) {
        return (validFrom == null || !day.isBefore(validFrom)) && (validUntil == null || !day.isAfter(validUntil));
    }

    /**
     * Returns the name of the pack as it is, with the SHA-256 of its rules in the order of their ids, of the catalogues it
     * brings and of what it replaces. The characteristics it adds belong to the vocabulary and are in the fingerprint of that.
     *
     * @return the reference
     */
    public PackReference reference() {
        CanonicalForm form = new CanonicalForm().text(id).text(version).text(catalogue);
        form.text(validFrom == null ? "" : validFrom.toString())
                .text(validUntil == null ? "" : validUntil.toString())
                .list(rules().stream().sorted(Comparator.comparing(Rule::id)).toList(), (f, rule) -> rule.writeTo(f));
        List<Replacement> replaced = replaces.stream()
                .sorted(Comparator.comparing(Replacement::rule))
                .toList();
        if (!catalogues.isEmpty() || !replaced.isEmpty()) {
            form.list(catalogues.stream().map(Catalogue::fingerprint).sorted().toList(), CanonicalForm::text);
            form.list(replaced, (f, one) -> f.text(one.rule().value()).text(one.why()));
        }
        return new PackReference(id, version, form.sha256(), replaced);
    }
}
