package io.aims.rules.internal.compiled;

import io.aims.catalog.compiled.FormReader;
import io.aims.control.ControlId;
import io.aims.risk.ObjectiveId;
import io.aims.risk.RiskLevel;
import io.aims.risk.RiskSourceId;
import io.aims.rule.Condition;
import io.aims.system.BooleanCharacteristic;
import io.aims.system.Characteristic;
import io.aims.system.DecimalCharacteristic;
import io.aims.system.EnumeratedCharacteristic;
import io.aims.system.NominalCharacteristic;
import io.aims.system.OrdinalCharacteristic;
import io.aims.system.ScaleCharacteristic;
import io.aims.system.SetCharacteristic;
import io.aims.system.Vocabulary;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads conditions of rules. Characteristics and values stand in the form by their ids, so that one compiled with another
 * vocabulary is noticed and never misread; equal tests become one test. Not thread-safe.
 */
public final class ConditionReader {

    private static final Kind[] KINDS = Kind.values();
    private static final List<RiskLevel> LEVELS = List.of(RiskLevel.values());

    private final FormReader in;
    private final Vocabulary vocabulary;
    private final List<Condition.Test> read = new ArrayList<>();

    /**
     * Creates a reader.
     *
     * @param in the form
     * @param vocabulary the characteristics that conditions may read
     */
    public ConditionReader(FormReader in, Vocabulary vocabulary) {
        this.in = in;
        this.vocabulary = vocabulary;
    }

    /**
     * Reads a condition.
     *
     * @return the condition
     * @throws IOException if it is not there, or of another vocabulary
     */
    public Condition condition() throws IOException {
        return switch (kind()) {
            case ALWAYS -> new Condition.Always();
            case ALL_OF -> new Condition.AllOf(conditions());
            case ANY_OF -> new Condition.AnyOf(conditions());
            default -> test();
        };
    }

    private List<Condition> conditions() throws IOException {
        int count = in.number();
        List<Condition> parts = new ArrayList<>();
        for (int part = 0; part < count; part++) {
            parts.add(condition());
        }
        return parts;
    }

    /**
     * Reads a test.
     *
     * @return the test
     * @throws IOException if it is not there, or of another vocabulary
     */
    public Condition.Test test() throws IOException {
        int number = in.number();
        if (number > read.size()) {
            throw new IOException("The form has no test " + number);
        }
        if (number == read.size()) {
            read.add(definition());
        }
        return read.get(number);
    }

    private Condition.Test definition() throws IOException {
        return switch (kind()) {
            case AT_LEAST -> {
                OrdinalCharacteristic<?> ordinal = characteristic(OrdinalCharacteristic.class);
                yield new Condition.AtLeast(ordinal, position(ordinal, in.text()));
            }
            case REACHES_NUMBER ->
                new Condition.ReachesNumber(characteristic(DecimalCharacteristic.class), new BigDecimal(in.text()));
            case AT_MOST ->
                new Condition.AtMost(characteristic(ScaleCharacteristic.class), Integer.parseInt(in.text()));
            case IS_YES -> new Condition.IsYes(characteristic(BooleanCharacteristic.class));
            case IS_IN -> {
                NominalCharacteristic<?> nominal = characteristic(NominalCharacteristic.class);
                yield new Condition.IsIn(nominal, mask(nominal));
            }
            case CONTAINS -> {
                SetCharacteristic<?> set = characteristic(SetCharacteristic.class);
                yield new Condition.Contains(set, position(set, in.text()));
            }
            case CONTAINS_ANY -> {
                SetCharacteristic<?> set = characteristic(SetCharacteristic.class);
                yield new Condition.ContainsAny(set, mask(set));
            }
            case NOT_EMPTY -> new Condition.NotEmpty(characteristic(SetCharacteristic.class));
            case HAS_RISK_SOURCE -> new Condition.HasRiskSource(new RiskSourceId(in.text()));
            case LEVEL_AT_LEAST -> new Condition.LevelAtLeast(new ObjectiveId(in.text()), in.word(LEVELS));
            case IS_NEEDED -> new Condition.IsNeeded(new ControlId(in.text()));
            case ALWAYS, ALL_OF, ANY_OF, TEST -> throw new IOException("The form has no test where one must be");
        };
    }

    private Kind kind() throws IOException {
        int kind = in.number();
        if (kind >= KINDS.length) {
            throw new IOException("The form has a condition of no known kind");
        }
        return KINDS[kind];
    }

    private <C extends Characteristic<?>> C characteristic(Class<C> type) throws IOException {
        String id = in.text();
        Characteristic<?> characteristic = vocabulary.characteristic(id).orElse(null);
        if (!type.isInstance(characteristic)) {
            throw new IOException("Vocabulary " + vocabulary.id() + " has no " + type.getSimpleName() + " " + id);
        }
        return type.cast(characteristic);
    }

    private static int position(EnumeratedCharacteristic<?> characteristic, String value) throws IOException {
        int position = characteristic.valueIds().indexOf(value);
        if (position < 0) {
            throw new IOException("Characteristic " + characteristic.id() + " has no value " + value);
        }
        return position;
    }

    private long mask(EnumeratedCharacteristic<?> characteristic) throws IOException {
        long mask = 0;
        for (int rest = in.number(); rest > 0; rest--) {
            mask |= 1L << position(characteristic, in.text());
        }
        return mask;
    }
}
