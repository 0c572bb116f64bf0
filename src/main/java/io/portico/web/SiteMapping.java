package io.portico.web;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.servlet.mvc.condition.RequestCondition;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Keeps the routes of console and portal apart: each is found on its own hosts only. */
class SiteMapping extends RequestMappingHandlerMapping {
    @Override
    protected @Nullable RequestCondition<?> getCustomTypeCondition(Class<?> handlerType) {
        if (AnnotatedElementUtils.hasAnnotation(handlerType, ConsoleController.class)) {
            return new On(true);
        }
        return AnnotatedElementUtils.hasAnnotation(handlerType, PortalController.class) ? new On(false) : null;
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
