package io.aims.cli;

import io.aims.text.Nearest;
import io.aims.text.Quoted;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the values of options, in any case, with a hyphen or an underscore. */
final class Words {

    private Words() {}

    static <E extends Enum<E>> ITypeConverter<E> of(Class<E> type) {
        return text -> {
            String plain = text.toUpperCase(Locale.ROOT).replace('-', '_');
            for (E constant : type.getEnumConstants()) {
                if (constant.name().equals(plain)) {
                    return constant;
                }
            }
            List<String> allowed =
                    Arrays.stream(type.getEnumConstants()).map(Enum::toString).toList();
            throw new TypeConversionException("must be one of " + String.join(", ", allowed) + ", not ("
                    + Quoted.of(text) + ")."
                    + Nearest.to(text, allowed)
                            .map(near -> " Maybe you meant (" + near + ").")
                            .orElse(""));
        };
    }

    static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new TypeConversionException(
                    "must be a day of the calendar, for example 2026-03-01, not (" + Quoted.of(text) + ").");
        }
    }
}
