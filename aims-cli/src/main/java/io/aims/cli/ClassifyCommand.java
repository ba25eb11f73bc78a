package io.aims.cli;

import io.aims.Aims;
import io.aims.error.AimsException;
import io.aims.error.Place;
import io.aims.interchange.ClassificationWriter;
import io.aims.interchange.EvaluationWriter;
import io.aims.interchange.SystemEntry;
import io.aims.law.Classification;
import io.aims.law.ClassificationDiff;
import io.aims.law.LegalPack;
import io.aims.law.LegalWhyNot;
import io.aims.law.PropositionId;
import io.aims.law.text.LegalNarrative;
import io.aims.reasoning.proof.Detail;
import io.aims.report.ClassCounts;
import io.aims.text.Nearest;
import io.aims.text.Quoted;
import io.aims.treatment.assessment.Narrative;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Tells in which class of a law systems are. */
@Command(
        name = "classify",
        sortOptions = false,
        description = {
            "Tells for each system which classes of a law are still possible, why, with the articles, what would decide,"
                    + " and what is owed from which day.",
            "",
            "A class follows from the facts given. It is no legal advice and no statement of conformity.%n"
        },
        footerHeading = "%nHow it ends%n",
        footer = {
            "  0  every system was read and classified",
            "  1  a system is beyond --fail-on or --fail-on-possible; with either of",
            "     them, a prohibited practice that stands is always beyond",
            "  2  wrong usage, or a system could not be read; the others were classified",
            "",
            "Examples",
            "  aims classify examples/law/exam-watch.yaml --as-of 2026-11-27",
            "  aims classify examples/law/exam-watch.yaml --suppose biometricFunctions=VERIFICATION",
            "  aims classify examples/law/application-sorter.yaml --why-not HIGH_RISK"
        })
final class ClassifyCommand implements Callable<Integer> {

    private static final String NOTHING_OF_THIS_ID = "AIMS-5072";

    private final Session session;

    @Mixin
    private InputOptions input = new InputOptions();

    @Mixin
    private LawOption law = new LawOption();

    @Mixin
    private DayOption day = new DayOption();

    @Option(
            names = {"-f", "--format"},
            paramLabel = "FORMAT",
            defaultValue = "TEXT",
            description = "text, md (Markdown), json (one document) or jsonl (one system a line).")
    private TreatmentFormat format = TreatmentFormat.TEXT;

    @Option(
            names = {"-a", "--all"},
            description = "Text and Markdown: tells every step with its facts and who stated them, and every question.")
    private boolean all;

    @Option(
            names = "--why-not",
            paramLabel = "ID",
            description = "Tells instead what stands against a class, proposition or duty, and what it would take.")
    private @Nullable String whyNot;

    @Option(
            names = "--suppose",
            paramLabel = "NAME=VALUE",
            description =
                    "Classifies as if an answer were this one, or unknown, and tells what that changes; with --all, or"
                            + " as JSON, everything that it comes to. Repeat it for more.")
    private List<String> supposed = new ArrayList<>();

    @Mixin
    private ClassOptions fail = new ClassOptions();

    @Mixin
    private RuleOptions rules = new RuleOptions();

    @Mixin
    private ColourOption colour = new ColourOption();

    ClassifyCommand(Session session) {
        this.session = session;
    }

    private record Classified(String text, ClassCounts counts) {}

    /** What is asked of every system. */
    private record Asked(
            LegalPack law,
            SupposedAnswers supposed,
            @Nullable PropositionId whyNot,
            ClassOptions.Limits limits) {}

    @Override
    public Integer call() {
        try (Aims aims = rules.aims()) {
            LegalPack pack = law.law(aims);
            Asked asked = new Asked(
                    pack, SupposedAnswers.read(supposed, aims.vocabulary()), subject(pack), fail.limits(pack));
            TreatmentOutput output = new TreatmentOutput(session, format);
            Tally tally = new Tally(ClassCounts.none(pack));
            Batch batch = input.each(
                    aims,
                    session,
                    accepted -> judged(aims, asked, accepted),
                    judged -> {
                        output.add(judged.result().text());
                        tally.add(judged.result().counts());
                    },
                    () -> {});
            output.end(batch);
            if (format == TreatmentFormat.TEXT && batch.accepted() > 1) {
                session.out().print("\n\n" + summary(tally.counts));
            }
            return batch.end();
        }
    }

    private static final class Tally {

        private ClassCounts counts;

        Tally(ClassCounts counts) {
            this.counts = counts;
        }

        void add(ClassCounts more) {
            counts = counts.plus(more);
        }
    }

    private InputOptions.Judged<Classified> judged(Aims aims, Asked asked, SystemEntry.Accepted accepted) {
        Classification given = day.classify(aims, accepted.document().system(), asked.law());
        Classification classification = asked.supposed().isEmpty()
                ? given
                : day.classify(aims, asked.supposed().of(given.system()), asked.law());
        @Nullable
        ClassificationDiff diff = asked.supposed().isEmpty() ? null : ClassificationDiff.between(given, classification);
        @Nullable LegalWhyNot against = asked.whyNot() == null ? null : classification.whyNot(asked.whyNot());
        String text = text(classification, new ClassificationWriter.Beside(input.place(accepted), diff, against));
        return new InputOptions.Judged<>(
                new Classified(text, ClassCounts.of(classification)),
                asked.limits().isBeyond(classification));
    }

    private String text(Classification classification, ClassificationWriter.Beside beside) {
        return switch (format) {
            case TEXT -> page(told(classification, beside), beside.place()).toString();
            case MD -> told(classification, beside).markdown();
            case JSON -> new ClassificationWriter(EvaluationWriter.Layout.INDENTED).text(classification, beside);
            case JSONL -> new ClassificationWriter(EvaluationWriter.Layout.ONE_LINE).text(classification, beside);
        };
    }

    private Narrative told(Classification classification, ClassificationWriter.Beside beside) {
        LegalWhyNot against = beside.whyNot();
        ClassificationDiff diff = beside.supposed();
        if (against == null && diff != null && !all) {
            return LegalNarrative.of(diff);
        }
        return against != null
                ? LegalNarrative.of(against, classification)
                : LegalNarrative.of(classification, all ? Detail.FULL : Detail.SHORT);
    }

    private Page page(Narrative narrative, @Nullable Place place) {
        Page page = colour.page(session);
        NarrativePage.page(page, new Narrative(narrative.blocks().subList(0, 1)));
        if (place != null) {
            page.text(0, Span.quiet(place.document() + ":" + place.line()));
        }
        return NarrativePage.page(
                page,
                new Narrative(narrative.blocks().subList(1, narrative.blocks().size())));
    }

    private Page summary(ClassCounts counts) {
        Page page = colour.page(session);
        page.text(0, Span.strong(Wording.count((int) counts.systems(), "system", "systems")));
        int widest = counts.rows().stream()
                .mapToInt(row -> Page.columns(row.title()))
                .max()
                .orElse(0);
        for (ClassCounts.Row row : counts.rows()) {
            long open = row.possible() - row.decided();
            page.labelled(
                    2,
                    widest + 2,
                    Span.plain(row.title()),
                    Span.plain(String.valueOf(row.decided())),
                    Span.quiet(open == 0 ? "" : " and " + open + " possibly"));
        }
        if (counts.stopped() > 0) {
            page.text(
                    2,
                    new Span("STOP", Style.ALARM),
                    Span.plain(" " + Wording.count((int) counts.stopped(), "system", "systems")));
        }
        return page;
    }

    /** Returns what is asked about, by its id in any case, or {@code null} if nothing is. */
    private @Nullable PropositionId subject(LegalPack pack) {
        String wanted = whyNot;
        if (wanted == null) {
            return null;
        }
        List<PropositionId> ids = Stream.of(
                        pack.classes().stream().map(each -> each.id()),
                        pack.propositions().stream().map(each -> each.id()),
                        pack.duties().stream().map(each -> each.id()))
                .flatMap(each -> each)
                .toList();
        return ids.stream()
                .filter(id -> id.value().equalsIgnoreCase(wanted.replace('-', '_')))
                .findFirst()
                .orElseThrow(() -> new AimsException(
                        NOTHING_OF_THIS_ID,
                        "Law (" + pack.id() + ") has no class, proposition or duty (" + Quoted.of(wanted) + ").",
                        Nearest.to(
                                        wanted,
                                        ids.stream().map(PropositionId::value).toList())
                                .map(near -> "Maybe you meant (" + near + ").")
                                .orElse("Run aims catalog " + pack.id() + " to see them.")));
    }
}
