package io.aims.cli;

import io.aims.Aims;
import io.aims.error.AimsException;
import io.aims.interchange.DecisionsReader;
import io.aims.interchange.TreatmentsReader;
import io.aims.law.Classification;
import io.aims.law.LegalPack;
import io.aims.report.ClassCounts;
import io.aims.report.PortfolioReport;
import io.aims.report.SystemReport;
import io.aims.risk.RiskLevel;
import io.aims.system.AiSystem;
import io.aims.text.Quoted;
import io.aims.treatment.ControlStates;
import io.aims.treatment.ResidualProfile;
import io.aims.treatment.TreatmentPlan;
import io.aims.treatment.Treatments;
import io.aims.treatment.portfolio.Portfolio;
import io.aims.treatment.portfolio.PortfolioCollector;
import io.aims.treatment.reuse.EvidenceReuse;
import io.aims.treatment.statement.Decision;
import io.aims.treatment.statement.StatementOfApplicability;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes reports as pages. */
@Command(
        name = "report",
        sortOptions = false,
        description = {
            "Writes a page for each system: what its risks are before and after controls, what it needs and why, gaps, open"
                    + " questions, the draft of its impact assessment, its Statement of Applicability, and what the result"
                    + " rests on. For several systems also a page about all of them, index.html, with links.",
            "",
            "A page needs nothing beside itself: it runs no script and loads nothing. It shows in light and dark, and"
                    + " prints with every proof opened. Pages that AIMS has written before are replaced, other files"
                    + " never.%n"
        },
        footerHeading = "%nHow it ends%n",
        footer = {
            "  0  every page is written",
            "  1  a system is beyond --fail-on or --fail-on-possible with its controls as",
            "     they are; with either of them, a certain STOP is always beyond",
            "  2  wrong usage, or a system could not be read or a page not be written; the",
            "     others are written",
            "",
            "Examples",
            "  aims report system.yaml --out report",
            "  aims report systems/ --organisation controls.yaml --as-of 2026-03-01 --out reports"
        })
final class ReportCommand implements Callable<Integer> {

    /** How many systems the page about all of them lists; all are counted. */
    private static final int LISTED = 1_000;

    private final Session session;

    @Mixin
    private SystemRun run = new SystemRun();

    @Option(
            names = {"-o", "--out"},
            paramLabel = "DIR",
            required = true,
            description = "The folder for the pages. It is created if it is not there.")
    private Path out = Path.of("");

    @Option(
            names = "--title",
            paramLabel = "TEXT",
            description = "What the page about all systems is about: an organisation, a part of it, a scope.")
    private @Nullable String title;

    @Option(
            names = "--tolerance",
            paramLabel = "LEVEL",
            description = "Shows the fewest controls that bring every objective to this level or below: very-low, low,"
                    + " moderate, high.")
    private @Nullable RiskLevel tolerance;

    @Option(
            names = "--treatments",
            paramLabel = "FILE",
            description = "Shows how every risk stands after what was decided about it, as a plan of treatment: YAML or"
                    + " JSON.")
    private @Nullable Path treatments;

    @Option(
            names = "--decisions",
            paramLabel = "FILE",
            description = "What the organisation has decided about controls, for the statements: YAML or JSON.")
    private @Nullable Path decisions;

    @Mixin
    private FailOptions fail = new FailOptions();

    @Mixin
    private RuleOptions rules = new RuleOptions();

    ReportCommand(Session session) {
        this.session = session;
    }

    /** What is said and decided for all systems. */
    private record Given(
            ControlStates organisation,
            EvidenceReuse reuse,
            @Nullable Treatments treatments,
            List<Decision> decisions) {}

    /** A page that is ready to be written, and what the page about all systems needs of its system. */
    private record Ready(String id, String page, Portfolio portfolio, List<ClassCounts> classes) {}

    @Override
    public Integer call() {
        try (Aims aims = rules.aims()) {
            Given given = given(aims);
            Pages pages = new Pages(ReportFolder.open(out), given.treatments());
            Batch batch = run.each(aims, session, fail, treated -> ready(aims, given, treated), pages::add);
            pages.tellWhoWasNotRead();
            pages.writeIndex(aims);
            session.say("aims: " + Wording.count(pages.written, "page", "pages") + " in " + Quoted.end(out.toString()));
            int status = batch.end();
            return pages.isIncomplete ? ExitStatus.WRONG_INPUT : status;
        }
    }

    private Given given(Aims aims) {
        Path plan = treatments;
        Path decided = decisions;
        if (run.day().isEmpty() && (plan != null || decided != null)) {
            throw new AimsException(
                    "AIMS-5053",
                    "What is decided in (" + Quoted.of(String.valueOf(plan == null ? decided : plan))
                            + ") ends on a day, and no day is given.",
                    "Give --as-of DATE: the clock is not read.");
        }
        return new Given(
                run.organisation(aims),
                run.reuse(aims),
                plan == null ? null : new TreatmentsReader(aims.catalogue()).read(plan),
                decided == null ? List.of() : new DecisionsReader(aims.catalogue()).read(decided));
    }

    private Ready ready(Aims aims, Given given, SystemRun.Treated treated) {
        ResidualProfile profile = treated.profile();
        String id = treated.evaluation().system().id();
        SystemReport report = SystemReport.of(aims.explain(treated.evaluation()), profile)
                .with(aims.impact(profile))
                .with(given.reuse())
                .with(statement(aims, given, profile));
        if (tolerance != null) {
            report = report.with(profile.cheapestPlan(tolerance));
        }
        Treatments decided = given.treatments();
        if (decided != null) {
            RiskLevel most = tolerance == null ? decided.tolerance() : tolerance;
            report = report.with(TreatmentPlan.of(profile, decided.of(id), most));
        }
        List<ClassCounts> classes = new ArrayList<>();
        AiSystem system = treated.entry().document().system();
        for (LegalPack law : aims.laws()) {
            Classification classification = run.day()
                    .map(day -> aims.classify(system, law.id(), day))
                    .orElseGet(() -> aims.classify(system, law.id()));
            report = report.with(classification);
            classes.add(ClassCounts.of(classification));
        }
        return new Ready(id, report.html(), Portfolio.of(profile, LISTED), classes);
    }

    private static List<ClassCounts> sums(List<ClassCounts> some, List<ClassCounts> more) {
        List<ClassCounts> sums = new ArrayList<>();
        for (int law = 0; law < some.size(); law++) {
            sums.add(some.get(law).plus(more.get(law)));
        }
        return sums;
    }

    private static StatementOfApplicability statement(Aims aims, Given given, ResidualProfile profile) {
        return profile.asOf()
                .map(day -> aims.statement(List.of(profile), given.organisation(), given.decisions(), day))
                .orElseGet(() -> aims.statement(List.of(profile), given.organisation()));
    }

    /** Writes pages as they come, and the one about all of them in the end. */
    private final class Pages {

        private final ReportFolder folder;
        private final @Nullable DecidedSystems decided;
        private final PortfolioCollector collector = Portfolio.collect(LISTED);
        private final Map<String, String> addresses = new HashMap<>();
        private List<ClassCounts> classes = List.of();
        private int systems;
        private int written;
        private boolean isIncomplete;

        Pages(ReportFolder folder, @Nullable Treatments treatments) {
            this.folder = folder;
            this.decided = treatments == null ? null : new DecidedSystems(treatments);
        }

        void add(Ready ready) {
            systems++;
            if (decided != null) {
                decided.see(ready.id());
            }
            String name = folder.nameFor(ready.id());
            if (write(name, ready.page())) {
                addresses.putIfAbsent(ready.id(), name);
            }
            collector.add(ready.portfolio());
            classes = classes.isEmpty() ? ready.classes() : sums(classes, ready.classes());
        }

        /** Tells each system about which something is decided and that was probably meant to be another. */
        void tellWhoWasNotRead() {
            if (decided != null && treatments != null) {
                decided.end(treatments, session);
            }
        }

        void writeIndex(Aims aims) {
            if (systems > 1) {
                PortfolioReport report = PortfolioReport.of(collector.portfolio(), aims.criteria())
                        .linking(addresses);
                for (ClassCounts counts : classes) {
                    report = report.with(counts);
                }
                String wanted = title;
                write(ReportFolder.INDEX, (wanted == null ? report : report.titled(wanted)).html());
            }
        }

        private boolean write(String name, String page) {
            try {
                folder.write(name, page);
                written++;
                return true;
            } catch (AimsException e) {
                e.faults().forEach(fault -> session.say(fault.toString()));
                isIncomplete = true;
                return false;
            }
        }
    }
}
