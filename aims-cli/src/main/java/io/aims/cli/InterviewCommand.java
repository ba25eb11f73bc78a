package io.aims.cli;

import io.aims.Aims;
import io.aims.error.AimsException;
import io.aims.evaluation.QuestionCosts;
import io.aims.interchange.SystemDocument;
import io.aims.interchange.SystemFormat;
import io.aims.interchange.SystemReader;
import io.aims.interchange.SystemWriter;
import io.aims.reasoning.interview.Interview;
import io.aims.reasoning.interview.InterviewGoal;
import io.aims.system.AiSystem;
import io.aims.text.Quoted;
import io.aims.treatment.ControlStates;
import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Asks one question after the other. */
@Command(
        name = "interview",
        sortOptions = false,
        description =
                "Asks about one system until nothing is left that could change a result, one question after the other, the"
                        + " one first that helps most. Answers come from the standard input, one a line; questions and messages go to"
                        + " stderr. An empty line means that nobody can know; the end of the input ends it.%n",
        footerHeading = "%nExamples%n",
        footer = {
            "  aims interview loan-scoring.yaml --out loan-scoring-2.yaml",
            "  aims interview --id new-system --goal levels --format json > new-system.json"
        })
final class InterviewCommand implements Callable<Integer> {

    private static final String NOTHING_NAMED = "AIMS-5030";
    private static final String NO_ANSWERS = "AIMS-5032";
    private static final String NOT_WRITTEN = "AIMS-5033";

    private final Session session;

    @Parameters(
            arity = "0..1",
            paramLabel = "FILE",
            description = "A description of the system as far as it is known. Without it, name the system with --id.")
    private @Nullable String file;

    @Option(names = "--id", paramLabel = "ID", description = "Begins with nothing known about a system of this id.")
    private @Nullable String id;

    @Mixin
    private OneSystem system = new OneSystem();

    @Option(
            names = "--goal",
            paramLabel = "GOAL",
            description = "What is to be settled: controls (the default), levels or everything.")
    private Goal goal = Goal.CONTROLS;

    @Option(
            names = "--costs",
            paramLabel = "FILE",
            description =
                    "What answers cost, as a YAML map from characteristics to numbers. What is not named costs 1.")
    private @Nullable Path costs;

    @Option(
            names = {"-o", "--out"},
            paramLabel = "FILE",
            description = "Writes the system with its answers into a new file.")
    private @Nullable String out;

    @Option(
            names = {"-f", "--format"},
            paramLabel = "FORMAT",
            description = "How the system is written: yaml or json. Without --out it goes to the standard output.")
    private @Nullable OutputFormat format;

    @Mixin
    private DayOption day = new DayOption();

    @Mixin
    private RuleOptions rules = new RuleOptions();

    @Mixin
    private ColourOption colour = new ColourOption();

    /** The goals as the command line names them. */
    enum Goal {
        CONTROLS(InterviewGoal.CONTROLS),
        LEVELS(InterviewGoal.LEVELS),
        EVERYTHING(InterviewGoal.EVERYTHING);

        private final InterviewGoal goal;

        Goal(InterviewGoal goal) {
            this.goal = goal;
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The formats as the command line names them. */
    enum OutputFormat {
        YAML(SystemFormat.YAML),
        JSON(SystemFormat.JSON);

        private final SystemFormat format;

        OutputFormat(SystemFormat format) {
            this.format = format;
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    InterviewCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Path target = target();
        try (Aims aims = rules.aims()) {
            SystemDocument before = document(aims);
            Path priced = costs;
            QuestionCosts known = priced == null ? QuestionCosts.equal() : CostsFile.read(priced, aims.vocabulary());
            Conversation conversation = new Conversation(session, colour, aims.vocabulary());
            Interview interview = conversation.lead(aims.interview(before.system(), goal.goal, known));
            Page summary = conversation.summary(interview, day.evaluate(aims, interview.system()));
            String text = new SystemWriter(writtenAs()).text(new SystemDocument(interview.system(), before.controls()));
            if (target != null) {
                write(target, text);
                session.out().print(summary.toString());
            } else if (format != null) {
                session.out().print(text);
                session.say(summary.toString().stripTrailing());
            } else {
                session.out().print(summary.toString());
            }
            session.out().flush();
            return ExitStatus.DONE;
        }
    }

    private SystemDocument document(Aims aims) {
        String named = file;
        String fresh = id;
        if (named == null && fresh == null) {
            throw new AimsException(
                    NOTHING_NAMED,
                    "No system is named.",
                    "Maybe name a file, or begin with nothing known: aims interview --id my-system.");
        }
        if (named == null) {
            return new SystemDocument(
                    AiSystem.named(java.util.Objects.requireNonNull(fresh)).build(), ControlStates.unknown());
        }
        if (fresh != null) {
            throw new AimsException(
                    NOTHING_NAMED,
                    "Both a file (" + Quoted.of(named) + ") and --id (" + Quoted.of(fresh) + ") are given.",
                    "Maybe you meant --system, which chooses a system of the file.");
        }
        if (named.equals("-")) {
            throw new AimsException(
                    NO_ANSWERS,
                    "The standard input (-) holds the answers, and cannot hold the system too.",
                    "Maybe write the system into a file.");
        }
        return system.read(new SystemReader(aims.vocabulary(), aims.catalogue()), session, named);
    }

    private SystemFormat writtenAs() {
        OutputFormat wanted = format;
        if (wanted != null) {
            return wanted.format;
        }
        return out != null && out.toLowerCase(Locale.ROOT).endsWith(".json") ? SystemFormat.JSON : SystemFormat.YAML;
    }

    /** What is wrong with the file to be written is told before anybody has answered anything. */
    private @Nullable Path target() {
        String named = out;
        if (named == null) {
            return null;
        }
        try {
            Path target = Path.of(named);
            if (Files.exists(target)) {
                throw exists(named);
            }
            Path folder = target.toAbsolutePath().getParent();
            if (folder == null || !Files.isDirectory(folder)) {
                throw notWritten(named, "its folder is not there");
            }
            return target;
        } catch (InvalidPathException e) {
            throw notWritten(named, "no file can have that name");
        }
    }

    /** Writes a file as a whole, or not at all. */
    private static void write(Path target, String text) {
        try {
            Path part = Files.createTempFile(target.toAbsolutePath().getParent(), ".aims-interview", null);
            try {
                Files.writeString(part, text);
                Files.createLink(target, part);
            } catch (UnsupportedOperationException e) {
                move(part, target);
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (FileAlreadyExistsException e) {
            throw exists(target.toString());
        } catch (IOException e) {
            throw notWritten(target.toString(), "the disk refuses it");
        }
    }

    private static void move(Path part, Path target) throws IOException {
        try {
            Files.move(part, target, java.nio.file.StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(part, target);
        }
    }

    private static AimsException exists(String named) {
        return new AimsException(
                NOT_WRITTEN,
                "The file (" + Quoted.of(named) + ") is there already, and nothing is written over.",
                "Maybe name a new file.");
    }

    private static AimsException notWritten(String named, String why) {
        return new AimsException(
                NOT_WRITTEN,
                "The file (" + Quoted.of(named) + ") cannot be written: " + why + ".",
                "Maybe name another file.");
    }
}
