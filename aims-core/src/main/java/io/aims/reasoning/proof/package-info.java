/**
 * Why a result is as it is, and why it is not otherwise: proofs from a conclusion down to the facts, and the changes of
 * facts that would make a rule hold. Begin with {@link io.aims.reasoning.proof.Explainer}, or with {@code io.aims.Aims}.
 */
@NullMarked
package io.aims.reasoning.proof;

import org.jspecify.annotations.NullMarked;
