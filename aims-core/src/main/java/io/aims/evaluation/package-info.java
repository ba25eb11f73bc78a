/** The result: findings, risks, controls with status and reasons, open questions, seal; and the interface of an engine. */
@NullMarked
package io.aims.evaluation;

import org.jspecify.annotations.NullMarked;
