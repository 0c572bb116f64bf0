package io.portico.bounces;

import io.portico.limits.Door;
import io.portico.limits.Knock;
import io.portico.limits.Limits;
import io.portico.web.Site;
import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import tools.jackson.core.JacksonException;

/**
 * {@code POST /bounces/PROVIDER[/SECRET]} on the console's host, before sessions and cookies, which have no say here. A
 * network from which only junk comes is not read any more for a while. Who has no business at a door, or knocks at one that
 * is not there, gets the same plain 404, and costs no more than that.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
class BounceDoors extends OncePerRequestFilter {
    /** Amazon's notifications may have 256 KB, and are escaped once more. */
    static final int MOST_BYTES = 512 * 1024;

    private static final Logger LOG = LoggerFactory.getLogger(BounceDoors.class);
    private static final String PATH = "/bounces/";
    private static final int TOO_MANY = 429;

    private final List<ProviderDoor> doors;

    private final Limits limits;

    BounceDoors(List<ProviderDoor> doors, Limits limits) {
        this.doors = List.copyOf(doors);
        this.limits = limits;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !Site.isConsole(request) || !request.getRequestURI().startsWith(PATH);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException {
        Optional<ProviderDoor> door = door(request);
        if (door.isEmpty()) {
            answer(response, HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        var fromThere = Knock.at(Door.BOUNCES, request.getRemoteAddr());
        if (limits.allowance(fromThere).left() < 1) {
            answer(response, TOO_MANY);
            return;
        }
        byte[] body = request.getInputStream().readNBytes(MOST_BYTES + 1);
        Heard heard = body.length > MOST_BYTES ? Heard.TOO_LONG : hear(door.get(), body);
        if (heard != Heard.NOTED && heard != Heard.IGNORED) {
            limits.knock(fromThere);
            LOG.warn("A report at /bounces/{} came to nothing: {}", door.get().provider(), heard);
        }
        answer(response, heard.status());
    }

    private Optional<ProviderDoor> door(HttpServletRequest request) {
        String[] path = request.getRequestURI().substring(PATH.length()).split("/", 2);
        var visit = new Visit(path.length > 1 ? path[1] : "", Optional.ofNullable(request.getHeader("Authorization")));
        return doors.stream()
                .filter(door -> request.getMethod().equals("POST"))
                .filter(door -> door.provider().equals(path[0]) && door.opensTo(visit))
                .findFirst();
    }

    private static Heard hear(ProviderDoor door, byte[] body) {
        try {
            return door.hear(body);
        } catch (JacksonException e) {
            return Heard.UNREADABLE;
        }
    }

    private static void answer(HttpServletResponse response, int status) throws IOException {
        response.setStatus(status);
        response.setHeader("Cache-Control", "no-store");
        response.setContentType("text/plain;charset=utf-8");
        response.getWriter().write(status == HttpServletResponse.SC_NOT_FOUND ? "Not found\n" : "\n");
    }
}
