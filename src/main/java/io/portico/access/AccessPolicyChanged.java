package io.portico.access;

import io.portico.activity.Fact;
import io.portico.activity.FactKind;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How long links or sessions live was changed: those that changed, as ISO 8601 durations by name, before and after;
 * {@code text} says the same in one line.
 */
@FactKind("access_policy.changed")
public record AccessPolicyChanged(String text, Map<String, String> before, Map<String, String> after) implements Fact {
    public AccessPolicyChanged {
        before = Map.copyOf(before);
        after = Map.copyOf(after);
    }

    static AccessPolicyChanged from(AccessPolicy before, AccessPolicy after) {
        List<Lifetime> changed = Arrays.stream(Lifetime.values())
                .filter(each -> !before.of(each).equals(after.of(each)))
                .toList();
        Map<String, String> was = new TreeMap<>();
        Map<String, String> is = new TreeMap<>();
        changed.forEach(each -> {
            was.put(each.word(), before.of(each).toString());
            is.put(each.word(), after.of(each).toString());
        });
        String text = String.join(
                ", ",
                changed.stream()
                        .map(each -> each.word() + " " + was.get(each.word()) + " → " + is.get(each.word()))
                        .toList());
        return new AccessPolicyChanged(text, was, is);
    }
}
