package io.portico.web;

import io.portico.installation.Installation;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets portals' visitors take turns: a few requests are worked on at once, the others wait in the order they came. When
 * thousands press their buttons in the same minute, each gets in about as fast as the next, rather than some at once and
 * some very late (ADR 0054). Whoever waited ten seconds gets a 503.
 *
 * <p>A turn is spent on our own work alone: the form is read before, at the client's pace, and the page is kept until
 * after, if it is no larger than {@value #PAGE_BYTES} bytes. Pictures and styles need no turn. Every host that is not the
 * console's counts as a portal's here: finding out which is work as well.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 9)
class PortalTurns extends OncePerRequestFilter {
    static final int AT_ONCE = Math.max(8, 4 * Runtime.getRuntime().availableProcessors());

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int PAGE_BYTES = 65_536;

    private final Installation installation;
    private final Semaphore turns;
    private final Duration patience;

    @Autowired
    PortalTurns(Installation installation) {
        this(installation, AT_ONCE, PATIENCE);
    }

    PortalTurns(Installation installation, int atOnce, Duration patience) {
        this.installation = installation;
        turns = new Semaphore(atOnce, true);
        this.patience = patience;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        boolean console =
                SiteFilter.hostOf(request).filter(installation::isConsole).isPresent();
        return console || SiteFilter.isPartOfTheLook(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isForm(request)) {
            request.getParameterMap();
        }
        response.setBufferSize(PAGE_BYTES);
        if (!takesTurn()) {
            response.setHeader(HttpHeaders.RETRY_AFTER, "5");
            response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            return;
        }
        try {
            chain.doFilter(request, response);
        } finally {
            turns.release();
        }
    }

    private static boolean isForm(HttpServletRequest request) {
        String type = Objects.requireNonNullElse(request.getContentType(), "");
        return type.startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE);
    }

    private boolean takesTurn() {
        try {
            return turns.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
