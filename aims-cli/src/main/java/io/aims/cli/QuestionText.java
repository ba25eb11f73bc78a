package io.aims.cli;

import io.aims.evaluation.OpenQuestion;
import io.aims.system.AiSystem;
import io.aims.system.BooleanCharacteristic;
import io.aims.system.Characteristic;
import io.aims.system.DateCharacteristic;
import io.aims.system.EnumeratedCharacteristic;
import io.aims.system.ScaleCharacteristic;
import io.aims.system.SetCharacteristic;
import io.aims.system.VocabularyEntry;

/** Puts a question to a person, with the answers that are allowed. */
final class QuestionText {

    private QuestionText() {}

    static void write(Page page, int indent, String number, OpenQuestion question, AiSystem system) {
        if (number.isEmpty()) {
            page.text(indent, Span.strong(question.question()));
        } else {
            page.labelled(0, indent, Span.quiet(number), Span.strong(question.question()));
        }
        system.answer(question.entry().characteristic())
                .ifPresent(answer -> page.text(indent, Span.plain("Known so far: " + answer.text() + ".")));
        answers(page, indent + 2, question.entry());
        page.text(indent, Span.quiet(worth(question)));
    }

    private static String worth(OpenQuestion question) {
        if (question.settles() == 0) {
            return "Settles nothing alone, but together with another answer.";
        }
        String controls =
                question.controls() == 0 ? "" : " and " + Wording.count(question.controls(), "control", "controls");
        String levels = question.narrows() == 0
                ? ""
                : "; narrows the levels by up to " + Wording.count(question.narrows(), "step", "steps");
        return "Settles up to " + Wording.count(question.settles(), "rule", "rules") + controls + levels + ".";
    }

    /** Writes the characteristic with every value that is allowed and what it means. */
    static void answers(Page page, int indent, VocabularyEntry entry) {
        answers(page, indent, entry, false);
    }

    /** Writes the same, each value with its number. */
    static void numbered(Page page, int indent, VocabularyEntry entry) {
        answers(page, indent, entry, true);
    }

    private static void answers(Page page, int indent, VocabularyEntry entry, boolean numbered) {
        Characteristic<?> characteristic = entry.characteristic();
        String id = characteristic.id();
        if (characteristic instanceof EnumeratedCharacteristic<?> enumerated) {
            String choice;
            if (characteristic instanceof SetCharacteristic) {
                choice = "any of these, or [] for none";
            } else if (characteristic instanceof BooleanCharacteristic) {
                choice = "YES or NO";
            } else {
                choice = "one of";
            }
            page.text(indent - 2, Span.name(id), Span.plain(": " + choice));
            if (!numbered && entry.meanings().isEmpty() && characteristic instanceof BooleanCharacteristic) {
                return;
            }
            int widest =
                    enumerated.valueIds().stream().mapToInt(Page::columns).max().orElse(0);
            int number = 0;
            for (String value : enumerated.valueIds()) {
                number++;
                String label = numbered ? (number < 10 ? " " : "") + number + " " + value : value;
                page.labelled(
                        indent,
                        Math.min(widest, 34) + (numbered ? 5 : 2),
                        Span.plain(label),
                        Span.quiet(entry.meanings().getOrDefault(value, "")));
            }
        } else if (characteristic instanceof ScaleCharacteristic scale) {
            page.text(indent - 2, Span.name(id), Span.plain(": " + scale.least() + " to " + scale.most()));
        } else if (characteristic instanceof DateCharacteristic) {
            page.text(indent - 2, Span.name(id), Span.plain(": a day, for example 2026-11-27"));
        } else {
            page.text(indent - 2, Span.name(id), Span.plain(": a number, for example 1e24"));
        }
    }
}
