package io.aims.report;

import io.aims.reasoning.proof.Proofs;
import io.aims.report.page.PageOutput;
import io.aims.report.page.SystemPage;
import io.aims.report.template.JtesystemGenerated;
import io.aims.treatment.ResidualProfile;

/**
 * The report on one system: what its risks are before and after controls, what it needs and why, and what is not known.
 *
 * <p>The same input gives the same bytes. Immutable and thread-safe.
 *
 * @clause ISO/IEC 42001:2023 6.1.2, 6.1.3, 8.2
 * @since 0.1
 */
public final class SystemReport {

    private final Proofs proofs;
    private final ResidualProfile profile;

    private SystemReport(Proofs proofs, ResidualProfile profile) {
        this.proofs = proofs;
        this.profile = profile;
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
        return new SystemReport(proofs, profile);
    }

    /**
     * Writes the report as one page that needs nothing beside itself: no script, no request.
     *
     * @return HTML that is well-formed XML too
     */
    public String html() {
        SystemPage page = new SystemPage(proofs, profile, null, null);
        return PageOutput.of(out -> JtesystemGenerated.render(out, null, page));
    }
}
