/**
 * What a law says of a system: legal packs of propositions in Kleene logic, and the classification that follows from the facts
 * given. Nothing here lowers anything outside: no rule of a rule pack can read a legal pack.
 */
@NullMarked
package io.aims.law;

import org.jspecify.annotations.NullMarked;
