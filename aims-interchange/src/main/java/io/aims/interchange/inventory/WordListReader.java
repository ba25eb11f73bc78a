package io.aims.interchange.inventory;

import io.aims.catalog.answers.AnswerReader;
import io.aims.catalog.document.Documents;
import io.aims.catalog.document.Fields;
import io.aims.catalog.document.Node;
import io.aims.error.Faults;
import io.aims.error.Place;
import io.aims.system.Answer;
import io.aims.system.Bounds;
import io.aims.system.Vocabulary;
import io.aims.text.Quoted;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads word lists. A pattern may only raise what is known: lower bounds, members of sets, and yes. */
final class WordListReader {

    private static final String CODE = "AIMS-4103";
    private static final int MOST_PHRASES = 20_000;

    private final Faults faults;
    private final Vocabulary vocabulary;
    private final Map<Phrase, Integer> phrases = new LinkedHashMap<>();
    private final List<TextPattern> patterns = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();

    WordListReader(Faults faults, Vocabulary vocabulary) {
        this.faults = faults;
        this.vocabulary = vocabulary;
    }

    WordList wordList() {
        return new WordList(patterns, List.copyOf(phrases.keySet()));
    }

    void readDocument(String name, String yaml) {
        Fields fields = Fields.of(Documents.yaml(name, yaml), faults, CODE, "word list");
        fields.requiredText("words");
        fields.requiredText("version");
        fields.requiredText("title");
        fields.text("about");
        fields.texts("sources");
        Map<String, List<Integer>> groups = new LinkedHashMap<>();
        fields.node("groups").ifPresent(node -> {
            Fields named = Fields.of(node, faults, CODE, "groups of word list");
            if (node instanceof Node.Mapping mapping) {
                mapping.entries().keySet().forEach(group -> groups.put(group, phrases(named, group, Map.of())));
            }
            named.end();
        });
        fields.requiredNode("patterns");
        fields.items("patterns").forEach(item -> readPattern(item, groups));
        fields.end();
    }

    void readPattern(Node node, Map<String, List<Integer>> groups) {
        Fields fields = Fields.of(node, faults, CODE, "pattern");
        String id = fields.requiredText("id");
        fields.requiredNode("any");
        List<Integer> any = phrases(fields, "any", groups);
        List<Integer> and = phrases(fields, "and", groups);
        List<Integer> unless = phrases(fields, "unless", groups);
        fields.requiredText("why");
        List<Answer> says = new ArrayList<>();
        Optional<Node> answers = fields.requiredNode("says");
        if (answers.isPresent()) {
            for (Answer answer : new AnswerReader("pattern", id, faults).readAll(answers.get(), vocabulary)) {
                if (raises(answer)) {
                    says.add(answer);
                } else {
                    fault(
                            answers.get().place(),
                            id,
                            "answers " + answer.characteristic().id() + " with more than a word can tell",
                            "Use atLeast, contains or YES: words cannot show that something is absent.");
                }
            }
        }
        fields.end();
        if (!ids.add(id)) {
            fault(fields.place(), id, "stands twice", "Maybe give one of the two another id.");
        }
        patterns.add(new TextPattern(id, any, new HashSet<>(and), new HashSet<>(unless), says));
    }

    private static boolean raises(Answer answer) {
        Bounds bounds = answer.bounds();
        if (bounds instanceof Bounds.Members members) {
            return !members.complete();
        }
        return bounds instanceof Bounds.Ranks ranks
                && answer.characteristic().unknown() instanceof Bounds.Ranks all
                && ranks.high() == all.high()
                && ranks.low() > 0;
    }

    private List<Integer> phrases(Fields fields, String key, Map<String, List<Integer>> groups) {
        List<Integer> numbers = new ArrayList<>();
        for (Node.Scalar scalar : fields.scalars(key)) {
            String text = scalar.text();
            if (text.startsWith("<") && text.endsWith(">")) {
                List<Integer> group = groups.get(text.substring(1, text.length() - 1));
                if (group == null) {
                    fault(
                            scalar.place(),
                            text,
                            "is no group of this word list",
                            Fields.advice(text.substring(1, text.length() - 1), groups.keySet()));
                } else {
                    numbers.addAll(group);
                }
                continue;
            }
            Optional<Phrase> phrase = Phrase.parse(text);
            if (phrase.isEmpty()) {
                fault(
                        scalar.place(),
                        text,
                        "is no phrase",
                        "Write 1 to " + Phrase.MOST_WORDS + " words; a star may end a word of two letters or more.");
            } else if (phrases.size() >= MOST_PHRASES && !phrases.containsKey(phrase.get())) {
                fault(scalar.place(), text, "is one phrase too many", "At most " + MOST_PHRASES + " are read.");
            } else {
                numbers.add(phrases.computeIfAbsent(phrase.get(), added -> phrases.size()));
            }
        }
        return numbers;
    }

    private void fault(Place place, String subject, String what, String advice) {
        faults.add(CODE, place, "The pattern (" + Quoted.of(subject) + ", " + place + ") " + what + ".", advice);
    }
}
