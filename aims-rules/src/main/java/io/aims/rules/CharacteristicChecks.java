package io.aims.rules;

import io.aims.catalog.document.Fields;
import io.aims.catalog.document.Node;
import io.aims.error.Diagnostics;
import io.aims.error.Faults;
import io.aims.error.Place;
import io.aims.rules.language.Words;
import io.aims.text.Quoted;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Checks the characteristics that a pack adds against one another, against those in use and against the language. */
final class CharacteristicChecks {

    private static final String CHARACTERISTIC = "AIMS-2013";
    private static final String ALIKE = "AIMS-2103";

    private final String pack;
    private final Beside beside;
    private final Faults faults;
    private final Diagnostics warnings;
    private final Map<String, String> byForm = new HashMap<>();
    private final Map<String, Place> seen = new HashMap<>();

    CharacteristicChecks(String pack, Beside beside, Faults faults, Diagnostics warnings) {
        this.pack = pack;
        this.beside = beside;
        this.faults = faults;
        this.warnings = warnings;
        beside.vocabulary().ids().forEach(id -> byForm.put(form(id), id));
    }

    void check(List<Node> characteristics) {
        characteristics.forEach(this::check);
    }

    private void check(Node node) {
        String id = Fields.idOf(node);
        Place place = node.place();
        Optional<String> owner = beside.owner(id);
        Place other = seen.putIfAbsent(id, place);
        String alike = byForm.putIfAbsent(form(id), id);
        if (owner.isPresent()) {
            tell(
                    id,
                    place,
                    "has the id of a characteristic of " + owner.get(),
                    "Maybe read that one, or put a prefix of your own before the id.");
        } else if (other != null) {
            tell(
                    id,
                    place,
                    "has the id of another one at (" + other + ")",
                    "Maybe one of the two means something else.");
        } else if (alike != null) {
            warnings.warning(
                    ALIKE,
                    place,
                    subject(id, place) + "differs from (" + alike + ") only in the case of its letters.",
                    "Maybe it is the same one; otherwise take a name that nobody mistakes.");
        }
        if (Words.isReserved(id)) {
            tell(id, place, "has a word of the language as its id", "Maybe put a prefix of your own before the id.");
        }
        checkKind(node, id, place);
    }

    private void checkKind(Node node, String id, Place place) {
        if (!(node instanceof Node.Mapping mapping)) {
            return;
        }
        if (mapping.get("type").orElse(null) instanceof Node.Scalar type
                && type.text().equals("DATE")) {
            tell(
                    id,
                    place,
                    "is a DATE, which no rule can read",
                    "Maybe ask for what the day decides: a YES and NO, or values in rising severity.");
        }
        if (mapping.get("values").orElse(null) instanceof Node.Sequence values) {
            for (Node item : values.items()) {
                if (item instanceof Node.Scalar value && Words.isReserved(value.text())) {
                    tell(
                            id,
                            value.place(),
                            "has the value (" + value.text() + "), a word of the language",
                            "Maybe write it in capital letters.");
                }
            }
        }
    }

    private void tell(String id, Place place, String what, String advice) {
        faults.add(CHARACTERISTIC, place, subject(id, place) + what + ".", advice);
    }

    private String subject(String id, Place place) {
        return "Characteristic (" + Quoted.of(id) + ", " + place + ") of pack (" + Quoted.of(pack) + ") ";
    }

    private static String form(String id) {
        return id.toLowerCase(Locale.ROOT);
    }
}
