package io.aims.catalog.compiled;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aims.risk.Severity;
import io.aims.source.Source;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class FormTest {

    private static final List<Severity> SEVERITIES = List.of(Severity.values());

    @Property(tries = 200)
    void texts_and_numbers_are_read_as_they_were_written(
            @ForAll List<String> texts, @ForAll long bits, @ForAll boolean so, @ForAll int any) throws IOException {
        int number = any & Integer.MAX_VALUE;
        FormWriter out = new FormWriter("test/1");
        out.texts(texts).bits(bits).flag(so).number(number).texts(texts);

        FormReader in = read(out.toBytes());

        assertThat(in.texts()).isEqualTo(texts);
        assertThat(in.bits()).isEqualTo(bits);
        assertThat(in.flag()).isEqualTo(so);
        assertThat(in.number()).isEqualTo(number);
        assertThat(in.texts()).isEqualTo(texts);
        in.end();
    }

    @Test
    void every_kind_of_text_keeps_its_characters() throws IOException {
        List<String> texts =
                List.of("", "plain", "caf\u00e9 \u00ff", "\u2265 1", "\ud83d\ude00", "half \ud83d", "\u0000");
        FormWriter out = new FormWriter("test/1");
        out.texts(texts);

        assertThat(read(out.toBytes()).texts()).isEqualTo(texts);
    }

    @Test
    void words_pairs_and_citations_are_read_as_they_were_written() throws IOException {
        Map<String, String> pairs = new LinkedHashMap<>();
        pairs.put("b", "1");
        pairs.put("a", "2");
        FormWriter out = new FormWriter("test/1");
        out.word(Severity.MAJOR)
                .word(null)
                .word(Severity.NEGLIGIBLE)
                .pairs(pairs)
                .sources(List.of(new Source("ISO/IEC 42001:2023 A.2")));

        FormReader in = read(out.toBytes());

        assertThat(in.word(SEVERITIES)).isEqualTo(Severity.MAJOR);
        assertThat(in.wordOrNull(SEVERITIES)).isNull();
        assertThat(in.wordOrNull(SEVERITIES)).isEqualTo(Severity.NEGLIGIBLE);
        assertThat(in.pairs().entrySet()).containsExactlyElementsOf(pairs.entrySet());
        assertThat(in.sources()).containsExactly(new Source("ISO/IEC 42001:2023 A.2"));
    }

    @Test
    void a_text_stands_in_the_form_once() {
        FormWriter once = new FormWriter("test/1");
        FormWriter often = new FormWriter("test/1");
        once.text("the same words");
        often.text("the same words").text("the same words").text("the same words");

        assertThat(often.toBytes().length - once.toBytes().length).isEqualTo(2);
    }

    @Test
    void a_form_of_another_name_is_refused() {
        byte[] form = new FormWriter("other/1").text("x").toBytes();

        assertThatThrownBy(() -> read(form)).isInstanceOf(IOException.class).hasMessage("The form is not test/1");
    }

    @Test
    void a_form_with_any_byte_lost_or_changed_is_refused() {
        byte[] form = new FormWriter("test/1")
                .texts(List.of("some", "words \u2265"))
                .number(300)
                .toBytes();

        for (int length = 0; length < form.length; length++) {
            byte[] shorter = Arrays.copyOf(form, length);
            assertThatThrownBy(() -> read(shorter)).as("%d bytes", length).isInstanceOf(IOException.class);
        }
        for (int at = 0; at < form.length; at++) {
            byte[] changed = form.clone();
            changed[at] ^= 4;
            assertThatThrownBy(() -> read(changed)).as("byte %d", at).isInstanceOf(IOException.class);
        }
        assertThatThrownBy(() -> read(Arrays.copyOf(form, form.length + 1))).isInstanceOf(IOException.class);
    }

    @Test
    void what_is_not_there_cannot_be_read() throws IOException {
        FormReader empty = read(new FormWriter("test/1").toBytes());
        FormReader full = read(new FormWriter("test/1").text("none").bits(-1).toBytes());

        assertThatThrownBy(empty::number).isInstanceOf(IOException.class).hasMessage("The form ends too early");
        assertThatThrownBy(full::end).isInstanceOf(IOException.class).hasMessageContaining("More follows");
        assertThatThrownBy(() -> full.word(SEVERITIES))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("none");
        assertThatThrownBy(full::number).isInstanceOf(IOException.class).hasMessageContaining("too large");
    }

    @Test
    void a_number_below_zero_is_not_written() {
        FormWriter out = new FormWriter("test/1");

        assertThatThrownBy(() -> out.number(-1)).isInstanceOf(IllegalArgumentException.class);
    }

    private static FormReader read(byte[] form) throws IOException {
        return new FormReader(new ByteArrayInputStream(form), "test/1");
    }
}
