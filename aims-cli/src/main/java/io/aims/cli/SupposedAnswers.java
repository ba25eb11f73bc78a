package io.aims.cli;

import io.aims.catalog.answers.AnswerReader;
import io.aims.catalog.document.Documents;
import io.aims.error.AimsException;
import io.aims.error.Faults;
import io.aims.reasoning.change.WhatIf;
import io.aims.system.AiSystem;
import io.aims.system.Answer;
import io.aims.system.Characteristic;
import io.aims.system.Vocabulary;
import io.aims.text.Nearest;
import io.aims.text.Quoted;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Answers as they stand on the command line.
 *
 * @param answers the answers that are given
 * @param unknown the characteristics of which nothing shall be known
 */
record SupposedAnswers(List<Answer> answers, List<Characteristic<?>> unknown) {

    private static final String NO_ANSWER = "AIMS-5037";
    private static final String UNKNOWN_CHARACTERISTIC = "AIMS-1004";
    private static final String TWICE = "AIMS-5038";

    /**
     * Reads answers, all faults at once.
     *
     * @param words each {@code NAME=VALUE}
     * @param vocabulary the characteristics that may be answered
     * @throws AimsException with everything that is wrong
     */
    static SupposedAnswers read(List<String> words, Vocabulary vocabulary) {
        Faults faults = new Faults();
        List<Answer> answers = new ArrayList<>();
        List<Characteristic<?>> unknown = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            int sign = word.indexOf('=');
            String name = sign < 0 ? word : word.substring(0, sign).strip();
            String value = sign < 0 ? "" : word.substring(sign + 1).strip();
            Optional<Characteristic<?>> known = vocabulary.characteristic(name);
            if (known.isEmpty()) {
                faults.add(
                        UNKNOWN_CHARACTERISTIC,
                        null,
                        "The characteristic (" + Quoted.of(name) + ") is not in vocabulary (" + vocabulary.id() + ").",
                        Nearest.to(name, vocabulary.ids())
                                .map(near -> "Maybe you meant (" + near + ").")
                                .orElse("Run aims catalog to see every characteristic."));
            } else if (value.isEmpty()) {
                faults.add(
                        NO_ANSWER,
                        null,
                        "The argument (" + Quoted.of(word) + ") has no answer behind a =.",
                        "Write " + name + "=VALUE as in the description of a system, or " + name + "=unknown.");
            } else if (!seen.add(name)) {
                faults.add(
                        TWICE,
                        null,
                        "The characteristic (" + name + ") is answered twice.",
                        "Write several members of a set in one answer: [A, B].");
            } else if (value.toLowerCase(Locale.ROOT).equals("unknown")) {
                unknown.add(known.get());
            } else {
                Argument argument = new Argument(word, "argument " + (i + 1), faults);
                argument.answer(value, known.get()).ifPresent(answers::add);
            }
        }
        faults.throwIfAny();
        return new SupposedAnswers(List.copyOf(answers), List.copyOf(unknown));
    }

    /** Reads the answer of one argument. */
    private record Argument(String word, String place, Faults faults) {

        Optional<Answer> answer(String value, Characteristic<?> characteristic) {
            try {
                return new AnswerReader("argument", word, faults).read(Documents.yaml(place, value), characteristic);
            } catch (AimsException e) {
                faults.addAll(e.faults());
                return Optional.empty();
            }
        }
    }

    /** Tells whether nothing is supposed. */
    boolean isEmpty() {
        return answers.isEmpty() && unknown.isEmpty();
    }

    /** Returns a system as if these were its answers. */
    AiSystem of(AiSystem system) {
        AiSystem supposed = system;
        for (Answer answer : answers) {
            supposed = supposed.with(answer);
        }
        for (Characteristic<?> characteristic : unknown) {
            supposed = supposed.without(characteristic);
        }
        return supposed;
    }

    /** Supposes the answers. */
    WhatIf of(WhatIf whatIf) {
        WhatIf supposed = whatIf;
        for (Answer answer : answers) {
            supposed = supposed.set(answer);
        }
        for (Characteristic<?> characteristic : unknown) {
            supposed = supposed.unknown(characteristic);
        }
        return supposed;
    }
}
