package io.aims.law;

import io.aims.system.AiSystem;
import io.aims.system.Bounds;
import io.aims.system.Characteristic;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Other answers to some characteristics, by their positions, that meet demands and change the present ones least. */
final class Supposition {

    private final Program program;
    private final AiSystem system;
    private final SortedMap<Integer, Demand> demands;

    Supposition(Program program, AiSystem system) {
        this(program, system, new TreeMap<>());
    }

    Supposition(Program program, AiSystem system, SortedMap<Integer, Demand> demands) {
        this.program = program;
        this.system = system;
        this.demands = demands;
    }

    /** Adds a demand; empty if no answer meets it and those before, or if those before demand it already. */
    Optional<Supposition> with(int characteristic, Demand demand) {
        Demand before = demands.get(characteristic);
        Optional<Demand> joined = before == null ? Optional.of(demand) : before.and(demand);
        return joined.filter(each -> !each.equals(before)).map(each -> {
            SortedMap<Integer, Demand> more = new TreeMap<>(demands);
            more.put(characteristic, each);
            return new Supposition(program, system, more);
        });
    }

    Supposition without(int characteristic) {
        SortedMap<Integer, Demand> fewer = new TreeMap<>(demands);
        fewer.remove(characteristic);
        return new Supposition(program, system, fewer);
    }

    int size() {
        return demands.size();
    }

    Set<Integer> characteristics() {
        return demands.keySet();
    }

    SortedMap<Integer, Bounds> answers() {
        SortedMap<Integer, Bounds> answers = new TreeMap<>();
        demands.forEach((position, demand) -> {
            Characteristic<?> characteristic = program.characteristics().get(position);
            answers.put(
                    position, demand.answer(characteristic, system.bounds(characteristic), program.pieces(position)));
        });
        return answers;
    }

    /** What everything would come to. */
    Situation in(Situation present) {
        return present.supposing(answers());
    }
}
