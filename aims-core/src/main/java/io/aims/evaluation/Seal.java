package io.aims.evaluation;

import io.aims.control.ControlStatus;
import io.aims.risk.Range;
import io.aims.system.Dependency;
import io.aims.text.CanonicalForm;
import java.time.LocalDate;
import java.util.Arrays;

/**
 * The SHA-256 over a result and all it rests on, in a canonical form: of an evaluation over facts, basis, date and result.
 *
 * <p>It is equal on every JVM, locale, time zone and order of input, and shows whether something was altered. It does not
 * prove who made it: sign {@link #bytes()} for that.
 *
 * @since 0.1
 */
public final class Seal {

    private static final String FORM = "aims-seal/1";

    private final byte[] bytes;
    private final String value;

    private Seal(CanonicalForm form) {
        this.bytes = form.toBytes();
        this.value = form.sha256();
    }

    /**
     * Seals what a form has collected so far.
     *
     * @param form begins with the name and version of what it holds, so that no two kinds of result have one seal
     * @return the seal
     */
    public static Seal of(CanonicalForm form) {
        return new Seal(form);
    }

    static Seal of(Evaluation evaluation) {
        CanonicalForm form = new CanonicalForm().text(FORM);
        form.text(evaluation.system().id())
                .text(evaluation.system().name())
                .text(evaluation.system().description())
                .list(evaluation.system().answers().values(), (f, answer) -> answer.writeTo(f))
                .text(evaluation.asOf().map(LocalDate::toString));
        Basis basis = evaluation.basis();
        for (Basis.Part part : Arrays.asList(basis.vocabulary(), basis.catalogue(), basis.criteria())) {
            form.text(part.id()).text(part.version()).text(part.fingerprint());
        }
        form.list(
                basis.packs(),
                (f, pack) -> f.text(pack.id()).text(pack.version()).text(pack.fingerprint()));
        form.list(
                evaluation.findings(),
                (f, finding) -> f.text(finding.rule().id().value())
                        .text(finding.status().name()));
        form.list(
                evaluation.riskSources(),
                (f, result) -> f.text(result.source().id().value())
                        .text(result.status().name()));
        form.list(evaluation.risks(), (f, risk) -> {
            f.text(risk.objective().id().value());
            for (Range<?> range : Arrays.asList(risk.likelihood(), risk.severity(), risk.level())) {
                f.text(range.low().name()).text(range.high().name());
            }
        });
        form.list(evaluation.controls(), (f, result) -> {
            ControlStatus status = result.status();
            f.text(result.control().id().value())
                    .text(status.name())
                    .text(result.needed().name())
                    .text(result.priority().map(Priority::name));
        });
        form.list(evaluation.contradictions(), (f, contradiction) -> f.text(contradiction.id()));
        for (Dependency kind : Dependency.values()) {
            // Nothing is added where nothing is named: seals of systems that name no dependency stay as they were.
            if (!evaluation.system().dependencies(kind).isEmpty()) {
                form.text(kind.field()).list(evaluation.system().dependencies(kind), CanonicalForm::text);
            }
        }
        if (!basis.outside().isEmpty() || !evaluation.outside().isEmpty()) {
            outside(evaluation, form);
        }
        return new Seal(form);
    }

    private static void outside(Evaluation evaluation, CanonicalForm form) {
        form.text("outside")
                .list(
                        evaluation.basis().outside(),
                        (f, rules) -> f.text(rules.id()).text(rules.version()).text(rules.fingerprint()));
        form.list(
                evaluation.outside(),
                (f, finding) -> f.text(finding.id())
                        .text(finding.title())
                        .text(finding.reason())
                        .text(finding.status().name())
                        .list(finding.controls(), (g, control) -> g.text(control.value()))
                        .text(finding.rules().id())
                        .text(finding.rule()));
    }

    /**
     * Returns the SHA-256.
     *
     * @return 64 lower-case hexadecimal digits
     */
    public String value() {
        return value;
    }

    /**
     * Returns the bytes that were hashed, for a signature of the host.
     *
     * @return a copy
     */
    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Seal that && value.equals(that.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public String toString() {
        return value;
    }
}
