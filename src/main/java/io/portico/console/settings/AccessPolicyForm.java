package io.portico.console.settings;

import io.portico.access.AccessPolicy;
import io.portico.access.Lifetime;
import java.text.Normalizer;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** A workspace's lifetimes as they were typed: for each a number, and its unit under the name with {@code -unit}. */
record AccessPolicyForm(Map<String, String> typed) {
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,6}");

    AccessPolicyForm {
        typed = Map.copyOf(typed);
    }

    static AccessPolicyForm of(AccessPolicy policy) {
        Map<String, String> values = new HashMap<>();
        for (Lifetime each : Lifetime.values()) {
            LifetimeUnit unit = LifetimeUnit.of(policy.of(each));
            values.put(each.word(), Long.toString(unit.in(policy.of(each))));
            values.put(unitName(each), unit.word());
        }
        return new AccessPolicyForm(values);
    }

    static String unitName(Lifetime lifetime) {
        return lifetime.word() + "-unit";
    }

    String number(Lifetime lifetime) {
        return typed.getOrDefault(lifetime.word(), "");
    }

    String unit(Lifetime lifetime) {
        return typed.getOrDefault(unitName(lifetime), "");
    }

    /** Empty when it is no whole number of a unit; full-width digits and spaces around are forgiven. */
    Optional<Duration> length(Lifetime lifetime) {
        String digits =
                Normalizer.normalize(number(lifetime), Normalizer.Form.NFKC).strip();
        return Optional.of(digits)
                .filter(NUMBER.asMatchPredicate())
                .flatMap(number -> LifetimeUnit.parse(unit(lifetime)).map(unit -> unit.times(Long.parseLong(number))));
    }
}
