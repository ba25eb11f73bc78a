package io.aims.treatment;

import io.aims.evaluation.Seal;
import io.aims.risk.Range;
import io.aims.text.CanonicalForm;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;

/** Seals what remains of the risks of a system. */
final class ResidualSeal {

    private static final String FORM = "aims-residual-seal/1";

    private ResidualSeal() {}

    static Seal of(ResidualProfile profile) {
        CanonicalForm form = new CanonicalForm().text(FORM);
        form.text(profile.evaluation().seal().value()).text(profile.asOf().map(LocalDate::toString));
        form.list(profile.controls(), ResidualSeal::control);
        form.list(profile.states().open(), (f, control) -> f.text(control.value()));
        form.list(profile.risks(), (f, risk) -> {
            f.text(risk.inherent().objective().id().value());
            for (Range<?> range : Arrays.asList(risk.likelihood(), risk.severity(), risk.level())) {
                f.text(range.low().name()).text(range.high().name());
            }
        });
        return Seal.of(form);
    }

    private static void control(CanonicalForm form, CountedState state) {
        form.text(state.control().id().value()).text(state.projected().name());
        Optional<ControlState> said = state.statement();
        form.number(said.isPresent() ? 1 : 0);
        said.ifPresent(statement -> form.text(statement.stage().name())
                .text(statement.how())
                .text(statement.evidence())
                .text(statement.owner())
                .text(Optional.ofNullable(statement.since()).map(LocalDate::toString))
                .text(Optional.ofNullable(statement.until()).map(LocalDate::toString)));
        form.text(state.stage().low().name()).text(state.stage().high().name());
        form.list(state.reasons(), (f, reason) -> f.text(reason.name()));
    }
}
