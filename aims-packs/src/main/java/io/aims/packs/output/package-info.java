/** Results of checks and tests for other programs: SARIF and JUnit XML. */
@NullMarked
package io.aims.packs.output;

import org.jspecify.annotations.NullMarked;
