package io.aims.reasoning.verification;

import io.aims.reasoning.verification.Discrepancy.Kind;

/** The sentences that say what a discrepancy means. */
final class Meaning {

    private Meaning() {}

    static String of(String path, Kind kind) {
        String about = about(path);
        return switch (kind) {
            case CHANGED, NOT_AT_HAND -> about;
            case MISSING -> "It was left out of the result. " + about;
            case ADDED -> "It was put into the result. " + about;
            case REPEATED -> "One of the two was put into the result. " + about;
            case MOVED -> "Lists of a result have one order. " + about;
        };
    }

    private static String about(String path) {
        int end = 0;
        while (end < path.length() && Character.isLetter(path.charAt(end))) {
            end++;
        }
        return switch (path.substring(0, end)) {
            case "system" -> "The description of the system says otherwise: it, or the result, was changed since.";
            case "asOf" -> "The result is for another day.";
            case "basis", "packs" -> "The result rests on this; all that follows from it depends on it.";
            case "risk", "risks" -> "By the rules and criteria that the result names the risk is another one.";
            case "stop" -> "By the rules that the result names the verdict is another one.";
            case "riskSources" -> "By the rules that the result names this risk source stands otherwise.";
            case "controls" -> "By the rules that the result names this control stands otherwise.";
            case "findings" -> "The rules that the result names, or the facts they read, say otherwise.";
            case "contradictions" -> "By the vocabulary that the result names other answers contradict one another.";
            case "openQuestions" -> "By the rules that the result names other questions are open.";
            case "outside" ->
                "What rules outside the guarantees found is not re-computed, but has one form in a result.";
            case "limits" -> "The criteria that the result names say otherwise what a report must say of the method.";
            case "seal" -> "The seal is not that of these facts, this basis, this day and what follows from them.";
            default -> "No evaluation says anything of this name.";
        };
    }
}
