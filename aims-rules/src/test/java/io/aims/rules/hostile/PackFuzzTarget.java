package io.aims.rules.hostile;

import io.aims.Aims;
import io.aims.catalog.Catalogues;
import io.aims.catalog.Vocabularies;
import io.aims.error.AimsException;
import io.aims.error.Faults;
import io.aims.error.Place;
import io.aims.rule.RulePack;
import io.aims.rules.PackLoader;
import io.aims.rules.PackSource;
import io.aims.rules.language.ConditionParser;
import io.aims.system.AiSystem;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;

/**
 * Reads any bytes as a condition and as a pack in one text. Nothing but {@link AimsException} may come out, and what can be read
 * can be evaluated.
 *
 * <p>The form of the method is that of Jazzer: {@code mvn verify -Pfuzz -pl aims-rules -am} runs it there.
 */
public final class PackFuzzTarget {

    private static final ConditionParser PARSER = new ConditionParser(Vocabularies.standard(), Catalogues.iso42001());
    private static final PackLoader LOADER = PackLoader.standard();
    private static final AiSystem SYSTEM = AiSystem.named("any").build();
    private static final int LONGEST_ADVICE = 4_000;

    private PackFuzzTarget() {}

    /**
     * Looks at one input.
     *
     * @param data any bytes
     */
    public static void fuzzerTestOneInput(byte[] data) {
        condition(new String(data, StandardCharsets.UTF_8));
        pack(data);
    }

    /**
     * Reads a condition.
     *
     * @param text any text
     * @return whether it is one
     */
    static boolean condition(String text) {
        Faults faults = new Faults();
        boolean read = PARSER.parse(text, "FUZZ-1", offset -> new Place("fuzz.yaml", 1, offset + 1), faults)
                .isPresent();
        check(read == faults.isEmpty(), "A condition is read exactly if nothing is wrong with it");
        faults.toList().forEach(fault -> checkWords(fault.toString()));
        return read;
    }

    /**
     * Reads a pack.
     *
     * @param yaml any bytes
     * @return whether they are one
     */
    static boolean pack(byte[] yaml) {
        try {
            RulePack pack = LOADER.read(PackSource.stream("fuzz", new ByteArrayInputStream(yaml)));
            LocalDate day = pack.validFrom() == null ? LocalDate.of(2027, 1, 1) : pack.validFrom();
            try (Aims aims = Aims.builder().packs(pack).build()) {
                check(aims.evaluate(SYSTEM, day).basis().equals(aims.basis()), "An evaluation rests on the pack");
            }
            return true;
        } catch (AimsException e) {
            e.faults().forEach(fault -> checkWords(fault.toString()));
            return false;
        }
    }

    private static void checkWords(String words) {
        check(words.length() < LONGEST_ADVICE, "Messages are short");
        check(
                words.chars().allMatch(c -> c == '\n' || !Character.isISOControl(c)),
                "Messages hold no control characters");
    }

    private static void check(boolean right, String what) {
        if (!right) {
            throw new IllegalStateException(what);
        }
    }
}
