package io.portico.installation;

import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers {@code GET /healthz} on any host before every other filter: 200 {@code ok} once the node is ready and its
 * database answers, else 503 with a word why. For balancers and {@code curl}; it opens no session and knows no tenant.
 */
final class HealthCheck extends OncePerRequestFilter {
    private static final int DATABASE_SECONDS = 2;

    private final ApplicationAvailability availability;
    private final DataSource database;

    HealthCheck(ApplicationAvailability availability, DataSource database) {
        this.availability = availability;
        this.database = database;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException {
        if (availability.getReadinessState() != ReadinessState.ACCEPTING_TRAFFIC) {
            answer(response, HttpServletResponse.SC_SERVICE_UNAVAILABLE, "not ready");
        } else if (!databaseAnswers()) {
            answer(response, HttpServletResponse.SC_SERVICE_UNAVAILABLE, "no database");
        } else {
            answer(response, HttpServletResponse.SC_OK, "ok");
        }
    }

    private boolean databaseAnswers() {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.setQueryTimeout(DATABASE_SECONDS);
            return statement.execute("select 1");
        } catch (SQLException e) {
            return false;
        }
    }

    private static void answer(HttpServletResponse response, int status, String body) throws IOException {
        response.setStatus(status);
        response.setContentType("text/plain;charset=UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.getWriter().println(body);
    }
}
