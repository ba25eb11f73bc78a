package io.aims.system.people;

import io.aims.system.CharacteristicValue;

/**
 * Groups with less power to notice, contest or avoid harm. Empty = assessed, none.
 *
 * <p>Several may hold at once; their order says nothing about severity.
 *
 * @clause EU AI Act Art. 5(1)(b), 7(2)(h), 9(9)
 * @clause ISO/IEC 42001:2023 A.5.4
 * @clause Canada Algorithmic Impact Assessment (riskProfile2)
 * @since 0.1
 */
public enum VulnerableGroup implements CharacteristicValue {
    /** Persons under age. */
    CHILDREN,
    /** Persons whose age makes them dependent. */
    OLDER_PERSONS,
    /** Persons living with a disability. */
    PERSONS_WITH_DISABILITIES,
    /** Persons under care or treatment. */
    PATIENTS,
    /** Employees, applicants and platform workers. */
    WORKERS,
    /** Persons who need the credit, benefit, home or service. */
    ECONOMICALLY_DEPENDENT,
    /** Migrants, refugees and asylum seekers. */
    MIGRANTS,
    /** Persons held in custody. */
    DETAINED_PERSONS,
    /** Other groups with little power or voice. */
    OTHER_MARGINALISED;

    @Override
    public String id() {
        return name();
    }
}
