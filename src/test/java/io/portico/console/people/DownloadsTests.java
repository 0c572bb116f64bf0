package io.portico.console.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.portico.console.people.ConsoleClient.Page;
import io.portico.tenancy.Tenancy;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class DownloadsTests extends PeoplePagesTest {
    private final Logger web = (Logger) LoggerFactory.getLogger("io.portico.web.ErrorPages");
    private final Logger server = (Logger) LoggerFactory.getLogger("org.apache.catalina");
    private final ListAppender<ILoggingEvent> logged = new ListAppender<>();

    @Autowired
    private Tenancy tenancy;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void listen() {
        logged.start();
        web.addAppender(logged);
        server.addAppender(logged);
        web.setLevel(Level.DEBUG);
    }

    @AfterEach
    void stopListening() {
        web.detachAppender(logged);
        server.detachAppender(logged);
        web.setLevel(null);
    }

    @Test
    void areBrokenOffWhenTheyFailOnTheWay() {
        aCrowd(2_000, 100);
        breakThe(1_500);

        assertThatThrownBy(() -> owner.get(at("/export.csv"))).hasRootCauseInstanceOf(IOException.class);
    }

    @Test
    void areAnErrorPageWhenTheyFailBeforeTheirFirstByte() {
        aCrowd(1, 100);
        breakThe(1);

        Page page = owner.get(at("/export.csv"));

        assertThat(page.status()).isEqualTo(500);
        assertThat(page.text()).contains("<h1").doesNotContain("first-name");
        assertThat(page.headers()).doesNotContainKey("content-disposition");
    }

    @Test
    void areNoErrorOfOursWhenTheBrowserHangsUp() throws IOException {
        aCrowd(5_000, 4_000);

        try (Socket browser = new Socket("localhost", installation.port())) {
            browser.setSoLinger(true, 0);
            browser.getOutputStream().write("""
                    GET %s HTTP/1.1\r
                    Host: localhost:%d\r
                    Cookie: %s\r
                    \r
                    """.formatted(at("/export.csv"), installation.port(), owner.cookies())
                    .getBytes(StandardCharsets.US_ASCII));
            assertThat(new String(browser.getInputStream().readNBytes(12), StandardCharsets.US_ASCII))
                    .isEqualTo("HTTP/1.1 200");
        }

        await().atMost(Duration.ofSeconds(20)).until(() -> !logged.list.isEmpty());
        assertThat(logged.list).noneMatch(event -> event.getLevel().isGreaterOrEqual(Level.WARN));
    }

    /** People with a custom field so many characters long. */
    private void aCrowd(int count, int width) {
        var sql = """
                insert into contact (workspace_id, id, first_name, custom, source, created_at, updated_at)
                select :workspace, ('01900000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, 'Person ' || n,
                    jsonb_build_object('Note', repeat('x', :width)), 'import', now(), now()
                from generate_series(1, :count) as n""";
        tenancy.run(
                acme.id(),
                () -> jdbc.sql(sql)
                        .param("workspace", acme.id().value())
                        .param("width", width)
                        .param("count", count)
                        .update());
    }

    /** Leaves something in a row that cannot be read back. */
    private void breakThe(int n) {
        tenancy.run(
                acme.id(),
                () -> jdbc.sql("update contact set time_zone = 'no zone' where workspace_id = ? and first_name = ?")
                        .params(acme.id().value(), "Person " + n)
                        .update());
    }
}
