/** AI systems as parameters of tests, one test for each system of a folder, and tests of packs, for JUnit 5 and 6. */
@NullMarked
package io.aims.testing.junit;

import org.jspecify.annotations.NullMarked;
