package io.aims.rules;

import io.aims.catalog.compiled.FormReader;
import io.aims.catalog.compiled.FormWriter;
import io.aims.control.ControlId;
import io.aims.error.Place;
import io.aims.risk.Likelihood;
import io.aims.risk.ObjectiveId;
import io.aims.risk.RiskSourceId;
import io.aims.risk.Severity;
import io.aims.rule.Chapter;
import io.aims.rule.Rule;
import io.aims.rule.RuleId;
import io.aims.rule.RulePack;
import io.aims.rule.RuleScope;
import io.aims.rules.internal.compiled.ConditionReader;
import io.aims.rules.internal.compiled.ConditionWriter;
import io.aims.source.Confidence;
import io.aims.system.Vocabulary;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A pack in the form that starts fast. Examples, which the build has run, are left out. Written when the jar is built, from the
 * same YAML chapters.
 */
final class CompiledPack {

    private static final String FORM = "aims-compiled-pack/2";

    private static final List<RuleScope> SCOPES = List.of(RuleScope.values());
    private static final List<Likelihood> LIKELIHOODS = List.of(Likelihood.values());
    private static final List<Severity> SEVERITIES = List.of(Severity.values());
    private static final List<Confidence> CONFIDENCES = List.of(Confidence.values());

    private CompiledPack() {}

    /**
     * Writes a pack that adds nothing to vocabulary and catalogue, and replaces nothing.
     *
     * @param pack the pack
     * @return the form
     */
    static byte[] write(RulePack pack) {
        if (!pack.characteristics().isEmpty()
                || !pack.catalogues().isEmpty()
                || !pack.replaces().isEmpty()) {
            throw new IllegalArgumentException(
                    "A pack with characteristics or catalogues of its own, or that replaces rules, is read from its chapters");
        }
        FormWriter out = new FormWriter(FORM);
        ConditionWriter conditions = new ConditionWriter(out);
        out.text(pack.id())
                .text(pack.version())
                .text(pack.title())
                .text(pack.licence())
                .text(pack.about())
                .text(pack.catalogue());
        day(pack.validFrom(), out);
        day(pack.validUntil(), out);
        out.number(pack.chapters().size());
        for (Chapter chapter : pack.chapters()) {
            out.text(chapter.title())
                    .text(chapter.about())
                    .number(chapter.rules().size());
            chapter.rules().forEach(rule -> rule(rule, conditions, out));
        }
        return out.toBytes();
    }

    private static void day(@Nullable LocalDate day, FormWriter out) {
        out.text(day == null ? "" : day.toString());
    }

    private static void rule(Rule rule, ConditionWriter conditions, FormWriter out) {
        out.text(rule.id().value()).text(rule.title()).word(rule.scope());
        conditions.condition(rule.condition());
        out.texts(rule.raises().stream().map(RiskSourceId::value).toList())
                .texts(rule.threatens().stream().map(ObjectiveId::value).toList())
                .word(rule.contributes())
                .word(rule.floor())
                .texts(rule.requires().stream().map(ControlId::value).toList())
                .flag(rule.stop())
                .text(rule.why())
                .sources(rule.sources())
                .word(rule.confidence());
        Place place = rule.place();
        out.flag(place != null);
        if (place != null) {
            out.text(place.document()).number(place.line()).number(place.column());
        }
    }

    /**
     * Reads a pack.
     *
     * @param bytes the form
     * @param vocabulary the vocabulary with which it was compiled
     * @return the pack, without examples
     * @throws IOException if it cannot be read, or is of another form or another vocabulary
     */
    static RulePack read(InputStream bytes, Vocabulary vocabulary) throws IOException {
        FormReader in = new FormReader(bytes, FORM);
        ConditionReader conditions = new ConditionReader(in, vocabulary);
        String id = in.text();
        String version = in.text();
        String title = in.text();
        String licence = in.text();
        String about = in.text();
        String catalogue = in.text();
        LocalDate from = day(in);
        LocalDate until = day(in);
        List<Chapter> chapters = new ArrayList<>();
        for (int chapter = in.number(); chapter > 0; chapter--) {
            String chapterTitle = in.text();
            String chapterAbout = in.text();
            List<Rule> rules = new ArrayList<>();
            for (int rule = in.number(); rule > 0; rule--) {
                rules.add(rule(in, conditions));
            }
            chapters.add(new Chapter(chapterTitle, chapterAbout, rules));
        }
        in.end();
        return new RulePack(id, version, title, licence, about, catalogue, from, until, List.of(), chapters);
    }

    private static @Nullable LocalDate day(FormReader in) throws IOException {
        String day = in.text();
        return day.isEmpty() ? null : LocalDate.parse(day);
    }

    private static Rule rule(FormReader in, ConditionReader conditions) throws IOException {
        return new Rule(
                new RuleId(in.text()),
                in.text(),
                in.word(SCOPES),
                conditions.condition(),
                riskSources(in),
                objectives(in),
                in.wordOrNull(LIKELIHOODS),
                in.wordOrNull(SEVERITIES),
                controls(in),
                in.flag(),
                in.text(),
                in.sources(),
                in.word(CONFIDENCES),
                List.of(),
                in.flag() ? new Place(in.text(), in.number(), in.number()) : null);
    }

    private static List<RiskSourceId> riskSources(FormReader in) throws IOException {
        List<RiskSourceId> ids = new ArrayList<>();
        for (int rest = in.number(); rest > 0; rest--) {
            ids.add(new RiskSourceId(in.text()));
        }
        return ids;
    }

    private static List<ObjectiveId> objectives(FormReader in) throws IOException {
        List<ObjectiveId> ids = new ArrayList<>();
        for (int rest = in.number(); rest > 0; rest--) {
            ids.add(new ObjectiveId(in.text()));
        }
        return ids;
    }

    private static List<ControlId> controls(FormReader in) throws IOException {
        List<ControlId> ids = new ArrayList<>();
        for (int rest = in.number(); rest > 0; rest--) {
            ids.add(new ControlId(in.text()));
        }
        return ids;
    }
}
