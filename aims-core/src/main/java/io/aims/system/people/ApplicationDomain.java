package io.aims.system.people;

import io.aims.system.CharacteristicValue;

/**
 * Domain(s) of use; the first eleven values mirror the eight areas of EU AI Act Annex III.
 *
 * <p>Several may hold at once; their order says nothing about severity.
 *
 * @clause EU AI Act Annex III
 * @clause OECD 2022 Classification (Economic context: sector)
 * @since 0.1
 */
public enum ApplicationDomain implements CharacteristicValue {
    /** Recognising people by body, face or voice. */
    BIOMETRICS,
    /** Energy, water, traffic and digital backbone. */
    CRITICAL_INFRASTRUCTURE,
    /** Schools, universities and training. */
    EDUCATION,
    /** Hiring, managing and dismissing workers. */
    EMPLOYMENT,
    /** Creditworthiness and personal insurance. */
    CREDIT_OR_INSURANCE,
    /** Public assistance and services. */
    PUBLIC_BENEFITS,
    /** Emergency calls, dispatch and triage. */
    EMERGENCY_SERVICES,
    /** Police and prosecution. */
    LAW_ENFORCEMENT,
    /** Migration, asylum and border control. */
    MIGRATION_BORDER,
    /** Courts and dispute resolution. */
    JUSTICE,
    /** Elections and voting behaviour. */
    DEMOCRATIC_PROCESSES,
    /** Prevention, diagnosis, treatment and care. */
    HEALTHCARE,
    /** Moving people and goods. */
    TRANSPORT,
    /** Payments, markets and other finance. */
    FINANCE_OTHER,
    /** News, entertainment and social platforms. */
    MEDIA_CONTENT,
    /** Shops, support and services for consumers. */
    CONSUMER_SERVICES,
    /** Making and running software. */
    SOFTWARE_ENGINEERING,
    /** Making and maintaining things. */
    MANUFACTURING,
    /** The organisation's own back office. */
    INTERNAL_OPERATIONS;

    @Override
    public String id() {
        return name();
    }
}
