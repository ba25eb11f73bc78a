package io.aims.testing.junit;

import io.aims.Aims;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Names the packs, catalogues and criteria with which the systems of a test class are evaluated. They are put together once
 * for all classes that name the same, and closed when the tests end. Tests may ask for a parameter of type {@link Aims}, or
 * for {@link io.aims.testing.AssertionsByRules}, whose failures these rules explain.
 *
 * <pre>{@code
 * class AcmeRules implements Supplier<Aims> {
 *     public Aims get() {
 *         return Aims.builder()
 *                 .packs(RulePacks.standard(), RulePacks.read(Path.of("acme-pack")))
 *                 .build();
 *     }
 * }
 *
 * @UsingAims(AcmeRules.class)
 * class CreditTest { ... }
 * }</pre>
 *
 * @since 0.1
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
@ExtendWith(AimsExtension.class)
public @interface UsingAims {

    /**
     * Names the class that puts them together.
     *
     * @return a class with a constructor without parameters, of any visibility
     */
    Class<? extends Supplier<Aims>> value();
}
