package io.aims.testing.junit;

import io.aims.Aims;
import io.aims.error.AimsException;
import io.aims.interchange.SystemDocument;
import io.aims.interchange.SystemReader;
import io.aims.testing.AimsAssertions;
import io.aims.testing.AssertionsByRules;
import java.lang.reflect.Parameter;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Resolves parameters with {@link AimsSystem}, and those of type {@link Aims} and {@link AssertionsByRules}. The annotations
 * register it; a test that only asks for {@code Aims} says {@code @ExtendWith(AimsExtension.class)}.
 *
 * @since 0.1
 */
public final class AimsExtension implements ParameterResolver {

    private static final String NO_FORM = "AIMS-7005";

    /** Called by JUnit. */
    public AimsExtension() {}

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return parameter.isAnnotated(AimsSystem.class) || type == Aims.class || type == AssertionsByRules.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Aims aims = AimsInUse.of(context);
        Class<?> type = parameter.getParameter().getType();
        return parameter
                .findAnnotation(AimsSystem.class)
                .map(named -> described(named, aims, parameter.getParameter(), context))
                .orElseGet(() -> type == Aims.class ? aims : AimsAssertions.using(aims));
    }

    private static Object described(AimsSystem named, Aims aims, Parameter parameter, ExtensionContext context) {
        if (!DescribedSystem.has(parameter.getType())) {
            throw new AimsException(
                    NO_FORM,
                    "The parameter (" + parameter.getName() + ") with @AimsSystem must not be of type ("
                            + parameter.getType().getSimpleName() + ").",
                    "Ask for an AiSystem, Evaluation, ControlStates or SystemDocument.");
        }
        SystemDocument document = new SystemReader(aims.vocabulary(), aims.catalogue())
                .read(new SystemFiles(context.getRequiredTestClass()).find(named.value()));
        return new DescribedSystem(aims, document, named.asOf()).as(parameter.getType());
    }
}
