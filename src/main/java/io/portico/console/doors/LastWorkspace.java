package io.portico.console.doors;

import io.portico.web.Cookies;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.util.WebUtils;

/**
 * Remembers in the browser which workspace was visited last, so that the console's start leads there. Only a hint: the
 * start looks at the operator's own workspaces alone.
 */
@Component
class LastWorkspace implements HandlerInterceptor, WebMvcConfigurer {
    private static final String COOKIE = "portico_workspace";

    private final Cookies cookies;

    LastWorkspace(Cookies cookies) {
        this.cookies = cookies;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/w/*", "/w/*/**");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (HttpMethod.GET.matches(request.getMethod())
                && request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> variables
                && variables.get("workspace") instanceof String slug
                && !of(request).equals(Optional.of(slug))) {
            response.addCookie(cookies.make(COOKIE, slug, Duration.ofDays(365)));
        }
        return true;
    }

    Optional<String> of(HttpServletRequest request) {
        return Optional.ofNullable(WebUtils.getCookie(request, COOKIE)).map(Cookie::getValue);
    }
}
