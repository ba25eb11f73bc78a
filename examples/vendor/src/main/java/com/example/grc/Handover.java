package com.example.grc;

import io.aims.system.CharacteristicValue;
import io.aims.system.OrdinalCharacteristic;

/** When a person can take over: the vendor's own characteristic as a type, in the order of its pack. */
public enum Handover implements CharacteristicValue {
    /** At any hour. */
    ALWAYS,
    /** While the staff works. */
    WORKING_HOURS,
    /** Nobody ever takes over. */
    NEVER;

    /** The characteristic that the pack adds. */
    public static final OrdinalCharacteristic<Handover> BEACON_HANDOVER =
            OrdinalCharacteristic.of("beaconHandover", Handover.class);

    @Override
    public String id() {
        return name();
    }
}
