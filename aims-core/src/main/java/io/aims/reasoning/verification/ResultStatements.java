package io.aims.reasoning.verification;

import io.aims.evaluation.Basis;
import io.aims.evaluation.ControlResult;
import io.aims.evaluation.Evaluation;
import io.aims.evaluation.Finding;
import io.aims.evaluation.OpenQuestion;
import io.aims.evaluation.Risk;
import io.aims.evaluation.RiskSourceResult;
import io.aims.evaluation.UsedFact;
import io.aims.reasoning.verification.Statement.Entries;
import io.aims.reasoning.verification.Statement.Entry;
import io.aims.reasoning.verification.Statement.Parts;
import io.aims.reasoning.verification.Statement.Value;
import io.aims.risk.Range;
import io.aims.rule.PackReference;
import io.aims.rule.Rule;
import io.aims.source.Source;
import io.aims.system.AiSystem;
import io.aims.system.Answer;
import io.aims.system.Bounds;
import io.aims.system.Contradiction;
import io.aims.system.Dependency;
import io.aims.system.EnumeratedCharacteristic;
import io.aims.system.Provenance;
import io.aims.system.ScaleCharacteristic;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Says what a file keeps of an evaluation, part by part, in the words of the form {@code evaluation/1}. */
final class ResultStatements {

    private ResultStatements() {}

    static Parts of(Evaluation evaluation, List<String> limits) {
        return new Builder()
                .put("system", system(evaluation.system()))
                .word("asOf", evaluation.asOf().map(LocalDate::toString))
                .put("basis", basis(evaluation.basis()))
                .put("packs", entries(evaluation.basis().packs(), PackReference::id, ResultStatements::pack))
                .put(
                        "risk",
                        new Builder().put("level", range(evaluation.level())).build())
                .put(
                        "stop",
                        entries(evaluation.stops(), stop -> stop.rule().id().value(), ResultStatements::stop))
                .put(
                        "risks",
                        entries(
                                evaluation.risks(),
                                risk -> risk.objective().id().value(),
                                ResultStatements::risk))
                .put(
                        "riskSources",
                        entries(
                                evaluation.riskSources(),
                                result -> result.source().id().value(),
                                ResultStatements::riskSource))
                .put(
                        "controls",
                        entries(
                                evaluation.controls(),
                                result -> result.control().id().value(),
                                ResultStatements::control))
                .put(
                        "findings",
                        entries(
                                evaluation.findings(),
                                finding -> finding.rule().id().value(),
                                ResultStatements::finding))
                .put(
                        "contradictions",
                        entries(evaluation.contradictions(), Contradiction::id, ResultStatements::contradiction))
                .put(
                        "openQuestions",
                        entries(
                                evaluation.openQuestions(),
                                question -> question.entry().characteristic().id(),
                                ResultStatements::question))
                .put("limits", words(limits))
                .word("seal", evaluation.seal().value())
                .build();
    }

    static Parts system(AiSystem system) {
        Builder characteristics = new Builder();
        system.answers().forEach((id, answer) -> characteristics.put(id, answer(answer)));
        Builder parts = new Builder()
                .word("id", system.id())
                .word("name", system.name())
                .word("description", system.description());
        for (Dependency kind : Dependency.values()) {
            if (!system.dependencies(kind).isEmpty()) {
                parts.put(kind.field(), words(List.copyOf(system.dependencies(kind))));
            }
        }
        return parts.put("characteristics", characteristics.build()).build();
    }

    private static Parts basis(Basis basis) {
        return new Builder()
                .put("vocabulary", part(basis.vocabulary()))
                .put("catalogue", part(basis.catalogue()))
                .put("criteria", part(basis.criteria()))
                .build();
    }

    private static Parts part(Basis.Part part) {
        return new Builder()
                .word("id", part.id())
                .word("version", Optional.of(part.version()).filter(version -> !version.isEmpty()))
                .word("fingerprint", part.fingerprint())
                .build();
    }

    private static Parts pack(PackReference pack) {
        Builder parts = new Builder()
                .word("id", pack.id())
                .word("version", pack.version())
                .word("fingerprint", pack.fingerprint());
        if (!pack.replaces().isEmpty()) {
            parts.put(
                    "replaces",
                    entries(
                            pack.replaces(),
                            one -> one.rule().value(),
                            one -> new Builder()
                                    .word("rule", one.rule().value())
                                    .word("why", one.why())
                                    .build()));
        }
        return parts.build();
    }

    private static Parts stop(Finding finding) {
        return new Builder()
                .word("rule", finding.rule().id().value())
                .word("title", finding.rule().title())
                .word("status", finding.status().name())
                .build();
    }

    private static Parts risk(Risk risk) {
        return new Builder()
                .word("objective", risk.objective().id().value())
                .word("title", risk.objective().title())
                .put("level", range(risk.level()))
                .put("severity", range(risk.severity()))
                .put("likelihood", range(risk.likelihood()))
                .put("rules", ids(risk.rules()))
                .put("undetermined", ids(risk.undetermined()))
                .build();
    }

    private static Parts riskSource(RiskSourceResult result) {
        return new Builder()
                .word("id", result.source().id().value())
                .word("title", result.source().title())
                .word("status", result.status().name())
                .put("rules", ids(result.rules()))
                .put("undetermined", ids(result.undetermined()))
                .build();
    }

    private static Parts control(ControlResult result) {
        return new Builder()
                .word("id", result.control().id().value())
                .word("title", result.control().title())
                .word("status", result.status().name())
                .word("needed", result.needed().name())
                .word("priority", result.priority().map(Enum::name))
                .put("rules", ids(result.rules()))
                .put("undetermined", ids(result.undetermined()))
                .build();
    }

    private static Parts finding(Finding finding) {
        Rule rule = finding.rule();
        Builder parts = new Builder()
                .word("rule", rule.id().value())
                .word("pack", finding.pack().id())
                .word("title", rule.title())
                .word("status", finding.status().name())
                .put("facts", entries(finding.facts(), UsedFact::subject, ResultStatements::fact));
        if (finding.isCertain()) {
            parts.put("raises", ids(rule.raises()))
                    .put("threatens", ids(rule.threatens()))
                    .word("likelihood", rule.likelihood().map(Enum::name))
                    .word("severityFloor", rule.severityFloor().map(Enum::name))
                    .put("requires", ids(rule.requires()))
                    .word("why", rule.why())
                    .put(
                            "sources",
                            words(rule.sources().stream().map(Source::citation).toList()));
        }
        return parts.build();
    }

    private static Parts fact(UsedFact fact) {
        Provenance provenance = fact.answer().map(Answer::provenance).orElse(Provenance.NONE);
        return new Builder()
                .word("fact", fact.subject())
                .word("value", fact.text())
                .truth("open", fact.isOpen())
                .truth("inferred", provenance.basis() == Provenance.Basis.INFERRED)
                .word("by", provenance.by())
                .word("on", provenance.on().map(LocalDate::toString))
                .word("evidence", provenance.evidence())
                .build();
    }

    private static Parts contradiction(Contradiction contradiction) {
        Builder answers = new Builder();
        contradiction
                .answers()
                .forEach(answer -> answers.put(answer.characteristic().id(), answer(answer)));
        return new Builder()
                .word("id", contradiction.id())
                .put("answers", answers.build())
                .word("why", contradiction.why())
                .build();
    }

    private static Parts question(OpenQuestion question) {
        Builder parts = new Builder()
                .word("characteristic", question.entry().characteristic().id())
                .word("question", question.question())
                .word("tier", question.entry().tier().name())
                .word("type", question.entry().characteristic().type().name());
        if (question.entry().characteristic() instanceof EnumeratedCharacteristic<?> enumerated) {
            parts.put("values", words(enumerated.valueIds()));
        } else if (question.entry().characteristic() instanceof ScaleCharacteristic scale) {
            parts.number("least", scale.least()).number("most", scale.most());
        }
        return parts.number("settles", question.settles())
                .number("narrows", question.narrows())
                .build();
    }

    private static Statement answer(Answer answer) {
        Builder parts = new Builder();
        Bounds bounds = answer.bounds();
        if (bounds instanceof Bounds.Members members) {
            parts.put(members.complete() ? "value" : "contains", sorted(answer, members.known()));
        } else if (bounds instanceof Bounds.OneOf oneOf) {
            Entries possible = sorted(answer, oneOf.possible());
            parts.put(
                    oneOf.isExact() ? "value" : "in",
                    oneOf.isExact() ? possible.entries().get(0).content() : possible);
        } else if (bounds instanceof Bounds.Ranks ranks) {
            ranks(ids(answer), ranks, parts);
        } else if (bounds instanceof Bounds.Numbers numbers) {
            numbers((Bounds.Numbers) answer.characteristic().unknown(), numbers, parts);
        } else if (bounds instanceof Bounds.Days days) {
            days((Bounds.Days) answer.characteristic().unknown(), days, parts);
        }
        Provenance provenance = answer.provenance();
        return parts.word("by", provenance.by())
                .word("on", provenance.on().map(LocalDate::toString))
                .word("evidence", provenance.evidence())
                .word(
                        "basis",
                        Optional.of(provenance.basis().name())
                                .filter(basis -> !basis.equals(Provenance.Basis.STATED.name())))
                .buildOnly("value");
    }

    private static void ranks(List<String> ids, Bounds.Ranks ranks, Builder parts) {
        if (ranks.isExact()) {
            parts.word("value", ids.get(ranks.low()));
            return;
        }
        boolean top = ranks.high() == ids.size() - 1;
        if (ranks.low() > 0 || top) {
            parts.word("atLeast", ids.get(ranks.low()));
        }
        if (!top) {
            parts.word("atMost", ids.get(ranks.high()));
        }
    }

    private static void numbers(Bounds.Numbers all, Bounds.Numbers numbers, Builder parts) {
        BigDecimal high = numbers.high();
        if (numbers.isExact()) {
            parts.put("value", Value.number(numbers.low()));
            return;
        }
        boolean open = high == null || all.high() != null && high.compareTo(all.high()) == 0;
        if (numbers.low().compareTo(all.low()) > 0 || open) {
            parts.put("atLeast", Value.number(numbers.low()));
        }
        if (high != null && !open) {
            parts.put("atMost", Value.number(high));
        }
    }

    private static void days(Bounds.Days all, Bounds.Days days, Builder parts) {
        if (days.isExact()) {
            parts.word("value", days.earliest().toString());
            return;
        }
        boolean open = days.latest().equals(all.latest());
        if (days.earliest().isAfter(all.earliest()) || open) {
            parts.word("atLeast", days.earliest().toString());
        }
        if (!open) {
            parts.word("atMost", days.latest().toString());
        }
    }

    private static Entries sorted(Answer answer, long mask) {
        List<String> ids = ids(answer);
        List<String> held = new ArrayList<>();
        for (int position = 0; position < ids.size(); position++) {
            if ((mask >>> position & 1) != 0) {
                held.add(ids.get(position));
            }
        }
        return words(held.stream().sorted().toList());
    }

    private static List<String> ids(Answer answer) {
        return ((EnumeratedCharacteristic<?>) answer.characteristic()).valueIds();
    }

    private static Parts range(Range<?> range) {
        return new Builder()
                .word("low", range.low().name())
                .word("high", range.high().name())
                .build();
    }

    private static Entries ids(Collection<?> ids) {
        return words(ids.stream().map(Object::toString).toList());
    }

    private static Entries words(List<String> texts) {
        return new Entries(
                texts.stream().map(text -> new Entry(text, Value.word(text))).toList());
    }

    private static <T> Entries entries(List<T> items, Function<T, String> name, Function<T, Parts> content) {
        return new Entries(items.stream()
                .map(item -> new Entry(name.apply(item), content.apply(item)))
                .toList());
    }

    /** Collects named parts; what is absent is left out. */
    private static final class Builder {

        private final Map<String, Statement> parts = new LinkedHashMap<>();

        Builder put(String name, Statement part) {
            parts.put(name, part);
            return this;
        }

        Builder word(String name, String text) {
            return put(name, Value.word(text));
        }

        Builder word(String name, Optional<String> text) {
            text.ifPresent(present -> word(name, present));
            return this;
        }

        Builder number(String name, long number) {
            return put(name, Value.number(BigDecimal.valueOf(number)));
        }

        Builder truth(String name, boolean truth) {
            return put(name, new Value(String.valueOf(truth), false));
        }

        Parts build() {
            return new Parts(parts);
        }

        /** Returns the part of a name alone if there is no other. */
        Statement buildOnly(String name) {
            Statement only = parts.get(name);
            return only != null && parts.size() == 1 ? only : build();
        }
    }
}
