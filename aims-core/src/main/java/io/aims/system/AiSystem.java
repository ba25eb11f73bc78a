package io.aims.system;

import io.aims.error.AimsException;
import io.aims.text.Quoted;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * An AI system as far as it is known: a name and answers. What is not answered is unknown, never harmless.
 *
 * <p>Immutable and thread-safe. Equal if id, name, description, dependencies and answers with provenance are equal, in whatever order
 * they were given.
 *
 * @clause ISO/IEC 42001:2023 6.1.2
 * @since 0.1
 */
public final class AiSystem {

    private final String id;
    private final String name;
    private final @Nullable String description;
    private final Map<Dependency, SortedSet<String>> dependencies;
    private final SortedMap<String, Answer> answers;
    private final Answer[] sorted;
    private final Map<String, Answer> byCharacteristic;

    private AiSystem(
            String id,
            String name,
            @Nullable String description,
            Map<Dependency, SortedSet<String>> dependencies,
            SortedMap<String, Answer> answers) {
        this.id = id;
        this.name = name;
        this.description = description;
        this.dependencies = dependencies;
        this.answers = Collections.unmodifiableSortedMap(new TreeMap<>(answers));
        this.sorted = answers.values().toArray(Answer[]::new);
        this.byCharacteristic = new HashMap<>(answers);
    }

    /**
     * Begins the description of a system whose id is also its name.
     *
     * @param id the id, not blank
     * @return a builder
     */
    public static Builder named(String id) {
        return new Builder(id);
    }

    /**
     * Returns the id of the system in the files and results of the organisation.
     *
     * @return the id, not blank
     */
    public String id() {
        return id;
    }

    /**
     * Returns the name for people.
     *
     * @return the name, the id if none was given
     */
    public String name() {
        return name;
    }

    /**
     * Returns a description for people. No rule reads it.
     *
     * @return the description, if one was given
     */
    public Optional<String> description() {
        return Optional.ofNullable(description);
    }

    /**
     * Returns the names of what the system depends on and other systems may depend on too. No rule reads them.
     *
     * @param kind a kind of dependency
     * @return an immutable set, sorted by code unit; empty if none is named, which does not mean that there is none
     */
    public SortedSet<String> dependencies(Dependency kind) {
        return dependencies.getOrDefault(kind, Collections.emptySortedSet());
    }

    /**
     * Returns who supplies the system or a part of it. No rule reads it.
     *
     * @return an immutable set of names, sorted by code unit
     */
    public SortedSet<String> suppliers() {
        return dependencies(Dependency.SUPPLIER);
    }

    /**
     * Returns the models that the system uses. No rule reads them.
     *
     * @return an immutable set of names, sorted by code unit
     */
    public SortedSet<String> models() {
        return dependencies(Dependency.MODEL);
    }

    /**
     * Returns the sets of data from which the system was made, or on which it runs. No rule reads them.
     *
     * @return an immutable set of names, sorted by code unit
     */
    public SortedSet<String> dataSets() {
        return dependencies(Dependency.DATA_SET);
    }

    /**
     * Returns the answers by the id of the characteristic, sorted.
     *
     * @return an immutable map
     */
    public SortedMap<String, Answer> answers() {
        return answers;
    }

    /** The answers, sorted by the id of the characteristic; nobody may change the array. */
    Answer[] sorted() {
        return sorted;
    }

    /**
     * Returns what is known of a characteristic.
     *
     * @param characteristic a characteristic
     * @return the answer, or empty if it is unknown
     */
    public Optional<Answer> answer(Characteristic<?> characteristic) {
        return Optional.ofNullable(byCharacteristic.get(characteristic.id()));
    }

    /**
     * Returns what is possible for a characteristic.
     *
     * @param characteristic a characteristic
     * @return the bounds of the answer, the widest ones if it is unknown
     */
    public Bounds bounds(Characteristic<?> characteristic) {
        Answer answer = byCharacteristic.get(characteristic.id());
        return answer == null ? characteristic.unknown() : answer.bounds();
    }

    /**
     * Begins a changed copy in which answers may replace the present ones.
     *
     * @return a builder that holds everything of this system
     */
    public Builder toBuilder() {
        Builder builder = new Builder(id).name(name);
        builder.description = description;
        dependencies.forEach(builder::dependsOn);
        builder.answers.putAll(answers);
        builder.replacing = true;
        return builder;
    }

    /**
     * Returns a copy with another answer.
     *
     * @param answer the answer that replaces the present one, if any
     * @return the copy
     */
    public AiSystem with(Answer answer) {
        return toBuilder().put(answer).build();
    }

    /**
     * Returns a copy with another value.
     *
     * @param characteristic the characteristic
     * @param value its value
     * @param <V> the type of value
     * @return the copy
     */
    public <V extends CharacteristicValue> AiSystem with(EnumeratedCharacteristic<V> characteristic, V value) {
        return toBuilder().answer(characteristic, value).build();
    }

    /**
     * Returns a copy in which a characteristic is unknown.
     *
     * @param characteristic the characteristic
     * @return the copy
     */
    public AiSystem without(Characteristic<?> characteristic) {
        SortedMap<String, Answer> others = new TreeMap<>(answers);
        others.remove(characteristic.id());
        return new AiSystem(id, name, description, dependencies, others);
    }

    @Override
    public boolean equals(Object other) {
        return this == other
                || other instanceof AiSystem that
                        && id.equals(that.id)
                        && name.equals(that.name)
                        && description().equals(that.description())
                        && dependencies.equals(that.dependencies)
                        && Arrays.equals(sorted, that.sorted);
    }

    @Override
    public int hashCode() {
        return 31 * id.hashCode() + Arrays.hashCode(sorted);
    }

    @Override
    public String toString() {
        return Quoted.of(id) + " (" + sorted.length + " answers)";
    }

    /**
     * Collects the answers about a system. Answering a characteristic twice is an error, except on a
     * {@linkplain AiSystem#toBuilder() copy}, where it replaces. Not thread-safe.
     *
     * @since 0.1
     */
    public static final class Builder {

        private final String id;
        private String name;
        private @Nullable String description;
        private final Map<Dependency, SortedSet<String>> dependencies = new EnumMap<>(Dependency.class);
        private final SortedMap<String, Answer> answers = new TreeMap<>();
        private boolean replacing;

        private Builder(String id) {
            if (id.isBlank()) {
                throw new AimsException(
                        "AIMS-1001", "The id of a system must not be blank.", "Give it any id that is yours.");
            }
            this.id = id;
            this.name = id;
        }

        /**
         * Sets the name for people.
         *
         * @param name the name
         * @return this builder
         */
        public Builder name(String name) {
            this.name = name;
            return this;
        }

        /**
         * Sets a description for people. No rule reads it.
         *
         * @param description the description
         * @return this builder
         */
        public Builder description(String description) {
            this.description = description;
            return this;
        }

        /**
         * Adds names of those who supply the system or a part of it. No rule reads them.
         *
         * @param names the names; blanks around them are dropped
         * @return this builder
         * @throws AimsException AIMS-1036, if a name is blank
         */
        public Builder suppliers(String... names) {
            return dependsOn(Dependency.SUPPLIER, Arrays.asList(names));
        }

        /**
         * Adds names of models that the system uses. No rule reads them.
         *
         * @param names the names; blanks around them are dropped
         * @return this builder
         * @throws AimsException AIMS-1036, if a name is blank
         */
        public Builder models(String... names) {
            return dependsOn(Dependency.MODEL, Arrays.asList(names));
        }

        /**
         * Adds names of sets of data from which the system was made, or on which it runs. No rule reads them.
         *
         * @param names the names; blanks around them are dropped
         * @return this builder
         * @throws AimsException AIMS-1036, if a name is blank
         */
        public Builder dataSets(String... names) {
            return dependsOn(Dependency.DATA_SET, Arrays.asList(names));
        }

        /**
         * Adds names of what the system depends on and other systems may depend on too. Whether others do is seen by the
         * name: name the same thing alike everywhere. No rule reads them.
         *
         * @param kind a kind of dependency
         * @param names the names; blanks around them are dropped
         * @return this builder
         * @throws AimsException AIMS-1036, if a name is blank
         */
        public Builder dependsOn(Dependency kind, Collection<String> names) {
            for (String each : names) {
                if (each.isBlank()) {
                    throw new AimsException(
                            "AIMS-1036",
                            "A name among the " + kind.field() + " of system (" + Quoted.of(id) + ") is blank.",
                            "Maybe leave it out.");
                }
                dependencies.computeIfAbsent(kind, k -> new TreeSet<>()).add(each.strip());
            }
            return this;
        }

        /**
         * States the value of a characteristic. Of a set it states the only member.
         *
         * @param characteristic a characteristic not answered before
         * @param value its value
         * @param <V> the type of value
         * @return this builder
         * @throws AimsException AIMS-1007, if it was answered before
         */
        public <V extends CharacteristicValue> Builder answer(EnumeratedCharacteristic<V> characteristic, V value) {
            int position = characteristic.position(value);
            return put(Answer.of(
                    characteristic,
                    switch (characteristic.type()) {
                        case SET -> new Bounds.Members(1L << position, true);
                        case NOMINAL -> new Bounds.OneOf(1L << position);
                        default -> new Bounds.Ranks(position, position);
                    }));
        }

        /**
         * States the value on a scale.
         *
         * @param characteristic a characteristic not answered before
         * @param value its value
         * @return this builder
         * @throws AimsException AIMS-1003, if it is outside the scale; AIMS-1007, if it was answered before
         */
        public Builder answer(ScaleCharacteristic characteristic, int value) {
            return between(characteristic, value, value);
        }

        /**
         * States a number.
         *
         * @param characteristic a characteristic not answered before
         * @param value its value, zero or above
         * @return this builder
         * @throws AimsException AIMS-1003, if it is negative; AIMS-1007, if it was answered before
         */
        public Builder answer(DecimalCharacteristic characteristic, BigDecimal value) {
            return put(Answer.of(characteristic, numbers(characteristic, value, value)));
        }

        /**
         * States a day.
         *
         * @param characteristic a characteristic not answered before
         * @param day the day, in a year of four digits
         * @return this builder
         * @throws AimsException AIMS-1003, if the year is not 1 to 9999; AIMS-1007, if it was answered before
         */
        public Builder answer(DateCharacteristic characteristic, LocalDate day) {
            return put(Answer.of(characteristic, days(characteristic, day, day)));
        }

        /**
         * States that the system is known to have at least this value, while a more severe one is possible.
         *
         * @param characteristic an ordinal characteristic not answered before
         * @param least the value known to be reached
         * @param <V> the type of value
         * @return this builder
         * @throws AimsException AIMS-1007, if it was answered before
         */
        public <V extends CharacteristicValue> Builder atLeast(OrdinalCharacteristic<V> characteristic, V least) {
            return put(Answer.of(
                    characteristic,
                    new Bounds.Ranks(
                            characteristic.position(least),
                            characteristic.values().size() - 1)));
        }

        /**
         * States that the system is known to have at most this value, while a less severe one is possible.
         *
         * @param characteristic an ordinal characteristic not answered before
         * @param most the value known not to be passed
         * @param <V> the type of value
         * @return this builder
         * @throws AimsException AIMS-1007, if it was answered before
         */
        public <V extends CharacteristicValue> Builder atMost(OrdinalCharacteristic<V> characteristic, V most) {
            return put(Answer.of(characteristic, new Bounds.Ranks(0, characteristic.position(most))));
        }

        /**
         * States that the number on a scale is at least this one. The bound is numeric: on technology readiness it rules
         * out the more severe end.
         *
         * @param characteristic a scale not answered before
         * @param least the lowest number possible
         * @return this builder
         * @throws AimsException AIMS-1003, if it is outside the scale; AIMS-1007, if it was answered before
         */
        public Builder atLeast(ScaleCharacteristic characteristic, int least) {
            return between(characteristic, least, characteristic.most());
        }

        /**
         * States that the number on a scale is at most this one. The bound is numeric.
         *
         * @param characteristic a scale not answered before
         * @param most the highest number possible
         * @return this builder
         * @throws AimsException AIMS-1003, if it is outside the scale; AIMS-1007, if it was answered before
         */
        public Builder atMost(ScaleCharacteristic characteristic, int most) {
            return between(characteristic, characteristic.least(), most);
        }

        /**
         * States that a number is at least this one.
         *
         * @param characteristic a characteristic not answered before
         * @param least the lowest number possible, zero or above
         * @return this builder
         * @throws AimsException AIMS-1003, if it is negative; AIMS-1007, if it was answered before
         */
        public Builder atLeast(DecimalCharacteristic characteristic, BigDecimal least) {
            return put(Answer.of(characteristic, numbers(characteristic, least, null)));
        }

        /**
         * States that a number is at most this one.
         *
         * @param characteristic a characteristic not answered before
         * @param most the highest number possible, zero or above
         * @return this builder
         * @throws AimsException AIMS-1003, if it is negative; AIMS-1007, if it was answered before
         */
        public Builder atMost(DecimalCharacteristic characteristic, BigDecimal most) {
            return put(Answer.of(characteristic, numbers(characteristic, BigDecimal.ZERO, most)));
        }

        /**
         * States that a day is this one or a later one.
         *
         * @param characteristic a characteristic not answered before
         * @param earliest the first day possible, in a year of four digits
         * @return this builder
         * @throws AimsException AIMS-1003, if the year is not 1 to 9999; AIMS-1007, if it was answered before
         */
        public Builder atLeast(DateCharacteristic characteristic, LocalDate earliest) {
            return put(Answer.of(characteristic, days(characteristic, earliest, Bounds.Days.LAST)));
        }

        /**
         * States that a day is this one or an earlier one.
         *
         * @param characteristic a characteristic not answered before
         * @param latest the last day possible, in a year of four digits
         * @return this builder
         * @throws AimsException AIMS-1003, if the year is not 1 to 9999; AIMS-1007, if it was answered before
         */
        public Builder atMost(DateCharacteristic characteristic, LocalDate latest) {
            return put(Answer.of(characteristic, days(characteristic, Bounds.Days.FIRST, latest)));
        }

        /**
         * States all members of a set: there are no others.
         *
         * @param characteristic a set not answered before
         * @param members the members
         * @param <V> the type of value
         * @return this builder
         * @throws AimsException AIMS-1007, if it was answered before
         */
        @SafeVarargs
        @SuppressWarnings("varargs")
        public final <V extends CharacteristicValue> Builder exactly(
                SetCharacteristic<V> characteristic, V... members) {
            return put(
                    Answer.of(characteristic, new Bounds.Members(characteristic.mask(Arrays.asList(members)), true)));
        }

        /**
         * States some members of a set, while there may be others.
         *
         * @param characteristic a set not answered before
         * @param members the members known
         * @param <V> the type of value
         * @return this builder
         * @throws AimsException AIMS-1007, if it was answered before
         */
        @SafeVarargs
        @SuppressWarnings("varargs")
        public final <V extends CharacteristicValue> Builder containing(
                SetCharacteristic<V> characteristic, V... members) {
            return put(
                    Answer.of(characteristic, new Bounds.Members(characteristic.mask(Arrays.asList(members)), false)));
        }

        /**
         * States that a set was assessed and has no members.
         *
         * @param characteristic a set not answered before
         * @return this builder
         * @throws AimsException AIMS-1007, if it was answered before
         */
        public Builder none(SetCharacteristic<?> characteristic) {
            return put(Answer.of(characteristic, new Bounds.Members(0, true)));
        }

        /**
         * States that a characteristic has one of several values, without saying which.
         *
         * @param characteristic a nominal characteristic not answered before
         * @param possible the values possible, at least one
         * @param <V> the type of value
         * @return this builder
         * @throws AimsException AIMS-1007, if it was answered before
         */
        @SafeVarargs
        @SuppressWarnings("varargs")
        public final <V extends CharacteristicValue> Builder oneOf(
                NominalCharacteristic<V> characteristic, V... possible) {
            return put(Answer.of(characteristic, new Bounds.OneOf(characteristic.mask(Arrays.asList(possible)))));
        }

        /**
         * Adds an answer with its provenance.
         *
         * @param answer the answer to a characteristic not answered before
         * @return this builder
         * @throws AimsException AIMS-1007, if it was answered before
         */
        public Builder put(Answer answer) {
            Characteristic<?> characteristic = answer.characteristic();
            if (!replacing && answers.containsKey(characteristic.id())) {
                throw new AimsException(
                        "AIMS-1007",
                        "The " + characteristic.id() + " of system (" + Quoted.of(id) + ") is answered twice.",
                        "Maybe one of the two means another characteristic.");
            }
            answers.put(characteristic.id(), answer);
            return this;
        }

        /**
         * Adds answers.
         *
         * @param more answers to characteristics not answered before
         * @return this builder
         * @throws AimsException AIMS-1007, if one was answered before
         */
        public Builder putAll(Collection<Answer> more) {
            more.forEach(this::put);
            return this;
        }

        /**
         * Returns the system.
         *
         * @return an immutable system
         */
        public AiSystem build() {
            Map<Dependency, SortedSet<String>> named = new EnumMap<>(Dependency.class);
            dependencies.forEach(
                    (kind, names) -> named.put(kind, Collections.unmodifiableSortedSet(new TreeSet<>(names))));
            return new AiSystem(id, name, description, named, answers);
        }

        private Builder between(ScaleCharacteristic characteristic, int least, int most) {
            for (int value : List.of(least, most)) {
                if (value < characteristic.least() || value > characteristic.most()) {
                    throw new AimsException(
                            "AIMS-1003",
                            "The " + characteristic.id() + " (" + value + ") of system (" + Quoted.of(id) + ") must be "
                                    + characteristic.least() + " to " + characteristic.most() + ".",
                            "Maybe leave it out: unknown is allowed.");
                }
            }
            return put(
                    Answer.of(characteristic, new Bounds.Numbers(BigDecimal.valueOf(least), BigDecimal.valueOf(most))));
        }

        private Bounds numbers(DecimalCharacteristic characteristic, BigDecimal low, @Nullable BigDecimal high) {
            BigDecimal least = high == null ? low : low.min(high);
            if (least.signum() < 0) {
                throw new AimsException(
                        "AIMS-1003",
                        "The " + characteristic.id() + " (" + Quoted.of(least.toString()) + ") of system ("
                                + Quoted.of(id) + ") must not be negative.",
                        "Maybe leave it out: unknown is allowed.");
            }
            return new Bounds.Numbers(low, high);
        }

        private Bounds days(DateCharacteristic characteristic, LocalDate earliest, LocalDate latest) {
            for (LocalDate day : List.of(earliest, latest)) {
                if (day.isBefore(Bounds.Days.FIRST) || day.isAfter(Bounds.Days.LAST)) {
                    throw new AimsException(
                            "AIMS-1003",
                            "The " + characteristic.id() + " (" + Quoted.of(day.toString()) + ") of system ("
                                    + Quoted.of(id) + ") must be in the years 1 to 9999.",
                            "Maybe leave it out: unknown is allowed.");
                }
            }
            return new Bounds.Days(earliest, latest);
        }
    }
}
