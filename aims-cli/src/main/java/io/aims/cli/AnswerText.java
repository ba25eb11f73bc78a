package io.aims.cli;

import io.aims.catalog.answers.AnswerReader;
import io.aims.catalog.document.Documents;
import io.aims.error.AimsException;
import io.aims.error.Faults;
import io.aims.system.Answer;
import io.aims.system.Characteristic;
import io.aims.system.EnumeratedCharacteristic;
import io.aims.system.SetCharacteristic;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Reads an answer that a person types: as files of systems write it, or by the numbers of the values in the list that is
 * shown; of a set the brackets may be left out.
 */
final class AnswerText {

    private AnswerText() {}

    /**
     * Reads an answer.
     *
     * @param text what was typed
     * @param characteristic what was asked for
     * @param system the id of the system, for messages
     * @return the answer
     * @throws AimsException with what is wrong and what is allowed
     */
    static Answer read(String text, Characteristic<?> characteristic, String system) {
        Faults faults = new Faults();
        Optional<Answer> answer = new AnswerReader("system", system, faults)
                .read(Documents.yaml("answer", written(text.strip(), characteristic)), characteristic);
        if (answer.isEmpty() || !faults.toList().isEmpty()) {
            throw new AimsException(faults.toList());
        }
        return answer.get();
    }

    private static String written(String text, Characteristic<?> characteristic) {
        boolean hasForm = text.startsWith("{") || text.startsWith("[") || text.startsWith("\"");
        if (!(characteristic instanceof EnumeratedCharacteristic<?> enumerated) || hasForm) {
            return text;
        }
        String values = Arrays.stream(text.split(","))
                .map(word -> value(word.strip(), enumerated))
                .collect(Collectors.joining(", "));
        return characteristic instanceof SetCharacteristic ? "[" + values + "]" : values;
    }

    /** A number stands for the value at that place in the list, unless it is the id of a value. */
    private static String value(String word, EnumeratedCharacteristic<?> enumerated) {
        if (enumerated.valueIds().contains(word) || !word.matches("[1-9][0-9]?")) {
            return word;
        }
        int position = Integer.parseInt(word);
        return position <= enumerated.valueIds().size() ? enumerated.valueIds().get(position - 1) : word;
    }
}
