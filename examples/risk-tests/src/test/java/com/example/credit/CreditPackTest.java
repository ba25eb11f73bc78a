package com.example.credit;

import io.aims.rules.PackSource;
import io.aims.testing.junit.RulePackContract;

class CreditPackTest implements RulePackContract {

    @Override
    public PackSource pack() {
        return CreditRules.PACK;
    }
}
