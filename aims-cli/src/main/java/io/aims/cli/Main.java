package io.aims.cli;

import io.aims.error.AimsException;
import io.aims.error.Fault;
import io.aims.risk.RiskLevel;
import io.aims.text.Quoted;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.OptionSpec;

/**
 * The command {@code aims}.
 *
 * <p>Ends with 0 if all went well, 1 if a system is beyond what {@code --fail-on} allows, 2 if the command or its input is
 * wrong (what was right is still done), 70 if AIMS itself failed, 141 if nobody reads the output any more.
 *
 * @since 0.1
 */
public final class Main {

    private static final String FAILED = "AIMS-5013";

    private Main() {}

    /**
     * Runs the command and ends the process.
     *
     * @param args the words behind {@code aims}
     */
    public static void main(String[] args) {
        int status = run(
                args,
                new FileInputStream(FileDescriptor.in),
                new FileOutputStream(FileDescriptor.out),
                new FileOutputStream(FileDescriptor.err),
                Terminal.ofProcess());
        System.exit(status);
    }

    /** Runs the command and returns with what it ends. */
    static int run(String[] args, InputStream in, OutputStream out, OutputStream err, Terminal terminal) {
        Session session = new Session(in, new Output(out), new Output(err), terminal);
        try {
            int status = execute(session, args);
            session.out().flush();
            return status;
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            return status(session, e);
        }
    }

    /** Tells what went wrong, never with a stack, and returns with what the run ends. */
    private static int status(Session session, Throwable e) {
        if (e instanceof ClosedOutput closed && closed.isQuiet()) {
            return ExitStatus.CLOSED_PIPE;
        }
        if (e instanceof AimsException wrong) {
            wrong.faults().forEach(fault -> session.say(fault.toString()));
            return ExitStatus.WRONG_INPUT;
        }
        if (e instanceof ClosedOutput) {
            session.say("AIMS-5012: The output cannot be written: " + Quoted.of(String.valueOf(e.getMessage())) + "."
                    + "\nMaybe its disk is full.");
            return ExitStatus.WRONG_INPUT;
        }
        if (e instanceof UncheckedIOException) {
            Throwable cause = java.util.Objects.requireNonNullElse(e.getCause(), e);
            session.say("AIMS-5016: The input cannot be read: " + Quoted.of(String.valueOf(cause.getMessage())) + "."
                    + "\nMaybe it is a folder, or its disk is gone.");
            return ExitStatus.WRONG_INPUT;
        }
        if (e instanceof OutOfMemoryError) {
            session.say(FAILED + ": The memory of the process is used up."
                    + "\nMaybe set AIMS_JAVA_OPTS=-Xmx1g, or split the input.");
            return ExitStatus.FAILED;
        }
        session.say(failure(e));
        return ExitStatus.FAILED;
    }

    private static int execute(Session session, String[] args) {
        CommandLine command = new CommandLine(new AimsCommand())
                .addSubcommand(new EvaluateCommand(session))
                .addSubcommand(new QuestionsCommand(session))
                .addSubcommand(new InterviewCommand(session))
                .addSubcommand(new ExplainCommand(session))
                .addSubcommand(new WhyNotCommand(session))
                .addSubcommand(new DiffCommand(session))
                .addSubcommand(new WhatIfCommand(session))
                .addSubcommand(new VerifyCommand(session))
                .addSubcommand(new SmallestChangesCommand(session))
                .addSubcommand(new GapsCommand(session))
                .addSubcommand(new PlanCommand(session))
                .addSubcommand(new PortfolioCommand(session))
                .addSubcommand(new SoaCommand(session))
                .addSubcommand(new ReportCommand(session))
                .addSubcommand(new ClassifyCommand(session))
                .addSubcommand(new ImpactCommand(session))
                .addSubcommand(new ClausesCommand(session))
                .addSubcommand(new CatalogCommand(session))
                .addSubcommand(new CrosswalkCommand(session))
                .addSubcommand(new ImportCommand(session))
                .addSubcommand(PackCommand.of(session))
                .addSubcommand(new VersionCommand(session))
                .setUsageHelpWidth(Math.max(60, session.terminal().columns()))
                .setColorScheme(
                        CommandLine.Help.defaultColorScheme(session.terminal().wantsColour() ? Ansi.ON : Ansi.OFF))
                .registerConverter(EvaluateCommand.Format.class, Words.of(EvaluateCommand.Format.class))
                .registerConverter(ExplainCommand.Format.class, Words.of(ExplainCommand.Format.class))
                .registerConverter(ReportFormat.class, Words.of(ReportFormat.class))
                .registerConverter(TreatmentFormat.class, Words.of(TreatmentFormat.class))
                .registerConverter(SystemInput.InputFormat.class, Words.of(SystemInput.InputFormat.class))
                .registerConverter(SoaCommand.Format.class, Words.of(SoaCommand.Format.class))
                .registerConverter(CrosswalkCommand.Format.class, Words.of(CrosswalkCommand.Format.class))
                .registerConverter(VerifyCommand.Format.class, Words.of(VerifyCommand.Format.class))
                .registerConverter(PackFormat.class, Words.of(PackFormat.class))
                .registerConverter(PortfolioCommand.Format.class, Words.of(PortfolioCommand.Format.class))
                .registerConverter(QuestionsCommand.Format.class, Words.of(QuestionsCommand.Format.class))
                .registerConverter(InterviewCommand.Goal.class, Words.of(InterviewCommand.Goal.class))
                .registerConverter(InterviewCommand.OutputFormat.class, Words.of(InterviewCommand.OutputFormat.class))
                .registerConverter(ColourOption.When.class, Words.of(ColourOption.When.class))
                .registerConverter(RiskLevel.class, Words.of(RiskLevel.class))
                .registerConverter(LocalDate.class, Words::day);
        offerHelp(command);
        StringWriter help = new StringWriter();
        command.setOut(new PrintWriter(help));
        command.setErr(new PrintWriter(help));
        command.setParameterExceptionHandler((e, words) -> {
            session.say(wrongUsage(e));
            return ExitStatus.WRONG_INPUT;
        });
        command.setExecutionExceptionHandler((e, failed, result) -> status(session, e));
        int status = command.execute(args);
        session.out().print(help.toString());
        return status;
    }

    private static void offerHelp(CommandLine command) {
        command.getCommandSpec()
                .addOption(OptionSpec.builder("-h", "--help")
                        .usageHelp(true)
                        .description("Shows this.")
                        .build());
        command.getSubcommands().values().forEach(Main::offerHelp);
    }

    private static String wrongUsage(CommandLine.ParameterException e) {
        String command = e.getCommandLine().getCommandSpec().qualifiedName();
        String message = String.valueOf(e.getMessage());
        String advice = "Run " + command + " --help to see what is possible.";
        if (e instanceof CommandLine.UnmatchedArgumentException unmatched) {
            String word = unmatched.getUnmatched().isEmpty()
                    ? ""
                    : unmatched.getUnmatched().get(0);
            List<String> near = unmatched.getSuggestions();
            message = (unmatched.isUnknownOption() ? "There is no option (" : "There is no use for (") + Quoted.of(word)
                    + ") in " + command;
            if (!near.isEmpty()) {
                advice = "Maybe you meant (" + near.get(0) + ").";
            }
        }
        if (e.getCause() instanceof CommandLine.TypeConversionException wrong) {
            String option = e.getArgSpec() instanceof OptionSpec named ? named.longestName() : "parameter";
            message = "The value of " + option + " " + wrong.getMessage();
        }
        String oneLine = message.lines().map(String::strip).collect(Collectors.joining(" "));
        return new Fault("AIMS-5010", Quoted.whole(oneLine) + (oneLine.endsWith(".") ? "" : "."), advice, null)
                .toString();
    }

    /** Returns one line that helps whoever mends AIMS, and no line of a stack. */
    private static String failure(Throwable e) {
        StackTraceElement[] stack = e.getStackTrace();
        String where = stack.length == 0 ? "" : " at " + stack[0].getClassName() + ":" + stack[0].getLineNumber();
        return FAILED + ": AIMS itself failed: " + e.getClass().getSimpleName() + " ("
                + Quoted.of(String.valueOf(e.getMessage())) + ")" + where + "."
                + "\nPlease report this line.";
    }
}
