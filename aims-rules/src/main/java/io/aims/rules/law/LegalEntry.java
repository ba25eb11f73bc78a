package io.aims.rules.law;

import io.aims.catalog.document.Fields;
import io.aims.catalog.document.Node;
import io.aims.error.Faults;
import io.aims.error.Place;
import io.aims.law.PropositionId;
import io.aims.rules.internal.files.PackDocument;
import io.aims.text.Quoted;
import java.util.Locale;

/**
 * A proposition, class or duty of which only the id is read so far.
 *
 * @param kind what it is
 * @param id its id, empty if it has none that is well formed
 * @param fields the rest of it
 * @param document where it stands
 */
record LegalEntry(Kind kind, String id, Fields fields, PackDocument document) {

    /** What an entry is. */
    enum Kind {
        /** Something that is true or false of a system. */
        PROPOSITION("Proposition", "propositions"),
        /** A class of systems. */
        CLASS("Class", "classes"),
        /** Something owed. */
        DUTY("Duty", "duties");

        private final String word;
        private final String list;

        Kind(String word, String list) {
            this.word = word;
            this.list = list;
        }

        String word() {
            return word;
        }

        /** The field of a chapter that lists entries of this kind. */
        String list() {
            return list;
        }
    }

    static LegalEntry of(Kind kind, Node node, PackDocument document, Faults faults) {
        String name = node instanceof Node.Mapping mapping
                ? mapping.get("id")
                        .map(id -> id instanceof Node.Scalar scalar ? scalar.text() : "?")
                        .orElse("?")
                : "?";
        String word = kind.word().toLowerCase(Locale.ROOT);
        Fields fields = Fields.of(node, faults, LegalPackReader.SHAPE, word + " (" + Quoted.of(name) + ")");
        String id = fields.requiredText("id");
        if (fields.node("id").isPresent() && !PropositionId.isWellFormed(id)) {
            malformed(id, word, fields.place(), faults);
            id = "";
        }
        return new LegalEntry(kind, id, fields, document);
    }

    static void malformed(String id, String what, Place place, Faults faults) {
        faults.add(
                LegalPackReader.MALFORMED_ID,
                place,
                "The id (" + Quoted.of(id) + ") of a " + what + " (" + place
                        + ") must be a capital letter and up to 79 capital letters, digits or underscores.",
                "Maybe it holds a small letter, a hyphen or a blank.");
    }

    PropositionId propositionId() {
        return new PropositionId(id);
    }

    /** Returns kind, id and place, as messages begin. */
    String subject() {
        return kind.word() + " (" + (id.isEmpty() ? "?" : id) + ", " + fields.place() + ")";
    }
}
