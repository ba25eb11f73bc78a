package io.aims.treatment.reuse;

import io.aims.crosswalk.Mapping;
import io.aims.reasoning.internal.Phrases;
import io.aims.text.Quoted;
import io.aims.treatment.ControlState;
import io.aims.treatment.ControlState.Stage;
import io.aims.treatment.reuse.EvidenceSuggestion.Standing;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tells suggestions in sentences. */
final class ReuseText {

    private ReuseText() {}

    /** What suggestions share that are told in one sentence. */
    private record Group(
            boolean isWeak,
            Standing standing,
            String framework,
            String reason,
            String note,
            @Nullable ControlState said,
            @Nullable OperatedSystem system) {

        static Group of(EvidenceSuggestion suggestion) {
            return suggestion.isWeak()
                    ? new Group(true, Standing.OPERATED, suggestion.framework(), "", "", null, null)
                    : new Group(
                            false,
                            suggestion.standing(),
                            suggestion.framework(),
                            suggestion.reason(),
                            suggestion.mapping().note(),
                            suggestion.said(),
                            suggestion.system());
        }
    }

    static List<String> sentences(Collection<EvidenceSuggestion> suggestions) {
        Map<Group, List<EvidenceSuggestion>> groups = new LinkedHashMap<>();
        suggestions.stream()
                .sorted(EvidenceSuggestion.mostUsefulFirst())
                .filter(ReuseText::isWorthTelling)
                .forEach(suggestion -> groups.computeIfAbsent(Group.of(suggestion), key -> new ArrayList<>())
                        .add(suggestion));
        List<String> sentences = new ArrayList<>();
        groups.forEach((group, members) -> sentences.add(sentence(group, members)));
        return List.copyOf(sentences);
    }

    /** What is only related is worth a word as long as it is there. */
    private static boolean isWorthTelling(EvidenceSuggestion suggestion) {
        boolean isGone = suggestion.standing() == Standing.ENDED || suggestion.standing() == Standing.NOT_BEGUN;
        return !suggestion.isWeak() || !isGone;
    }

    private static String sentence(Group group, List<EvidenceSuggestion> members) {
        String elements = Quoted.whole(group.framework()) + " "
                + Phrases.list(members.stream().map(ReuseText::element).toList(), "and");
        if (group.isWeak()) {
            return "Related, and no evidence by itself: " + elements + ".";
        }
        String named = elements + " (" + group.reason() + ")";
        EvidenceSuggestion first = members.get(0);
        String sentence = switch (group.standing()) {
            case IN_PLACE, IN_PART -> mayBeReused(named, first);
            case OPERATED -> "May be reused, where it is in place: " + named + operated(first) + "; check its scope.";
            case NOT_BEGUN -> "Not yet (begins on " + first.since() + "): " + named + ".";
            case ENDED -> "No longer (ended on " + first.until() + "): " + named + ".";
            case NO_EVIDENCE ->
                "No evidence for it in " + Quoted.whole(group.framework()) + " (" + basis(first.mapping()) + ").";
        };
        return group.note().isBlank() ? sentence : sentence + " " + ended(Quoted.whole(group.note()));
    }

    private static String mayBeReused(String named, EvidenceSuggestion suggestion) {
        boolean isInPart = suggestion.standing() == Standing.IN_PART;
        ControlState said = suggestion.said();
        String stage = said == null || said.stage() == Stage.PARTIAL
                ? "in part"
                : said.stage().name().toLowerCase(Locale.ROOT);
        return "May be reused" + (isInPart ? " in part" : "") + ": " + named + ", " + stage + " there"
                + shown(suggestion) + "; check its scope.";
    }

    private static String shown(EvidenceSuggestion suggestion) {
        String evidence = suggestion.state().flatMap(ControlState::evidence).orElse("");
        LocalDate until = suggestion.until();
        String day = until == null ? "" : " until " + until;
        return evidence.isBlank()
                ? day + ", and nothing is named that shows it"
                : ", shown by " + Quoted.whole(evidence) + day;
    }

    /** What shows that a management system is operated shows nothing of its single elements. */
    private static String operated(EvidenceSuggestion suggestion) {
        List<String> parts = new ArrayList<>();
        suggestion
                .operated()
                .flatMap(OperatedSystem::evidence)
                .filter(text -> !text.isBlank())
                .ifPresent(text -> parts.add(Quoted.whole(text)));
        LocalDate until = suggestion.until();
        if (until != null) {
            parts.add("until " + until);
        }
        return parts.isEmpty() ? "" : ". The management system is operated (" + String.join(", ", parts) + ")";
    }

    private static String element(EvidenceSuggestion suggestion) {
        return suggestion.mapping().to().value() + " " + Quoted.whole(suggestion.label());
    }

    static String reason(Mapping mapping) {
        String relation = switch (mapping.relation()) {
            case EQUAL -> "equal";
            case SUBSET_OF -> "covers all of this control";
            case SUPERSET_OF -> "covers a part of this control";
            case INTERSECTS_WITH -> "intersects";
            case RELATED -> "related";
            case NONE -> "nothing in common";
        };
        return relation + ", " + basis(mapping);
    }

    private static String basis(Mapping mapping) {
        String basis = switch (mapping.basis()) {
            case PUBLISHED -> "published crosswalk";
            case EXPERT_CORROBORATED -> "expert judgement that a second mapping shares";
            case EXPERT -> "expert judgement";
        };
        return basis + ", " + Phrases.words(mapping.confidence().name()) + " confidence";
    }

    private static String ended(String text) {
        return text.endsWith(".") ? text : text + ".";
    }
}
