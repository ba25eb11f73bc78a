package io.aims.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static io.aims.architecture.PublishedClasses.ALL;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Packages from the bottom up, and what may know what. */
class LayersTest {

    /** Every package of the published modules; each may use those before it, none after it. */
    private static final List<String> FROM_THE_BOTTOM_UP = List.of(
            // aims-core
            "io.aims.text",
            "io.aims.error",
            "io.aims.source",
            "io.aims.system",
            "io.aims.system.identity",
            "io.aims.system.automation",
            "io.aims.system.technique",
            "io.aims.system.data",
            "io.aims.system.environment",
            "io.aims.system.supply",
            "io.aims.system.people",
            "io.aims.system.regulation",
            "io.aims.system.vocabulary",
            "io.aims.risk",
            "io.aims.control",
            "io.aims.crosswalk",
            "io.aims.rule",
            "io.aims.evaluation",
            "io.aims.bulk",
            "io.aims.law",
            "io.aims.treatment",
            "io.aims.reasoning.internal",
            "io.aims.treatment.reuse",
            "io.aims.treatment.text",
            "io.aims.reasoning.proof",
            "io.aims.reasoning.verification",
            "io.aims.reasoning.interview",
            "io.aims.reasoning.change",
            "io.aims.reasoning.counterfactual",
            "io.aims.treatment.statement",
            "io.aims.treatment.portfolio",
            "io.aims.treatment.assessment",
            "io.aims.law.text",
            // aims-catalog
            "io.aims.catalog.document",
            "io.aims.catalog.answers",
            "io.aims.catalog.compiled",
            "io.aims.catalog",
            // aims-interchange
            "io.aims.interchange",
            "io.aims.interchange.inventory",
            // aims-rules
            "io.aims.rules.language",
            "io.aims.rules.internal.files",
            "io.aims.rules.internal.analysis",
            "io.aims.rules.internal.compiled",
            "io.aims.rules.law",
            "io.aims.rules.drl",
            "io.aims.rules.trusted",
            "io.aims.rules",
            "io.aims.rules.internal",
            "io.aims",
            // aims-packs
            "io.aims.packs",
            "io.aims.packs.internal",
            "io.aims.packs.coverage",
            "io.aims.packs.mutation",
            "io.aims.packs.documentation",
            "io.aims.packs.difference",
            "io.aims.packs.skeleton",
            "io.aims.packs.output",
            // aims-testing
            "io.aims.testing.baseline",
            "io.aims.testing",
            "io.aims.testing.junit",
            "io.aims.testing.jqwik",
            // aims-report
            "io.aims.report.internal.page",
            "io.aims.report.internal.sheet",
            "io.aims.report.internal.view",
            "io.aims.report.internal.template",
            "io.aims.report",
            // aims-cli
            "io.aims.cli");

    @Test
    void every_package_has_its_place_and_every_place_a_package() {
        TreeSet<String> packages = ALL.stream().map(JavaClass::getPackageName).collect(toCollection(TreeSet::new));

        assertThat(packages).containsExactlyElementsOf(new TreeSet<>(FROM_THE_BOTTOM_UP));
    }

    @Test
    void packages_use_only_packages_below_them() {
        classes().should(useOnlyPackagesBelowTheirOwn()).check(ALL);
    }

    @Test
    void packages_are_free_of_cycles() {
        slices().matching("(io.aims..)").should().beFreeOfCycles().check(ALL);
    }

    @Test
    void the_core_needs_only_the_jdk_and_jspecify() {
        classes()
                .that()
                .resideInAnyPackage(corePackages())
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(with(corePackages(), "java..", "org.jspecify.annotations"))
                .check(ALL);
    }

    @Test
    void drools_is_known_in_one_package_only() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.aims.rules.internal")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.drools..", "org.kie..")
                .check(ALL);
        assertThat(ALL.stream()
                        .filter(type -> type.getPackageName().equals("io.aims.rules.internal"))
                        .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                        .filter(use -> use.getTargetClass().getPackageName().startsWith("org.drools")))
                .as("uses of Drools where it belongs: without them this rule guards nothing")
                .isNotEmpty();
    }

    @Test
    void parsers_are_known_to_the_readers_and_writers_of_documents_only() {
        noClasses()
                .that()
                .resideOutsideOfPackages("io.aims.catalog.document", "io.aims.interchange..", "io.aims.packs.output")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.snakeyaml..", "com.fasterxml..")
                .check(ALL);
    }

    @Test
    void what_is_needed_does_not_depend_on_what_is_done() {
        noClasses()
                .that()
                .resideInAnyPackage("io.aims.rule", "io.aims.rules..", "io.aims.risk")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.aims.treatment..")
                .because("applicability never reads implementation")
                .check(ALL);
    }

    @Test
    void files_of_systems_and_rules_do_not_know_each_other() {
        noClasses()
                .that()
                .resideInAPackage("io.aims.interchange..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.aims", "io.aims.rules..")
                .check(ALL);
        noClasses()
                .that()
                .resideInAnyPackage("io.aims", "io.aims.rules..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.aims.interchange..")
                .check(ALL);
    }

    private static String[] corePackages() {
        return FROM_THE_BOTTOM_UP
                .subList(0, FROM_THE_BOTTOM_UP.indexOf("io.aims.catalog.document"))
                .toArray(String[]::new);
    }

    private static String[] with(String[] some, String... more) {
        return java.util.stream.Stream.concat(java.util.Arrays.stream(some), java.util.Arrays.stream(more))
                .toArray(String[]::new);
    }

    private static ArchCondition<JavaClass> useOnlyPackagesBelowTheirOwn() {
        return new ArchCondition<>("use only packages below their own") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                int own = FROM_THE_BOTTOM_UP.indexOf(type.getPackageName());
                for (Dependency use : type.getDirectDependenciesFromSelf()) {
                    String target = use.getTargetClass().getPackageName();
                    if (target.equals("io.aims") || target.startsWith("io.aims.")) {
                        boolean down = FROM_THE_BOTTOM_UP.indexOf(target) <= own;
                        events.add(new SimpleConditionEvent(use, down, use.getDescription()));
                    }
                }
            }
        };
    }
}
