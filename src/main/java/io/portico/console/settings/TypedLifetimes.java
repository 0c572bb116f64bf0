package io.portico.console.settings;

import io.portico.access.AccessPolicy;
import io.portico.access.AccessPolicy.Bound;
import io.portico.access.Lifetime;
import io.portico.web.FormErrors;
import io.portico.web.Texts;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** Reads typed lifetimes; what cannot be is told beside its field, with what was found and what is needed. */
record TypedLifetimes(AccessPolicyForm form, Texts texts, FormErrors errors) {
    Optional<AccessPolicy> read() {
        Map<Lifetime, Duration> lifetimes = new EnumMap<>(Lifetime.class);
        for (Lifetime each : Lifetime.values()) {
            form.length(each)
                    .ifPresentOrElse(
                            length -> lifetimes.put(each, checked(each, length)),
                            () -> errors.put(each.word(), texts.t("lifetimes.number")));
        }
        for (Bound bound : Bound.values()) {
            check(bound, lifetimes);
        }
        return errors.isEmpty() ? Optional.of(new AccessPolicy(lifetimes)) : Optional.empty();
    }

    private Duration checked(Lifetime lifetime, Duration length) {
        if (length.compareTo(lifetime.longest()) > 0) {
            errors.put(
                    lifetime.word(),
                    texts.t("lifetimes.long", texts.lasting(length), texts.lasting(lifetime.longest())));
        } else if (length.compareTo(lifetime.shortest()) < 0) {
            errors.put(
                    lifetime.word(),
                    texts.t("lifetimes.short", texts.lasting(length), texts.lasting(lifetime.shortest())));
        }
        return length;
    }

    private void check(Bound bound, Map<Lifetime, Duration> lifetimes) {
        if (bound.isPassedIn(lifetimes)) {
            errors.put(
                    bound.inner().word(),
                    texts.t(
                            "lifetimes.bound",
                            texts.lasting(lifetimes.getOrDefault(bound.inner(), Duration.ZERO)),
                            texts.label(bound.outer()),
                            texts.lasting(lifetimes.getOrDefault(bound.outer(), Duration.ZERO))));
        }
    }
}
