package io.portico.console.settings;

import io.portico.access.Lifetime;
import io.portico.web.FormErrors;
import java.util.Optional;

/** The two inputs that set one lifetime: a number and its unit. */
public record LifetimeField(Lifetime lifetime, String number, String unit, Optional<String> error) {
    static LifetimeField of(Lifetime lifetime, AccessPolicyForm form, FormErrors errors) {
        return new LifetimeField(lifetime, form.number(lifetime), form.unit(lifetime), errors.of(lifetime.word()));
    }

    public String name() {
        return lifetime.word();
    }

    public String unitName() {
        return AccessPolicyForm.unitName(lifetime);
    }

    public String describedBy() {
        return name() + (error.isPresent() ? "-error" : "-hint");
    }
}
