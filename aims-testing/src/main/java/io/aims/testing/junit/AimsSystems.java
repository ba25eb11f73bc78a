package io.aims.testing.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Runs a test once for each system of a folder, a file of several systems or an inventory. The display name is the id of the
 * system.
 *
 * <p>Parameters are as with {@link AimsSystem}, without an annotation. A description that cannot be read is a test that fails
 * with its faults: none is left out.
 *
 * <pre>{@code
 * @AimsSystems("systems")
 * void no_system_is_stopped(Evaluation evaluation) {
 *     assertThat(evaluation).doesNotStop();
 * }
 * }</pre>
 *
 * @since 0.1
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@TestTemplate
@ExtendWith({AimsExtension.class, AimsSystemsExtension.class})
public @interface AimsSystems {

    /**
     * Names the folder or file: a resource beside the test class, else one at the root of the class path, else a path
     * relative to the working directory.
     *
     * @return a path with {@code /} between its names
     */
    String value();

    /**
     * Names the mapping with which an inventory in CSV is read.
     *
     * @return a shipped mapping, or a file found like the inventory; empty if it is no inventory
     */
    String mapping() default "";

    /**
     * Names the day for which the systems are evaluated.
     *
     * @return a day such as {@code 2026-11-01}; empty for none
     */
    String asOf() default "";
}
