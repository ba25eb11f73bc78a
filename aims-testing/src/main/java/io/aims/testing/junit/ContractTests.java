package io.aims.testing.junit;

import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.aims.error.AimsException;
import io.aims.error.Diagnostic;
import io.aims.error.Fault;
import io.aims.error.Place;
import io.aims.packs.CaseResult;
import io.aims.packs.PackTests;
import io.aims.packs.PackUnderTest;
import io.aims.packs.coverage.PackCoverage;
import io.aims.packs.mutation.PackMutation;
import io.aims.rules.PackReport;
import io.aims.text.Quoted;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicNode;

/** Makes the tests of a pack. */
final class ContractTests {

    private final RulePackContract contract;

    ContractTests(RulePackContract contract) {
        this.contract = contract;
    }

    Stream<DynamicNode> verification() {
        PackReport report = contract.loader().verify(contract.pack());
        if (report.diagnostics().isEmpty()) {
            long rules = report.packs().stream()
                    .mapToLong(pack -> pack.rules().size())
                    .sum();
            return Stream.of(passing("verified " + Quoted.of(contract.pack().name()) + ": " + rules + " rules"));
        }
        return report.diagnostics().stream().map(this::failing);
    }

    Stream<DynamicNode> cases() {
        return read(tested -> {
            Map<String, List<DynamicNode>> suites = new LinkedHashMap<>();
            for (CaseResult result : PackTests.run(tested)) {
                suites.computeIfAbsent(result.suite(), key -> new ArrayList<>()).add(test(result));
            }
            return suites.entrySet().stream().map(suite -> dynamicContainer(suite.getKey(), suite.getValue()));
        });
    }

    Stream<DynamicNode> coverage() {
        return read(tested -> {
            PackCoverage coverage = PackCoverage.of(tested);
            boolean isEnough = Stream.of(coverage.rules(), coverage.branches(), coverage.thresholds())
                    .allMatch(tally -> tally.share() >= contract.leastCoverage());
            Stream<DynamicNode> holes = contract.leastCoverage() < 1
                    ? Stream.empty()
                    : coverage.diagnostics().stream().map(this::failing);
            return Stream.concat(
                    Stream.of(
                            gate("coverage: " + coverage, isEnough, contract.leastCoverage(), coverage.diagnostics())),
                    holes);
        });
    }

    Stream<DynamicNode> mutation() {
        return read(tested -> {
            PackMutation mutation = PackMutation.of(tested);
            Stream<DynamicNode> survivors = mutation.diagnostics().stream()
                    .filter(each -> each.isError() || !contract.mayLeaveSurvivorsUnexplained())
                    .map(this::failing);
            boolean isEnough = mutation.score() >= contract.leastMutationScore();
            return Stream.concat(
                    Stream.of(gate(
                            "mutation: " + mutation, isEnough, contract.leastMutationScore(), mutation.diagnostics())),
                    survivors);
        });
    }

    /** A pack that cannot be read fails once, in the verification, and tests nothing more. */
    private Stream<DynamicNode> read(Function<PackUnderTest, Stream<? extends DynamicNode>> tests) {
        PackUnderTest tested;
        try {
            tested = PackUnderTest.of(contract.loader(), contract.pack());
        } catch (AimsException e) {
            if (!contract.loader().verify(contract.pack()).isLoadable()) {
                return Stream.of(dynamicTest(
                        "not run: the pack cannot be read",
                        () -> Assumptions.abort("The verification tells why the pack cannot be read.")));
            }
            return e.faults().stream().map(Diagnostic::error).map(this::failing);
        }
        return tests.apply(tested).map(Function.identity());
    }

    private DynamicNode test(CaseResult result) {
        return dynamicTest(result.name(), uri(result.place()), () -> {
            switch (result.status()) {
                case PASSED -> {}
                case SKIPPED -> Assumptions.abort(result.message());
                case FAILED -> Assertions.fail(at(result.place()) + result.message() + "\n\n" + result.details());
            }
        });
    }

    private static DynamicNode gate(String name, boolean isEnough, double least, List<Diagnostic> missing) {
        return dynamicTest(name, () -> {
            if (!isEnough) {
                StringBuilder text = new StringBuilder("Expected at least " + least + ". Missing:");
                missing.forEach(each -> text.append('\n').append(text(each.fault())));
                Assertions.fail(text.toString());
            }
        });
    }

    private static DynamicNode passing(String name) {
        return dynamicTest(name, () -> {});
    }

    private DynamicNode failing(Diagnostic diagnostic) {
        Fault fault = diagnostic.fault();
        return dynamicTest(
                fault.code() + ": " + fault.message(),
                uri(fault.place().orElse(null)),
                () -> Assertions.fail(text(fault)));
    }

    private static String text(Fault fault) {
        return at(fault.place().orElse(null)) + fault;
    }

    private static String at(@Nullable Place place) {
        return place == null ? "" : place + ": ";
    }

    /** Leads to file and line, if the pack has files that a program could open. */
    private @Nullable URI uri(@Nullable Place place) {
        return Optional.ofNullable(place)
                .flatMap(known -> contract.pack()
                        .address(known)
                        .map(file -> URI.create(file + "?line=" + known.line() + "&column=" + known.column())))
                .orElse(null);
    }
}
