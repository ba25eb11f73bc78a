package io.aims.cli;

import io.aims.control.ControlStatus;
import io.aims.error.AimsException;
import io.aims.error.Fault;
import io.aims.evaluation.Evaluation;
import io.aims.reasoning.interview.Interview;
import io.aims.reasoning.interview.InterviewGoal;
import io.aims.reasoning.interview.InterviewQuestion;
import io.aims.system.Answer;
import io.aims.system.Characteristic;
import io.aims.system.Vocabulary;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** An interview on a terminal, or with answers from a file: each line is an answer or a word of command. */
final class Conversation {

    private static final int LONGEST_LINE = 10_000;
    private static final int FEW = 6;
    private static final Pattern NAMED = Pattern.compile("[A-Za-z][A-Za-z0-9]*\\s*=");

    private final Session session;
    private final ColourOption colour;
    private final Vocabulary vocabulary;
    private final BufferedReader lines;

    Conversation(Session session, ColourOption colour, Vocabulary vocabulary) {
        this.session = session;
        this.colour = colour;
        this.vocabulary = vocabulary;
        this.lines = new BufferedReader(new InputStreamReader(session.in(), StandardCharsets.UTF_8));
    }

    /** Asks until nothing is open or nobody answers any more. */
    Interview lead(Interview first) {
        Deque<Interview> before = new ArrayDeque<>();
        Interview now = first;
        boolean ask = true;
        while (!now.isComplete()) {
            InterviewQuestion question = now.next().orElseThrow();
            if (ask) {
                show(question, now);
            }
            String line = line();
            String word = line == null ? "quit" : line.strip();
            ask = true;
            switch (word.toLowerCase(Locale.ROOT)) {
                case "quit" -> {
                    return now;
                }
                case "back" -> {
                    if (before.isEmpty()) {
                        session.say("This is the first question.");
                    } else {
                        now = before.pop();
                    }
                }
                case "?", "help" -> {
                    help(question);
                    ask = false;
                }
                case "", "unknown" -> {
                    before.push(now);
                    now = now.cannotKnow();
                }
                default -> {
                    Interview next = answered(now, word, question);
                    ask = next != null;
                    if (next != null) {
                        before.push(now);
                        now = next;
                    }
                }
            }
        }
        return now;
    }

    private @Nullable Interview answered(Interview now, String text, InterviewQuestion question) {
        try {
            if (NAMED.matcher(text).lookingAt()) {
                return named(now, SupposedAnswers.read(List.of(text), vocabulary));
            }
            Answer answer = AnswerText.read(
                    text, question.entry().characteristic(), now.system().id());
            return now.answer(answer);
        } catch (AimsException e) {
            session.say(e.faults().stream().map(Fault::toString).collect(Collectors.joining("\n")));
            session.say("Type ? for the answers that are allowed.");
            return null;
        }
    }

    private static Interview named(Interview now, SupposedAnswers named) {
        Interview next = now;
        for (Answer answer : named.answers()) {
            next = next.answer(answer);
        }
        for (Characteristic<?> characteristic : named.unknown()) {
            next = next.cannotKnow(characteristic);
        }
        return next;
    }

    private @Nullable String line() {
        session.err().print("> ");
        session.err().flush();
        StringBuilder line = new StringBuilder();
        try {
            int c = lines.read();
            if (c < 0) {
                session.say("");
                return null;
            }
            while (c >= 0 && c != '\n') {
                if (line.length() < LONGEST_LINE) {
                    line.append((char) c);
                }
                c = lines.read();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return line.toString();
    }

    private void show(InterviewQuestion question, Interview now) {
        Page page = colour.page(session);
        page.labelled(0, 4, Span.quiet((now.asked().size() + 1) + "."), Span.strong(question.question()));
        now.system()
                .answer(question.entry().characteristic())
                .ifPresent(answer -> page.text(4, Span.plain("Known so far: " + answer.text() + ".")));
        QuestionText.numbered(page, 6, question.entry());
        page.text(4, Span.quiet("It can still change " + what(question) + "."));
        session.say("\n" + page.toString().stripTrailing());
    }

    private static String what(InterviewQuestion question) {
        List<String> parts = new ArrayList<>();
        add(parts, "control", question.controls());
        add(parts, "level of objective", question.objectives());
        add(parts, "rule", question.rules());
        return String.join(", and ", parts);
    }

    private static void add(List<String> parts, String what, List<?> ids) {
        if (!ids.isEmpty()) {
            String first = ids.stream().limit(FEW).map(Object::toString).collect(Collectors.joining(", "));
            int more = ids.size() - FEW;
            String noun =
                    ids.size() == 1 ? what : what.equals("level of objective") ? "levels of objectives" : what + "s";
            parts.add(
                    (ids.size() == 1 ? "the " : "") + noun + " " + first + (more > 0 ? " and " + more + " more" : ""));
        }
    }

    private void help(InterviewQuestion question) {
        Page page = colour.page(session);
        page.text(0, Span.plain(question.entry().definition()));
        QuestionText.numbered(page, 2, question.entry());
        page.blank()
                .text(
                        0,
                        Span.plain(
                                "Answer with a value or its number, of a set with several of them, or [] for none. Partly known:"
                                        + " {atLeast: VALUE}, {atMost: VALUE}, {contains: [VALUE]}, {in: [VALUE, VALUE]}. An empty line or"
                                        + " unknown: nobody can know. NAME=VALUE answers another question. back: the question before."
                                        + " quit: end here."));
        session.say(page.toString().stripTrailing());
    }

    /** Tells what the interview came to. */
    Page summary(Interview interview, Evaluation evaluation) {
        Page page = colour.page(session);
        int notKnown = interview.notKnown().size();
        page.text(
                0,
                Span.strong(evaluation.system().name()),
                Span.plain(": "
                        + Wording.count(interview.asked().size(), "question asked", "questions asked")
                        + (notKnown == 0 ? "" : ", " + notKnown + " of them cannot be known")
                        + (interview.isComplete()
                                ? "; no other answer can change " + aim(interview.goal()) + "."
                                : "; " + Wording.count(interview.open().size(), "question is", "questions are")
                                        + " left that can still change " + aim(interview.goal()) + ".")));
        page.text(0, Span.plain("Risk: "), Span.strong(Wording.words(evaluation.level())), Span.plain("."));
        for (ControlStatus status : ControlStatus.values()) {
            List<String> ids = evaluation.controls().stream()
                    .filter(control -> control.status() == status)
                    .map(control -> control.control().id().value())
                    .toList();
            if (!ids.isEmpty()) {
                page.labelled(
                        2,
                        16,
                        Span.plain(Wording.words(status)),
                        Span.plain(ids.size() + ": " + String.join(", ", ids)));
            }
        }
        evaluation
                .contradictions()
                .forEach(contradiction -> page.text(0, Span.plain("Contradiction: " + contradiction.why())));
        return page;
    }

    private static String aim(InterviewGoal goal) {
        return switch (goal) {
            case CONTROLS -> "a control";
            case LEVELS -> "a level";
            case EVERYTHING -> "a rule";
        };
    }
}
