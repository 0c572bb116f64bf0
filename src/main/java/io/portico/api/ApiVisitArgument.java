package io.portico.api;

import io.portico.access.keys.ApiKey;
import io.portico.access.keys.ApiScope;
import io.portico.workspace.Workspaces;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Hands a handler its visit, and thereby lets no key in that lacks the scope. */
@Component
class ApiVisitArgument implements HandlerMethodArgumentResolver {
    private final Workspaces workspaces;
    private final ApiParts parts;

    ApiVisitArgument(Workspaces workspaces, ApiParts parts) {
        this.workspaces = workspaces;
        this.parts = parts;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == ApiVisit.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest web,
            @Nullable WebDataBinderFactory binders) {
        NeedsScope needs = parameter.getMethodAnnotation(NeedsScope.class);
        if (needs == null) {
            throw new IllegalStateException(parameter.getExecutable() + " takes an ApiVisit but lacks @NeedsScope");
        }
        ApiKey key = caller();
        if (!key.may(needs.value())) {
            throw lacks(needs.value());
        }
        var request = Objects.requireNonNull(web.getNativeRequest(HttpServletRequest.class));
        return new ApiVisit(key, workspaces.get(key.workspace()), request, parts);
    }

    private static ApiKey caller() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof ApiCaller caller
                ? caller.getPrincipal()
                : refuse();
    }

    private static ApiKey refuse() {
        throw new IllegalStateException("a route of the API was reached without a key");
    }

    private static ApiProblem lacks(ApiScope scope) {
        return ApiProblem.of(
                HttpStatus.FORBIDDEN,
                "missing_scope",
                "This key lacks the scope %s. Make a key that has it under Settings, API keys."
                        .formatted(scope.text()));
    }
}
