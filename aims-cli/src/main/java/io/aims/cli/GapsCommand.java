package io.aims.cli;

import io.aims.Aims;
import io.aims.error.Place;
import io.aims.interchange.EvaluationWriter;
import io.aims.interchange.ResidualWriter;
import io.aims.risk.ObjectiveId;
import io.aims.system.AiSystem;
import io.aims.treatment.CountedState;
import io.aims.treatment.Gap;
import io.aims.treatment.ResidualProfile;
import io.aims.treatment.ResidualRisk;
import io.aims.treatment.reuse.EvidenceReuse;
import io.aims.treatment.reuse.EvidenceSuggestion;
import io.aims.treatment.text.TreatmentMarkdown;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Tells what is required and not in place. */
@Command(
        name = "gaps",
        sortOptions = false,
        description = {
            "Lists the controls that systems need and that are not in place, or not shown to work, the gap first whose"
                    + " closing brings most, and what remains of every risk.",
            "",
            "States stand under controls in the description of a system, and in the file of the organisation.%n"
        },
        footerHeading = "%nHow it ends%n",
        footer = {
            "  0  every system was read",
            "  1  what remains of a system is beyond --fail-on or --fail-on-possible;",
            "     with either of them, a certain STOP is always beyond",
            "  2  wrong usage, or a system could not be read; the others were done"
        })
final class GapsCommand implements Callable<Integer> {

    private static final int ID = 10;

    private final Session session;

    @Mixin
    private SystemRun run = new SystemRun();

    @Option(
            names = {"-f", "--format"},
            paramLabel = "FORMAT",
            defaultValue = "TEXT",
            description = "text, md (Markdown), json (one document) or jsonl (one system a line).")
    private TreatmentFormat format = TreatmentFormat.TEXT;

    @Mixin
    private FailOptions fail = new FailOptions();

    @Mixin
    private RuleOptions rules = new RuleOptions();

    @Mixin
    private ColourOption colour = new ColourOption();

    GapsCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        try (Aims aims = rules.aims()) {
            TreatmentOutput output = new TreatmentOutput(session, format);
            List<String> limits = aims.criteria().limits();
            EvidenceReuse reuse = run.reuse(aims);
            Batch batch = run.each(aims, session, fail, treated -> written(treated, reuse, limits), output::add);
            output.end(batch);
            return batch.end();
        }
    }

    private String written(SystemRun.Treated treated, EvidenceReuse reuse, List<String> limits) {
        ResidualWriter.Beside beside = new ResidualWriter.Beside(treated.place(), null, null, reuse);
        return switch (format) {
            case TEXT -> text(treated.profile(), reuse, treated.place()).toString();
            case MD -> new TreatmentMarkdown(limits).gaps(treated.profile(), reuse);
            case JSON -> new ResidualWriter(limits, EvaluationWriter.Layout.INDENTED).text(treated.profile(), beside);
            case JSONL -> new ResidualWriter(limits, EvaluationWriter.Layout.ONE_LINE).text(treated.profile(), beside);
        };
    }

    private Page text(ResidualProfile profile, EvidenceReuse reuse, @Nullable Place place) {
        Page page = colour.page(session);
        page.text(
                0,
                Span.strong(profile.evaluation().system().name()),
                Span.plain(": " + Wording.words(profile.evaluation().level()) + " without controls, "
                        + Wording.words(profile.level()) + " with what is in place."));
        if (place != null) {
            page.text(0, Span.quiet(place.document() + ":" + place.line()));
        }
        if (!profile.evaluation().stops().isEmpty()) {
            page.text(0, Span.plain("A verdict that nothing lifts holds or may hold: see aims evaluate."));
        }
        List<Gap> gaps = profile.gaps();
        AiSystem system = profile.evaluation().system();
        group(page, "Not in place", gaps.stream().filter(Gap::isOpen).toList(), reuse, system);
        group(
                page,
                "In place and not shown to work",
                gaps.stream().filter(gap -> !gap.isOpen()).toList(),
                reuse,
                system);
        if (gaps.stream()
                .flatMap(gap -> reuse.about(gap.safeguard().control().id(), system).stream())
                .anyMatch(EvidenceSuggestion::mayHelp)) {
            page.text(0, Span.plain(EvidenceSuggestion.CAUTION));
        }
        page.heading(Span.strong("What remains of each risk"));
        for (ResidualRisk risk : profile.risks()) {
            page.labelled(
                    2,
                    ID,
                    Span.name(risk.inherent().objective().id().value()),
                    Span.plain(risk.inherent().objective().title() + ": " + Wording.words(risk.level())
                            + (risk.level().equals(risk.inherent().level())
                                    ? ""
                                    : ", was " + Wording.words(risk.inherent().level()))
                            + taken(risk)));
        }
        return page;
    }

    private static String taken(ResidualRisk risk) {
        int least = (int) Math.round(risk.highReduction() * 100);
        int most = (int) Math.round(risk.lowReduction() * 100);
        if (least == 0 && most == 0) {
            return ".";
        }
        return least == most
                ? "; controls take " + least + " % of the rate."
                : "; controls take " + Math.min(least, most) + " to " + Math.max(least, most) + " % of the rate.";
    }

    private static void group(Page page, String heading, List<Gap> gaps, EvidenceReuse reuse, AiSystem system) {
        if (gaps.isEmpty()) {
            return;
        }
        page.heading(Span.strong(heading + " (" + gaps.size() + ")"));
        for (Gap gap : gaps) {
            page.labelled(
                    2,
                    ID,
                    Span.name(gap.safeguard().control().id().value()),
                    Span.plain(gap.safeguard().control().title()));
            page.text(2 + ID, Span.quiet(state(gap) + " " + gain(gap)));
            EvidenceSuggestion.sentences(reuse.about(gap.safeguard().control().id(), system))
                    .forEach(sentence -> page.text(2 + ID, Span.plain(sentence)));
        }
    }

    private static String state(Gap gap) {
        String counted = gap.state().statement().isEmpty()
                ? "Nothing is known of it."
                : "Counts as " + Wording.words(gap.state().stage()) + ".";
        String why = gap.state().reasons().stream()
                .filter(reason -> reason != CountedState.Reason.NOTHING_SAID)
                .map(CountedState.Reason::phrase)
                .collect(Collectors.joining(", and "));
        return why.isEmpty() ? counted : counted.substring(0, counted.length() - 1) + ": " + why + ".";
    }

    private static String gain(Gap gap) {
        Gap.Gain gain = gap.effective();
        if (gain.rate() == 0 && gain.steps() == 0) {
            return "Closing it lowers no risk by itself.";
        }
        String points = points(gain.rate());
        if (gain.steps() == 0) {
            return "If it works, " + points + " points of rate fall, and no level by itself.";
        }
        return "If it works, " + points + " points of rate fall, and "
                + Wording.count(gain.steps(), "level step", "level steps") + ": "
                + gain.lowered().stream().map(ObjectiveId::value).collect(Collectors.joining(", ")) + ".";
    }

    private static String points(double rate) {
        return BigDecimal.valueOf(rate * 100)
                .setScale(1, RoundingMode.HALF_EVEN)
                .toPlainString();
    }
}
