package io.aims.benchmarks.peers;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.aims.benchmarks.Contender;
import io.aims.rule.Condition;
import io.aims.rule.Rule;
import io.aims.rule.RuleBase;
import io.aims.system.AiSystem;
import io.aims.system.Characteristic;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Writes rules, systems and what is expected of them for json-rules-engine, which runs on Node. */
final class JsonRules {

    private final RuleBase base;
    private final Contender reference;
    private final List<Characteristic<?>> read;

    JsonRules(RuleBase base, Contender reference) {
        this.base = base;
        this.reference = reference;
        this.read = DmnModel.characteristics(base.rules());
    }

    void write(Path file, Map<String, List<AiSystem>> sets) throws IOException {
        try (JsonGenerator json = new JsonFactory().createGenerator(Files.newBufferedWriter(file))) {
            json.writeStartObject();
            json.writeArrayFieldStart("rules");
            for (Rule rule : base.rules()) {
                conditions(json, rule.condition());
            }
            json.writeEndArray();
            json.writeObjectFieldStart("sets");
            for (Map.Entry<String, List<AiSystem>> set : sets.entrySet()) {
                json.writeArrayFieldStart(set.getKey());
                for (AiSystem system : set.getValue()) {
                    system(json, system);
                }
                json.writeEndArray();
            }
            json.writeEndObject();
            json.writeEndObject();
        }
    }

    /** The outermost conditions of a rule must be joined, even if there is only one. */
    private static void conditions(JsonGenerator json, Condition condition) throws IOException {
        if (condition instanceof Condition.AnyOf any) {
            joined(json, "any", any.parts());
        } else {
            joined(json, "all", condition instanceof Condition.AllOf all ? all.parts() : Tests.conjuncts(condition));
        }
    }

    private static void joined(JsonGenerator json, String operator, List<Condition> parts) throws IOException {
        json.writeStartObject();
        json.writeArrayFieldStart(operator);
        for (Condition part : parts) {
            if (part instanceof Condition.SystemTest test) {
                test(json, test);
            } else {
                conditions(json, part);
            }
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void test(JsonGenerator json, Condition.SystemTest test) throws IOException {
        String fact = test.characteristic().id();
        if (test instanceof Condition.AtLeast atLeast) {
            test(json, fact, "greaterThanInclusive", atLeast.rank());
        } else if (test instanceof Condition.IsYes) {
            test(json, fact, "equal", true);
        } else if (test instanceof Condition.AtMost atMost) {
            test(json, fact, "lessThanInclusive", atMost.most());
        } else if (test instanceof Condition.ReachesNumber reaches) {
            test(json, fact, "greaterThanInclusive", reaches.least());
        } else {
            json.writeStartObject();
            json.writeArrayFieldStart("any");
            for (String id : Seen.wanted(test)) {
                test(json, fact, "contains", id);
            }
            json.writeEndArray();
            json.writeEndObject();
        }
    }

    private static void test(JsonGenerator json, String fact, String operator, Object value) throws IOException {
        json.writeStartObject();
        json.writeStringField("fact", fact);
        json.writeStringField("operator", operator);
        json.writeFieldName("value");
        value(json, value);
        json.writeEndObject();
    }

    private void system(JsonGenerator json, AiSystem system) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", system.id());
        facts(json, "low", system, View.LOW);
        facts(json, "high", system, View.HIGH);
        json.writeArrayFieldStart("expected");
        for (byte truth : reference.evaluate(system).truths()) {
            json.writeNumber(truth);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void facts(JsonGenerator json, String name, AiSystem system, View view) throws IOException {
        json.writeObjectFieldStart(name);
        for (Characteristic<?> each : read) {
            json.writeFieldName(each.id());
            value(json, Seen.value(system, each, view));
        }
        json.writeEndObject();
    }

    private static void value(JsonGenerator json, Object value) throws IOException {
        if (value instanceof Boolean yes) {
            json.writeBoolean(yes);
        } else if (value instanceof Integer number) {
            json.writeNumber(number);
        } else if (value instanceof BigDecimal number) {
            json.writeNumber(number);
        } else if (value instanceof List<?> ids) {
            json.writeStartArray();
            for (Object id : ids) {
                json.writeString((String) id);
            }
            json.writeEndArray();
        } else {
            json.writeString((String) value);
        }
    }
}
