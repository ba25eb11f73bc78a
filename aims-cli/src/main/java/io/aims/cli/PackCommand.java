package io.aims.cli;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Works on packs of rules. */
@Command(
        name = "pack",
        synopsisHeading = "",
        customSynopsis = "Usage: aims pack COMMAND DIR...%n",
        description = "Makes, checks, tests, documents and compares packs of rules.%n",
        commandListHeading = "%nCommands%n",
        footerHeading = "%nExamples%n",
        footer = {
            "  aims pack new acme-rules --id acme",
            "  aims pack verify acme-rules",
            "  aims pack verify acme-rules --format sarif --out acme.sarif",
            "  aims pack diff released/acme-rules acme-rules --fail-on-weaker"
        })
final class PackCommand implements Runnable {

    @Spec
    @Nullable
    CommandSpec spec;

    /** Returns the command with all that it can do. */
    static CommandLine of(Session session) {
        return new CommandLine(new PackCommand())
                .addSubcommand(new PackNewCommand(session))
                .addSubcommand(new PackVerifyCommand(session))
                .addSubcommand(new PackTestCommand(session))
                .addSubcommand(new PackCoverageCommand(session))
                .addSubcommand(new PackMutateCommand(session))
                .addSubcommand(new PackDocsCommand(session))
                .addSubcommand(new PackDiffCommand(session))
                .addSubcommand(new PackDrlCommand(session));
    }

    @Override
    public void run() {
        CommandLine command = Objects.requireNonNull(spec).commandLine();
        command.usage(command.getOut());
    }
}
