package io.aims.packs;

import io.aims.control.ControlId;
import io.aims.error.Place;
import io.aims.risk.ObjectiveId;
import io.aims.risk.Range;
import io.aims.risk.RiskLevel;
import io.aims.risk.RiskSourceId;
import io.aims.rule.RuleId;
import io.aims.system.Answer;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A test of a pack as a whole: a few answers, everything else unknown, and what must come out of all its rules and of those of
 * the packs beside it.
 *
 * <p>Immutable and thread-safe.
 *
 * @param title what it shows
 * @param answers the answers, each characteristic once
 * @param holds rules that must hold for certain
 * @param open rules that must be left open by what is not known
 * @param requires controls that a rule that holds must call for, whoever has to see to them
 * @param doesNotRequire controls that no rule may call for, whatever the unknown turns out to be
 * @param raises risk sources that must be present for certain
 * @param levels the level of the risk to objectives, with both ends
 * @param concludes everything that a rule must say, no more and no less; the rule must hold
 * @param place where it stands, or {@code null} if it was made in Java
 * @since 0.1
 */
public record PackCase(
        String title,
        List<Answer> answers,
        List<RuleId> holds,
        List<RuleId> open,
        List<ControlId> requires,
        List<ControlId> doesNotRequire,
        List<RiskSourceId> raises,
        Map<ObjectiveId, Range<RiskLevel>> levels,
        Map<RuleId, Conclusion> concludes,
        @Nullable Place place) {

    /** Copies lists and maps. */
    public PackCase {
        answers = List.copyOf(answers);
        holds = List.copyOf(holds);
        open = List.copyOf(open);
        requires = List.copyOf(requires);
        doesNotRequire = List.copyOf(doesNotRequire);
        raises = List.copyOf(raises);
        levels = Collections.unmodifiableMap(new LinkedHashMap<>(levels));
        concludes = Collections.unmodifiableMap(new LinkedHashMap<>(concludes));
    }
}
