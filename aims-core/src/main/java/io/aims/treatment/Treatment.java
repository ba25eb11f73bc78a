package io.aims.treatment;

import io.aims.control.ControlId;
import io.aims.risk.ObjectiveId;
import io.aims.risk.RiskLevel;
import io.aims.treatment.ControlState.Stage;
import java.time.LocalDate;

/**
 * One decision of a treatment plan: what is done about a risk, who sees to it, by when, and who approved it.
 *
 * @clause ISO/IEC 42001:2023 6.1.3, 8.3
 * @since 0.1
 */
public sealed interface Treatment {

    /**
     * Returns who sees to it.
     *
     * @return a person or a role
     */
    String owner();

    /**
     * Returns the last day on which the decision counts: by then a control has reached its stage or an activity is given up;
     * what is shared or retained is so until then.
     *
     * @return the day
     */
    LocalDate due();

    /**
     * Returns who approved it.
     *
     * @return a role, named
     */
    String approver();

    /**
     * Likelihood or severity is lowered: a control is brought to a stage.
     *
     * @param control the control
     * @param target the stage it shall reach, shown by evidence
     * @param owner who sees to it
     * @param due the day by which it is done
     * @param approver who approved it
     */
    record Modify(ControlId control, Stage target, String owner, LocalDate due, String approver) implements Treatment {}

    /**
     * The risk to an objective is shared with another party, by contract or insurance. The level stays what it is.
     *
     * @param objective the objective
     * @param with the other party
     * @param owner who sees to it
     * @param due the last day on which it is shared
     * @param approver who approved it
     */
    record Share(ObjectiveId objective, String with, String owner, LocalDate due, String approver)
            implements Treatment {}

    /**
     * The activity that makes the risk is not begun, or ended. The facts about the system then change.
     *
     * @param activity what is not done any longer, for example the use for one purpose, or the whole system
     * @param objective the objective whose risk it makes
     * @param owner who sees to it
     * @param due the day by which it is done
     * @param approver who approved it
     */
    record Avoid(String activity, ObjectiveId objective, String owner, LocalDate due, String approver)
            implements Treatment {}

    /**
     * The risk to an objective is accepted as it is, up to a level and a day.
     *
     * @param objective the objective
     * @param accepted the highest level that is accepted
     * @param reason why
     * @param owner who watches the risk
     * @param due the last day on which it is accepted
     * @param approver the role that accepts it
     */
    record Retain(
            ObjectiveId objective, RiskLevel accepted, String reason, String owner, LocalDate due, String approver)
            implements Treatment {}
}
