package io.portico.installation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.availability.ApplicationAvailabilityBean;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** What it says on a node that is up is told by {@link ServeTests}. */
class HealthCheckTests {
    private final ApplicationAvailabilityBean availability = new ApplicationAvailabilityBean();

    @Test
    void saysNotReadyBeforeTheNodeIs() throws Exception {
        MockHttpServletResponse answer = answer();

        assertThat(answer.getStatus()).isEqualTo(503);
        assertThat(answer.getContentAsString()).isEqualTo("not ready\n");
    }

    @Test
    void saysSoWhenTheDatabaseDoesNotAnswer() throws Exception {
        availability.onApplicationEvent(new AvailabilityChangeEvent<>(this, ReadinessState.ACCEPTING_TRAFFIC));

        MockHttpServletResponse answer = answer();

        assertThat(answer.getStatus()).isEqualTo(503);
        assertThat(answer.getContentAsString()).isEqualTo("no database\n");
    }

    private MockHttpServletResponse answer() throws Exception {
        var silent = new DriverManagerDataSource("jdbc:postgresql://127.0.0.1:" + SettingsCheck.freePort() + "/x");
        var response = new MockHttpServletResponse();
        new HealthCheck(availability, silent)
                .doFilter(new MockHttpServletRequest("GET", "/healthz"), response, new MockFilterChain());
        return response;
    }
}
