package io.aims.report;

import io.aims.law.Classification;
import io.aims.reasoning.proof.Proofs;
import io.aims.report.internal.page.LawPart;
import io.aims.report.internal.page.PageOutput;
import io.aims.report.internal.page.SystemPage;
import io.aims.report.internal.template.JtesystemGenerated;
import io.aims.treatment.CheapestPlan;
import io.aims.treatment.ResidualProfile;
import io.aims.treatment.TreatmentPlan;
import io.aims.treatment.assessment.ImpactAssessment;
import io.aims.treatment.reuse.EvidenceReuse;
import io.aims.treatment.statement.StatementOfApplicability;
import java.util.ArrayList;
import java.util.List;

/**
 * The report on one system: what its risks are before and after controls, what it needs and why, and what is not known.
 *
 * <pre>{@code
 * Evaluation evaluation = aims.evaluate(system, day);
 * SystemReport report = SystemReport.of(aims.explain(evaluation), aims.residual(evaluation, states));
 * Files.writeString(Path.of("report.html"), report.html());
 * }</pre>
 *
 * <p>The same input gives the same bytes. Immutable and thread-safe.
 *
 * @clause ISO/IEC 42001:2023 6.1.2, 6.1.3, 6.1.4, 8.2
 * @since 0.1
 */
public final class SystemReport {

    private final SystemPage page;

    private SystemReport(SystemPage page) {
        this.page = page;
    }

    /**
     * Prepares a report.
     *
     * @param proofs the proofs of an evaluation
     * @param profile the residual risks of the same evaluation
     * @return the report
     * @throws IllegalArgumentException if they belong to different evaluations
     */
    public static SystemReport of(Proofs proofs, ResidualProfile profile) {
        if (!proofs.evaluation().equals(profile.evaluation())) {
            throw new IllegalArgumentException("Proofs and residual risks must belong to one evaluation");
        }
        return new SystemReport(
                new SystemPage(proofs, profile, null, null, null, null, List.of(), EvidenceReuse.none()));
    }

    /**
     * Returns the same report with the cheapest way to tolerable risks.
     *
     * @param plan a plan for the same residual risks
     * @return the report
     */
    public SystemReport with(CheapestPlan plan) {
        return new SystemReport(new SystemPage(
                page.proofs(),
                page.profile(),
                plan,
                page.plan(),
                page.assessment(),
                page.statement(),
                page.laws(),
                page.reuse()));
    }

    /**
     * Returns the same report with what is decided about the risks.
     *
     * @param plan a plan for the same residual risks
     * @return the report
     */
    public SystemReport with(TreatmentPlan plan) {
        return new SystemReport(new SystemPage(
                page.proofs(),
                page.profile(),
                page.cheapest(),
                plan,
                page.assessment(),
                page.statement(),
                page.laws(),
                page.reuse()));
    }

    /**
     * Returns the same report with the draft of an impact assessment.
     *
     * @param assessment a draft for the same evaluation
     * @return the report
     * @throws IllegalArgumentException if it belongs to another evaluation
     */
    public SystemReport with(ImpactAssessment assessment) {
        if (!assessment.evaluation().equals(page.evaluation())) {
            throw new IllegalArgumentException("The assessment must belong to the evaluation of the report");
        }
        return new SystemReport(new SystemPage(
                page.proofs(),
                page.profile(),
                page.cheapest(),
                page.plan(),
                assessment,
                page.statement(),
                page.laws(),
                page.reuse()));
    }

    /**
     * Returns the same report with the Statement of Applicability of the system.
     *
     * @param statement a statement with this system alone in scope
     * @return the report
     * @throws IllegalArgumentException if it has other systems in scope
     */
    public SystemReport with(StatementOfApplicability statement) {
        if (statement.systems().size() != 1
                || !statement
                        .systems()
                        .get(0)
                        .id()
                        .equals(page.evaluation().system().id())) {
            throw new IllegalArgumentException("The statement must have this system alone in scope");
        }
        return new SystemReport(new SystemPage(
                page.proofs(),
                page.profile(),
                page.cheapest(),
                page.plan(),
                page.assessment(),
                statement,
                page.laws(),
                page.reuse()));
    }

    /**
     * Returns the same report with what a law says of the system: its class or those still possible, why, and what is owed. A
     * prohibited practice that stands is said before everything else.
     *
     * @param classification a classification of the system, as it was described
     * @return the report
     * @throws IllegalArgumentException if it belongs to another system, or the report has one by this law
     */
    public SystemReport with(Classification classification) {
        if (!classification.system().id().equals(page.evaluation().system().id())) {
            throw new IllegalArgumentException("The classification must belong to the system of the report");
        }
        List<LawPart> laws = new ArrayList<>(page.laws());
        LawPart part = LawPart.of(classification);
        if (laws.stream().anyMatch(law -> law.anchor().equals(part.anchor()))) {
            throw new IllegalArgumentException("The report has a classification by this law");
        }
        laws.add(part);
        return new SystemReport(new SystemPage(
                page.proofs(),
                page.profile(),
                page.cheapest(),
                page.plan(),
                page.assessment(),
                page.statement(),
                laws,
                page.reuse()));
    }

    /**
     * Returns the same report with what other frameworks may have in place for the gaps.
     *
     * @param reuse what may be reused
     * @return the report
     */
    public SystemReport with(EvidenceReuse reuse) {
        return new SystemReport(new SystemPage(
                page.proofs(),
                page.profile(),
                page.cheapest(),
                page.plan(),
                page.assessment(),
                page.statement(),
                page.laws(),
                reuse));
    }

    /**
     * Writes the report as one page that needs nothing beside itself: no script, no request.
     *
     * @return HTML that is well-formed XML too
     */
    public String html() {
        return PageOutput.of(out -> JtesystemGenerated.render(out, null, page));
    }
}
