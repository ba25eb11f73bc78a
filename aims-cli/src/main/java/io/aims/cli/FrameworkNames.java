package io.aims.cli;

import io.aims.crosswalk.Crosswalks;
import io.aims.crosswalk.Element;
import io.aims.crosswalk.Framework;
import io.aims.crosswalk.FrameworkId;
import io.aims.error.AimsException;
import io.aims.text.Nearest;
import io.aims.text.Quoted;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Finds frameworks and their elements by the names that people give them: {@code 27001}, {@code ai-rmf}, {@code govern 1.1}. */
final class FrameworkNames {

    private static final String SEVERAL = "AIMS-5060";
    private static final String UNKNOWN_FRAMEWORK = "AIMS-5061";
    private static final String UNKNOWN_ELEMENT = "AIMS-5062";
    private static final Pattern WORD = Pattern.compile("[a-z]+|[0-9]+");

    private final Crosswalks crosswalks;

    FrameworkNames(Crosswalks crosswalks) {
        this.crosswalks = crosswalks;
    }

    /**
     * Finds a framework.
     *
     * @throws AimsException AIMS-5060, if the name fits several; AIMS-5061, if it fits none
     */
    Framework framework(String name) {
        List<Framework> found = fitting(name);
        if (found.size() == 1) {
            return found.get(0);
        }
        if (found.isEmpty()) {
            List<String> ids = ids(crosswalks.frameworks().stream().toList());
            throw new AimsException(
                    UNKNOWN_FRAMEWORK,
                    "The framework (" + Quoted.of(name) + ") is not known.",
                    Nearest.to(name.toLowerCase(Locale.ROOT), ids)
                            .map(near -> "Maybe you meant (" + near + ").")
                            .orElse("Run aims crosswalk to see which there are."));
        }
        throw new AimsException(
                SEVERAL,
                "The name (" + Quoted.of(name) + ") fits " + found.size() + " frameworks: "
                        + String.join(", ", ids(found)) + ".",
                "Give more of the id, for example ("
                        + found.get(found.size() - 1).id() + ").");
    }

    private List<Framework> fitting(String name) {
        if (FrameworkId.isWellFormed(name)) {
            List<Framework> exact =
                    crosswalks.framework(new FrameworkId(name)).stream().toList();
            if (!exact.isEmpty()) {
                return exact;
            }
        }
        List<String> wanted = words(name);
        return crosswalks.frameworks().stream()
                .filter(framework -> !wanted.isEmpty() && words(framework).containsAll(wanted))
                .toList();
    }

    private static List<String> words(Framework framework) {
        List<String> words = new ArrayList<>(words(framework.id().value()));
        words.addAll(words(framework.title()));
        words.addAll(words(framework.edition()));
        return words;
    }

    private static List<String> words(String text) {
        return WORD.matcher(text.toLowerCase(Locale.ROOT))
                .results()
                .map(MatchResult::group)
                .toList();
    }

    private static List<String> ids(List<Framework> frameworks) {
        return frameworks.stream().map(framework -> framework.id().value()).toList();
    }

    /**
     * Finds an element of a framework, whatever its case and the marks in it.
     *
     * @throws AimsException AIMS-5062, if it has no such element
     */
    static Element element(Framework framework, String name) {
        List<String> wanted = words(name);
        return framework.elements().stream()
                .filter(element -> element.id().value().equals(name))
                .findFirst()
                .or(() -> framework.elements().stream()
                        .filter(element -> words(element.id().value()).equals(wanted))
                        .findFirst())
                .orElseThrow(() -> new AimsException(
                        UNKNOWN_ELEMENT,
                        "The framework (" + framework.id() + ") has no element (" + Quoted.of(name) + ").",
                        Nearest.to(
                                        name,
                                        framework.elements().stream()
                                                .map(element -> element.id().value())
                                                .toList())
                                .map(near -> "Maybe you meant (" + near + ").")
                                .orElse("Maybe it is one of the other framework: name that one first.")));
    }
}
