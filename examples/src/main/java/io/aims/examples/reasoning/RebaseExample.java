package io.aims.examples.reasoning;

import static io.aims.system.automation.AutomationLevel.FULL_AUTOMATION;
import static io.aims.system.vocabulary.Characteristics.AUTOMATION_LEVEL;

import io.aims.Aims;
import io.aims.evaluation.Evaluation;
import io.aims.reasoning.change.PackDiff;
import io.aims.reasoning.change.Rebase;
import io.aims.rule.Chapter;
import io.aims.rule.RulePack;
import io.aims.rules.RulePacks;
import io.aims.system.AiSystem;
import java.time.LocalDate;
import java.util.List;

/** What another version of a pack changes for a system. Its code stands in the guide. */
public final class RebaseExample {

    private RebaseExample() {}

    /**
     * Puts an evaluation on another version of the standard pack.
     *
     * @param args not used
     */
    public static void main(String[] args) {
        RulePack present = RulePacks.standard();
        RulePack next = without("ADM-03", present);
        try (Aims aims = Aims.builder().packs(present).build()) {
            AiSystem system = AiSystem.named("loan-scoring")
                    .answer(AUTOMATION_LEVEL, FULL_AUTOMATION)
                    .build();
            // guide
            Evaluation evaluation = aims.evaluate(system, LocalDate.of(2027, 1, 1));
            Rebase rebase = aims.rebase(evaluation, next); // all packs to be used from now on

            rebase.diff().findings().forEach(change -> System.out.println(change.kind() + " " + change.rule()));
            rebase.askAgain().forEach(again -> System.out.println(again.question()));
            for (PackDiff pack : rebase.packs()) {
                System.out.print(pack.text());
            }
            // guide
        }
    }

    /** The next version of a pack, from which one rule was taken; in real life it is read from a folder. */
    private static RulePack without(String rule, RulePack pack) {
        List<Chapter> chapters = pack.chapters().stream()
                .map(chapter -> new Chapter(
                        chapter.title(),
                        chapter.about(),
                        chapter.rules().stream()
                                .filter(each -> !each.id().value().equals(rule))
                                .toList()))
                .toList();
        return new RulePack(
                pack.id(),
                "next",
                pack.title(),
                pack.licence(),
                pack.about(),
                pack.catalogue(),
                LocalDate.of(2027, 1, 1),
                null,
                pack.characteristics(),
                chapters);
    }
}
