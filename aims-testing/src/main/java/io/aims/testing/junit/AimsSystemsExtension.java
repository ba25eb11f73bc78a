package io.aims.testing.junit;

import io.aims.Aims;
import io.aims.error.AimsException;
import io.aims.interchange.SystemDocument;
import io.aims.interchange.SystemEntry;
import io.aims.interchange.SystemReader;
import io.aims.interchange.inventory.InventoryImporter;
import io.aims.interchange.inventory.InventoryMapping;
import io.aims.text.Quoted;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * Makes a test of each system that {@link AimsSystems} names. The annotation registers it.
 *
 * @since 0.1
 */
public final class AimsSystemsExtension implements TestTemplateInvocationContextProvider {

    /** Called by JUnit. */
    public AimsSystemsExtension() {}

    @Override
    public boolean supportsTestTemplate(ExtensionContext context) {
        return AnnotationSupport.isAnnotated(context.getElement(), AimsSystems.class);
    }

    @Override
    public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(ExtensionContext context) {
        AimsSystems named = AnnotationSupport.findAnnotation(context.getElement(), AimsSystems.class)
                .orElseThrow();
        Aims aims = AimsInUse.of(context);
        SystemFiles files = new SystemFiles(context.getRequiredTestClass());
        List<Invocation> invocations = named.mapping().isEmpty()
                ? described(files.find(named.value()), aims, named.asOf())
                : inventory(named, files, aims);
        return invocations.stream().map(TestTemplateInvocationContext.class::cast);
    }

    private static List<Invocation> described(Path path, Aims aims, String asOf) {
        try (Stream<SystemEntry> entries = new SystemReader(aims.vocabulary(), aims.catalogue()).stream(path)) {
            return entries.map(entry -> invocation(entry, aims, asOf)).toList();
        }
    }

    private static Invocation invocation(SystemEntry entry, Aims aims, String asOf) {
        if (entry instanceof SystemEntry.Refused refused) {
            return new Invocation(refused.place().toString(), new Refusal(new AimsException(refused.faults())));
        }
        SystemDocument document = ((SystemEntry.Accepted) entry).document();
        return invocation(new DescribedSystem(aims, document, asOf));
    }

    private static Invocation invocation(DescribedSystem system) {
        return new Invocation(Quoted.whole(system.document().system().id()), new Parameters(system));
    }

    private static List<Invocation> inventory(AimsSystems named, SystemFiles files, Aims aims) {
        InventoryMapping mapping = InventoryMapping.shipped().contains(named.mapping())
                ? InventoryMapping.named(named.mapping(), aims.vocabulary(), aims.catalogue())
                : InventoryMapping.read(files.find(named.mapping()), aims.vocabulary(), aims.catalogue());
        List<Invocation> invocations = new ArrayList<>();
        try (InputStream csv = Files.newInputStream(files.find(named.value()))) {
            InventoryImporter.of(mapping)
                    .read(
                            named.value(),
                            csv,
                            imported -> invocations.add(invocation(new DescribedSystem(
                                    aims, new SystemDocument(imported.system(), imported.controls()), named.asOf()))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return invocations;
    }

    private record Invocation(String name, Extension extension) implements TestTemplateInvocationContext {

        @Override
        public String getDisplayName(int index) {
            return name;
        }

        @Override
        public List<Extension> getAdditionalExtensions() {
            return List.of(extension);
        }
    }

    private record Parameters(DescribedSystem system) implements ParameterResolver {

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return !parameter.isAnnotated(AimsSystem.class)
                    && DescribedSystem.has(parameter.getParameter().getType());
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return system.as(parameter.getParameter().getType());
        }
    }

    /** Fails the test before it begins, whatever it asks for. */
    private record Refusal(AimsException why) implements BeforeEachCallback, ParameterResolver {

        @Override
        public void beforeEach(ExtensionContext context) {
            throw why;
        }

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return DescribedSystem.has(parameter.getParameter().getType());
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            throw why;
        }
    }
}
