package io.aims.cli;

import io.aims.packs.skeleton.PackSkeleton;
import io.aims.text.Quoted;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes a new pack. */
@Command(
        name = "new",
        sortOptions = false,
        description = {
            "Makes a pack that works, to be changed: a rule with examples, a characteristic, a control, tests, and"
                    + " what to do next. Nothing that is there is overwritten.%n"
        },
        footerHeading = "%nHow it ends%n",
        footer = {"  0  made", "  2  wrong usage, or a file is in the way: none was written"})
final class PackNewCommand implements Callable<Integer> {

    private final Session session;

    @Parameters(index = "0", paramLabel = "DIR", description = "The folder. It is created if it is not there.")
    private Path folder = Path.of("");

    @Option(
            names = "--id",
            paramLabel = "ID",
            description = "The id of the pack: lower-case words joined by hyphens. Without it, the name of the folder.")
    private @Nullable String id;

    @Option(names = "--java", description = "Adds a Maven project whose build tests the pack with JUnit.")
    private boolean java;

    PackNewCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Path name = folder.toAbsolutePath().normalize().getFileName();
        String given = id;
        String packId = given == null ? String.valueOf(name) : given;
        PackSkeleton skeleton =
                java ? PackSkeleton.withJava(packId, VersionCommand.version()) : PackSkeleton.of(packId);
        skeleton.writeTo(folder);
        skeleton.files().keySet().forEach(file -> session.out().println(Quoted.whole(file)));
        session.say("aims: pack " + packId + " in " + Quoted.end(folder.toString()) + ". Next: aims pack verify "
                + Quoted.end(folder.toString()));
        return ExitStatus.DONE;
    }
}
