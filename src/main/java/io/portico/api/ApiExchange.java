package io.portico.api;

import io.portico.access.keys.ApiKey;
import io.portico.api.KeptAnswerStore.Ticket;
import io.portico.tenancy.Tenancy;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;
import tools.jackson.databind.JsonNode;

/**
 * A request that changes something: its body is read and bounded here, and all it does is one transaction, which ends
 * before a byte of the answer leaves. A refused request has changed nothing. A POST with an {@code Idempotency-Key} does
 * its work once: later ones with the same key get the same answer, and one that comes while the first is under way waits
 * for it a little.
 */
class ApiExchange extends OncePerRequestFilter {
    static final Set<String> CHANGING = Set.of("POST", "PUT", "PATCH", "DELETE");
    private static final Pattern WORD = Pattern.compile("[\\x21-\\x7e]{1,255}");
    private static final Duration PAUSE = Duration.ofMillis(50);
    private static final int PATIENCE = 200;

    private final Tenancy tenancy;
    private final KeptAnswers kept;
    private final ApiJson json;
    private final ProblemWriter problems;
    private final List<Inquiry> inquiries;

    ApiExchange(Tenancy tenancy, KeptAnswers kept, ApiJson json, ProblemWriter problems, List<Inquiry> inquiries) {
        this.tenancy = tenancy;
        this.kept = kept;
        this.json = json;
        this.problems = problems;
        this.inquiries = inquiries;
    }

    /** The handler refused; nothing of what it did may stay. */
    private static final class Undone extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Undone() {
            super("undone", null, false, false);
        }
    }

    private record Exchange(
            ApiKey key,
            HttpServletRequest request,
            ContentCachingResponseWrapper answer,
            FilterChain chain,
            byte[] asked) {}

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean streams = request.getRequestURI().equals(ApiPaths.IMPORT);
        if (streams || !(SecurityContextHolder.getContext().getAuthentication() instanceof ApiCaller caller)) {
            chain.doFilter(request, response);
            return;
        }
        try {
            requireJsonIsAccepted(request);
            if (CHANGING.contains(request.getMethod())) {
                change(caller.getPrincipal(), request, response, chain);
            } else {
                chain.doFilter(request, response);
            }
        } catch (ApiProblem no) {
            problems.write(no, response);
        }
    }

    private static void requireJsonIsAccepted(HttpServletRequest request) {
        String accepted = Objects.requireNonNullElse(request.getHeader("Accept"), "*/*");
        if (!accepted.contains("*/*") && !accepted.contains("application/*") && !accepted.contains("json")) {
            throw new ApiProblem(ApiProblems.ofStatus(HttpStatus.NOT_ACCEPTABLE));
        }
    }

    private void change(ApiKey key, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        byte[] body = ApiBody.of(request);
        if (body.length > 0) {
            JsonNode read = json.read(body);
            request.setAttribute(ApiVisit.BODY, read);
            inquire(key, request, read);
        }
        var exchange =
                new Exchange(key, request, new ContentCachingResponseWrapper(response), chain, hashOf(request, body));
        Optional<Ticket> ticket = ticket(key, request);
        for (int tried = 0; tried < PATIENCE; tried++) {
            if (isDone(exchange, ticket)) {
                exchange.answer().copyBodyToResponse();
                return;
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        throw new ApiProblem(
                Problem.of(
                        HttpStatus.CONFLICT,
                        "idempotency_key_in_use",
                        "A request with this Idempotency-Key is still under way. Ask again for its answer."),
                Optional.of(Duration.ZERO));
    }

    private void inquire(ApiKey key, HttpServletRequest request, JsonNode body) {
        inquiries.stream()
                .flatMap(each -> each.ask(key, request.getRequestURI(), body).stream())
                .forEach(found -> request.setAttribute(found.getClass().getName(), found));
    }

    /** False while another request of the same ticket is under way. */
    private boolean isDone(Exchange exchange, Optional<Ticket> ticket) throws ServletException, IOException {
        try {
            return tenancy.in(exchange.key().workspace(), () -> attempt(exchange, ticket));
        } catch (Undone refused) {
            return true;
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } catch (Failed e) {
            throw e.failure;
        }
    }

    private boolean attempt(Exchange exchange, Optional<Ticket> ticket) {
        try {
            if (ticket.isPresent() && !kept.hold(ticket.get())) {
                return false;
            }
            if (ticket.isPresent() && kept.replay(ticket.get(), exchange.asked(), exchange.answer())) {
                return true;
            }
            exchange.chain().doFilter(exchange.request(), exchange.answer());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ServletException e) {
            throw new Failed(e);
        }
        if (exchange.answer().getStatus() >= HttpStatus.BAD_REQUEST.value()) {
            throw new Undone();
        }
        ticket.ifPresent(mine -> kept.keep(mine, exchange.asked(), exchange.answer()));
        return true;
    }

    /** Carries a failure out of the transaction. */
    private static final class Failed extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final ServletException failure;

        Failed(ServletException failure) {
            super(failure);
            this.failure = failure;
        }
    }

    private static Optional<Ticket> ticket(ApiKey key, HttpServletRequest request) {
        String word = request.getHeader("Idempotency-Key");
        if (word == null || !request.getMethod().equals("POST")) {
            return Optional.empty();
        }
        if (!WORD.matcher(word).matches()) {
            throw ApiProblem.of(
                    HttpStatus.BAD_REQUEST,
                    "invalid_idempotency_key",
                    "An Idempotency-Key has 1 to 255 letters, digits and signs, and no spaces. A UUID is a good one.");
        }
        return Optional.of(new Ticket(key.workspace(), key.id(), word));
    }

    private static byte[] hashOf(HttpServletRequest request, byte[] body) {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            String line = request.getMethod() + " " + request.getRequestURI() + "?" + request.getQueryString() + "\n";
            sha.update(line.getBytes(StandardCharsets.UTF_8));
            return sha.digest(body);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this JVM has no SHA-256, which every JVM must have", e);
        }
    }
}
