package io.aims.benchmarks.handwritten;

import io.aims.benchmarks.Contender;
import io.aims.benchmarks.Result;
import io.aims.rule.RuleBase;
import io.aims.system.AiSystem;
import io.aims.system.Characteristic;
import java.lang.reflect.InvocationTargetException;

/**
 * The rules of a base as Java: straight code over values that are read once, in methods small enough for the compilers of
 * the JVM. It keeps no reasons, so it tells what holds but not why.
 *
 * <p>Thread-safe.
 */
public abstract class HandWritten implements Contender {

    /** Called by the code that is written. */
    protected HandWritten() {}

    /**
     * Writes, compiles and loads the rules of a base.
     *
     * @param base the rules
     * @return an evaluator of these rules
     */
    public static HandWritten of(RuleBase base) {
        HandWrittenSource source = new HandWrittenSource(base);
        Class<?> compiled = InMemoryCompiler.compile(HandWrittenSource.NAME, source.text());
        Characteristic<?>[] read = source.characteristics().toArray(new Characteristic<?>[0]);
        try {
            return (HandWritten) compiled.getConstructor(Characteristic[].class).newInstance((Object) read);
        } catch (InstantiationException | IllegalAccessException | NoSuchMethodException e) {
            throw new IllegalStateException("The code that was written cannot be called", e);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException("The code that was written does not start", e.getCause());
        }
    }

    /**
     * Combines what rules found into risks and statuses, for contenders that run rules only.
     *
     * @param system the system, of which the roles of the organisation are read
     * @param truths the truth of each rule
     * @return the result
     */
    public abstract Result conclude(AiSystem system, byte[] truths);
}
