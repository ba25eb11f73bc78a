package io.aims.cli;

import io.aims.error.Diagnostic;
import io.aims.error.Place;
import io.aims.packs.PackUnderTest;
import io.aims.packs.SurvivorReason;
import io.aims.packs.mutation.MutationKind;
import io.aims.packs.mutation.PackMutation;
import io.aims.packs.mutation.Survivor;
import io.aims.packs.output.MutationWriter;
import io.aims.rule.Rule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;

/** Changes the rules of packs a little and tells what nobody notices. */
@Command(
        name = "mutate",
        sortOptions = false,
        description = "Changes one small thing in a rule at a time (a threshold moved, a part of a condition dropped, a"
                + " conclusion dropped) and tells which changes no example and no test notices, with one that"
                + " would.%n",
        footerHeading = "%nHow it ends%n",
        footer = {
            "  0  measured",
            "  1  with --fail-under: fewer mutants are noticed; or a file of tests explains",
            "     a mutant that does not survive",
            "  2  wrong usage, or a pack cannot be read"
        })
final class PackMutateCommand extends PackMeasurement<PackMutation> {

    private static final int LABEL = 22;

    PackMutateCommand(Session session) {
        super(session, "mutate");
    }

    @Override
    PackMutation measure(PackUnderTest pack) {
        return PackMutation.of(pack);
    }

    @Override
    List<Diagnostic> diagnostics(PackMutation mutation) {
        return mutation.diagnostics();
    }

    @Override
    String json(String pack, PackMutation mutation) {
        return new MutationWriter().text(pack, mutation);
    }

    @Override
    boolean isBeyond(PackMutation mutation, ShareOption wanted) {
        return wanted.isUnder(mutation.score())
                || mutation.diagnostics().stream().anyMatch(Diagnostic::isError);
    }

    @Override
    void write(Page page, String pack, PackMutation mutation) {
        DiagnosticPage.page(
                page,
                mutation.diagnostics().stream().filter(Diagnostic::isError).toList());
        unexplained(page, mutation.unexplained());
        page.heading(Span.strong(pack), Span.plain(": " + mutation + "."));
        for (MutationKind kind : MutationKind.values()) {
            if (mutation.count(kind) > 0) {
                page.labelled(
                        2,
                        LABEL,
                        Span.quiet(Wording.words(kind)),
                        new Span(
                                mutation.killed(kind) + " of " + mutation.count(kind),
                                mutation.killed(kind) == mutation.count(kind) ? Style.CALM : Style.ELEVATED));
            }
        }
        explained(page, mutation.survivors());
    }

    /** The survivors of one rule stand together, with everything that would notice one of them. */
    private static void unexplained(Page page, List<Survivor> survivors) {
        Map<Rule, List<Survivor>> byRule = new LinkedHashMap<>();
        survivors.forEach(survivor -> byRule.computeIfAbsent(survivor.mutant().rule(), rule -> new ArrayList<>())
                .add(survivor));
        byRule.forEach((rule, ofRule) -> {
            Place place = rule.place();
            page.blank()
                    .text(
                            0,
                            Span.name(place == null ? "(no place)" : place.toString()),
                            Span.plain(" "),
                            new Span("unnoticed", Style.ELEVATED),
                            Span.plain(" " + rule));
            ofRule.forEach(
                    survivor -> page.hanging(2, 4, Span.plain(survivor.mutant().change())));
            ofRule.stream()
                    .flatMap(survivor -> survivor.proposal().stream())
                    .distinct()
                    .forEach(proposal -> page.hanging(2, 4, Span.quiet("Maybe add " + proposal)));
        });
    }

    private static void explained(Page page, List<Survivor> survivors) {
        if (survivors.stream().anyMatch(Survivor::isExplained)) {
            page.heading(Span.strong("Survivors that are explained"));
        }
        for (Survivor survivor : survivors) {
            SurvivorReason reason = survivor.reason();
            if (reason != null) {
                page.hanging(2, 4, Span.plain(survivor.mutant() + ": "), Span.quiet(reason.why()));
            }
        }
    }
}
