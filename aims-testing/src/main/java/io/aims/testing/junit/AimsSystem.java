package io.aims.testing.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Hands a described system to a test.
 *
 * <p>The parameter may be an {@link io.aims.system.AiSystem}, its {@link io.aims.evaluation.Evaluation}, its
 * {@link io.aims.treatment.ControlStates}, or an {@link io.aims.interchange.SystemDocument} with both. Evaluated is by the
 * standard pack, unless {@link UsingAims} says otherwise. A file that is wrong fails the test with every fault and its place.
 *
 * <pre>{@code
 * @Test
 * void credit_decisions_need_processes_for_responsible_use(@AimsSystem("credit.yaml") Evaluation credit) {
 *     assertThat(credit).requires("A.9.2").because("ADM-05");
 * }
 * }</pre>
 *
 * @since 0.1
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PARAMETER)
@ExtendWith(AimsExtension.class)
public @interface AimsSystem {

    /**
     * Names the file with the description, in YAML or JSON: a resource beside the test class, else one at the root of the
     * class path, else a file relative to the working directory.
     *
     * @return a path with {@code /} between its names
     */
    String value();

    /**
     * Names the day for which the system is evaluated.
     *
     * @return a day such as {@code 2026-11-01}; empty for none
     */
    String asOf() default "";
}
