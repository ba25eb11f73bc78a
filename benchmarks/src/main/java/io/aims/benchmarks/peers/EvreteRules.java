package io.aims.benchmarks.peers;

import io.aims.benchmarks.Contender;
import io.aims.benchmarks.Result;
import io.aims.benchmarks.handwritten.HandWritten;
import io.aims.rule.Condition;
import io.aims.rule.Rule;
import io.aims.rule.RuleBase;
import io.aims.system.AiSystem;
import io.aims.system.Characteristic;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.evrete.KnowledgeService;
import org.evrete.api.ActivationMode;
import org.evrete.api.Knowledge;
import org.evrete.api.StatelessSession;
import org.evrete.api.Type;
import org.evrete.api.builders.LhsBuilder;
import org.evrete.api.builders.RuleSetBuilder;

/**
 * The rules in Evrete, written with its builder: one predicate for each part of a condition, a stateless session for each
 * system, in which it is seen in both views.
 */
public final class EvreteRules implements Contender {

    private static final String FACT = "$system";

    /** A system in one view, with what the rules find. */
    private record Fact(View view, Object[] values, byte[] found) {}

    private record Values(Object[] low, Object[] high) {}

    private final HandWritten method;
    private final KnowledgeService service = new KnowledgeService();
    private final Knowledge knowledge = service.newKnowledge();
    private final int count;
    private final Prepared<Values> prepared;

    /**
     * Builds the rules of a base.
     *
     * @param base rules that read characteristics only
     * @param method combines what the rules find
     */
    public EvreteRules(RuleBase base, HandWritten method) {
        this.method = method;
        this.count = base.rules().size();
        TreeMap<String, Characteristic<?>> byId = new TreeMap<>();
        for (Rule rule : base.rules()) {
            Tests.characteristics(rule.condition()).forEach(read -> byId.put(read.id(), read));
        }
        List<Characteristic<?>> read = List.copyOf(byId.values());
        this.prepared =
                new Prepared<>(system -> new Values(values(system, read, View.LOW), values(system, read, View.HIGH)));
        Type<Fact> type = knowledge.getTypeResolver().declare(Fact.class);
        for (int i = 0; i < read.size(); i++) {
            int position = i;
            type.declareField(read.get(i).id(), Object.class, fact -> fact.values()[position]);
        }
        RuleSetBuilder<Knowledge> builder = knowledge.builder();
        for (int i = 0; i < count; i++) {
            int position = i;
            Rule rule = base.rules().get(i);
            LhsBuilder<Knowledge> condition = builder.newRule(rule.id().value()).forEach(FACT, Fact.class);
            for (Condition part : Tests.conjuncts(rule.condition())) {
                List<Characteristic<?>> own = Tests.characteristics(part);
                Predicate<Object[]> holds = Tests.of(part, own);
                condition = condition.where(
                        holds, own.stream().map(each -> FACT + "." + each.id()).toArray(String[]::new));
            }
            condition.execute(context -> {
                Fact fact = context.get(FACT);
                fact.found()[position] |= (byte) fact.view().bit();
            });
        }
        builder.build();
    }

    private static Object[] values(AiSystem system, List<Characteristic<?>> read, View view) {
        return read.stream().map(each -> Seen.value(system, each, view)).toArray();
    }

    @Override
    public Result evaluate(AiSystem system) {
        Values values = prepared.of(system);
        byte[] truths = new byte[count];
        StatelessSession session = knowledge.newStatelessSession(ActivationMode.DEFAULT);
        session.insert(new Fact(View.LOW, values.low(), truths));
        session.insert(new Fact(View.HIGH, values.high(), truths));
        session.fire();
        return method.conclude(system, truths);
    }

    /** Ends the threads of the engine. */
    @Override
    public void close() {
        service.shutdown();
    }
}
