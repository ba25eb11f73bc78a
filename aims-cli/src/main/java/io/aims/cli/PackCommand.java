package io.aims.cli;

import io.aims.Aims;
import io.aims.rule.Chapter;
import io.aims.rule.RulePack;
import io.aims.rules.RulePacks;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Works on packs of rules. */
@Command(name = "pack", description = "Works on a pack of rules.%n", commandListHeading = "%nCommands%n")
final class PackCommand implements Runnable {

    private final Session session;

    @Spec
    @Nullable
    CommandSpec spec;

    PackCommand(Session session) {
        this.session = session;
    }

    @Override
    public void run() {
        CommandLine command = java.util.Objects.requireNonNull(spec).commandLine();
        command.usage(command.getOut());
    }

    @Command(
            name = "verify",
            description =
                    "Reads a pack as if to use it beside the standard one: types, ids, duplicates, rules that can never"
                            + " fire, examples, cycles. Tells everything that is wrong at once.%n")
    int verify(@Parameters(paramLabel = "DIR", description = "The folder with pack.yaml.") Path folder) {
        RulePack pack = RulePacks.read(folder);
        RulePack standard = RulePacks.standard();
        Aims.Builder builder = Aims.builder().packs(pack);
        if (!pack.id().equals(standard.id())) {
            builder.packs(standard);
        }
        try (Aims aims = builder.build()) {
            int examples = pack.rules().stream()
                    .mapToInt(rule -> rule.examples().size())
                    .sum();
            session.out()
                    .println(pack.id() + " " + pack.version() + " holds: "
                            + Wording.count(pack.rules().size(), "rule", "rules") + " in "
                            + Wording.count(pack.chapters().size(), "chapter", "chapters") + ", "
                            + Wording.count(examples, "example", "examples") + ", with "
                            + (aims.packs().size() == 1 ? "no other pack" : "the standard pack beside it") + ".");
            for (Chapter chapter : pack.chapters()) {
                session.out()
                        .println("  " + chapter.title() + ": " + chapter.rules().size());
            }
        }
        return ExitStatus.DONE;
    }
}
