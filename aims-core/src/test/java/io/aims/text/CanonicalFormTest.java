package io.aims.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class CanonicalFormTest {

    @Test
    void a_text_is_utf_8_behind_its_length() {
        assertThat(new CanonicalForm().text("é").toBytes()).containsExactly(0, 0, 0, 0, 0, 0, 0, 2, 0xC3, 0xA9);
    }

    @Test
    void a_number_is_eight_bytes_the_highest_first() {
        assertThat(new CanonicalForm().number(0x0102030405060708L).toBytes()).containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
        assertThat(new CanonicalForm().number(-1).toBytes()).containsOnly(0xFF).hasSize(8);
    }

    @Test
    void a_list_stands_behind_its_size() {
        assertThat(new CanonicalForm()
                        .list(List.of("a", "b"), CanonicalForm::text)
                        .toBytes())
                .isEqualTo(new CanonicalForm().number(2).text("a").text("b").toBytes());
    }

    @Test
    void where_one_text_ends_and_the_next_begins_matters() {
        assertThat(new CanonicalForm().text("ab").text("c").toBytes())
                .isNotEqualTo(new CanonicalForm().text("a").text("bc").toBytes());
    }

    @Test
    void where_one_list_ends_and_the_next_begins_matters() {
        CanonicalForm left = new CanonicalForm()
                .list(List.of("a", "b"), CanonicalForm::text)
                .list(List.of("c"), CanonicalForm::text);
        CanonicalForm right = new CanonicalForm()
                .list(List.of("a"), CanonicalForm::text)
                .list(List.of("b", "c"), CanonicalForm::text);

        assertThat(left.toBytes()).isNotEqualTo(right.toBytes());
    }

    @Test
    void an_absent_text_differs_from_an_empty_one() {
        assertThat(new CanonicalForm().text(Optional.empty()).toBytes())
                .isNotEqualTo(new CanonicalForm().text(Optional.of("")).toBytes());
        assertThat(new CanonicalForm().text(Optional.of("a")).toBytes())
                .isEqualTo(new CanonicalForm().number(1).text("a").toBytes());
    }

    @Test
    void half_of_a_surrogate_pair_is_not_mistaken_for_another_text() {
        assertThat(new CanonicalForm().text("\ud83d").toBytes())
                .isNotEqualTo(new CanonicalForm().text("?").toBytes())
                .isNotEqualTo(new CanonicalForm().text("\ude00").toBytes())
                .containsExactly(0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xD8, 0x3D);
    }

    @Test
    void the_hash_is_the_sha_256_of_the_bytes_in_lower_case() {
        assertThat(new CanonicalForm().sha256())
                .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }

    @Test
    void what_was_handed_out_does_not_change_afterwards() {
        CanonicalForm form = new CanonicalForm().text("a");
        byte[] before = form.toBytes();
        before[0] = 99;

        assertThat(form.text("b").toBytes()).hasSize(18).startsWith(0, 0, 0, 0, 0, 0, 0, 1, 'a');
    }

    @Property(tries = 500)
    void different_texts_have_different_bytes(@ForAll String left, @ForAll String right) {
        assertThat(java.util.Arrays.equals(
                        new CanonicalForm().text(left).toBytes(),
                        new CanonicalForm().text(right).toBytes()))
                .isEqualTo(left.equals(right));
    }

    @Property(tries = 300)
    void different_lists_of_texts_have_different_bytes(@ForAll List<String> left, @ForAll List<String> right) {
        assertThat(java.util.Arrays.equals(
                        new CanonicalForm().list(left, CanonicalForm::text).toBytes(),
                        new CanonicalForm().list(right, CanonicalForm::text).toBytes()))
                .isEqualTo(left.equals(right));
    }

    @Property(tries = 300)
    void a_text_can_be_read_back(@ForAll String text) {
        byte[] bytes = new CanonicalForm().text(text).toBytes();
        long length = java.nio.ByteBuffer.wrap(bytes).getLong();
        String read = length >= 0
                ? new String(bytes, 8, (int) length, StandardCharsets.UTF_8)
                : java.nio.ByteBuffer.wrap(bytes, 8, bytes.length - 8)
                        .asCharBuffer()
                        .toString();

        assertThat(read).isEqualTo(text);
    }
}
