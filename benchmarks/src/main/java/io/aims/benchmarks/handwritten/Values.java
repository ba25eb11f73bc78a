package io.aims.benchmarks.handwritten;

import io.aims.rule.Condition;
import io.aims.system.BooleanCharacteristic;
import io.aims.system.Characteristic;
import io.aims.system.DecimalCharacteristic;
import io.aims.system.NominalCharacteristic;
import io.aims.system.OrdinalCharacteristic;
import io.aims.system.ScaleCharacteristic;
import io.aims.system.SetCharacteristic;

/** Writes how the values of characteristics are read, kept and tested. */
final class Values {

    private Values() {}

    /** The field that holds the characteristic itself. */
    static String asked(Characteristic<?> characteristic) {
        return characteristic.id() + "Asked";
    }

    static String fields(Characteristic<?> characteristic) {
        String id = characteristic.id();
        if (characteristic instanceof SetCharacteristic<?>) {
            return "long " + id + "Known; boolean " + id + "Open;";
        }
        if (characteristic instanceof NominalCharacteristic<?>) {
            return "long " + id + "Possible;";
        }
        String type = characteristic instanceof DecimalCharacteristic ? "BigDecimal " : "int ";
        return type + id + "Low, " + id + "High;";
    }

    static String reading(Characteristic<?> characteristic) {
        String id = characteristic.id();
        String bounds = "system.bounds(rules." + asked(characteristic) + ")";
        if (characteristic instanceof SetCharacteristic<?>) {
            return "{ Bounds.Members b = (Bounds.Members) " + bounds + "; " + id + "Known = b.known(); " + id
                    + "Open = !b.complete(); }";
        }
        if (characteristic instanceof NominalCharacteristic<?>) {
            return id + "Possible = ((Bounds.OneOf) " + bounds + ").possible();";
        }
        if (characteristic instanceof OrdinalCharacteristic<?> || characteristic instanceof BooleanCharacteristic) {
            return "{ Bounds.Ranks b = (Bounds.Ranks) " + bounds + "; " + id + "Low = b.low(); " + id
                    + "High = b.high(); }";
        }
        String number = characteristic instanceof ScaleCharacteristic ? ".intValueExact()" : "";
        return "{ Bounds.Numbers b = (Bounds.Numbers) " + bounds + "; " + id + "Low = b.low()" + number + "; " + id
                + "High = b.high()" + number + "; }";
    }

    static String test(Condition.SystemTest test) {
        String id = test.characteristic().id();
        if (test instanceof Condition.AtLeast atLeast) {
            return "atLeast(" + ends(id) + ", " + atLeast.rank() + ")";
        }
        if (test instanceof Condition.IsYes) {
            return "atLeast(" + ends(id) + ", 1)";
        }
        if (test instanceof Condition.AtMost atMost) {
            return "atMost(" + ends(id) + ", " + atMost.most() + ")";
        }
        if (test instanceof Condition.ReachesNumber reaches) {
            return "atLeast(" + ends(id) + ", new BigDecimal(\"" + reaches.least() + "\"))";
        }
        if (test instanceof Condition.IsIn isIn) {
            return "isIn(" + id + "Possible, " + isIn.allowed() + "L)";
        }
        long wanted = test instanceof Condition.Contains contains
                ? 1L << contains.position()
                : test instanceof Condition.ContainsAny any ? any.wanted() : -1;
        return "overlaps(" + id + "Known, " + id + "Open, " + wanted + "L)";
    }

    private static String ends(String id) {
        return id + "Low, " + id + "High";
    }
}
