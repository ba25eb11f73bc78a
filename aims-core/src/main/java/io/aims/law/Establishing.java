package io.aims.law;

import io.aims.evaluation.UsedFact;
import io.aims.rule.Condition;
import io.aims.rule.Truth;
import io.aims.system.AiSystem;
import io.aims.system.Answer;
import io.aims.system.Bounds;
import io.aims.system.Characteristic;
import io.aims.system.Provenance;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Adds to a system what the law shows of it. */
final class Establishing {

    private final Classifier classifier;
    private final AiSystem system;
    private final Situation situation;

    Establishing(Classifier classifier, AiSystem system) {
        this.classifier = classifier;
        this.system = system;
        this.situation = classifier.program().evaluate(system, null);
    }

    AiSystem established() {
        Map<Characteristic<?>, Shown> shown = new LinkedHashMap<>();
        for (int position = 0; position < classifier.program().entries().size(); position++) {
            Entry entry = classifier.program().entries().get(position);
            if (entry.stated() != Entry.NOT_STATED
                    && situation.entry(position) == Truth.TRUE
                    && situation.asStated(entry) != Truth.TRUE
                    && restsOnTheLaw(entry)) {
                add(entry, shown);
            }
        }
        if (shown.isEmpty()) {
            return system;
        }
        AiSystem.Builder builder = system.toBuilder();
        shown.forEach((characteristic, each) ->
                builder.put(new Answer(characteristic, each.bounds(), provenance(characteristic, each.evidence()))));
        return builder.build();
    }

    /** What answers show that rules read themselves, is for the rules to judge. */
    private boolean restsOnTheLaw(Entry entry) {
        return factsOfParts(entry).anyMatch(classifier::isFact);
    }

    private Stream<String> factsOfParts(Entry entry) {
        return new Steps(situation, system, null)
                .factsOfParts(entry).stream().map(UsedFact::subject).distinct();
    }

    private void add(Entry entry, Map<Characteristic<?>, Shown> shown) {
        Condition.SystemTest test =
                ((LegalCondition.Tests) classifier.program().leaves().get(entry.stated())).test();
        Characteristic<?> characteristic = test.characteristic();
        Shown sofar = shown.getOrDefault(characteristic, new Shown(system.bounds(characteristic), List.of()));
        raised(sofar.bounds(), test).ifPresent(bounds -> {
            List<String> evidence = new ArrayList<>(sofar.evidence());
            evidence.add(evidence(entry, test));
            shown.put(characteristic, new Shown(bounds, evidence));
        });
    }

    /** The present answer, raised so far that a test holds; empty for a test that no raised answer makes certain. */
    private static Optional<Bounds> raised(Bounds present, Condition.SystemTest test) {
        if (test instanceof Condition.Contains contains && present instanceof Bounds.Members members) {
            return Optional.of(new Bounds.Members(members.known() | 1L << contains.position(), members.complete()));
        }
        if (test instanceof Condition.IsYes) {
            return Optional.of(new Bounds.Ranks(1, 1));
        }
        if (test instanceof Condition.AtLeast atLeast && present instanceof Bounds.Ranks ranks) {
            return Optional.of(
                    new Bounds.Ranks(Math.max(ranks.low(), atLeast.rank()), Math.max(ranks.high(), atLeast.rank())));
        }
        return Optional.empty();
    }

    private String evidence(Entry entry, Condition.SystemTest test) {
        String facts = factsOfParts(entry).collect(Collectors.joining(", "));
        String denied = situation.asStated(entry) == Truth.FALSE ? ", although it was denied" : "";
        return test + " by " + (entry.article().isEmpty() ? entry.id() : entry.article()) + " from " + facts + denied;
    }

    /** The evidence names the pack; of an answer that was given, who gave it, and on what evidence, stays before it. */
    private Provenance provenance(Characteristic<?> characteristic, List<String> evidence) {
        String pack = classifier.reference().id() + " " + classifier.reference().version();
        String added = pack + ": " + String.join("; ", evidence);
        Optional<Answer> given = system.answer(characteristic);
        if (given.isEmpty()) {
            return new Provenance(pack, null, added, Provenance.Basis.INFERRED);
        }
        Provenance before = Objects.requireNonNull(given.get().provenance());
        return new Provenance(
                before.by().orElse(null),
                before.on().orElse(null),
                before.evidence().map(first -> first + "; " + added).orElse(added),
                before.basis());
    }

    /** What is shown of a characteristic, and on what evidence. */
    private record Shown(Bounds bounds, List<String> evidence) {

        private Shown {
            evidence = List.copyOf(evidence);
        }
    }
}
