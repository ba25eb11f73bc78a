package io.aims.cli;

import io.aims.packs.PackUnderTest;
import io.aims.rules.drl.DrlExport;
import io.aims.text.Quoted;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes packs as DRL. */
@Command(
        name = "drl",
        sortOptions = false,
        description = {
            "Writes packs and those beside them as DRL, which Drools alone compiles and runs: one file for the facts,"
                    + " and one for each chapter.",
            "",
            "Files that AIMS has written before are replaced, other files never.%n"
        },
        footerHeading = "%nHow it ends%n",
        footer = {"  0  every file is written", "  2  wrong usage, a pack cannot be read, or a file is in the way"})
final class PackDrlCommand implements Callable<Integer> {

    /** What stands in the head of every file that the export writes. */
    private static final String MARK = "Generated from ";

    private final Session session;

    @Mixin
    private PackInput input = new PackInput();

    @Option(
            names = {"-o", "--out"},
            paramLabel = "DIR",
            required = true,
            description = "The folder for the files. It is created if it is not there.")
    private Path out = Path.of("");

    PackDrlCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        List<PackUnderTest> packs = input.underTest();
        // The last pack stands beside all those before it.
        SortedMap<String, String> files =
                DrlExport.of(packs.get(packs.size() - 1).base());
        OwnFiles.in(out, MARK).writeAll(files);
        session.say("aims: " + Wording.count(files.size(), "file", "files") + " in " + Quoted.end(out.toString()));
        return ExitStatus.DONE;
    }
}
