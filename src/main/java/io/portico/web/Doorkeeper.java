package io.portico.web;

import io.portico.kernel.EmailAddress;
import io.portico.limits.Door;
import io.portico.limits.Knock;
import io.portico.limits.Limits;
import io.portico.limits.TooManyKnocks;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Counts requests at handlers that {@link KnocksAt a door} is before, and keeps out who came too often. */
@Component
class Doorkeeper implements HandlerInterceptor {
    private static final String KNOCK = Knock.class.getName();
    private static final String LET_IN = Doorkeeper.class.getName() + ".letIn";

    private final Limits limits;

    Doorkeeper(Limits limits) {
        this.limits = limits;
    }

    /** Notes that this request signed somebody in. */
    static void letIn(HttpServletRequest request) {
        request.setAttribute(LET_IN, true);
    }

    /** @throws TooManyKnocks which becomes the page that says when to come again */
    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method) {
            KnocksAt door = method.getMethodAnnotation(KnocksAt.class);
            if (door != null) {
                Knock knock = knock(door.value(), request);
                limits.admit(knock);
                request.setAttribute(KNOCK, knock);
            }
        }
        return true;
    }

    private static Knock knock(Door door, HttpServletRequest request) {
        Knock knock = Knock.at(door, request.getRemoteAddr());
        Knock here = switch (Site.of(request)) {
            case Site.Console console -> knock;
            case Site.Portal portal -> knock.in(portal.workspace().id());
            case Site.Moved moved -> knock.in(moved.workspace().id());
        };
        return Optional.ofNullable(request.getParameter("email"))
                .flatMap(EmailAddress::parse)
                .map(address -> here.by(address.key()))
                .orElse(here);
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception failure) {
        if (request.getAttribute(LET_IN) != null && request.getAttribute(KNOCK) instanceof Knock knock) {
            limits.forgive(knock);
        }
    }
}
