package io.aims.cli;

import io.aims.Aims;
import io.aims.error.AimsException;
import io.aims.error.Fault;
import io.aims.interchange.DecisionsReader;
import io.aims.interchange.EvaluationWriter;
import io.aims.interchange.StatementReader;
import io.aims.interchange.StatementWriter;
import io.aims.report.CsvForm;
import io.aims.report.StatementReport;
import io.aims.text.Quoted;
import io.aims.treatment.statement.Applicability;
import io.aims.treatment.statement.Decision;
import io.aims.treatment.statement.StatementCollector;
import io.aims.treatment.statement.StatementOfApplicability;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Derives the Statement of Applicability. */
@Command(
        name = "soa",
        sortOptions = false,
        description = {
            "Derives the Statement of Applicability of an organisation from its systems: every control with applicable, not,"
                    + " or undecided, why, the risks it treats, how far it is in place, evidence, owner and review date.",
            "",
            "A control is excluded only if the facts of every system say so. Decisions can include a control, or confirm an"
                    + " exclusion; one that stands against a need or an open question is refused, and the statement says"
                    + " so.%n"
        },
        footerHeading = "%nHow it ends%n",
        footer = {
            "  0  the statement is written",
            "  1  a system is beyond --fail-on or --fail-on-possible with its controls as",
            "     they are; with either of them, a certain STOP is always beyond",
            "  2  wrong usage, a system could not be read, or a decision is refused; the",
            "     statement over the others is written",
            "",
            "Examples",
            "  aims soa systems/ --organisation controls.yaml --as-of 2026-03-01",
            "  aims soa systems/ --decisions decisions.yaml --as-of 2026-03-01 --out statement.xlsx"
        })
final class SoaCommand implements Callable<Integer> {

    private static final String NO_TERMINAL = "AIMS-5050";
    private static final String NO_PLACE = "AIMS-5051";

    private final Session session;

    @Mixin
    private SystemRun run = new SystemRun();

    @Option(
            names = {"-f", "--format"},
            paramLabel = "FORMAT",
            description =
                    "html (one page), md (the default), csv, xlsx (a workbook) or json. Without it the ending of --out"
                            + " tells the format.")
    private @Nullable Format format;

    @Mixin
    private OutFile out = new OutFile();

    @Option(
            names = "--title",
            paramLabel = "TEXT",
            description = "What the statement is about: an organisation, a part of it, a scope.")
    private @Nullable String title;

    @Option(
            names = "--decisions",
            paramLabel = "FILE",
            description = "What the organisation has decided about controls, each with reason, role and dates.")
    private @Nullable Path decisions;

    @Option(
            names = "--since",
            paramLabel = "OLD.json",
            description = "An earlier statement, written with --format json: html, md and xlsx tell what changed.")
    private @Nullable Path since;

    @Option(
            names = "--excel",
            description = "Csv: begins with a byte order mark, by which Excel knows that it is UTF-8.")
    private boolean excel;

    @Option(
            names = "--unguarded",
            description =
                    "Csv: writes texts that begin like a formula as they are. For programs, never for a spreadsheet.")
    private boolean unguarded;

    @Mixin
    private FailOptions fail = new FailOptions();

    @Mixin
    private RuleOptions rules = new RuleOptions();

    SoaCommand(Session session) {
        this.session = session;
    }

    /** How the statement is written. */
    enum Format {
        HTML,
        MD,
        CSV,
        XLSX,
        JSON;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Format ofEnding(String ending) {
            for (Format each : values()) {
                if (each.toString().equals(ending)) {
                    return each;
                }
            }
            return ending.equals("htm") ? HTML : MD;
        }
    }

    @Override
    public Integer call() {
        Format wanted = wanted();
        Path earlier = since;
        checkUsage(wanted);
        StatementOfApplicability before = earlier == null ? null : new StatementReader().read(earlier);
        try (Aims aims = rules.aims()) {
            StatementCollector collector = aims.statementCollector(
                    run.organisation(aims),
                    decided(aims),
                    run.day().orElse(null),
                    StatementOfApplicability.DEFAULT_LIMIT);
            Outcome outcome = new Outcome();
            Batch batch = run.each(
                    aims,
                    session,
                    fail,
                    treated -> {
                        treated.evaluation().seal();
                        return treated.profile();
                    },
                    profile -> outcome.tell(() -> collector.add(profile)));
            StatementOfApplicability statement = collector.statement(run.reuse(aims));
            out.write(session, bytes(statement, before, wanted, aims));
            statement.refusals().forEach(outcome::tell);
            summarise(statement);
            int status = batch.end();
            return outcome.isWrong ? ExitStatus.WRONG_INPUT : status;
        }
    }

    /** What was wrong and did not end the run. */
    private final class Outcome {

        private boolean isWrong;

        void tell(Runnable step) {
            try {
                step.run();
            } catch (AimsException e) {
                e.faults().forEach(this::tell);
            }
        }

        void tell(Fault fault) {
            session.say(fault.toString());
            isWrong = true;
        }
    }

    private Format wanted() {
        return format != null ? format : out.ending().map(Format::ofEnding).orElse(Format.MD);
    }

    private void checkUsage(Format wanted) {
        if (wanted == Format.XLSX && out.name().isEmpty() && session.terminal().isTerminal()) {
            throw new AimsException(
                    NO_TERMINAL,
                    "A workbook is no text, and the output is a terminal.",
                    "Give --out FILE, for example --out statement.xlsx.");
        }
        if (since != null && (wanted == Format.CSV || wanted == Format.JSON)) {
            throw new AimsException(
                    NO_PLACE,
                    "A statement in (" + wanted + ") has no place for what changed since ("
                            + Quoted.end(since.toString()) + ").",
                    "Give --format html, md or xlsx, or leave out --since.");
        }
    }

    private List<Decision> decided(Aims aims) {
        Path file = decisions;
        return file == null ? List.of() : new DecisionsReader(aims.catalogue()).read(file);
    }

    private byte[] bytes(
            StatementOfApplicability statement, @Nullable StatementOfApplicability before, Format wanted, Aims aims) {
        StatementReport report = StatementReport.of(statement, aims.catalogue(), aims.criteria());
        if (title != null) {
            report = report.titled(title);
        }
        if (before != null) {
            report = report.since(before);
        }
        return switch (wanted) {
            case HTML -> utf8(report.html());
            case MD -> utf8(report.markdown());
            case CSV -> utf8(report.csv(new CsvForm(excel, !unguarded)));
            case XLSX -> report.xlsx();
            case JSON ->
                utf8(new StatementWriter(aims.criteria().limits(), EvaluationWriter.Layout.INDENTED).text(statement)
                        + "\n");
        };
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private void summarise(StatementOfApplicability statement) {
        out.name()
                .ifPresent(file -> session.say("aims: "
                        + Wording.count(statement.systems().size(), "system", "systems") + ", "
                        + Wording.count(statement.entries().size(), "control", "controls") + ": "
                        + statement.entries(Applicability.APPLICABLE).size() + " applicable, "
                        + statement.entries(Applicability.NOT_APPLICABLE).size() + " not, "
                        + statement.entries(Applicability.UNDECIDED).size() + " undecided. Written to " + file));
    }
}
