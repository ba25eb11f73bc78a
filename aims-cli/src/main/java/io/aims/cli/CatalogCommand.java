package io.aims.cli;

import io.aims.Aims;
import io.aims.catalog.CrosswalkFiles;
import io.aims.control.AiRole;
import io.aims.control.Catalogue;
import io.aims.control.Control;
import io.aims.crosswalk.Crosswalks;
import io.aims.crosswalk.Framework;
import io.aims.crosswalk.Mapping;
import io.aims.error.AimsException;
import io.aims.risk.Objective;
import io.aims.risk.RiskSource;
import io.aims.rule.ReplacedRule;
import io.aims.rule.Rule;
import io.aims.rule.RulePack;
import io.aims.source.Clause;
import io.aims.source.Source;
import io.aims.system.Vocabulary;
import io.aims.system.VocabularyEntry;
import io.aims.text.Nearest;
import io.aims.text.Quoted;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Shows what rules and descriptions speak of. */
@Command(
        name = "catalog",
        sortOptions = false,
        description =
                "Shows controls, objectives, risk sources, clauses and characteristics, or one entry or rule by its id.%n",
        footerHeading = "%nExamples%n",
        footer = {
            "  aims catalog A.9.3",
            "  aims catalog automationLevel",
            "  aims catalog ADM-14",
            "  aims catalog 6.1.3"
        })
final class CatalogCommand implements Callable<Integer> {

    private static final int ID = 11;
    private static final int LABEL = 15;

    private final Session session;

    @Parameters(
            arity = "0..1",
            paramLabel = "ID",
            description = "The id of a control, area, objective, risk source, clause, characteristic or rule.")
    private @Nullable String id;

    @Mixin
    private RuleOptions rules = new RuleOptions();

    @Mixin
    private ColourOption colour = new ColourOption();

    CatalogCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        try (Aims aims = rules.aims()) {
            String wanted = id;
            Page page = wanted == null ? overview(aims) : entry(aims, wanted);
            session.out().print(page.toString());
        }
        return ExitStatus.DONE;
    }

    private Page overview(Aims aims) {
        Catalogue catalogue = aims.catalogue();
        Page page = colour.page(session);
        page.text(0, Span.strong(catalogue.title()), Span.quiet(" (" + catalogue.id() + ")"));
        for (String note : catalogue.notes()) {
            page.hanging(2, 4, Span.quiet("- " + note));
        }
        page.heading(
                Span.strong("Controls"), Span.quiet(" (" + catalogue.controls().size() + ")"));
        catalogue.areas().forEach((area, title) -> {
            page.labelled(0, ID, Span.strong(area), Span.strong(title));
            catalogue.controls().stream()
                    .filter(control -> control.area().equals(area))
                    .forEach(control -> row(page, control.id().value(), control.title()));
        });
        page.heading(
                Span.strong("Objectives"),
                Span.quiet(" (" + catalogue.objectives().size() + ")"));
        catalogue.objectives().forEach(objective -> row(page, objective.id().value(), objective.title()));
        page.heading(
                Span.strong("Risk sources"),
                Span.quiet(" (" + catalogue.riskSources().size() + ")"));
        catalogue.riskSources().forEach(source -> row(page, source.id().value(), source.title()));
        page.heading(
                Span.strong("Clauses"), Span.quiet(" (" + catalogue.clauses().size() + ")"));
        catalogue.clauses().forEach(clause -> row(page, clause.id(), clause.title()));
        Vocabulary vocabulary = aims.vocabulary();
        List<VocabularyEntry> characteristics = LawCatalogue.withoutLaws(aims);
        page.heading(Span.strong("Characteristics"), Span.quiet(" (" + characteristics.size() + ")"));
        vocabulary.sections().forEach((section, title) -> {
            List<VocabularyEntry> own = characteristics.stream()
                    .filter(entry -> entry.section().equals(section))
                    .toList();
            if (own.isEmpty()) {
                return;
            }
            page.text(0, Span.strong(title));
            own.stream()
                    .forEach(entry -> page.labelled(
                            2,
                            28,
                            Span.name(entry.characteristic().id()),
                            Span.plain(entry.question()),
                            Span.quiet(" [" + Wording.words(entry.tier()) + "]")));
        });
        frameworks(page);
        aims.laws().forEach(law -> LawCatalogue.overview(page, law));
        page.heading(Span.strong("Rules"));
        for (RulePack pack : aims.packs()) {
            page.text(
                    2,
                    Span.plain(pack.id() + " " + pack.version() + ": "
                            + Wording.count(pack.rules().size(), "rule", "rules") + " in "
                            + Wording.count(pack.chapters().size(), "chapter", "chapters")
                            + ". Show one with aims catalog ID, for example "
                            + pack.rules().get(0).id() + "."));
        }
        for (ReplacedRule replaced : aims.replacedRules()) {
            page.hanging(
                    2, 4, Span.name(replaced.rule().id().value()), Span.plain(" is not run: " + because(replaced)));
        }
        return page;
    }

    private static String because(ReplacedRule replaced) {
        return "pack " + replaced.by().id() + " replaces it. " + replaced.why();
    }

    private static void frameworks(Page page) {
        Crosswalks crosswalks = CrosswalkFiles.standard();
        page.heading(
                Span.strong("Frameworks"),
                Span.quiet(" (" + crosswalks.frameworks().size() + ", compare two with aims crosswalk FROM TO)"));
        crosswalks
                .frameworks()
                .forEach(framework ->
                        page.labelled(2, 28, Span.name(framework.id().value()), Span.plain(framework.toString())));
    }

    private static void row(Page page, String id, String title) {
        page.labelled(2, ID, Span.name(id), Span.plain(title));
    }

    private Page entry(Aims aims, String wanted) {
        Map<String, Runnable> entries = new LinkedHashMap<>();
        Page page = colour.page(session);
        Catalogue catalogue = aims.catalogue();
        List<Rule> all = aims.rules();
        catalogue.controls().forEach(each -> entries.put(each.id().value(), () -> control(page, each, catalogue, all)));
        catalogue.areas().forEach((area, title) -> entries.put(area, () -> area(page, area, title, catalogue)));
        catalogue
                .objectives()
                .forEach(each -> entries.put(each.id().value(), () -> objective(page, each, catalogue, all)));
        catalogue
                .riskSources()
                .forEach(each -> entries.put(each.id().value(), () -> riskSource(page, each, catalogue, all)));
        catalogue.clauses().forEach(each -> entries.put(each.id(), () -> clause(page, each)));
        aims.vocabulary()
                .entries()
                .forEach(each -> entries.put(each.characteristic().id(), () -> {
                    characteristic(page, each, aims.vocabulary(), all);
                    aims.laws()
                            .forEach(law -> LawCatalogue.readers(
                                    page, law, each.characteristic().id()));
                }));
        for (RulePack pack : aims.packs()) {
            pack.rules().forEach(each -> entries.put(each.id().value(), () -> rule(page, each, pack, catalogue)));
        }
        for (ReplacedRule replaced : aims.replacedRules()) {
            entries.computeIfPresent(replaced.rule().id().value(), (id, show) -> () -> {
                show.run();
                field(page, "not run", because(replaced));
            });
        }
        aims.laws().forEach(law -> LawCatalogue.entries(page, law).forEach(entries::putIfAbsent));
        Optional<String> known = entries.containsKey(wanted)
                ? Optional.of(wanted)
                : entries.keySet().stream()
                        .filter(one -> one.equalsIgnoreCase(wanted))
                        .findFirst();
        if (known.isEmpty()) {
            throw new AimsException(
                    "AIMS-5011",
                    "There is no entry (" + Quoted.of(wanted) + ").",
                    Nearest.to(wanted, alike(wanted, entries.keySet()))
                            .or(() -> Nearest.to(wanted, entries.keySet()))
                            .map(near -> "Maybe you meant (" + near + ").")
                            .orElse("Run aims catalog to see what there is."));
        }
        java.util.Objects.requireNonNull(entries.get(known.get())).run();
        return page;
    }

    /** The ids that begin like the one that is wanted: A.9.33 is rather a control than clause 9.3.3. */
    private static List<String> alike(String wanted, Collection<String> ids) {
        return ids.stream()
                .filter(one -> !wanted.isEmpty() && one.regionMatches(true, 0, wanted, 0, 1))
                .toList();
    }

    private static void title(Page page, String id, String title, String kind) {
        page.text(0, Span.name(id), Span.strong(" " + title), Span.quiet(" (" + kind + ")"));
        page.blank();
    }

    private static void field(Page page, String label, String text) {
        if (!text.isBlank()) {
            page.labelled(2, LABEL, Span.quiet(label), Span.plain(text));
        }
    }

    private static void control(Page page, Control control, Catalogue catalogue, List<Rule> rules) {
        title(page, control.id().value(), control.title(), "control");
        page.text(2, Span.plain(control.purpose()));
        page.blank();
        field(page, "area", control.area() + " " + catalogue.areas().getOrDefault(control.area(), ""));
        field(
                page,
                "done",
                switch (control.scope()) {
                    case ORG -> "once for the organisation";
                    case ROLE -> "for everything the organisation does in a role";
                    case SYSTEM -> "for each system";
                });
        boolean everyRole = control.roles().size() == AiRole.values().length;
        field(
                page,
                "roles",
                everyRole
                        ? "every role"
                        : control.roles().stream().sorted().map(Enum::name).collect(Collectors.joining(", "))
                                + "; without one: " + Wording.words(control.withoutRole()));
        field(
                page,
                "kind",
                Wording.words(control.function()) + ", acts on "
                        + switch (control.effect()) {
                            case LIKELIHOOD -> "likelihood";
                            case SEVERITY -> "severity";
                            case BOTH -> "likelihood and severity";
                        });
        field(page, "stages", control.stages().isEmpty() ? "all" : String.join(", ", control.stages()));
        field(page, "think of", String.join("; ", control.guidance()));
        field(page, "evidence", String.join("; ", control.evidence()));
        field(
                page,
                "called for by",
                ids(rules.stream()
                        .filter(rule -> rule.requires().contains(control.id()))
                        .toList()));
        serves(page, control);
        sources(page, control.sources());
    }

    /** What else the control has to do with, one line for each framework. */
    private static void serves(Page page, Control control) {
        Crosswalks crosswalks = CrosswalkFiles.standard();
        List<Mapping> served = crosswalks.serves(control.id());
        String label = "also serves";
        for (Framework framework : crosswalks.frameworks()) {
            String ids = served.stream()
                    .filter(mapping -> mapping.to().framework().equals(framework.id()))
                    .map(mapping -> mapping.to().value())
                    .collect(Collectors.joining(", "));
            if (!ids.isEmpty()) {
                page.labelled(2, LABEL, Span.quiet(label), Span.quiet(framework + ": "), Span.plain(ids));
                label = "";
            }
        }
    }

    private static void area(Page page, String id, String title, Catalogue catalogue) {
        title(page, id, title, "area of controls");
        catalogue.controls().stream()
                .filter(control -> control.area().equals(id))
                .forEach(control -> row(page, control.id().value(), control.title()));
    }

    private static void objective(Page page, Objective objective, Catalogue catalogue, List<Rule> rules) {
        title(
                page,
                objective.id().value(),
                objective.title(),
                objective.supplementary() ? "objective of AIMS" : "objective");
        page.text(2, Span.plain(objective.definition()));
        page.blank();
        field(page, "signs", String.join("; ", objective.signs()));
        field(
                page,
                "risk sources",
                objective.threatenedBy().stream()
                        .map(source -> catalogue
                                .riskSource(source)
                                .map(known -> source + " " + known.title())
                                .orElse(source.value()))
                        .collect(Collectors.joining(", ")));
        field(
                page,
                "threatened by",
                ids(rules.stream()
                        .filter(rule -> rule.threatens().contains(objective.id()))
                        .toList()));
        field(page, "in the draft", objective.draftTitle());
        field(page, "note", objective.note());
        sources(page, objective.sources());
    }

    private static void riskSource(Page page, RiskSource source, Catalogue catalogue, List<Rule> rules) {
        title(page, source.id().value(), source.title(), "risk source");
        page.text(2, Span.plain(source.definition()));
        page.blank();
        field(page, "signs", String.join("; ", source.signs()));
        field(
                page,
                "objectives",
                source.threatens().stream()
                        .map(objective -> catalogue
                                .objective(objective)
                                .map(known -> objective + " " + known.title())
                                .orElse(objective.value()))
                        .collect(Collectors.joining(", ")));
        field(
                page,
                "raised by",
                ids(rules.stream()
                        .filter(rule -> rule.raises().contains(source.id()))
                        .toList()));
        field(page, "in the draft", source.draftTitle());
        field(page, "note", source.note());
        sources(page, source.sources());
    }

    private static void clause(Page page, Clause clause) {
        title(page, clause.id(), clause.title(), "clause");
        page.text(2, Span.plain(clause.summary()));
        page.blank();
        field(
                page,
                "evidence",
                switch (clause.evidence()) {
                    case FULL -> "an evaluation is the evidence";
                    case PARTIAL -> "an evaluation is a part of the evidence";
                    case NO -> "an evaluation says nothing about it";
                });
        field(page, "contributes", clause.contribution());
        sources(page, clause.sources());
    }

    private static void characteristic(Page page, VocabularyEntry entry, Vocabulary vocabulary, List<Rule> rules) {
        String id = entry.characteristic().id();
        title(page, id, "", Wording.words(entry.characteristic().type()) + " characteristic");
        page.text(2, Span.strong(entry.question()));
        page.text(2, Span.plain(entry.definition()));
        page.blank();
        QuestionText.answers(page, 4, entry);
        page.blank();
        field(page, "section", vocabulary.sections().getOrDefault(entry.section(), entry.section()));
        field(page, "tier", Wording.words(entry.tier()));
        field(page, "feeds", entry.feeds());
        field(
                page,
                "read by",
                ids(rules.stream()
                        .filter(rule -> rule.condition().tests().stream()
                                .anyMatch(test -> test instanceof io.aims.rule.Condition.SystemTest read
                                        && read.characteristic().id().equals(id)))
                        .toList()));
        sources(page, entry.sources());
    }

    private static void rule(Page page, Rule rule, RulePack pack, Catalogue catalogue) {
        title(page, rule.id().value(), rule.title(), "rule of pack " + pack.id() + " " + pack.version());
        page.text(2, Span.plain(rule.why()));
        page.blank();
        field(page, "when", rule.condition().toString());
        field(page, "verdict", rule.stop() ? "STOP: nothing lifts it" : "");
        field(
                page,
                "raises",
                rule.raises().stream()
                        .map(source -> source
                                + catalogue
                                        .riskSource(source)
                                        .map(known -> " " + known.title())
                                        .orElse(""))
                        .collect(Collectors.joining(", ")));
        field(
                page,
                "threatens",
                rule.threatens().stream()
                        .map(objective -> objective
                                + catalogue
                                        .objective(objective)
                                        .map(known -> " " + known.title())
                                        .orElse(""))
                        .collect(Collectors.joining(", ")));
        field(page, "likelihood", rule.likelihood().map(Wording::words).orElse(""));
        field(
                page,
                "severity",
                rule.severityFloor()
                        .map(floor -> "at least " + Wording.words(floor))
                        .orElse(""));
        field(
                page,
                "requires",
                rule.requires().stream()
                        .map(control -> control
                                + catalogue
                                        .control(control)
                                        .map(known -> " " + known.title())
                                        .orElse(""))
                        .collect(Collectors.joining(", ")));
        sources(page, rule.sources());
    }

    private static void sources(Page page, Collection<Source> sources) {
        field(page, "sources", sources.stream().map(Source::citation).collect(Collectors.joining("; ")));
    }

    private static String ids(List<Rule> rules) {
        return rules.stream().map(Rule::id).sorted().map(Object::toString).collect(Collectors.joining(", "));
    }
}
