package io.aims.treatment.statement;

import io.aims.crosswalk.Mapping;
import io.aims.evaluation.Basis;
import io.aims.evaluation.Priority;
import io.aims.risk.Range;
import io.aims.text.CanonicalForm;
import io.aims.treatment.ControlState;
import io.aims.treatment.ControlStates;
import io.aims.treatment.reuse.EvidenceSuggestion;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes a statement in a form that has exactly one reading. */
final class StatementSeal {

    private static final String FORM = "aims-statement/1";
    private static final String STATES_FORM = "aims-states/1";

    private StatementSeal() {}

    static String of(StatementOfApplicability statement) {
        CanonicalForm form = new CanonicalForm().text(FORM).text(statement.title());
        form.text(statement.asOf().map(LocalDate::toString));
        Basis basis = statement.basis();
        for (Basis.Part part : Arrays.asList(basis.vocabulary(), basis.catalogue(), basis.criteria())) {
            form.text(part.id()).text(part.version()).text(part.fingerprint());
        }
        form.list(
                basis.packs(),
                (f, pack) -> f.text(pack.id()).text(pack.version()).text(pack.fingerprint()));
        form.list(
                statement.systems(),
                (f, system) -> f.text(system.id())
                        .text(system.name())
                        .text(system.evaluation())
                        .text(system.states()));
        form.list(statement.entries(), StatementSeal::entry);
        List<ReusableEvidence> reuse = statement.entries().stream()
                .flatMap(entry -> entry.reuse().stream())
                .toList();
        if (!reuse.isEmpty()) {
            // Nothing is added where nothing is suggested: seals of such statements stay as they were.
            form.list(reuse, StatementSeal::reusable);
        }
        return form.sha256();
    }

    /** Returns the SHA-256 of what is said of controls. */
    static String of(ControlStates states) {
        CanonicalForm form =
                new CanonicalForm().text(STATES_FORM).number(states.states().size());
        states.states().forEach((control, state) -> state(form.text(control.value()), state));
        return form.list(states.open(), (f, control) -> f.text(control.value())).sha256();
    }

    private static void state(CanonicalForm form, ControlState state) {
        form.text(state.stage().name())
                .text(state.how())
                .text(state.evidence())
                .text(state.owner())
                .text(day(state.since()))
                .text(day(state.until()));
    }

    private static void entry(CanonicalForm form, StatementEntry entry) {
        form.text(entry.control().value())
                .text(entry.title())
                .text(entry.scope().name());
        form.text(entry.applicability().name());
        justification(form, entry.justification());
        form.list(entry.risks(), (f, risk) -> {
            f.text(risk.objective().value()).text(risk.title()).number(risk.systems());
            range(f, risk.inherent());
            range(f, risk.residual());
        });
        implementation(form, entry.implementation());
        form.list(entry.decisions(), (f, counted) -> {
            decision(f, counted.decision());
            f.text(counted.standing().name());
        });
        texts(form, entry.remarks());
    }

    private static void justification(CanonicalForm form, Justification reasons) {
        Spread spread = reasons.spread();
        form.number(spread.required())
                .number(spread.viaSupplier())
                .number(spread.roleExcluded())
                .number(spread.notRequired())
                .number(spread.undetermined())
                .text(reasons.priority().map(Priority::name));
        for (List<Justification.RuleReason> rules :
                Arrays.asList(reasons.rules(), reasons.falseRules(), reasons.openRules())) {
            form.list(
                    rules,
                    (f, rule) -> f.text(rule.rule().value()).text(rule.title()).number(rule.systems()));
        }
        for (List<Justification.SystemReason> systems : Arrays.asList(reasons.systems(), reasons.openSystems())) {
            form.list(
                    systems,
                    (f, system) -> f.text(system.system())
                            .text(system.name())
                            .text(system.status().name())
                            .text(system.priority().map(Priority::name))
                            .list(system.rules(), (g, rule) -> g.text(rule.value())));
        }
        form.list(
                reasons.facts(),
                (f, fact) -> f.text(fact.characteristic())
                        .text(fact.question())
                        .number(fact.systems())
                        .list(
                                fact.answers(),
                                (g, answer) -> g.text(answer.answer()).number(answer.systems())));
        form.list(
                reasons.roles(),
                (f, role) ->
                        f.list(role.held(), (g, held) -> g.text(held.name())).number(role.systems()));
        form.list(
                reasons.openFacts(),
                (f, fact) -> f.text(fact.characteristic()).text(fact.question()).number(fact.systems()));
        form.number(reasons.decision().isPresent() ? 1 : 0);
        reasons.decision().ifPresent(decision -> decision(form, decision));
    }

    private static void implementation(CanonicalForm form, Implementation implementation) {
        form.number(implementation.stage().isPresent() ? 1 : 0);
        implementation.stage().ifPresent(stage -> range(form, stage));
        form.number(implementation.bySupplier());
        for (Said said : Arrays.asList(implementation.how(), implementation.evidence(), implementation.owners())) {
            form.list(
                    said.texts(),
                    (f, text) -> f.text(text.text())
                            .number(text.ofOrganisation() ? 1 : 0)
                            .number(text.systems()));
            form.number(said.others());
        }
        form.text(day(implementation.firstEnd()));
        form.list(
                implementation.heldBack(),
                (f, held) -> f.text(held.reason().name()).number(held.systems()));
    }

    private static void reusable(CanonicalForm form, ReusableEvidence reusable) {
        EvidenceSuggestion suggestion = reusable.suggestion();
        Mapping row = suggestion.mapping();
        form.text(suggestion.control().value())
                .text(row.from().framework().value())
                .text(row.to().framework().value())
                .text(row.to().value())
                .text(row.relation().name())
                .text(row.basis().name())
                .list(row.sources(), (f, source) -> f.text(source.citation()))
                .text(row.confidence().name())
                .text(row.note())
                .text(suggestion.framework())
                .text(suggestion.label())
                .text(suggestion.standing().name())
                .number(suggestion.state().isPresent() ? 1 : 0);
        suggestion.state().ifPresent(state -> state(form, state));
        form.number(suggestion.operated().isPresent() ? 1 : 0);
        suggestion
                .operated()
                .ifPresent(system ->
                        form.text(system.evidence()).text(day(system.since())).text(day(system.until())));
        form.number(reusable.ofOrganisation() ? 1 : 0).number(reusable.systems());
    }

    private static Optional<String> day(@Nullable LocalDate day) {
        return Optional.ofNullable(day).map(LocalDate::toString);
    }

    private static void decision(CanonicalForm form, Decision decision) {
        form.text(decision.control().value())
                .text(decision.kind().name())
                .text(decision.reason())
                .text(decision.decidedBy())
                .text(decision.on().toString())
                .text(decision.until().toString());
    }

    private static void range(CanonicalForm form, Range<?> range) {
        form.text(range.low().name()).text(range.high().name());
    }

    private static void texts(CanonicalForm form, List<String> texts) {
        form.list(texts, CanonicalForm::text);
    }
}
