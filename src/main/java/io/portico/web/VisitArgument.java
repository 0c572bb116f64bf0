package io.portico.web;

import io.portico.access.OperatorSession;
import io.portico.access.ProofResult;
import io.portico.access.SecondStepDuty;
import io.portico.access.SecondStepRule;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerMapping;

/** Hands a handler its visit, and thereby lets nobody in who may not. */
@Component
class VisitArgument implements HandlerMethodArgumentResolver {
    private final Visits visits;
    private final FreshSignIn fresh;
    private final SecondStepRule secondStep;
    private final SecondStepDuty duty;

    VisitArgument(Visits visits, FreshSignIn fresh, SecondStepRule secondStep, SecondStepDuty duty) {
        this.visits = visits;
        this.fresh = fresh;
        this.secondStep = secondStep;
        this.duty = duty;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return Frame.class.isAssignableFrom(parameter.getParameterType());
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest web,
            @Nullable WebDataBinderFactory binders) {
        var request = Objects.requireNonNull(web.getNativeRequest(HttpServletRequest.class));
        var response = Objects.requireNonNull(web.getNativeResponse(HttpServletResponse.class));
        Frame visit = visit(parameter, request, response);
        if (!parameter.hasMethodAnnotation(NeedsFreshSignIn.class)) {
            return visit;
        }
        // Asked after the permission: whoever lacks that is not asked to prove who they are.
        return isFreshAlready(request, response) ? visit : visit(parameter, request, response);
    }

    /** False when the operator proved it just now, and the session goes on under another id. */
    private boolean isFreshAlready(HttpServletRequest request, HttpServletResponse response) {
        OperatorSession before = Visits.operatorSession().orElseThrow(() -> new NotFound("no operator"));
        OperatorSession now = fresh.demand(before, () -> visits.operator(request, response), request, response);
        if (duty.isOwed(now)) {
            throw new NotFresh(visits.operator(request, response), Optional.of(new ProofResult.SecondStepOwed()));
        }
        if (now.equals(before)) {
            return true;
        }
        SecurityContextHolder.setContext(new SecurityContextImpl(new SignedIn.OperatorSignedIn(now)));
        return false;
    }

    private Frame visit(MethodParameter parameter, HttpServletRequest request, HttpServletResponse response) {
        if (parameter.getParameterType() == ConsoleVisit.class) {
            ConsoleVisit visit = visits.console(workspaceIn(request), neededBy(parameter), request, response);
            if (secondStep.keepsOut(visit.workspaceId(), visit.session())) {
                throw new NeedsSecondStep();
            }
            if (visit.workspace().suspended() && parameter.hasMethodAnnotation(Sends.class)) {
                throw new Suspended();
            }
            return visit;
        }
        if (parameter.getParameterType() == OperatorVisit.class) {
            return visits.operator(request, response);
        }
        return switch (Site.of(request)) {
            case Site.Console console -> visits.stranger(request, response);
            case Site.Portal portal -> visits.portal(portal.workspace(), request, response);
            case Site.Moved moved -> visits.portal(moved.workspace(), request, response);
        };
    }

    private static io.portico.workspace.Permission neededBy(MethodParameter parameter) {
        Needs needs = parameter.getMethodAnnotation(Needs.class);
        if (needs == null) {
            throw new IllegalStateException(parameter.getExecutable() + " takes a ConsoleVisit but lacks @Needs");
        }
        return needs.value();
    }

    private static String workspaceIn(HttpServletRequest request) {
        Object variables = request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
        return variables instanceof Map<?, ?> map && map.get("workspace") instanceof String slug ? slug : "";
    }
}
