package io.portico.api;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses a method that an address does not know before its body is looked at, which would be refused for its type. */
class MethodFilter extends OncePerRequestFilter {
    private final Routes routes;
    private final ProblemWriter problems;

    MethodFilter(Routes routes, ProblemWriter problems) {
        this.routes = routes;
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !ApiExchange.CHANGING.contains(request.getMethod());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Set<String> known = routes.methods(request.getRequestURI());
        if (known.isEmpty() || known.contains(request.getMethod())) {
            chain.doFilter(request, response);
            return;
        }
        response.setHeader(HttpHeaders.ALLOW, String.join(", ", known));
        problems.write(new ApiProblem(ApiProblems.ofStatus(HttpStatus.METHOD_NOT_ALLOWED)), response);
    }
}
