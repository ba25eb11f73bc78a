package io.aims.architecture;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static io.aims.architecture.PublishedClasses.ALL;

import java.util.Locale;
import java.util.Random;
import java.util.ServiceLoader;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The same input gives the same answer on every machine, in every language, on every day. */
class RepeatabilityTest {

    @Test
    void nothing_reads_the_clock() {
        noClasses()
                .should()
                .callMethodWhere(
                        target(owner(nameMatching("java\\.time\\..*"))).and(target(nameMatching("now|system.*"))))
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callConstructor(java.util.Date.class)
                .because("a result depends on what it was given, and a date is given")
                .check(ALL);
    }

    @Test
    void the_engine_and_the_command_alone_measure_time() {
        noClasses()
                .that()
                .resideOutsideOfPackages("io.aims.rules.internal", "io.aims.cli")
                .should()
                .callMethod(System.class, "nanoTime")
                .because("a deadline may end a run, never change its result")
                .check(ALL);
    }

    @Test
    void nothing_is_left_to_chance() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.aims.testing.jqwik") // draws by the seed that jqwik hands over and reports
                .should()
                .dependOnClassesThat()
                .areAssignableTo(Random.class)
                .orShould()
                .callMethod(UUID.class, "randomUUID")
                .orShould()
                .callMethod(Math.class, "random")
                .check(ALL);
    }

    @Test
    void nothing_depends_on_the_language_of_the_machine() {
        noClasses()
                .should()
                .callMethod(String.class, "format", String.class, Object[].class)
                .orShould()
                .callMethod(String.class, "formatted", Object[].class)
                .orShould()
                .callMethod(String.class, "toLowerCase")
                .orShould()
                .callMethod(String.class, "toUpperCase")
                .orShould()
                .callMethod(Locale.class, "getDefault")
                .because("a number looks different in other languages")
                .check(ALL);
    }

    @Test
    void nothing_is_discovered() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .areAssignableTo(ServiceLoader.class)
                .orShould()
                .callMethod(Class.class, "forName", String.class)
                .because("another jar on the class path must not change an answer")
                .check(ALL);
    }

    @Test
    void no_value_is_bound_to_a_thread() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .areAssignableTo(ThreadLocal.class)
                .because("it leaks under servlets and multiplies under virtual threads")
                .check(ALL);
    }

    @Test
    void the_command_alone_prints() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.aims.cli")
                .should(ACCESS_STANDARD_STREAMS)
                .check(ALL);
    }
}
