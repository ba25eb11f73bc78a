package io.aims.cli;

import io.aims.Aims;
import io.aims.error.AimsException;
import io.aims.interchange.EvaluationWriter;
import io.aims.interchange.PortfolioWriter;
import io.aims.treatment.portfolio.Portfolio;
import io.aims.treatment.portfolio.PortfolioCollector;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Looks at many systems at once. */
@Command(
        name = "portfolio",
        sortOptions = false,
        description = {
            "Counts many systems at once: which must stop, how many are at which level before and with their controls, which"
                    + " need attention first, what they share and fail by together, in how many each control is needed and"
                    + " in place, and which questions would settle most.",
            "",
            "Everything is counted; of the systems behind a count the first are listed. Levels are never added up across"
                    + " systems. Memory does not grow with their number.%n"
        },
        footerHeading = "%nHow it ends%n",
        footer = {
            "  0  every system was read and evaluated",
            "  1  a system is beyond --fail-on or --fail-on-possible with its controls as",
            "     they are; with either of them, a certain STOP is always beyond",
            "  2  wrong usage, or a system could not be read; the others were counted"
        })
final class PortfolioCommand implements Callable<Integer> {

    private static final int FEW = 10;
    private static final int MOST = 10_000;
    private static final String WRONG_TOP = "AIMS-5044";

    private final Session session;

    @Mixin
    private SystemRun run = new SystemRun();

    @Option(
            names = {"-f", "--format"},
            paramLabel = "FORMAT",
            defaultValue = "TEXT",
            description = "text (the default), or json.")
    private Format format = Format.TEXT;

    @Option(
            names = "--top",
            paramLabel = "N",
            description =
                    "How many systems stand behind each count; of text also how many shared names and questions are"
                            + " listed: " + FEW + " if absent.")
    private int top = FEW;

    @Mixin
    private FailOptions fail = new FailOptions();

    @Mixin
    private RuleOptions rules = new RuleOptions();

    @Mixin
    private ColourOption colour = new ColourOption();

    /** The formats as the command line names them. */
    enum Format {
        TEXT,
        JSON;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    PortfolioCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        if (top < 0 || top > MOST) {
            throw new AimsException(
                    WRONG_TOP,
                    "The value of --top (" + top + ") must be 0 to " + MOST + ".",
                    "Leave it out for " + FEW + ".");
        }
        try (Aims aims = rules.aims()) {
            PortfolioCollector collector = Portfolio.collect(top);
            Batch batch =
                    run.each(aims, session, fail, treated -> Portfolio.of(treated.profile(), top), collector::add);
            write(collector.portfolio(), batch.refused(), aims);
            session.out().flush();
            return batch.end();
        }
    }

    private void write(Portfolio portfolio, int refused, Aims aims) {
        if (format == Format.JSON) {
            session.out()
                    .println(new PortfolioWriter(aims.criteria().limits(), EvaluationWriter.Layout.INDENTED)
                            .text(portfolio, refused));
            return;
        }
        Page page = colour.page(session);
        new PortfolioText(portfolio, refused, top, session.terminal().columns(), page).write();
        session.out().print(page.toString());
    }
}
