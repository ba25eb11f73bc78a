package io.aims.benchmarks;

import io.aims.Aims;
import io.aims.evaluation.Evaluator;
import io.aims.evaluation.PlainEngine;
import io.aims.rule.RuleBase;
import io.aims.system.AiSystem;

/** AIMS as a contender: by its engine, and by the plain evaluator to which the engine is held. */
final class Contenders {

    private Contenders() {}

    static Contender engine(RuleBase base) {
        Aims aims = Aims.standard();
        return new Contender() {

            @Override
            public Result evaluate(AiSystem system) {
                return Result.of(base, aims.evaluate(system));
            }

            @Override
            public int read(AiSystem system) {
                return Result.read(aims.evaluate(system));
            }

            @Override
            public void close() {
                aims.close();
            }
        };
    }

    static Contender plain(RuleBase base) {
        Evaluator evaluator = new Evaluator(base, new PlainEngine(base));
        return new Contender() {

            @Override
            public Result evaluate(AiSystem system) {
                return Result.of(base, evaluator.evaluate(system, null));
            }

            @Override
            public int read(AiSystem system) {
                return Result.read(evaluator.evaluate(system, null));
            }
        };
    }
}
