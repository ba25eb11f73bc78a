package io.aims.rules;

import io.aims.control.ControlId;
import io.aims.error.Place;
import io.aims.risk.Likelihood;
import io.aims.risk.ObjectiveId;
import io.aims.risk.RiskLevel;
import io.aims.risk.RiskSourceId;
import io.aims.risk.Severity;
import io.aims.rule.Chapter;
import io.aims.rule.Condition;
import io.aims.rule.Rule;
import io.aims.rule.RuleId;
import io.aims.rule.RulePack;
import io.aims.rule.RuleScope;
import io.aims.source.Confidence;
import io.aims.source.Source;
import io.aims.system.BooleanCharacteristic;
import io.aims.system.Characteristic;
import io.aims.system.DecimalCharacteristic;
import io.aims.system.EnumeratedCharacteristic;
import io.aims.system.NominalCharacteristic;
import io.aims.system.OrdinalCharacteristic;
import io.aims.system.ScaleCharacteristic;
import io.aims.system.SetCharacteristic;
import io.aims.system.Vocabulary;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A pack in a form that starts fast: every text once, then the rules as numbers of texts. Examples, which the build has run,
 * are left out.
 *
 * <p>Characteristics and values are named by their ids, so that a pack compiled with another vocabulary is noticed and never
 * misread. Written when the jar is built, from the same YAML chapters.
 */
final class CompiledPack {

    private static final String FORM = "aims-compiled-pack/1";
    private static final int NONE = -1;

    /** What a condition is, in the order of their codes. */
    private enum Kind {
        ALWAYS,
        ALL_OF,
        ANY_OF,
        AT_LEAST,
        REACHES_NUMBER,
        AT_MOST,
        IS_YES,
        IS_IN,
        CONTAINS,
        CONTAINS_ANY,
        NOT_EMPTY,
        HAS_RISK_SOURCE,
        LEVEL_AT_LEAST,
        IS_NEEDED
    }

    private CompiledPack() {}

    /**
     * Writes a pack that adds nothing to vocabulary and catalogue, and replaces nothing.
     *
     * @param pack the pack
     * @param out receives the form; it is not closed
     * @throws IOException if it cannot be written
     */
    static void write(RulePack pack, OutputStream out) throws IOException {
        if (!pack.characteristics().isEmpty()
                || !pack.catalogues().isEmpty()
                || !pack.replaces().isEmpty()) {
            throw new IllegalArgumentException(
                    "A pack with characteristics or catalogues of its own, or that replaces rules, is read from its chapters");
        }
        Writer writer = new Writer();
        writer.pack(pack);
        DataOutputStream data = new DataOutputStream(out);
        data.writeUTF(FORM);
        data.writeInt(writer.texts.size());
        for (String text : writer.texts) {
            data.writeUTF(text);
        }
        data.write(writer.bytes.toByteArray());
        data.flush();
    }

    /**
     * Reads a pack.
     *
     * @param in the form
     * @param vocabulary the vocabulary with which it was compiled
     * @return the pack, without examples
     * @throws IOException if it cannot be read, or is of another form or another vocabulary
     */
    static RulePack read(InputStream in, Vocabulary vocabulary) throws IOException {
        DataInputStream data = new DataInputStream(in);
        String form = data.readUTF();
        if (!form.equals(FORM)) {
            throw new IOException("The form is " + form + ", not " + FORM);
        }
        String[] texts = new String[data.readInt()];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = data.readUTF();
        }
        return new Reader(data, texts, vocabulary).pack();
    }

    private static final class Writer {

        private final List<String> texts = new ArrayList<>();
        private final Map<String, Integer> numbers = new HashMap<>();
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private final DataOutputStream data = new DataOutputStream(bytes);

        void pack(RulePack pack) throws IOException {
            text(pack.id());
            text(pack.version());
            text(pack.title());
            text(pack.licence());
            text(pack.about());
            text(pack.catalogue());
            text(pack.validFrom() == null ? "" : pack.validFrom().toString());
            text(pack.validUntil() == null ? "" : pack.validUntil().toString());
            data.writeShort(pack.chapters().size());
            for (Chapter chapter : pack.chapters()) {
                text(chapter.title());
                text(chapter.about());
                data.writeShort(chapter.rules().size());
                for (Rule rule : chapter.rules()) {
                    rule(rule);
                }
            }
        }

        private void rule(Rule rule) throws IOException {
            text(rule.id().value());
            text(rule.title());
            data.writeByte(rule.scope().ordinal());
            condition(rule.condition());
            texts(rule.raises(), RiskSourceId::value);
            texts(rule.threatens(), ObjectiveId::value);
            data.writeByte(ordinal(rule.contributes()));
            data.writeByte(ordinal(rule.floor()));
            texts(rule.requires(), ControlId::value);
            data.writeBoolean(rule.stop());
            text(rule.why());
            texts(rule.sources(), Source::citation);
            data.writeByte(rule.confidence().ordinal());
            Place place = rule.place();
            data.writeBoolean(place != null);
            if (place != null) {
                text(place.document());
                data.writeInt(place.line());
                data.writeInt(place.column());
            }
        }

        private void condition(Condition condition) throws IOException {
            if (condition instanceof Condition.Always) {
                kind(Kind.ALWAYS);
            } else if (condition instanceof Condition.AllOf all) {
                kind(Kind.ALL_OF);
                conditions(all.parts());
            } else if (condition instanceof Condition.AnyOf any) {
                kind(Kind.ANY_OF);
                conditions(any.parts());
            } else if (condition instanceof Condition.AtLeast test) {
                kind(Kind.AT_LEAST);
                text(test.characteristic().id());
                text(test.characteristic().valueIds().get(test.rank()));
            } else if (condition instanceof Condition.ReachesNumber test) {
                kind(Kind.REACHES_NUMBER);
                text(test.characteristic().id());
                text(test.least().toString());
            } else if (condition instanceof Condition.AtMost test) {
                kind(Kind.AT_MOST);
                text(test.characteristic().id());
                data.writeInt(test.most());
            } else if (condition instanceof Condition.IsYes test) {
                kind(Kind.IS_YES);
                text(test.characteristic().id());
            } else if (condition instanceof Condition.IsIn test) {
                kind(Kind.IS_IN);
                values(test.characteristic(), test.allowed());
            } else if (condition instanceof Condition.Contains test) {
                kind(Kind.CONTAINS);
                text(test.characteristic().id());
                text(test.characteristic().valueIds().get(test.position()));
            } else if (condition instanceof Condition.ContainsAny test) {
                kind(Kind.CONTAINS_ANY);
                values(test.characteristic(), test.wanted());
            } else if (condition instanceof Condition.NotEmpty test) {
                kind(Kind.NOT_EMPTY);
                text(test.characteristic().id());
            } else if (condition instanceof Condition.HasRiskSource test) {
                kind(Kind.HAS_RISK_SOURCE);
                text(test.source().value());
            } else if (condition instanceof Condition.LevelAtLeast test) {
                kind(Kind.LEVEL_AT_LEAST);
                text(test.objective().value());
                data.writeByte(test.least().ordinal());
            } else if (condition instanceof Condition.IsNeeded test) {
                kind(Kind.IS_NEEDED);
                text(test.control().value());
            }
        }

        private void conditions(List<Condition> parts) throws IOException {
            data.writeShort(parts.size());
            for (Condition part : parts) {
                condition(part);
            }
        }

        private void values(EnumeratedCharacteristic<?> characteristic, long mask) throws IOException {
            text(characteristic.id());
            List<String> chosen = new ArrayList<>();
            List<String> all = characteristic.valueIds();
            for (int position = 0; position < all.size(); position++) {
                if ((mask >>> position & 1) != 0) {
                    chosen.add(all.get(position));
                }
            }
            texts(chosen, Function.identity());
        }

        private void kind(Kind kind) throws IOException {
            data.writeByte(kind.ordinal());
        }

        private <T> void texts(List<T> items, Function<T, String> text) throws IOException {
            data.writeShort(items.size());
            for (T item : items) {
                text(text.apply(item));
            }
        }

        private void text(String text) throws IOException {
            Integer number = numbers.get(text);
            if (number == null) {
                number = texts.size();
                numbers.put(text, number);
                texts.add(text);
            }
            data.writeInt(number);
        }

        private static int ordinal(@Nullable Enum<?> word) {
            return word == null ? NONE : word.ordinal();
        }
    }

    private static final class Reader {

        private static final Kind[] KINDS = Kind.values();

        private final DataInputStream data;
        private final String[] texts;
        private final Vocabulary vocabulary;

        Reader(DataInputStream data, String[] texts, Vocabulary vocabulary) {
            this.data = data;
            this.texts = texts;
            this.vocabulary = vocabulary;
        }

        RulePack pack() throws IOException {
            String id = text();
            String version = text();
            String title = text();
            String licence = text();
            String about = text();
            String catalogue = text();
            String from = text();
            String until = text();
            List<Chapter> chapters = new ArrayList<>();
            for (int chapter = data.readShort(); chapter > 0; chapter--) {
                String chapterTitle = text();
                String chapterAbout = text();
                List<Rule> rules = new ArrayList<>();
                for (int rule = data.readShort(); rule > 0; rule--) {
                    rules.add(rule());
                }
                chapters.add(new Chapter(chapterTitle, chapterAbout, rules));
            }
            if (data.read() >= 0) {
                throw new IOException("More follows behind the last rule");
            }
            return new RulePack(
                    id,
                    version,
                    title,
                    licence,
                    about,
                    catalogue,
                    from.isEmpty() ? null : java.time.LocalDate.parse(from),
                    until.isEmpty() ? null : java.time.LocalDate.parse(until),
                    List.of(),
                    chapters);
        }

        private Rule rule() throws IOException {
            return new Rule(
                    new RuleId(text()),
                    text(),
                    word(RuleScope.values()).orElseThrow(),
                    condition(),
                    texts(RiskSourceId::new),
                    texts(ObjectiveId::new),
                    word(Likelihood.values()).orElse(null),
                    word(Severity.values()).orElse(null),
                    texts(ControlId::new),
                    data.readBoolean(),
                    text(),
                    texts(Source::new),
                    word(Confidence.values()).orElseThrow(),
                    List.of(),
                    data.readBoolean() ? new Place(text(), data.readInt(), data.readInt()) : null);
        }

        private Condition condition() throws IOException {
            return switch (KINDS[data.readByte()]) {
                case ALWAYS -> new Condition.Always();
                case ALL_OF -> new Condition.AllOf(conditions());
                case ANY_OF -> new Condition.AnyOf(conditions());
                case AT_LEAST -> {
                    OrdinalCharacteristic<?> ordinal = characteristic(OrdinalCharacteristic.class);
                    yield new Condition.AtLeast(ordinal, position(ordinal));
                }
                case REACHES_NUMBER ->
                    new Condition.ReachesNumber(characteristic(DecimalCharacteristic.class), new BigDecimal(text()));
                case AT_MOST -> new Condition.AtMost(characteristic(ScaleCharacteristic.class), data.readInt());
                case IS_YES -> new Condition.IsYes(characteristic(BooleanCharacteristic.class));
                case IS_IN -> {
                    NominalCharacteristic<?> nominal = characteristic(NominalCharacteristic.class);
                    yield new Condition.IsIn(nominal, mask(nominal));
                }
                case CONTAINS -> {
                    SetCharacteristic<?> set = characteristic(SetCharacteristic.class);
                    yield new Condition.Contains(set, position(set));
                }
                case CONTAINS_ANY -> {
                    SetCharacteristic<?> set = characteristic(SetCharacteristic.class);
                    yield new Condition.ContainsAny(set, mask(set));
                }
                case NOT_EMPTY -> new Condition.NotEmpty(characteristic(SetCharacteristic.class));
                case HAS_RISK_SOURCE -> new Condition.HasRiskSource(new RiskSourceId(text()));
                case LEVEL_AT_LEAST ->
                    new Condition.LevelAtLeast(
                            new ObjectiveId(text()), word(RiskLevel.values()).orElseThrow());
                case IS_NEEDED -> new Condition.IsNeeded(new ControlId(text()));
            };
        }

        private List<Condition> conditions() throws IOException {
            List<Condition> parts = new ArrayList<>();
            for (int part = data.readShort(); part > 0; part--) {
                parts.add(condition());
            }
            return parts;
        }

        private <C extends Characteristic<?>> C characteristic(Class<C> type) throws IOException {
            String id = text();
            Characteristic<?> characteristic = vocabulary.characteristic(id).orElse(null);
            if (!type.isInstance(characteristic)) {
                throw new IOException("Vocabulary " + vocabulary.id() + " has no " + type.getSimpleName() + " " + id);
            }
            return type.cast(characteristic);
        }

        private int position(EnumeratedCharacteristic<?> characteristic) throws IOException {
            String value = text();
            int position = characteristic.valueIds().indexOf(value);
            if (position < 0) {
                throw new IOException("Characteristic " + characteristic.id() + " has no value " + value);
            }
            return position;
        }

        private long mask(EnumeratedCharacteristic<?> characteristic) throws IOException {
            long mask = 0;
            for (int value = data.readShort(); value > 0; value--) {
                mask |= 1L << position(characteristic);
            }
            return mask;
        }

        private <E> Optional<E> word(E[] words) throws IOException {
            int ordinal = data.readByte();
            return ordinal == NONE ? Optional.empty() : Optional.of(words[ordinal]);
        }

        private <T> List<T> texts(Function<String, T> make) throws IOException {
            List<T> items = new ArrayList<>();
            for (int item = data.readShort(); item > 0; item--) {
                items.add(make.apply(text()));
            }
            return items;
        }

        private String text() throws IOException {
            return texts[data.readInt()];
        }
    }
}
