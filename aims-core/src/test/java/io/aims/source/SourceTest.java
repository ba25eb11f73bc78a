package io.aims.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SourceTest {

    @Test
    void it_prints_as_its_citation() {
        assertThat(new Source("ISO/IEC 42001:2023 A.9.2")).hasToString("ISO/IEC 42001:2023 A.9.2");
    }

    @Test
    void a_blank_citation_is_refused() {
        assertThatThrownBy(() -> new Source(" ")).hasMessage("A citation must not be blank");
    }
}
