package io.aims.cli;

import io.aims.packs.PackUnderTest;
import io.aims.packs.documentation.PackDocumentation;
import io.aims.text.Quoted;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Documents packs. */
@Command(
        name = "docs",
        sortOptions = false,
        description = {
            "Writes a page of Markdown about each rule, with its examples run as proof, an index by chapter, and one"
                    + " by control, objective and risk source.",
            "",
            "Pages that AIMS has written before are replaced, other files never.%n"
        },
        footerHeading = "%nHow it ends%n",
        footer = {"  0  every page is written", "  2  wrong usage, a pack cannot be read, or a file is in the way"})
final class PackDocsCommand implements Callable<Integer> {

    private final Session session;

    @Mixin
    private PackInput input = new PackInput();

    @Option(
            names = {"-o", "--out"},
            paramLabel = "DIR",
            required = true,
            description =
                    "The folder for the pages; with several packs, a folder in it for each. It is created if it is not"
                            + " there.")
    private Path out = Path.of("");

    PackDocsCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        List<PackUnderTest> packs = input.underTest();
        SortedMap<String, String> pages = new TreeMap<>();
        for (PackUnderTest pack : packs) {
            String folder = packs.size() == 1 ? "" : pack.pack().id() + "/";
            PackDocumentation.of(pack.pack(), pack.base()).forEach((name, page) -> pages.put(folder + name, page));
        }
        OwnFiles files = OwnFiles.in(out, PackDocumentation.MARK);
        files.writeAll(pages);
        files.leftOver(pages.keySet())
                .forEach(name -> session.say("aims: no rule has the page " + Quoted.end(name) + " any more."));
        session.say("aims: " + Wording.count(pages.size(), "page", "pages") + " in " + Quoted.end(out.toString()));
        return ExitStatus.DONE;
    }
}
