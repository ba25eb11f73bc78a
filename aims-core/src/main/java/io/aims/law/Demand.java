package io.aims.law;

import io.aims.rule.Condition;
import io.aims.rule.Truth;
import io.aims.system.Bounds;
import io.aims.system.Characteristic;
import io.aims.system.EnumeratedCharacteristic;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the answer to one characteristic would have to be: of a set the members it has and those it has not, of anything else the
 * pieces it may lie in. All as bits.
 *
 * @param isSet whether the characteristic is a set
 * @param required the members it must have; the pieces it may lie in
 * @param forbidden the members it must not have; nothing for other characteristics
 */
record Demand(boolean isSet, long required, long forbidden) {

    /**
     * Returns the demands of which each makes a leaf come to something.
     *
     * @return nothing if no answer does
     */
    static List<Demand> of(Program program, int leafPosition, Truth wanted) {
        LegalCondition.Leaf leaf = program.leaves().get(leafPosition);
        int position = program.characteristicOf(leafPosition);
        if (program.characteristics().get(position).unknown() instanceof Bounds.Members) {
            long members = members(((LegalCondition.Tests) leaf).test());
            if (wanted == Truth.FALSE) {
                return List.of(new Demand(true, 0, members));
            }
            List<Demand> demands = new ArrayList<>();
            for (long rest = members; rest != 0; rest &= rest - 1) {
                demands.add(new Demand(true, Long.lowestOneBit(rest), 0));
            }
            return demands;
        }
        long allowed = 0;
        List<Bounds> pieces = program.pieces(position);
        for (int piece = 0; piece < pieces.size(); piece++) {
            allowed |= Program.test(leaf, pieces.get(piece)) == wanted ? 1L << piece : 0;
        }
        return allowed == 0 ? List.of() : List.of(new Demand(false, allowed, 0));
    }

    private static long members(Condition.SystemTest test) {
        if (test instanceof Condition.Contains contains) {
            return 1L << contains.position();
        }
        if (test instanceof Condition.ContainsAny containsAny) {
            return containsAny.wanted();
        }
        return (1L
                        << ((EnumeratedCharacteristic<?>) test.characteristic())
                                .values()
                                .size())
                - 1;
    }

    /** Joins two demands on one characteristic; empty if no answer meets both. */
    Optional<Demand> and(Demand other) {
        Demand both = isSet
                ? new Demand(true, required | other.required, forbidden | other.forbidden)
                : new Demand(false, required & other.required, 0);
        boolean possible = isSet ? (both.required & both.forbidden) == 0 : both.required != 0;
        return possible ? Optional.of(both) : Optional.empty();
    }

    /** Tells whether the present answer meets the demand already. */
    boolean isMetBy(Bounds present, List<Bounds> pieces) {
        if (present instanceof Bounds.Members members) {
            return (required & ~members.known()) == 0
                    && (forbidden & members.known()) == 0
                    && (forbidden == 0 || members.complete());
        }
        for (int piece = 0; piece < pieces.size(); piece++) {
            if ((required >>> piece & 1) == 0
                    && Pieces.meeting(pieces.get(piece), present).isPresent()) {
                return false;
            }
        }
        return true;
    }

    /** Returns the answer that meets the demand and changes the present one least. */
    Bounds answer(Characteristic<?> characteristic, Bounds present, List<Bounds> pieces) {
        if (present instanceof Bounds.Members members) {
            return new Bounds.Members(members.known() & ~forbidden | required, members.complete() || forbidden != 0);
        }
        if (present instanceof Bounds.OneOf oneOf) {
            return new Bounds.OneOf((oneOf.possible() & required) != 0 ? oneOf.possible() & required : required);
        }
        Bounds first = null;
        for (Bounds run : runs(pieces)) {
            Optional<Bounds> within = Pieces.meeting(run, present);
            if (within.isPresent()) {
                return within.get();
            }
            first = first == null ? run : first;
        }
        return first == null ? characteristic.unknown() : first;
    }

    /** The allowed pieces, joined where they stand side by side. */
    private List<Bounds> runs(List<Bounds> pieces) {
        List<Bounds> runs = new ArrayList<>();
        int from = -1;
        for (int piece = 0; piece <= pieces.size(); piece++) {
            boolean allowed = piece < pieces.size() && (required >>> piece & 1) != 0;
            if (allowed && from < 0) {
                from = piece;
            } else if (!allowed && from >= 0) {
                runs.add(Pieces.joined(pieces.get(from), pieces.get(piece - 1)));
                from = -1;
            }
        }
        return runs;
    }
}
