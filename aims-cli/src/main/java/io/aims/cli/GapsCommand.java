package io.aims.cli;

import io.aims.Aims;
import io.aims.risk.ObjectiveId;
import io.aims.treatment.CountedState;
import io.aims.treatment.Gap;
import io.aims.treatment.ResidualProfile;
import io.aims.treatment.ResidualRisk;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Tells what is required and not in place. */
@Command(
        name = "gaps",
        sortOptions = false,
        description = {
            "Lists the controls that a system needs and that are not in place, or not shown to work, the gap first whose"
                    + " closing brings most, and what remains of every risk.",
            "",
            "States stand under controls in the description of the system, and in the file of the organisation.%n"
        })
final class GapsCommand implements Callable<Integer> {

    private static final int ID = 10;

    private final Session session;

    @Mixin
    private DescribedSystem described = new DescribedSystem();

    @Mixin
    private StateOptions states = new StateOptions();

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
            ResidualProfile profile = states.residual(aims, described.read(aims, session));
            session.out().print(text(profile).toString());
            return ExitStatus.DONE;
        }
    }

    private Page text(ResidualProfile profile) {
        Page page = colour.page(session);
        page.text(
                0,
                Span.strong(profile.evaluation().system().name()),
                Span.plain(": " + Wording.words(profile.evaluation().level()) + " without controls, "
                        + Wording.words(profile.level()) + " with what is in place."));
        if (!profile.evaluation().stops().isEmpty()) {
            page.text(0, Span.plain("A verdict that nothing lifts holds or may hold: see aims evaluate."));
        }
        List<Gap> gaps = profile.gaps();
        group(page, "Not in place", gaps.stream().filter(Gap::isOpen).toList());
        group(
                page,
                "In place and not shown to work",
                gaps.stream().filter(gap -> !gap.isOpen()).toList());
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

    private static void group(Page page, String heading, List<Gap> gaps) {
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
