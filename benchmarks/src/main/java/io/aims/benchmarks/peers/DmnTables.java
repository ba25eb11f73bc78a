package io.aims.benchmarks.peers;

import io.aims.benchmarks.Contender;
import io.aims.benchmarks.Result;
import io.aims.benchmarks.handwritten.HandWritten;
import io.aims.rule.RuleBase;
import io.aims.system.AiSystem;
import io.aims.system.Characteristic;
import java.io.StringReader;
import java.math.BigDecimal;
import java.util.List;
import org.kie.api.io.Resource;
import org.kie.dmn.api.core.DMNContext;
import org.kie.dmn.api.core.DMNDecisionResult;
import org.kie.dmn.api.core.DMNModel;
import org.kie.dmn.api.core.DMNResult;
import org.kie.dmn.api.core.DMNRuntime;
import org.kie.dmn.core.internal.utils.DMNRuntimeBuilder;
import org.kie.internal.io.ResourceFactory;

/** The rules as decision tables in the DMN engine of Drools, evaluated once for each view of a system. */
public final class DmnTables implements Contender {

    private record Inputs(DMNContext low, DMNContext high) {}

    private final HandWritten method;
    private final int count;
    private final DMNRuntime runtime;
    private final DMNModel model;
    private final Prepared<Inputs> prepared;

    /**
     * Compiles the rules of a base.
     *
     * @param base rules that read characteristics only
     * @param method combines what the rules find
     */
    public DmnTables(RuleBase base, HandWritten method) {
        this.method = method;
        this.count = base.rules().size();
        Resource source = ResourceFactory.newReaderResource(new StringReader(new DmnModel(base).text()))
                .setSourcePath("rules.dmn");
        this.runtime = DMNRuntimeBuilder.fromDefaults()
                .buildConfiguration()
                .fromResources(List.of(source))
                .getOrElseThrow(e -> new IllegalStateException("The tables do not compile", e));
        this.model = runtime.getModels().get(0);
        if (model.hasErrors()) {
            throw new IllegalStateException(model.getMessages().toString());
        }
        List<Characteristic<?>> read = DmnModel.characteristics(base.rules());
        this.prepared =
                new Prepared<>(system -> new Inputs(inputs(system, read, View.LOW), inputs(system, read, View.HIGH)));
    }

    private DMNContext inputs(AiSystem system, List<Characteristic<?>> read, View view) {
        DMNContext context = runtime.newContext();
        for (Characteristic<?> each : read) {
            Object value = Seen.value(system, each, view);
            context.set(each.id(), value instanceof Integer number ? BigDecimal.valueOf(number) : value);
        }
        return context;
    }

    @Override
    public Result evaluate(AiSystem system) {
        Inputs inputs = prepared.of(system);
        byte[] truths = new byte[count];
        run(inputs.low(), View.LOW, truths);
        run(inputs.high(), View.HIGH, truths);
        return method.conclude(system, truths);
    }

    private void run(DMNContext context, View view, byte[] truths) {
        DMNResult result = runtime.evaluateAll(model, context);
        for (DMNDecisionResult decision : result.getDecisionResults()) {
            if (decision.getResult() instanceof List<?> rules) {
                for (Object rule : rules) {
                    truths[((BigDecimal) rule).intValue()] |= (byte) view.bit();
                }
            }
        }
    }
}
