package io.portico.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
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

    VisitArgument(Visits visits) {
        this.visits = visits;
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
        if (parameter.getParameterType() == ConsoleVisit.class) {
            return visits.console(workspaceIn(request), neededBy(parameter), request, response);
        }
        return switch (Site.of(request)) {
            case Site.Console console -> visits.stranger(request, response);
            case Site.Portal portal -> visits.portal(portal.workspace(), request, response);
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
