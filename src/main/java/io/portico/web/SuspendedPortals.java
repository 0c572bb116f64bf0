package io.portico.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Keeps everybody out of the portal of a suspended workspace, before anything is counted or read. */
@Component
class SuspendedPortals implements HandlerInterceptor {
    /** @throws Suspended which becomes the page that says so */
    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method
                && request.getAttribute(Site.ATTRIBUTE) instanceof Site.Portal(var workspace)
                && workspace.suspended()
                && !method.getBeanType().isAnnotationPresent(OpenWhileSuspended.class)) {
            throw new Suspended();
        }
        return true;
    }
}
