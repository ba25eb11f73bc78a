package io.aims.interchange.inventory;

import io.aims.system.Answer;
import io.aims.system.Bounds;
import io.aims.system.Characteristic;
import io.aims.system.Provenance;
import io.aims.system.Provenance.Basis;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the columns of one record claim about a system. Claims about the same characteristic are put together; where they
 * cannot both be true, what is stated beats what is inferred, and what came first beats what came later. Not thread-safe.
 */
final class Claims {

    private static final int MOST_REASONS = 3;

    private static final class Claim {
        private Bounds bounds;
        private Basis basis;
        private final List<String> reasons = new ArrayList<>();

        Claim(Bounds bounds, Basis basis) {
            this.bounds = bounds;
            this.basis = basis;
        }
    }

    private final Map<String, Characteristic<?>> characteristics = new TreeMap<>();
    private final Map<String, Claim> claims = new TreeMap<>();

    /**
     * Adds a claim. Stated claims have to come before inferred ones.
     *
     * @return whether it could be put together with what was claimed before
     */
    boolean add(Answer answer, Basis basis, String reason) {
        Characteristic<?> characteristic = answer.characteristic();
        Claim earlier = claims.get(characteristic.id());
        if (earlier == null) {
            Claim claim = new Claim(answer.bounds(), basis);
            claim.reasons.add(reason);
            claims.put(characteristic.id(), claim);
            characteristics.put(characteristic.id(), characteristic);
            return true;
        }
        Bounds both = together(earlier.bounds, answer.bounds());
        if (both == null) {
            return false;
        }
        if (both.equals(earlier.bounds) && !both.equals(answer.bounds())) {
            return true;
        }
        if (!both.equals(earlier.bounds)) {
            earlier.bounds = both;
            earlier.basis = basis;
        }
        if (!earlier.reasons.contains(reason)) {
            earlier.reasons.add(reason);
        }
        return true;
    }

    /** Returns the answers, sorted by characteristic. */
    Collection<Answer> answers(String by) {
        List<Answer> answers = new ArrayList<>();
        claims.forEach((id, claim) -> answers.add(new Answer(
                Optional.ofNullable(characteristics.get(id)).orElseThrow(),
                claim.bounds,
                new Provenance(by, null, reasons(claim.reasons), claim.basis))));
        return answers;
    }

    private static String reasons(List<String> reasons) {
        String shown = String.join("; ", reasons.subList(0, Math.min(MOST_REASONS, reasons.size())));
        int hidden = reasons.size() - MOST_REASONS;
        return hidden > 0 ? shown + "; " + hidden + " more" : shown;
    }

    /** Returns what both bounds allow, or {@code null} if they cannot both be true. */
    private static @Nullable Bounds together(Bounds left, Bounds right) {
        if (left instanceof Bounds.Ranks l && right instanceof Bounds.Ranks r) {
            int low = Math.max(l.low(), r.low());
            int high = Math.min(l.high(), r.high());
            return low > high ? null : new Bounds.Ranks(low, high);
        }
        if (left instanceof Bounds.Members l && right instanceof Bounds.Members r) {
            long known = l.known() | r.known();
            boolean fits = (!l.complete() || known == l.known()) && (!r.complete() || known == r.known());
            return fits ? new Bounds.Members(known, l.complete() || r.complete()) : null;
        }
        if (left instanceof Bounds.OneOf l && right instanceof Bounds.OneOf r) {
            long possible = l.possible() & r.possible();
            return possible == 0 ? null : new Bounds.OneOf(possible);
        }
        if (left instanceof Bounds.Numbers l && right instanceof Bounds.Numbers r) {
            BigDecimal low = l.low().max(r.low());
            BigDecimal high = least(l.high(), r.high());
            return high != null && low.compareTo(high) > 0 ? null : new Bounds.Numbers(low, high);
        }
        if (left instanceof Bounds.Days l && right instanceof Bounds.Days r) {
            LocalDate earliest = l.earliest().isAfter(r.earliest()) ? l.earliest() : r.earliest();
            LocalDate latest = l.latest().isBefore(r.latest()) ? l.latest() : r.latest();
            return earliest.isAfter(latest) ? null : new Bounds.Days(earliest, latest);
        }
        return null;
    }

    private static @Nullable BigDecimal least(@Nullable BigDecimal left, @Nullable BigDecimal right) {
        if (left == null) {
            return right;
        }
        return right == null ? left : left.min(right);
    }
}
