package io.aims.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The command without a word behind it: shows what there is. */
@Command(
        name = "aims",
        synopsisHeading = "",
        customSynopsis = "aims COMMAND [what it is about]%n",
        description =
                "Which safeguards an AI system needs under ISO/IEC 42001, why, and what is still to be found out.%n",
        commandListHeading = "%nCommands%n",
        footerHeading = "%nExamples%n",
        footer = {
            "  aims evaluate examples/systems/loan-scoring.yaml",
            "  aims questions examples/systems/loan-scoring.yaml",
            "  aims evaluate systems.jsonl --format jsonl --fail-on VERY_HIGH > results.jsonl",
            "",
            "aims COMMAND --help says more. Ends with 0: done; 1: beyond --fail-on; 2: wrong usage or input."
        })
final class AimsCommand implements Runnable {

    @Spec
    @org.jspecify.annotations.Nullable
    CommandSpec spec;

    @Override
    public void run() {
        CommandSpec known = java.util.Objects.requireNonNull(spec);
        CommandLine command = known.commandLine();
        command.usage(command.getOut());
    }
}
