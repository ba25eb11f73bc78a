package io.aims.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberTextTest {

    @ParameterizedTest(name = "{0} is written {1}")
    @CsvSource({
        "9, 9",
        "10, 10",
        "1E+1, 10",
        "0.50, 0.5",
        "0.00, 0",
        "100000000000000, 100000000000000",
        "1e14, 100000000000000",
        "1e15, 1E+15",
        "1e25, 1E+25",
        "123e23, 1.23E+25",
        "1e-15, 0.000000000000001",
        "1e-16, 1E-16"
    })
    void a_number_is_written_in_digits_unless_they_are_too_many(String number, String text) {
        assertThat(NumberText.of(new BigDecimal(number))).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"1e2000000000", "1e-2000000000"})
    void a_number_of_a_billion_digits_is_not_written_out(String number) {
        assertThat(NumberText.of(new BigDecimal(number))).hasSizeLessThan(20);
    }

    @Property(tries = 300)
    void the_text_gives_an_equal_number(@ForAll BigDecimal number) {
        assertThat(new BigDecimal(NumberText.of(number))).isEqualByComparingTo(number);
    }
}
