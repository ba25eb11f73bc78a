package io.aims.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static io.aims.architecture.PublishedClasses.ALL;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What users see of the library. */
class PublicTypesTest {

    private static final Set<JavaModifier> VISIBLE = Set.of(JavaModifier.PUBLIC, JavaModifier.PROTECTED);

    @Test
    void public_signatures_speak_of_the_jdk_and_of_aims_only() {
        classes()
                .that(areSeenByUsers())
                .should(haveNoForeignTypeInASignature())
                .because("a user must never meet a type of a parser, a data binder or an engine")
                .check(ALL);
    }

    @Test
    void support_for_tests_speaks_of_test_frameworks_besides() {
        assertThat(ALL.stream()
                        .filter(type -> isForTests(type))
                        .flatMap(type -> type.getMembers().stream())
                        .flatMap(member -> signature(member).stream())
                        .map(JavaType::toErasure)
                        .filter(type -> !isOurs(type.getBaseComponentType())))
                .as("types of test frameworks where they belong: without them the exception is for nothing")
                .isNotEmpty();
    }

    @Test
    void names_say_what_a_type_is() {
        noClasses()
                .should()
                .haveSimpleNameEndingWith("Impl")
                .orShould()
                .haveSimpleNameEndingWith("Util")
                .orShould()
                .haveSimpleNameEndingWith("Utils")
                .orShould()
                .haveSimpleNameEndingWith("Helper")
                .orShould()
                .haveSimpleNameEndingWith("Manager")
                .check(ALL);
    }

    private static DescribedPredicate<JavaClass> areSeenByUsers() {
        return DescribedPredicate.describe(
                "are public, as are the types around them, and outside of internal packages",
                type -> !type.getPackageName().contains(".internal")
                        && Stream.iterate(
                                        Optional.of(type),
                                        Optional::isPresent,
                                        inner -> inner.flatMap(JavaClass::getEnclosingClass))
                                .allMatch(each -> each.get().getModifiers().contains(JavaModifier.PUBLIC)));
    }

    private static ArchCondition<JavaClass> haveNoForeignTypeInASignature() {
        return new ArchCondition<>("have no foreign type in a signature") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                List<JavaType> above = new ArrayList<>(type.getInterfaces());
                type.getSuperclass().ifPresent(above::add);
                above.addAll(type.getTypeParameters());
                look(type, type.getName(), above, events);
                for (JavaMember member : type.getMembers()) {
                    if (member.getModifiers().stream().anyMatch(VISIBLE::contains)) {
                        look(type, member.getFullName(), signature(member), events);
                    }
                }
            }
        };
    }

    private static List<JavaType> signature(JavaMember member) {
        if (member instanceof JavaField field) {
            return List.of(field.getType());
        }
        JavaCodeUnit unit = (JavaCodeUnit) member;
        List<JavaType> types = new ArrayList<>(unit.getParameterTypes());
        types.add(unit.getReturnType());
        types.addAll(unit.getTypeParameters());
        types.addAll(unit.getExceptionTypes());
        return types;
    }

    private static void look(JavaClass type, String place, List<? extends JavaType> types, ConditionEvents events) {
        types.stream()
                .flatMap(each -> Stream.concat(Stream.of(each.toErasure()), each.getAllInvolvedRawTypes().stream()))
                .map(JavaClass::getBaseComponentType)
                .distinct()
                .forEach(each -> events.add(new SimpleConditionEvent(
                        type,
                        isOurs(each) || isForTests(type) && isOfATestFramework(each),
                        place + " speaks of " + each.getName())));
    }

    private static boolean isForTests(JavaClass type) {
        return type.getPackageName().equals("io.aims.testing")
                || type.getPackageName().startsWith("io.aims.testing.j");
    }

    private static boolean isOfATestFramework(JavaClass type) {
        return Stream.of("org.assertj.core.api", "org.junit.jupiter.api", "net.jqwik.api")
                .anyMatch(name -> type.getPackageName().equals(name)
                        || type.getPackageName().startsWith(name + "."));
    }

    private static boolean isOurs(JavaClass type) {
        String name = type.getPackageName();
        return type.isPrimitive()
                || name.startsWith("java.")
                || name.equals("io.aims")
                || (name.startsWith("io.aims.") && !name.contains(".internal"));
    }
}
