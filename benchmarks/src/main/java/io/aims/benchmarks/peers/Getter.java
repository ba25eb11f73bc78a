package io.aims.benchmarks.peers;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/** Reads a property of facts whose class is made at run time. */
final class Getter {

    private final MethodHandle handle;

    Getter(Class<?> type, String method) {
        try {
            handle = MethodHandles.publicLookup()
                    .unreflect(type.getMethod(method))
                    .asType(MethodType.methodType(Object.class, Object.class));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("No getter " + method + " of " + type.getName(), e);
        }
    }

    Object of(Object fact) {
        try {
            return handle.invokeExact(fact);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("A getter failed", e);
        }
    }
}
