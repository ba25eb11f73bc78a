package io.aims.system.automation;

import io.aims.system.CharacteristicValue;

/**
 * Degree to which the system plans steps and calls tools or other agents.
 *
 * <p>The values rise in severity.
 *
 * @clause OWASP Top 10 for Agentic Applications 2026
 * @clause OWASP Top 10 for LLM Applications 2025 (LLM06)
 * @since 0.1
 */
public enum AgencyLevel implements CharacteristicValue {
    /** Takes no steps of its own. */
    NONE,
    /** Steps and tools are laid down in advance. */
    FIXED_WORKFLOW,
    /** Chooses tools, a person approves each call. */
    TOOL_USE_WITH_APPROVAL,
    /** Chooses and calls tools without approval. */
    TOOL_USE_UNSUPERVISED,
    /** Plans by itself and works with other agents. */
    SELF_DIRECTED_MULTI_AGENT;

    @Override
    public String id() {
        return name();
    }
}
