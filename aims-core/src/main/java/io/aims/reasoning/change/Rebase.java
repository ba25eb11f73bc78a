package io.aims.reasoning.change;

import io.aims.error.AimsException;
import io.aims.evaluation.Evaluation;
import io.aims.reasoning.internal.Markdown;
import io.aims.reasoning.internal.Phrases;
import io.aims.rule.Condition;
import io.aims.rule.PackReference;
import io.aims.rule.RuleBase;
import io.aims.rule.RulePack;
import io.aims.system.AiSystem;
import io.aims.system.Answer;
import io.aims.system.Characteristic;
import io.aims.system.Vocabulary;
import io.aims.system.VocabularyEntry;
import io.aims.text.Quoted;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An evaluation put on other rules: what comes out now, what differs and by which rules, and which answers have to be
 * looked at.
 *
 * <p>The answers are taken over. Those to characteristics that are gone, or that have other values now, cannot be: they are
 * unknown until somebody answers, never guessed.
 *
 * @param evaluation the evaluation by the other rules; it equals one made by them from scratch, of the answers taken over
 * @param diff what differs between the former evaluation and this one
 * @param packs what differs between the versions of each pack that was used before and after, sorted by id
 * @param packsAdded the packs that were not used before, sorted by id
 * @param packsRemoved the packs that are no longer used, sorted by id
 * @param askAgain the characteristics whose answers have to be looked at, sorted by id
 * @clause ISO/IEC 42001:2023 6.3, 8.2
 * @since 0.1
 */
public record Rebase(
        Evaluation evaluation,
        EvaluationDiff diff,
        List<PackDiff> packs,
        List<PackReference> packsAdded,
        List<PackReference> packsRemoved,
        List<AskAgain> askAgain) {

    /** Copies the lists. */
    public Rebase {
        packs = List.copyOf(packs);
        packsAdded = List.copyOf(packsAdded);
        packsRemoved = List.copyOf(packsRemoved);
        askAgain = List.copyOf(askAgain);
    }

    /**
     * Puts an evaluation on other rules.
     *
     * @param former the evaluation as it is
     * @param before the rules on which it rests
     * @param now the other rules
     * @param evaluator evaluates by the other rules
     * @param asOf the day for which to evaluate, or {@code null}
     * @return what comes out and what differs
     * @throws AimsException AIMS-2016, if a pack does not hold on the day
     */
    public static Rebase of(
            Evaluation former, RuleBase before, RuleBase now, SystemEvaluator evaluator, @Nullable LocalDate asOf) {
        Evaluation evaluation = evaluator.evaluate(takenOver(former.system(), now.answerable()), asOf);
        Map<String, RulePack> packsBefore = byId(before);
        Map<String, RulePack> packsNow = byId(now);
        return new Rebase(
                evaluation,
                EvaluationDiff.between(former, evaluation),
                before.packs().stream()
                        .flatMap(was ->
                                Optional.ofNullable(packsNow.get(was.id()))
                                        .map(is -> PackDiff.between(was, is))
                                        .stream())
                        .filter(pack -> !pack.isEmpty())
                        .toList(),
                missing(now, packsBefore),
                missing(before, packsNow),
                askAgain(former.system(), before, now));
    }

    private static AiSystem takenOver(AiSystem system, Vocabulary vocabulary) {
        AiSystem taken = system;
        for (Answer answer : system.answers().values()) {
            Characteristic<?> answered = answer.characteristic();
            if (vocabulary
                    .characteristic(answered.id())
                    .filter(answered::equals)
                    .isEmpty()) {
                taken = taken.without(answered);
            }
        }
        return taken;
    }

    private static Map<String, RulePack> byId(RuleBase base) {
        Map<String, RulePack> packs = new HashMap<>();
        base.packs().forEach(pack -> packs.put(pack.id(), pack));
        return packs;
    }

    private static List<PackReference> missing(RuleBase base, Map<String, RulePack> others) {
        return base.references().stream()
                .filter(pack -> !others.containsKey(pack.id()))
                .toList();
    }

    private static List<AskAgain> askAgain(AiSystem system, RuleBase before, RuleBase now) {
        Set<String> readBefore = read(before);
        Set<String> readNow = read(now);
        List<AskAgain> again = new ArrayList<>();
        for (Answer answer : system.answers().values()) {
            Characteristic<?> answered = answer.characteristic();
            VocabularyEntry entry = now.answerable().entry(answered.id()).orElse(null);
            if (entry == null) {
                again.add(new AskAgain(answered, AskAgain.Reason.GONE, answer, null));
            } else if (!entry.characteristic().equals(answered)) {
                again.add(new AskAgain(entry.characteristic(), AskAgain.Reason.OTHER_VALUES, answer, entry));
            } else if (isOtherQuestion(before.vocabulary(), entry)) {
                again.add(new AskAgain(answered, AskAgain.Reason.OTHER_WORDS, answer, entry));
            } else if (!answer.isExact() && readNow.contains(answered.id()) && !readBefore.contains(answered.id())) {
                again.add(new AskAgain(answered, AskAgain.Reason.READ_NOW, answer, entry));
            }
        }
        for (VocabularyEntry entry : now.vocabulary().entries()) {
            String id = entry.characteristic().id();
            if (!system.answers().containsKey(id) && readNow.contains(id) && !readBefore.contains(id)) {
                again.add(new AskAgain(entry.characteristic(), AskAgain.Reason.READ_NOW, null, entry));
            }
        }
        again.sort(Comparator.comparing(one -> one.characteristic().id()));
        return again;
    }

    private static boolean isOtherQuestion(Vocabulary before, VocabularyEntry entry) {
        return before.entry(entry.characteristic().id())
                .filter(was -> CharacteristicChange.between(was, entry).isOtherQuestion())
                .isPresent();
    }

    private static Set<String> read(RuleBase base) {
        return base.rules().stream()
                .flatMap(rule -> rule.condition().tests().stream())
                .filter(Condition.SystemTest.class::isInstance)
                .map(test -> ((Condition.SystemTest) test).characteristic().id())
                .collect(Collectors.toSet());
    }

    /**
     * Tells people what the other rules change: first for the system, then in the packs.
     *
     * @return short sentences, one a line, each line ended; headings are not indented, all else is
     */
    public String text() {
        StringBuilder out = new StringBuilder(diff.text());
        if (!askAgain.isEmpty()) {
            out.append("\nAnswers to look at\n");
            askAgain.forEach(again -> out.append("  ").append(sentence(again)).append('\n'));
        }
        packs.forEach(pack -> out.append('\n').append(pack.text()));
        return out.toString();
    }

    private static String sentence(AskAgain again) {
        String name = Phrases.capitalised(Phrases.name(again.characteristic()));
        String given = DiffText.text(again.answer());
        String question =
                again.question().map(text -> " Ask: " + Quoted.whole(text)).orElse("");
        return switch (again.reason()) {
            case OTHER_VALUES -> name + " has other values now: the answer (" + given + ") is dropped." + question;
            case OTHER_WORDS -> name + " is asked for in other words: the answer (" + given + ") stands." + question;
            case GONE -> name + " is gone: the answer (" + given + ") is dropped.";
            case READ_NOW -> name + " is read now, and is " + given + "." + question;
        };
    }

    /**
     * Returns what the other rules change as tables: first for the system, then in the packs.
     *
     * @return sections of Markdown that begin with a heading
     */
    public String markdown() {
        List<List<String>> rows = askAgain.stream()
                .map(again -> List.of(
                        Phrases.capitalised(Phrases.name(again.characteristic())),
                        DiffText.text(again.answer()),
                        Phrases.words(again.reason().name()),
                        again.question().orElse("")))
                .toList();
        StringBuilder out = new StringBuilder(diff.markdown());
        if (!rows.isEmpty()) {
            out.append('\n')
                    .append(new Markdown()
                            .table(
                                    3,
                                    "Answers to look at",
                                    List.of("Characteristic", "Answer", "Why", "Question"),
                                    rows));
        }
        packs.forEach(pack -> out.append('\n').append(pack.markdown()));
        return out.toString();
    }
}
