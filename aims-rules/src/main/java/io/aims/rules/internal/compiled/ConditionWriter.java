package io.aims.rules.internal.compiled;

import io.aims.catalog.compiled.FormWriter;
import io.aims.rule.Condition;
import io.aims.system.EnumeratedCharacteristic;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Writes conditions of rules. A test is written where it first stands, and by its number from then on. Not thread-safe. */
public final class ConditionWriter {

    private final FormWriter out;
    private final Map<Condition.Test, Integer> written = new HashMap<>();

    /**
     * Creates a writer.
     *
     * @param out receives the conditions
     */
    public ConditionWriter(FormWriter out) {
        this.out = out;
    }

    /**
     * Writes a condition.
     *
     * @param condition the condition
     */
    public void condition(Condition condition) {
        if (condition instanceof Condition.AllOf all) {
            conditions(Kind.ALL_OF, all.parts());
        } else if (condition instanceof Condition.AnyOf any) {
            conditions(Kind.ANY_OF, any.parts());
        } else if (condition instanceof Condition.Test test) {
            kind(Kind.TEST);
            test(test);
        } else {
            kind(Kind.ALWAYS);
        }
    }

    private void conditions(Kind kind, List<Condition> parts) {
        kind(kind);
        out.number(parts.size());
        parts.forEach(this::condition);
    }

    /**
     * Writes a test.
     *
     * @param test the test
     */
    public void test(Condition.Test test) {
        Integer number = written.putIfAbsent(test, written.size());
        if (number != null) {
            out.number(number);
            return;
        }
        out.number(written.size() - 1);
        if (test instanceof Condition.AtLeast atLeast) {
            kind(Kind.AT_LEAST).text(atLeast.characteristic().id());
            value(atLeast.characteristic(), atLeast.rank());
        } else if (test instanceof Condition.ReachesNumber reaches) {
            kind(Kind.REACHES_NUMBER)
                    .text(reaches.characteristic().id())
                    .text(reaches.least().toString());
        } else if (test instanceof Condition.AtMost atMost) {
            kind(Kind.AT_MOST).text(atMost.characteristic().id()).text(Integer.toString(atMost.most()));
        } else if (test instanceof Condition.IsYes isYes) {
            kind(Kind.IS_YES).text(isYes.characteristic().id());
        } else if (test instanceof Condition.IsIn isIn) {
            kind(Kind.IS_IN).text(isIn.characteristic().id());
            values(isIn.characteristic(), isIn.allowed());
        } else if (test instanceof Condition.Contains contains) {
            kind(Kind.CONTAINS).text(contains.characteristic().id());
            value(contains.characteristic(), contains.position());
        } else if (test instanceof Condition.ContainsAny containsAny) {
            kind(Kind.CONTAINS_ANY).text(containsAny.characteristic().id());
            values(containsAny.characteristic(), containsAny.wanted());
        } else if (test instanceof Condition.NotEmpty notEmpty) {
            kind(Kind.NOT_EMPTY).text(notEmpty.characteristic().id());
        } else if (test instanceof Condition.HasRiskSource hasSource) {
            kind(Kind.HAS_RISK_SOURCE).text(hasSource.source().value());
        } else if (test instanceof Condition.LevelAtLeast level) {
            kind(Kind.LEVEL_AT_LEAST).text(level.objective().value()).word(level.least());
        } else if (test instanceof Condition.IsNeeded needed) {
            kind(Kind.IS_NEEDED).text(needed.control().value());
        }
    }

    private FormWriter kind(Kind kind) {
        return out.number(kind.ordinal());
    }

    private void value(EnumeratedCharacteristic<?> characteristic, int position) {
        out.text(characteristic.valueIds().get(position));
    }

    private void values(EnumeratedCharacteristic<?> characteristic, long mask) {
        List<String> chosen = new ArrayList<>();
        for (long rest = mask; rest != 0; rest &= rest - 1) {
            chosen.add(characteristic.valueIds().get(Long.numberOfTrailingZeros(rest)));
        }
        out.texts(chosen);
    }
}
