package io.portico.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.portico.PorticoTest;
import io.portico.installation.Installation;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.transaction.CannotCreateTransactionException;

class SiteFilterTests extends PorticoTest {
    @Autowired
    private Installation installation;

    @Autowired
    private NamelessPage nameless;

    @Test
    void saysThatItCannotAnswerWhileTheDatabaseCannotBeReached() throws Exception {
        var filter = new SiteFilter(
                installation,
                host -> {
                    throw new CannotCreateTransactionException("no connection");
                },
                nameless);
        var request = new MockHttpServletRequest("GET", "/sign-in");
        request.addHeader("Host", "acme.example.com");
        request.setServerName("acme.example.com");
        request.addPreferredLocale(Locale.KOREAN);
        var response = new MockHttpServletResponse();

        filter.doFilter(request, response, new MockFilterChain());

        assertThat(response.getStatus()).isEqualTo(503);
        assertThat(response.getHeader("Retry-After")).isEqualTo("10");
        assertThat(response.getContentAsString())
                .contains("<html lang=\"ko\">", "저희 쪽에서 문제가 생겼습니다")
                .doesNotContain("Portico", "connection");
    }
}
