package io.aims.interchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class Utf8TextTest {

    private static final String[] PARTS = {
        "a", "ASCII only", "\u00e9", "\u20ac", "\ud83d\ude00", "\ud83d", "\ude00", "\uffff"
    };

    @Test
    void what_is_written_in_pieces_is_what_the_jdk_encodes() {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 3000; i++) {
            StringBuilder text = new StringBuilder();
            for (int part = random.nextInt(12); part > 0; part--) {
                text.append(PARTS[random.nextInt(PARTS.length)]);
            }
            char[] chars = text.toString().toCharArray();
            Utf8Text utf8 = new Utf8Text(random.nextInt(1, 64));
            for (int at = 0; at < chars.length; ) {
                int length = random.nextInt(chars.length - at + 1);
                utf8.write(chars, at, length);
                at += length;
            }
            assertThat(utf8.toBytes()).isEqualTo(text.toString().getBytes(StandardCharsets.UTF_8));
        }
    }
}
