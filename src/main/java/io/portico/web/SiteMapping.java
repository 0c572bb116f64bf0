package io.portico.web;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.servlet.mvc.condition.RequestCondition;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Keeps the routes of console and portal apart: each is found on its own hosts only. */
class SiteMapping extends RequestMappingHandlerMapping {
    @Override
    protected @Nullable RequestCondition<?> getCustomMethodCondition(Method handler) {
        Class<?> controller = handler.getDeclaringClass();
        if (AnnotatedElementUtils.hasAnnotation(controller, ConsoleController.class)) {
            return new On(true);
        }
        return AnnotatedElementUtils.hasAnnotation(controller, PortalController.class) ? new On(false) : null;
    }

    /** Holds on the console's host, or on a portal's. */
    record On(boolean console) implements RequestCondition<On> {
        @Override
        public On combine(On other) {
            return other;
        }

        @Override
        public @Nullable On getMatchingCondition(HttpServletRequest request) {
            boolean holds = console ? Site.isConsole(request) : Site.isPortal(request);
            return holds ? this : null;
        }

        @Override
        public int compareTo(On other, HttpServletRequest request) {
            return 0;
        }
    }
}
