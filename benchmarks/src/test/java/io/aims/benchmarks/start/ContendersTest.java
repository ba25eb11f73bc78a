package io.aims.benchmarks.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ContendersTest {

    private static final Pattern EVRETE = Pattern.compile("<evrete.version>([^<]+)</evrete.version>");

    @Test
    void a_contender_starts_in_the_version_that_is_measured_otherwise() throws IOException {
        assertThat(evrete(Path.of("contenders/pom.xml"))).isEqualTo(evrete(Path.of("pom.xml")));
    }

    private static String evrete(Path pom) throws IOException {
        Matcher version = EVRETE.matcher(Files.readString(pom));
        assertThat(version.find()).as("a version of Evrete in " + pom).isTrue();
        return version.group(1);
    }
}
