package io.aims.testing.jqwik;

import io.aims.system.AiSystem;
import io.aims.text.Quoted;
import java.util.stream.Collectors;

/** The answers of a system in one line, for reports of what falsified a property. */
final class SystemText {

    private SystemText() {}

    static String of(AiSystem system) {
        return Quoted.of(system.id())
                + system.answers().values().stream()
                        .map(answer -> answer.characteristic().id() + ": " + Quoted.of(answer.text()))
                        .collect(Collectors.joining(", ", " {", "}"));
    }
}
