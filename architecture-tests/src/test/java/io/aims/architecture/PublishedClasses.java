package io.aims.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.Location;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/** The classes of the published modules as this build made them, read once for all rules. */
final class PublishedClasses {

    /** The modules that users get, from the bottom up. */
    static final List<String> MODULES = List.of(
            "aims-core",
            "aims-catalog",
            "aims-interchange",
            "aims-rules",
            "aims-packs",
            "aims-testing",
            "aims-report",
            "aims-cli");

    static final JavaClasses ALL = read();

    private PublishedClasses() {}

    /** Returns where the build put a module: a jar or a folder of classes. */
    static Path of(String module) {
        List<Path> found = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .filter(entry -> Stream.of(entry.toString().split("[/\\\\]")).anyMatch(module::equals))
                .toList();
        assertThat(found)
                .as("places of %s on the class path of this test", module)
                .hasSize(1);
        return found.get(0);
    }

    private static JavaClasses read() {
        JavaClasses classes = new ClassFileImporter()
                .importLocations(
                        MODULES.stream().map(PublishedClasses::location).toList());
        for (String module : MODULES) {
            assertThat(classes.stream().filter(type -> isFrom(module, type)))
                    .as("classes of %s that the rules look at", module)
                    .isNotEmpty();
        }
        return classes;
    }

    private static Location location(String module) {
        Path place = of(module);
        try {
            return Files.isDirectory(place) ? Location.of(place) : Location.of(new JarFile(place.toFile()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isFrom(String module, JavaClass type) {
        return type.getSource()
                .map(source -> source.getUri().toString().contains("/" + module + "/"))
                .orElse(false);
    }
}
