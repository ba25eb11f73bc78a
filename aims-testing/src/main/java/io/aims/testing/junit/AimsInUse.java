package io.aims.testing.junit;

import io.aims.Aims;
import io.aims.error.AimsException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.platform.commons.support.AnnotationSupport;

/** The packs, catalogues and criteria of a test: one object for all tests that name the same, closed when they end. */
final class AimsInUse {

    private static final String NOT_MADE = "AIMS-7006";
    private static final Namespace NAMESPACE = Namespace.create(AimsInUse.class);

    private AimsInUse() {}

    static Aims of(ExtensionContext context) {
        Class<? extends Supplier<Aims>> source = nearest(context)
                .<Class<? extends Supplier<Aims>>>map(UsingAims::value)
                .orElse(Standard.class);
        return context.getRoot().getStore(NAMESPACE).getOrComputeIfAbsent(source, AimsInUse::made, Aims.class);
    }

    /** The annotation of the method counts before that of its class, and that before the one of the class around it. */
    private static Optional<UsingAims> nearest(ExtensionContext context) {
        Optional<ExtensionContext> level = Optional.of(context);
        while (level.isPresent()) {
            Optional<UsingAims> named =
                    AnnotationSupport.findAnnotation(level.get().getElement(), UsingAims.class);
            if (named.isPresent()) {
                return named;
            }
            level = level.get().getParent();
        }
        return Optional.empty();
    }

    private static Aims made(Class<? extends Supplier<Aims>> source) {
        try {
            Constructor<? extends Supplier<Aims>> constructor = source.getDeclaredConstructor();
            constructor.setAccessible(true);
            return constructor.newInstance().get();
        } catch (InvocationTargetException e) {
            throw new IllegalStateException("The constructor of " + source.getName() + " failed", e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new AimsException(
                    NOT_MADE,
                    "The class (" + source.getName() + ") that should put AIMS together cannot be made: "
                            + e.getMessage() + ".",
                    "Maybe make it a static or top-level class with a constructor without parameters.");
        }
    }

    private static final class Standard implements Supplier<Aims> {

        @Override
        public Aims get() {
            return Aims.standard();
        }
    }
}
