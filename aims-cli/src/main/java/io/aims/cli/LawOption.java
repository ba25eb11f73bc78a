package io.aims.cli;

import io.aims.Aims;
import io.aims.error.AimsException;
import io.aims.law.LegalPack;
import io.aims.text.Nearest;
import io.aims.text.Quoted;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** By which law systems are classified. */
final class LawOption {

    private static final String UNKNOWN_LAW = "AIMS-5070";

    @Option(
            names = "--law",
            paramLabel = "ID",
            description = "By which law to classify, for example eu-ai-act. Not needed while there is only one.")
    private @Nullable String id;

    /**
     * Returns the law.
     *
     * @throws AimsException AIMS-5070, if there is no law of the id, or several and none is named
     */
    LegalPack law(Aims aims) {
        List<LegalPack> laws = aims.laws();
        String wanted = id;
        if (wanted == null && laws.size() == 1) {
            return laws.get(0);
        }
        List<String> ids = laws.stream().map(LegalPack::id).toList();
        return laws.stream()
                .filter(law -> law.id().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new AimsException(
                        UNKNOWN_LAW,
                        wanted == null
                                ? "No law is named, and there are " + ids.size() + "."
                                : "There is no law (" + Quoted.of(wanted) + ").",
                        (wanted == null ? java.util.Optional.<String>empty() : Nearest.to(wanted, ids))
                                .map(near -> "Maybe you meant (" + near + ").")
                                .orElse("Give --law with one of " + String.join(", ", ids) + ".")));
    }
}
