package io.aims.rule;

import io.aims.control.ControlId;
import io.aims.error.Place;
import io.aims.risk.Likelihood;
import io.aims.risk.ObjectiveId;
import io.aims.risk.RiskSourceId;
import io.aims.risk.Severity;
import io.aims.source.Confidence;
import io.aims.source.Source;
import io.aims.text.CanonicalForm;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A rule: when it holds, what it concludes, and why.
 *
 * @param id the id, unique over all packs in use
 * @param title what is found, in under ten words
 * @param scope what kind of reason it is
 * @param condition when it holds
 * @param raises the risk sources it shows to be present
 * @param threatens the objectives it threatens; likelihood and severity floor count for each of them
 * @param contributes the likelihood it contributes, or {@code null} for none
 * @param floor the severity below which no threatened objective stays, or {@code null} for none
 * @param requires the controls it calls for
 * @param stop whether it is a verdict that nothing lifts: the system must not be used so
 * @param why the reason, in our own words
 * @param sources where the reason comes from, at least one
 * @param confidence how well the sources support it
 * @param examples answers with what the rule makes of them
 * @param place where it stands, or {@code null} if it was made in Java
 * @since 0.1
 */
public record Rule(
        RuleId id,
        String title,
        RuleScope scope,
        Condition condition,
        List<RiskSourceId> raises,
        List<ObjectiveId> threatens,
        @Nullable Likelihood contributes,
        @Nullable Severity floor,
        List<ControlId> requires,
        boolean stop,
        String why,
        List<Source> sources,
        Confidence confidence,
        List<RuleExample> examples,
        @Nullable Place place) {

    /** Copies the lists; what is named twice counts once. */
    public Rule {
        raises = once(raises);
        threatens = once(threatens);
        requires = once(requires);
        sources = List.copyOf(sources);
        examples = List.copyOf(examples);
    }

    private static <T> List<T> once(List<T> items) {
        return List.copyOf(items.size() < 2 ? items : new LinkedHashSet<>(items));
    }

    /**
     * Returns the likelihood that the rule contributes.
     *
     * @return empty if it only requires controls or sets a floor
     */
    public Optional<Likelihood> likelihood() {
        return Optional.ofNullable(contributes);
    }

    /**
     * Returns the severity below which no threatened objective stays.
     *
     * @return empty if there is no floor
     */
    public Optional<Severity> severityFloor() {
        return Optional.ofNullable(floor);
    }

    /**
     * Adds the rule, without its examples and its place, to a canonical form.
     *
     * @param form receives the rule
     */
    public void writeTo(CanonicalForm form) {
        form.text(id.value())
                .text(title)
                .text(scope.name())
                .text(condition.toString())
                .list(raises, (f, source) -> f.text(source.value()))
                .list(threatens, (f, objective) -> f.text(objective.value()))
                .text(likelihood().map(Likelihood::name).orElse(""))
                .text(severityFloor().map(Severity::name).orElse(""))
                .list(requires, (f, control) -> f.text(control.value()))
                .text(stop ? "STOP" : "")
                .text(why)
                .list(sources, (f, source) -> f.text(source.citation()))
                .text(confidence.name());
    }

    /**
     * Returns id and title, as people name a rule.
     *
     * @return one line
     */
    @Override
    public String toString() {
        return id + " " + title;
    }
}
