package io.portico.console.settings;

import io.portico.access.Lifetime;
import io.portico.web.ConsoleVisit;
import io.portico.web.FormErrors;
import io.portico.web.PageModel;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** How long links and sessions of contacts live in a workspace, to be changed. */
public record AccessPolicyPage(ConsoleVisit visit, List<LifetimeField> links, List<LifetimeField> sessions)
        implements PageModel {
    private static final Set<Lifetime> OF_SESSIONS = EnumSet.of(Lifetime.SESSION_IDLE, Lifetime.SESSION_ABSOLUTE);

    public AccessPolicyPage {
        links = List.copyOf(links);
        sessions = List.copyOf(sessions);
    }

    static AccessPolicyPage of(ConsoleVisit visit, AccessPolicyForm form, FormErrors errors) {
        return new AccessPolicyPage(
                visit,
                fields(form, errors, each -> !OF_SESSIONS.contains(each)),
                fields(form, errors, OF_SESSIONS::contains));
    }

    private static List<LifetimeField> fields(AccessPolicyForm form, FormErrors errors, Predicate<Lifetime> which) {
        return Arrays.stream(Lifetime.values())
                .filter(which)
                .map(each -> LifetimeField.of(each, form, errors))
                .toList();
    }

    public String range(Lifetime lifetime) {
        return t("lifetimes.range", texts().lasting(lifetime.shortest()), texts().lasting(lifetime.longest()));
    }

    @Override
    public ConsoleVisit frame() {
        return visit;
    }
}
