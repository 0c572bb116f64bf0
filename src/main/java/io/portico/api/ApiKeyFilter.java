package io.portico.api;

import io.portico.access.keys.ApiKey;
import io.portico.access.keys.ApiKeySecret;
import io.portico.access.keys.ApiKeys;
import io.portico.limits.Admission;
import io.portico.limits.Allowance;
import io.portico.limits.Door;
import io.portico.limits.Knock;
import io.portico.limits.Limits;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Recognises the key in {@code Authorization: Bearer}, anew at every request, and counts it. What is no key is counted by
 * its network and leaves nothing else behind; cookies are not looked at.
 */
class ApiKeyFilter extends OncePerRequestFilter {
    private static final Pattern BEARER = Pattern.compile("(?i)bearer +(\\S{1,200})");

    private final ApiKeys keys;
    private final Limits limits;
    private final ProblemWriter problems;

    ApiKeyFilter(ApiKeys keys, Limits limits, ProblemWriter problems) {
        this.keys = keys;
        this.limits = limits;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        List<String> given = Collections.list(request.getHeaders(HttpHeaders.AUTHORIZATION));
        try {
            if (!given.isEmpty()) {
                ApiKey key = key(given).orElseThrow(() -> wrong(request));
                count(key, request, response);
                SecurityContextHolder.setContext(new SecurityContextImpl(new ApiCaller(key)));
            }
        } catch (ApiProblem no) {
            problems.write(no, response);
            return;
        }
        chain.doFilter(request, response);
    }

    private Optional<ApiKey> key(List<String> given) {
        Matcher bearer = BEARER.matcher(given.getFirst().strip());
        return given.size() == 1 && bearer.matches()
                ? ApiKeySecret.parse(bearer.group(1)).flatMap(keys::find)
                : Optional.empty();
    }

    private ApiProblem wrong(HttpServletRequest request) {
        Admission admission = limits.knock(Knock.at(Door.API_KEY, request.getRemoteAddr()));
        return admission instanceof Admission.Refused(var delay)
                ? new ApiProblem(ApiProblems.tooMany(), Optional.of(delay))
                : ApiProblem.of(
                        HttpStatus.UNAUTHORIZED,
                        "invalid_key",
                        "This is no live API key: mistyped, revoked, expired, or of a workspace that is suspended.");
    }

    private void count(ApiKey key, HttpServletRequest request, HttpServletResponse response) {
        Knock knock =
                Knock.at(Door.API, request.getRemoteAddr()).withKey(key.id().toString());
        Admission admission = limits.knock(knock);
        Allowance allowance = limits.allowance(knock);
        response.setHeader("X-RateLimit-Limit", String.valueOf(allowance.most()));
        response.setHeader("X-RateLimit-Remaining", String.valueOf(allowance.left()));
        response.setHeader(
                "X-RateLimit-Reset", String.valueOf(allowance.wholeIn().toSeconds() + 1));
        if (admission instanceof Admission.Refused(var delay)) {
            throw new ApiProblem(ApiProblems.tooMany(), Optional.of(delay));
        }
    }
}
