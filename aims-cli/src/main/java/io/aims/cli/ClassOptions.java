package io.aims.cli;

import io.aims.error.AimsException;
import io.aims.law.Classification;
import io.aims.law.LegalClass;
import io.aims.law.LegalPack;
import io.aims.law.PropositionId;
import io.aims.text.Nearest;
import io.aims.text.Quoted;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What makes a run over classes end with 1. With either option given, a stop counts whatever the class. */
final class ClassOptions {

    private static final String UNKNOWN_CLASS = "AIMS-5071";

    @Option(
            names = "--fail-on",
            paramLabel = "CLASS",
            description = "Ends with 1 if it is certain that a system is in this class or a graver one.")
    private @Nullable String certain;

    @Option(
            names = "--fail-on-possible",
            paramLabel = "CLASS",
            description = "Ends with 1 if it cannot be ruled out yet that a system is in this class or a graver one.")
    private @Nullable String possible;

    /**
     * Looks up the classes that are named.
     *
     * @throws AimsException AIMS-5071, if the law has no such class
     */
    Limits limits(LegalPack law) {
        return new Limits(law.classes(), position(law, certain), position(law, possible));
    }

    private static int position(LegalPack law, @Nullable String wanted) {
        if (wanted == null) {
            return -1;
        }
        List<String> ids = law.classes().stream()
                .map(LegalClass::id)
                .map(PropositionId::value)
                .toList();
        int position = ids.indexOf(wanted.toUpperCase(Locale.ROOT).replace('-', '_'));
        if (position < 0) {
            throw new AimsException(
                    UNKNOWN_CLASS,
                    "Law (" + law.id() + ") has no class (" + Quoted.of(wanted) + ").",
                    Nearest.to(wanted.toUpperCase(Locale.ROOT), ids)
                            .map(near -> "Maybe you meant (" + near + ").")
                            .orElse("It has " + String.join(", ", ids) + "."));
        }
        return position;
    }

    /**
     * How grave a class may be.
     *
     * @param classes the classes, the gravest first
     * @param certain the position of the class that no system may certainly reach, or {@code -1}
     * @param possible the position of the class that no system may possibly reach, or {@code -1}
     */
    record Limits(List<LegalClass> classes, int certain, int possible) {

        /** Tells whether a system is beyond what is allowed. */
        boolean isBeyond(Classification classification) {
            if (certain < 0 && possible < 0) {
                return false;
            }
            int gravest = classes.size();
            int mildest = -1;
            for (LegalClass each : classification.possible()) {
                gravest = Math.min(gravest, classes.indexOf(each));
                mildest = Math.max(mildest, classes.indexOf(each));
            }
            return classification.stops() || mildest >= 0 && mildest <= certain || gravest <= possible;
        }
    }
}
