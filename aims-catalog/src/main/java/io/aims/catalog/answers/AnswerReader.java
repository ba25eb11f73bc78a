package io.aims.catalog.answers;

import io.aims.catalog.document.Fields;
import io.aims.catalog.document.Node;
import io.aims.error.Faults;
import io.aims.error.Place;
import io.aims.system.Answer;
import io.aims.system.Bounds;
import io.aims.system.Characteristic;
import io.aims.system.DateCharacteristic;
import io.aims.system.DecimalCharacteristic;
import io.aims.system.EnumeratedCharacteristic;
import io.aims.system.NominalCharacteristic;
import io.aims.system.OrdinalCharacteristic;
import io.aims.system.Provenance;
import io.aims.system.ScaleCharacteristic;
import io.aims.system.SetCharacteristic;
import io.aims.system.Vocabulary;
import io.aims.text.Quoted;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the answers about one system, or of one example of a rule.
 *
 * <p>An answer is a value ({@code HIGH_AUTOMATION}, {@code 9}, {@code 2026-11-27}, {@code [WORKERS]}), a bound
 * ({@code {atLeast: HIGH_AUTOMATION}}, {@code {atMost: ...}}, or both), an open set ({@code {contains: [WORKERS]}}) or a
 * choice ({@code {in: [SWITZERLAND, EU]}}). Beside any of them, and beside {@code value}, may stand who said so:
 * {@code by}, {@code on}, {@code evidence}, {@code basis}. Ids are read as they are: a word in the wrong case is a fault
 * with the right word. What is wrong is reported and left out, and reading goes on. Not thread-safe.
 *
 * @since 0.1
 */
public final class AnswerReader {

    private static final String UNKNOWN_CHARACTERISTIC = "AIMS-1004";
    private static final String WRONG_VALUE = "AIMS-1003";
    private static final String WRONG_FORM = "AIMS-1005";
    private static final String WRONG_PROVENANCE = "AIMS-1006";
    private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final String LEAVE_OUT = "leave it out: unknown is allowed.";

    private final String kind;
    private final String subject;
    private final Faults faults;

    /**
     * Creates a reader.
     *
     * @param kind what the answers are about, for messages: {@code system}, or {@code example of rule}
     * @param id its id, in any form
     * @param faults receives what is wrong
     */
    public AnswerReader(String kind, String id, Faults faults) {
        this.kind = kind;
        this.subject = Quoted.of(id);
        this.faults = faults;
    }

    /**
     * Reads answers by the ids of the characteristics.
     *
     * @param node the node that should be a map
     * @param vocabulary the characteristics that may be answered
     * @return the answers that could be read, in the order in which they are written
     */
    public List<Answer> readAll(Node node, Vocabulary vocabulary) {
        List<Answer> answers = new ArrayList<>();
        if (!(node instanceof Node.Mapping mapping)) {
            faults.add(
                    WRONG_FORM,
                    node.place(),
                    "The characteristics of " + at(node.place()) + " must be a map, not " + node.kind() + ".",
                    "Maybe write one line for each, for example automationLevel: ASSISTANCE.");
            return answers;
        }
        for (Node.Entry entry : mapping.entries().values()) {
            Optional<Characteristic<?>> characteristic = vocabulary.characteristic(entry.key());
            if (characteristic.isPresent()) {
                read(entry.value(), characteristic.get()).ifPresent(answers::add);
            } else {
                faults.add(
                        UNKNOWN_CHARACTERISTIC,
                        entry.keyPlace(),
                        "The characteristic (" + Quoted.of(entry.key()) + ") of " + at(entry.keyPlace())
                                + " is not in vocabulary (" + vocabulary.id() + ").",
                        faults.nearest(entry.key(), vocabulary.ids())
                                .map(near -> "Maybe you meant (" + near + ").")
                                .orElse("Maybe a pack that adds it is missing."));
            }
        }
        return answers;
    }

    /**
     * Reads one answer.
     *
     * @param node what is written behind the characteristic
     * @param characteristic the characteristic
     * @return the answer, or empty, with a fault, if it cannot be read
     */
    public Optional<Answer> read(Node node, Characteristic<?> characteristic) {
        if (!(node instanceof Node.Mapping mapping)) {
            return exact(node, characteristic).map(bounds -> Answer.of(characteristic, bounds));
        }
        Fields fields =
                Fields.of(mapping, faults, WRONG_FORM, characteristic.id() + " of " + kind + " (" + subject + ")");
        Optional<Bounds> bounds = bounds(fields, mapping, characteristic);
        Provenance provenance = provenance(fields, characteristic);
        fields.end();
        return bounds.map(known -> new Answer(characteristic, known, provenance));
    }

    private Optional<Bounds> bounds(Fields fields, Node.Mapping mapping, Characteristic<?> characteristic) {
        Optional<Node> value = fields.node("value");
        Optional<Node> least = fields.node("atLeast");
        Optional<Node> most = fields.node("atMost");
        Optional<Node> contained = fields.node("contains");
        Optional<Node> possible = fields.node("in");
        int forms = count(value) + Math.max(count(least), count(most)) + count(contained) + count(possible);
        if (forms != 1) {
            return wrongForm(
                    mapping,
                    characteristic,
                    forms == 0 ? "does not say what is known" : "says what is known in " + forms + " ways",
                    "Write one of " + forms(characteristic) + ".");
        }
        if (value.isPresent()) {
            return value.get() instanceof Node.Mapping inner
                    ? wrongForm(inner, characteristic, "has a map as its value", "Move what it holds one level up.")
                    : exact(value.get(), characteristic);
        }
        if (contained.isPresent()) {
            return characteristic instanceof SetCharacteristic<?> set
                    ? mask(contained.get(), set).map(known -> new Bounds.Members(known, false))
                    : notThisForm(mapping, characteristic, "contains");
        }
        if (possible.isPresent()) {
            return characteristic instanceof NominalCharacteristic<?> nominal
                    ? choice(possible.get(), nominal)
                    : notThisForm(mapping, characteristic, "in");
        }
        if (characteristic instanceof OrdinalCharacteristic<?> ordinal) {
            return ranks(mapping, ordinal, least, most);
        }
        if (characteristic instanceof ScaleCharacteristic || characteristic instanceof DecimalCharacteristic) {
            return numbers(mapping, characteristic, least, most);
        }
        if (characteristic instanceof DateCharacteristic date) {
            return days(mapping, date, least, most);
        }
        return notThisForm(mapping, characteristic, least.isPresent() ? "atLeast" : "atMost");
    }

    private Optional<Bounds> ranks(
            Node.Mapping mapping, OrdinalCharacteristic<?> ordinal, Optional<Node> least, Optional<Node> most) {
        Optional<Integer> low = least.isEmpty() ? Optional.of(0) : position(least.get(), ordinal);
        Optional<Integer> high =
                most.isEmpty() ? Optional.of(ordinal.values().size() - 1) : position(most.get(), ordinal);
        if (low.isEmpty() || high.isEmpty()) {
            return Optional.empty();
        }
        return low.get() > high.get()
                ? crossing(mapping, ordinal)
                : Optional.of(new Bounds.Ranks(low.get(), high.get()));
    }

    private Optional<Bounds> numbers(
            Node.Mapping mapping, Characteristic<?> characteristic, Optional<Node> least, Optional<Node> most) {
        Bounds.Numbers all = (Bounds.Numbers) characteristic.unknown();
        Optional<BigDecimal> low = least.isEmpty() ? Optional.of(all.low()) : number(least.get(), characteristic);
        Optional<BigDecimal> high =
                most.isEmpty() ? Optional.ofNullable(all.high()) : number(most.get(), characteristic);
        if (low.isEmpty() || most.isPresent() && high.isEmpty()) {
            return Optional.empty();
        }
        return high.isPresent() && low.get().compareTo(high.get()) > 0
                ? crossing(mapping, characteristic)
                : Optional.of(new Bounds.Numbers(low.get(), high.orElse(null)));
    }

    private Optional<Bounds> days(
            Node.Mapping mapping, DateCharacteristic date, Optional<Node> least, Optional<Node> most) {
        Optional<LocalDate> earliest = least.isEmpty() ? Optional.of(Bounds.Days.FIRST) : day(least.get(), date);
        Optional<LocalDate> latest = most.isEmpty() ? Optional.of(Bounds.Days.LAST) : day(most.get(), date);
        if (earliest.isEmpty() || latest.isEmpty()) {
            return Optional.empty();
        }
        return earliest.get().isAfter(latest.get())
                ? crossing(mapping, date)
                : Optional.of(new Bounds.Days(earliest.get(), latest.get()));
    }

    private Optional<Bounds> exact(Node node, Characteristic<?> characteristic) {
        if (characteristic instanceof SetCharacteristic<?> set) {
            return mask(node, set).map(known -> new Bounds.Members(known, true));
        }
        if (characteristic instanceof NominalCharacteristic<?> nominal) {
            return position(node, nominal).map(position -> new Bounds.OneOf(1L << position));
        }
        if (characteristic instanceof EnumeratedCharacteristic<?> enumerated) {
            return position(node, enumerated).map(position -> new Bounds.Ranks(position, position));
        }
        if (characteristic instanceof DateCharacteristic date) {
            return day(node, date).map(day -> new Bounds.Days(day, day));
        }
        return number(node, characteristic).map(number -> new Bounds.Numbers(number, number));
    }

    private Optional<Bounds> choice(Node node, NominalCharacteristic<?> nominal) {
        Optional<Long> possible = mask(node, nominal);
        if (possible.isPresent() && possible.get() == 0) {
            return wrongForm(node, nominal, "leaves no value possible", "Maybe " + LEAVE_OUT);
        }
        return possible.map(Bounds.OneOf::new);
    }

    /** The values of a list as bits; a wrong value leaves nothing of the list, for a part of a set says something else. */
    private Optional<Long> mask(Node node, EnumeratedCharacteristic<?> characteristic) {
        if (!(node instanceof Node.Sequence sequence)) {
            String advice = node instanceof Node.Scalar scalar && !scalar.isNull()
                    ? "Write [" + Quoted.of(scalar.text()) + "]"
                            + (characteristic instanceof SetCharacteristic<?>
                                    ? " if that is all, {contains: [" + Quoted.of(scalar.text())
                                            + "]} if there may be more."
                                    : ".")
                    : "Write [] if it was assessed and there is none, or " + LEAVE_OUT;
            wrongForm(node, characteristic, "must be a list, not " + describe(node), advice);
            return Optional.empty();
        }
        long mask = 0;
        boolean whole = true;
        for (Node item : sequence.items()) {
            Optional<Integer> position = position(item, characteristic);
            whole &= position.isPresent();
            long bit = position.map(p -> 1L << p).orElse(0L);
            if ((mask & bit) != 0) {
                wrongForm(
                        item,
                        characteristic,
                        "lists (" + characteristic.valueIds().get(position.orElseThrow()) + ") twice",
                        "Maybe one of the two means another value.");
                whole = false;
            }
            mask |= bit;
        }
        return whole ? Optional.of(mask) : Optional.empty();
    }

    private Optional<Integer> position(Node node, EnumeratedCharacteristic<?> characteristic) {
        Optional<Node.Scalar> scalar = scalar(node, characteristic);
        if (scalar.isEmpty()) {
            return Optional.empty();
        }
        String text = scalar.get().text();
        int position = characteristic.valueIds().indexOf(text);
        if (position >= 0) {
            return Optional.of(position);
        }
        wrongValue(
                node,
                characteristic,
                text,
                "one of " + String.join(", ", characteristic.valueIds()),
                nearest(text, characteristic));
        return Optional.empty();
    }

    private Optional<BigDecimal> number(Node node, Characteristic<?> characteristic) {
        Optional<Node.Scalar> scalar = scalar(node, characteristic);
        if (scalar.isEmpty()) {
            return Optional.empty();
        }
        String text = scalar.get().text();
        if (scalar.get().quoted()) {
            wrongForm(node, characteristic, "is a text, where a number is due", "Maybe leave the quotation marks out.");
            return Optional.empty();
        }
        if (characteristic instanceof ScaleCharacteristic scale) {
            Optional<Integer> number = Numerals.whole(text).filter(n -> n >= scale.least() && n <= scale.most());
            if (number.isEmpty()) {
                wrongValue(node, scale, text, scale.least() + " to " + scale.most(), Optional.empty());
            }
            return number.map(BigDecimal::valueOf);
        }
        Optional<BigDecimal> number = Numerals.decimal(text);
        if (number.isEmpty()) {
            wrongValue(node, characteristic, text, Numerals.DECIMAL_LIMITS, Optional.empty());
        }
        return number;
    }

    private Optional<LocalDate> day(Node node, DateCharacteristic date) {
        Optional<Node.Scalar> scalar = scalar(node, date);
        if (scalar.isEmpty()) {
            return Optional.empty();
        }
        String text = scalar.get().text();
        if (DAY.matcher(text).matches() && !text.startsWith("0000")) {
            try {
                return Optional.of(LocalDate.parse(text));
            } catch (DateTimeException e) {
                wrongValue(node, date, text, "a day of the calendar", Optional.empty());
                return Optional.empty();
            }
        }
        wrongValue(node, date, text, "a day with year, month and day, for example 2026-11-27", Optional.empty());
        return Optional.empty();
    }

    private Optional<Node.Scalar> scalar(Node node, Characteristic<?> characteristic) {
        if (node instanceof Node.Scalar scalar && !scalar.isNull()) {
            return Optional.of(scalar);
        }
        wrongForm(
                node,
                characteristic,
                node instanceof Node.Scalar ? "says nothing" : "must be a single value, not " + describe(node),
                node instanceof Node.Scalar
                        ? "Maybe " + LEAVE_OUT
                        : "Write one of " + forms(characteristic) + ", or " + LEAVE_OUT);
        return Optional.empty();
    }

    private Provenance provenance(Fields fields, Characteristic<?> characteristic) {
        String by = said(fields, "by", characteristic);
        String evidence = said(fields, "evidence", characteristic);
        Provenance.Basis basis = fields.word("basis", Provenance.Basis.class).orElse(Provenance.Basis.STATED);
        String on = said(fields, "on", characteristic);
        LocalDate date = null;
        if (on != null) {
            try {
                date = LocalDate.parse(on);
            } catch (DateTimeException e) {
                Place place = fields.node("on").map(Node::place).orElse(fields.place());
                faults.add(
                        WRONG_PROVENANCE,
                        place,
                        "The date (" + Quoted.of(on) + ") of " + characteristic.id() + " of " + at(place)
                                + " is no day of the calendar.",
                        "Write year, month and day, for example 2026-03-01.");
            }
        }
        return by == null && date == null && evidence == null && basis == Provenance.Basis.STATED
                ? Provenance.NONE
                : new Provenance(by, date, evidence, basis);
    }

    private @Nullable String said(Fields fields, String key, Characteristic<?> characteristic) {
        Optional<String> text = fields.text(key);
        if (text.isPresent() && text.get().isBlank()) {
            Place place = fields.node(key).map(Node::place).orElse(fields.place());
            faults.add(
                    WRONG_PROVENANCE,
                    place,
                    "The " + key + " of " + characteristic.id() + " of " + at(place) + " is blank.",
                    "Maybe leave it out.");
            return null;
        }
        return text.orElse(null);
    }

    private Optional<Bounds> crossing(Node.Mapping mapping, Characteristic<?> characteristic) {
        String order = characteristic instanceof OrdinalCharacteristic<?> ordinal
                ? " Its values rise in the order " + String.join(", ", ordinal.valueIds()) + "."
                : "";
        return wrongForm(
                mapping, characteristic, "has an atLeast above its atMost", "Maybe they were exchanged." + order);
    }

    private Optional<Bounds> notThisForm(Node node, Characteristic<?> characteristic, String form) {
        return wrongForm(
                node,
                characteristic,
                "cannot be answered with " + form,
                "Write one of " + forms(characteristic) + ", or " + LEAVE_OUT);
    }

    private Optional<Bounds> wrongForm(Node node, Characteristic<?> characteristic, String what, String advice) {
        faults.add(
                WRONG_FORM,
                node.place(),
                "The " + characteristic.id() + " of " + at(node.place()) + " " + what + ".",
                advice);
        return Optional.empty();
    }

    private void wrongValue(
            Node node, Characteristic<?> characteristic, String text, String allowed, Optional<String> nearest) {
        faults.add(
                WRONG_VALUE,
                node.place(),
                "The " + characteristic.id() + " (" + Quoted.of(text) + ") of " + at(node.place()) + " must be "
                        + allowed + ".",
                nearest.map(near -> "Maybe you meant (" + near + ").").orElse("Maybe " + LEAVE_OUT));
    }

    private Optional<String> nearest(String text, EnumeratedCharacteristic<?> characteristic) {
        if (characteristic.type() == io.aims.system.CharacteristicType.BOOLEAN) {
            return switch (text.toLowerCase(Locale.ROOT)) {
                case "true", "yes", "y", "1", "on" -> Optional.of("YES");
                case "false", "no", "n", "0", "off" -> Optional.of("NO");
                default -> Optional.empty();
            };
        }
        return faults.nearest(text, characteristic.valueIds());
    }

    private static String forms(Characteristic<?> characteristic) {
        if (characteristic instanceof EnumeratedCharacteristic<?> enumerated) {
            String some = enumerated.valueIds().get(enumerated.values().size() - 1);
            return switch (enumerated.type()) {
                case SET -> "[" + some + "], [] or {contains: [" + some + "]}";
                case NOMINAL -> some + " or {in: [" + some + "]}";
                case ORDINAL -> some + ", {atLeast: " + some + "} or {atMost: " + some + "}";
                default -> String.join(" or ", enumerated.valueIds());
            };
        }
        String some = characteristic instanceof ScaleCharacteristic scale
                ? String.valueOf(scale.most())
                : characteristic instanceof DateCharacteristic ? "2026-11-27" : "1e24";
        return some + ", {atLeast: " + some + "} or {atMost: " + some + "}";
    }

    private static String describe(Node node) {
        return node instanceof Node.Scalar scalar && scalar.isNull() ? "empty" : node.kind();
    }

    private static int count(Optional<Node> node) {
        return node.isPresent() ? 1 : 0;
    }

    private String at(Place place) {
        return kind + " (" + subject + ", " + place + ")";
    }
}
