package io.aims.report.internal.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

class BarTest {

    @Property(tries = 300)
    void what_is_there_is_seen_and_the_parts_fill_the_bar(
            @ForAll @Size(min = 1, max = 8) List<@LongRange(max = 2_000_000) Long> counts) {
        Bar bar = bar(counts.stream().mapToLong(Long::longValue).toArray());

        List<Bar.Piece> pieces = bar.pieces();

        assertThat(pieces)
                .hasSize((int) counts.stream().filter(count -> count > 0).count());
        int x = 0;
        for (Bar.Piece piece : pieces) {
            assertThat(piece.x()).isEqualTo(x);
            assertThat(piece.width()).isGreaterThanOrEqualTo(4);
            x += piece.width();
        }
        assertThat(x).isEqualTo(pieces.isEmpty() ? 0 : Bar.WIDTH);
    }

    @Property(tries = 1)
    void a_bar_is_told_in_words() {
        assertThat(bar(1, 0, 12_345).words()).isEqualTo("p0 1, p2 12,345");
    }

    private static Bar bar(long... counts) {
        int[] number = {0};
        return new Bar(
                "bar",
                LongStream.of(counts)
                        .mapToObj(count -> new Bar.Part("p" + number[0]++, "k", count))
                        .toList());
    }
}
