package io.aims.testing.jqwik;

import io.aims.system.AiSystem;
import io.aims.system.Answer;
import io.aims.system.Bounds;
import io.aims.system.Characteristic;
import io.aims.system.Vocabulary;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Shrinkable;
import net.jqwik.api.ShrinkingDistance;

/**
 * One or two systems, slot by slot: what they answer to each characteristic. It shrinks by simpler answers, many at once
 * first, and never to answers that contradict one another.
 *
 * @param slots the answers that are given
 * @param form how slots become a value
 * @param <T> a system, or a pair of systems
 */
record Draft<T>(List<Slot> slots, Form<T> form) implements Shrinkable<T> {

    /** What one or two systems answer to a characteristic. What is not known has the widest bounds. */
    record Slot(Characteristic<?> characteristic, Bounds first, Bounds second) {

        long weight() {
            return Simpler.weight(characteristic, first)
                    + Simpler.weight(characteristic, second)
                    + (first.equals(second) ? 0 : 1);
        }

        boolean isOpen() {
            Bounds unknown = characteristic.unknown();
            return first.equals(unknown) && second.equals(unknown);
        }
    }

    /**
     * How slots become a value.
     *
     * @param <T> a system, or a pair of systems
     */
    interface Form<T> {

        /** Puts a value together. */
        T value(AiSystem first, AiSystem second);

        /** Returns simpler answers that may stand in a slot, the simplest first. */
        Stream<Slot> simpler(Slot slot);

        /** Returns what knows the contradictions. */
        Vocabulary vocabulary();
    }

    @Override
    public T value() {
        return form.value(system(slots, true), system(slots, false));
    }

    @Override
    public Stream<Shrinkable<T>> shrink() {
        long weight = weight();
        return Stream.concat(many(), one())
                .filter(draft -> draft.weight() < weight)
                .filter(Draft::isSound)
                .map(draft -> draft);
    }

    @Override
    public ShrinkingDistance distance() {
        return ShrinkingDistance.of(weight());
    }

    private long weight() {
        return slots.stream().mapToLong(Slot::weight).sum();
    }

    boolean isSound() {
        return form.vocabulary().contradictionsIn(system(slots, true)).isEmpty()
                && form.vocabulary().contradictionsIn(system(slots, false)).isEmpty();
    }

    /** All slots as simple as can be, then each half, each quarter and so on. */
    private Stream<Draft<T>> many() {
        int size = slots.size();
        return IntStream.iterate(size, length -> length > 1, length -> (length + 1) / 2)
                .boxed()
                .flatMap(length -> IntStream.iterate(0, start -> start < size, start -> start + length)
                        .mapToObj(start -> simplest(start, Math.min(size, start + length))));
    }

    private Draft<T> simplest(int from, int to) {
        List<Slot> changed = new ArrayList<>(slots.subList(0, from));
        slots.subList(from, to)
                .forEach(slot -> changed.add(form.simpler(slot).findFirst().orElse(slot)));
        changed.addAll(slots.subList(to, slots.size()));
        return new Draft<>(withoutOpen(changed), form);
    }

    private Stream<Draft<T>> one() {
        return IntStream.range(0, slots.size())
                .boxed()
                .flatMap(position -> form.simpler(slots.get(position)).map(slot -> {
                    List<Slot> changed = new ArrayList<>(slots);
                    changed.set(position, slot);
                    return new Draft<>(withoutOpen(changed), form);
                }));
    }

    private static List<Slot> withoutOpen(List<Slot> slots) {
        return slots.stream().filter(slot -> !slot.isOpen()).toList();
    }

    private static AiSystem system(List<Slot> slots, boolean first) {
        Map<Characteristic<?>, Bounds> answers = new LinkedHashMap<>();
        slots.forEach(slot -> answers.put(slot.characteristic(), first ? slot.first() : slot.second()));
        return system(answers);
    }

    /** Makes a system of answers; those with the widest bounds are left out. */
    static AiSystem system(Map<Characteristic<?>, Bounds> answers) {
        AiSystem.Builder builder = AiSystem.named("generated");
        answers.forEach((characteristic, bounds) -> {
            if (!bounds.equals(characteristic.unknown())) {
                builder.put(Answer.of(characteristic, bounds));
            }
        });
        return builder.build();
    }
}
