package io.aims.cli;

import io.aims.Aims;
import io.aims.bulk.Workers;
import io.aims.catalog.Criteria;
import io.aims.error.AimsException;
import io.aims.error.Fault;
import io.aims.interchange.EvaluationReader;
import io.aims.interchange.StoredEntry;
import io.aims.interchange.SystemEntry;
import io.aims.interchange.SystemReader;
import io.aims.reasoning.verification.Verification;
import io.aims.text.Quoted;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Verifies stored results. */
@Command(
        name = "verify",
        sortOptions = false,
        description = "Tells whether a stored result is still what the rules it names find in a system, and if not,"
                + " every place where it differs.%n",
        footerHeading = "%nHow it ends%n",
        footer = {
            "  0  every result holds",
            "  1  a result does not hold, or has no description; or RESULT holds several",
            "     and a system that is described has none",
            "  2  wrong usage, or a result or description could not be read",
            "",
            "No engine is used: the rules are evaluated again one by one, on the very versions that the result names. Two"
                    + " things are not checked, for they were said beside the system: where its description stands, and"
                    + " the states of controls."
        })
final class VerifyCommand implements Callable<Integer> {

    private final Session session;

    @Parameters(
            index = "0",
            paramLabel = "RESULT",
            description = "What aims evaluate --format json or jsonl wrote, of any number of systems.")
    private String result = "";

    @Parameters(
            index = "1",
            paramLabel = "FILE",
            description =
                    "The descriptions of the systems: YAML, JSON, JSON Lines, a folder of them, or - for the standard"
                            + " input. Which result belongs to which system, their ids tell.")
    private String file = "";

    @Mixin
    private SystemInput input = new SystemInput();

    @Option(
            names = {"-f", "--format"},
            paramLabel = "FORMAT",
            defaultValue = "TEXT",
            description = "text or json.")
    private Format format = Format.TEXT;

    @Mixin
    private RuleOptions rules = new RuleOptions();

    @Option(
            names = "--former-pack",
            paramLabel = "DIR",
            description =
                    "Keeps a former version of a pack at hand, for results that were made with it. Repeat it for more.")
    private List<Path> formerPacks = new ArrayList<>();

    @Option(
            names = "--former-criteria",
            paramLabel = "FILE",
            description =
                    "Keeps former risk criteria at hand, for results that were made with them. Repeat it for more.")
    private List<Path> formerCriteria = new ArrayList<>();

    @Mixin
    private ColourOption colour = new ColourOption();

    VerifyCommand(Session session) {
        this.session = session;
    }

    /** How verifications are written. */
    enum Format {
        TEXT,
        JSON;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Override
    public Integer call() {
        try (Aims aims = aims()) {
            VerificationReport report = format == Format.JSON
                    ? new VerificationReport.AsJson(session)
                    : new VerificationReport.AsText(session, () -> colour.page(session));
            SystemReader reader = new SystemReader(aims.vocabularyOfResults(), aims.catalogue());
            try (Stream<StoredEntry> results = results();
                    Stream<SystemEntry> systems = input.entries(reader, session, file)) {
                Pairing pairing = new Pairing(results, systems);
                try (Stream<Verified> run =
                        Workers.standard().inOrder(pairing.stream(), read -> verified(aims, read))) {
                    run.forEach(verified -> {
                        verified.refused().forEach(report::refuse);
                        verified.verification().ifPresent(report::add);
                    });
                }
                ResultPairs pairs = pairing.pairs;
                pairs.lonelyResults().forEach(report::undescribed);
                if (pairs.results() > 1) {
                    pairs.lonelySystems().forEach(report::unevaluated);
                }
                if (pairs.results() == 0 && report.refused() == 0) {
                    report.refuse(List.of(Fault.of(
                            "AIMS-5027",
                            "The file (" + Quoted.of(result) + ") holds no result.",
                            "Give what aims evaluate --format json or jsonl wrote.")));
                }
            }
            report.end();
            session.out().flush();
            return report.status();
        }
    }

    private static Verified verified(Aims aims, PairRead read) {
        return new Verified(
                read.refused(),
                Optional.ofNullable(read.pair()).map(pair -> aims.verify(pair.result(), pair.system())));
    }

    /** What could not be read, and the pair that was read then; no pair behind the last one. */
    private record PairRead(List<List<Fault>> refused, ResultPairs.@Nullable Pair pair) {}

    private record Verified(List<List<Fault>> refused, Optional<Verification> verification) {}

    /** Reads pairs, and keeps what could not be read in its place among them. */
    private static final class Pairing {

        private final List<List<Fault>> refused = new ArrayList<>();
        private final ResultPairs pairs;

        Pairing(Stream<StoredEntry> results, Stream<SystemEntry> systems) {
            this.pairs = new ResultPairs(results.iterator(), systems.iterator(), refused::add);
        }

        Stream<PairRead> stream() {
            return Stream.iterate(
                    next(), read -> read.pair() != null || !read.refused().isEmpty(), read -> next());
        }

        private PairRead next() {
            ResultPairs.Pair pair = pairs.next();
            PairRead read = new PairRead(List.copyOf(refused), pair);
            refused.clear();
            return read;
        }
    }

    private Aims aims() {
        Aims.Builder builder = rules.builder();
        formerPacks.forEach(pack -> builder.formerPacks(rules.former(pack)));
        formerCriteria.forEach(criteria -> builder.formerCriteria(Criteria.read(criteria)));
        return builder.build();
    }

    private Stream<StoredEntry> results() {
        try {
            return new EvaluationReader().stream(Path.of(result));
        } catch (InvalidPathException e) {
            throw new AimsException(
                    "AIMS-1025",
                    "The file (" + Quoted.of(result) + ") cannot be read.",
                    "Maybe its name holds a character that no file name can have.");
        }
    }
}
