package io.aims.cli;

import io.aims.catalog.Catalogues;
import io.aims.catalog.ReuseGuides;
import io.aims.control.Catalogue;
import io.aims.crosswalk.Comparison;
import io.aims.crosswalk.Crosswalks;
import io.aims.crosswalk.Element;
import io.aims.crosswalk.Framework;
import io.aims.crosswalk.FrameworkId;
import io.aims.crosswalk.ReuseSurvey;
import io.aims.error.AimsException;
import io.aims.interchange.CrosswalkWriter;
import io.aims.interchange.EvaluationWriter;
import io.aims.report.CrosswalkReport;
import io.aims.report.CsvForm;
import io.aims.report.ReuseReport;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows how frameworks compare. */
@Command(
        name = "crosswalk",
        sortOptions = false,
        description = {
            "Shows how the elements of one framework compare with those of another, each with relation, confidence and source."
                    + " Where nobody compares them, it shows what follows through ISO/IEC 42001. Without FROM it lists the"
                    + " frameworks.",
            "",
            "Towards ISO/IEC 42001, html and md are the page of what an organisation that runs FROM can reuse.%n"
        },
        footerHeading = "%nExamples%n",
        footer = {
            "  aims crosswalk",
            "  aims crosswalk 27001 42001",
            "  aims crosswalk 42001 nist A.6.2.4",
            "  aims crosswalk nist ai-act --coverage",
            "  aims crosswalk 27001 42001 --out reuse.html"
        })
final class CrosswalkCommand implements Callable<Integer> {

    private static final String NO_TO = "AIMS-5063";
    private static final String NO_PLACE = "AIMS-5064";

    private final Session session;

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "FROM",
            description = "The framework from which it is seen; a short name does, such as 27001 or nist.")
    private @Nullable String from;

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "TO",
            description = "The framework with which it is compared.")
    private @Nullable String to;

    @Parameters(index = "2", arity = "0..1", paramLabel = "ID", description = "One element of FROM.")
    private @Nullable String id;

    @Option(names = "--list", description = "Lists the frameworks, also if FROM is given.")
    private boolean list;

    @Option(
            names = "--coverage",
            description = "Shows how much of both is mapped and what is not, instead of the mappings.")
    private boolean coverage;

    @Option(
            names = {"-f", "--format"},
            paramLabel = "FORMAT",
            description =
                    "text (the default), md, csv, json or html (one page). Without it the ending of --out tells the"
                            + " format.")
    private @Nullable Format format;

    @Mixin
    private OutFile out = new OutFile();

    @Mixin
    private CrosswalkOptions options = new CrosswalkOptions();

    @Mixin
    private ColourOption colour = new ColourOption();

    CrosswalkCommand(Session session) {
        this.session = session;
    }

    /** How a crosswalk is written. */
    enum Format {
        TEXT,
        MD,
        CSV,
        JSON,
        HTML;

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
            return ending.equals("htm") ? HTML : TEXT;
        }
    }

    @Override
    public Integer call() {
        Crosswalks crosswalks = options.crosswalks();
        Format wanted =
                format != null ? format : out.ending().map(Format::ofEnding).orElse(Format.TEXT);
        String first = from;
        String result = first == null || list ? frameworks(crosswalks, wanted) : compared(crosswalks, first, wanted);
        out.write(session, result.getBytes(StandardCharsets.UTF_8));
        out.name().ifPresent(file -> session.say("aims: Written to " + file));
        return ExitStatus.DONE;
    }

    private String frameworks(Crosswalks crosswalks, Format wanted) {
        return switch (wanted) {
            case TEXT -> text().frameworks(crosswalks).toString();
            case JSON -> writer().text(crosswalks) + "\n";
            case MD, CSV, HTML ->
                throw new AimsException(
                        NO_PLACE,
                        "The list of frameworks is not written as (" + wanted + ").",
                        "Give --format text or json, or name two frameworks.");
        };
    }

    private String compared(Crosswalks crosswalks, String first, Format wanted) {
        FrameworkNames names = new FrameworkNames(crosswalks);
        FrameworkId seen = names.framework(first).id();
        String second = to;
        if (second == null) {
            throw new AimsException(
                    NO_TO,
                    "The framework with which (" + seen + ") is compared is not given.",
                    "Maybe aims crosswalk " + seen + " "
                            + (seen.equals(crosswalks.home().id())
                                    ? "iso-27001"
                                    : crosswalks.home().id()) + ".");
        }
        Comparison comparison =
                Comparison.of(crosswalks, seen, names.framework(second).id());
        String one = id;
        if (one != null) {
            Element element = FrameworkNames.element(comparison.from(), one);
            Comparison about = comparison.about(element.id());
            return wanted == Format.TEXT ? text().element(about, element).toString() : rows(about, wanted);
        }
        if (wanted == Format.TEXT) {
            CrosswalkText text = text();
            return (coverage ? text.coverage(comparison) : text.comparison(comparison)).toString();
        }
        boolean isReuse = comparison.to().equals(crosswalks.home()) && !coverage;
        return isReuse ? reuse(crosswalks, comparison, wanted) : rows(comparison, wanted);
    }

    private String rows(Comparison comparison, Format wanted) {
        CrosswalkReport report = CrosswalkReport.of(comparison);
        return switch (wanted) {
            case TEXT -> text().comparison(comparison).toString();
            case MD -> report.markdown();
            case CSV -> report.csv(CsvForm.standard());
            case JSON -> writer().text(comparison) + "\n";
            case HTML -> report.html();
        };
    }

    private String reuse(Crosswalks crosswalks, Comparison comparison, Format wanted) {
        Catalogue catalogue = Catalogues.iso42001();
        Framework runs = comparison.from();
        ReuseSurvey survey = ReuseGuides.standard(runs.id())
                .map(guide -> ReuseSurvey.of(catalogue, crosswalks, guide))
                .orElseGet(() -> ReuseSurvey.of(catalogue, crosswalks, runs.id()));
        ReuseReport report = ReuseReport.of(survey, catalogue);
        return switch (wanted) {
            case MD -> report.markdown();
            case HTML -> report.html();
            case JSON -> writer().text(comparison, survey) + "\n";
            case TEXT, CSV -> rows(comparison, wanted);
        };
    }

    private CrosswalkText text() {
        return new CrosswalkText(colour.page(session));
    }

    private static CrosswalkWriter writer() {
        return new CrosswalkWriter(EvaluationWriter.Layout.INDENTED);
    }
}
