package io.aims.rules.internal.analysis;

import io.aims.rule.Condition;
import io.aims.rule.Facts;
import io.aims.rule.Truth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A part of a condition that knows the condition around it, so that one can ask what the condition is without it. Not
 * thread-safe.
 */
final class Part {

    private final Condition written;
    private final @Nullable Part parent;
    private final int firstTest;
    private final int testCount;
    private final List<Part> children = new ArrayList<>();
    private long droppedValues;
    private boolean dropped;

    private Part(Condition written, @Nullable Part parent, int firstTest) {
        this.written = written;
        this.parent = parent;
        this.firstTest = firstTest;
        int next = firstTest;
        for (Condition child : parts(written)) {
            Part part = new Part(child, this, next);
            children.add(part);
            next += part.testCount;
        }
        this.testCount = next - firstTest + (written instanceof Condition.Test ? 1 : 0);
    }

    /** Returns a whole condition as a part of nothing. */
    static Part whole(Condition condition) {
        return new Part(condition, null, 0);
    }

    private static List<Condition> parts(Condition condition) {
        if (condition instanceof Condition.AllOf all) {
            return all.parts();
        }
        return condition instanceof Condition.AnyOf any ? any.parts() : List.of();
    }

    /** Returns the part as it is written. */
    Condition written() {
        return written;
    }

    /** Returns the position of its first test among the tests of the whole condition. */
    int firstTest() {
        return firstTest;
    }

    List<Part> children() {
        return children;
    }

    /** Tells whether it is one of the parts of which some must hold. */
    boolean isBranch() {
        return parent != null && parent.written instanceof Condition.AnyOf;
    }

    /** Tells whether it is one of the parts of which all must hold. */
    boolean isConjunct() {
        return parent != null && parent.written instanceof Condition.AllOf;
    }

    /** Gives every part, each before its own parts. */
    void forEach(Consumer<Part> consumer) {
        consumer.accept(this);
        children.forEach(child -> child.forEach(consumer));
    }

    /** Returns the values that a test lists, if it lists several, of which one must be there. */
    List<Integer> listedValues() {
        long mask = written instanceof Condition.IsIn isIn
                ? isIn.allowed()
                : written instanceof Condition.ContainsAny any ? any.wanted() : 0;
        List<Integer> positions = new ArrayList<>();
        for (long rest = mask & ~droppedValues; rest != 0; rest &= rest - 1) {
            positions.add(Long.numberOfTrailingZeros(rest));
        }
        return positions.size() > 1 ? positions : List.of();
    }

    /** Returns the id of one of the values that a test lists. */
    String valueId(int position) {
        return written instanceof Condition.IsIn isIn
                ? isIn.characteristic().valueIds().get(position)
                : ((Condition.ContainsAny) written).characteristic().valueIds().get(position);
    }

    /** Takes the part out of the condition. */
    void drop() {
        dropped = true;
    }

    /** Tells whether all that stood beside it is dropped. */
    boolean isLastLeft() {
        return parent != null && parent.areOthersDropped(this);
    }

    private boolean areOthersDropped(Part child) {
        for (Part other : children) {
            if (other != child && !other.dropped) {
                return false;
            }
        }
        return true;
    }

    /** Puts the part back. */
    void restore() {
        dropped = false;
    }

    /** Takes a listed value out of the test. */
    void drop(int value) {
        droppedValues |= 1L << value;
    }

    /** Puts a listed value back. */
    void restore(int value) {
        droppedValues &= ~(1L << value);
    }

    /** Returns the part without what was dropped, or empty if nothing is left. */
    Optional<Condition> condition() {
        if (dropped) {
            return Optional.empty();
        }
        if (written instanceof Condition.IsIn isIn && droppedValues != 0) {
            return Optional.of(new Condition.IsIn(isIn.characteristic(), isIn.allowed() & ~droppedValues));
        }
        if (written instanceof Condition.ContainsAny any && droppedValues != 0) {
            return Optional.of(new Condition.ContainsAny(any.characteristic(), any.wanted() & ~droppedValues));
        }
        if (children.isEmpty()) {
            return Optional.of(written);
        }
        List<Condition> left = new ArrayList<>();
        boolean whole = true;
        for (Part child : children) {
            Optional<Condition> condition = child.condition();
            condition.ifPresent(left::add);
            whole &= condition.isPresent() && isSame(condition.get(), child.written);
        }
        if (whole) {
            return Optional.of(written);
        }
        if (left.size() < 2) {
            return left.stream().findFirst();
        }
        return Optional.of(written instanceof Condition.AllOf ? new Condition.AllOf(left) : new Condition.AnyOf(left));
    }

    @SuppressWarnings("ReferenceEquality")
    private static boolean isSame(Condition one, Condition other) {
        return one == other;
    }

    /** Returns what must hold for the part to matter: the part, and all that stands beside it on the way up. */
    List<Condition> context() {
        List<Condition> context = new ArrayList<>();
        condition().ifPresent(context::add);
        for (Part part = this; part.parent != null; part = part.parent) {
            Part self = part;
            if (part.isConjunct()) {
                part.parent.children.stream()
                        .filter(sibling -> sibling != self)
                        .forEach(sibling -> sibling.condition().ifPresent(context::add));
            }
        }
        return context;
    }

    /**
     * Evaluates the part, if one part within it came to something else.
     *
     * @param facts what is known
     * @param other a part
     * @param truth what it is taken to come to
     */
    Truth truth(Facts facts, Part other, Truth truth) {
        if (this == other) {
            return truth;
        }
        if (written instanceof Condition.AllOf) {
            return children.stream()
                    .map(child -> child.truth(facts, other, truth))
                    .reduce(Truth.TRUE, Truth::and);
        }
        if (written instanceof Condition.AnyOf) {
            return children.stream()
                    .map(child -> child.truth(facts, other, truth))
                    .reduce(Truth.FALSE, Truth::or);
        }
        return written.evaluate(facts);
    }
}
