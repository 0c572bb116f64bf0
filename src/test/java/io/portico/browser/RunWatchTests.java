package io.portico.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.HasTextOptions;
import io.portico.tenancy.Tenancy;
import io.portico.workspace.Workspace;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A run of 1,000 into a real mail server, watched on its page to the end. */
@Tag("soak")
@SpringBootTest(
        webEnvironment = WebEnvironment.DEFINED_PORT,
        properties = {
            "portico.port=0",
            "portico.data=target/test-data/watch",
            "portico.database.binaries=target/postgres-binaries",
            "portico.database.durable=false",
            "spring.flyway.clean-disabled=false"
        })
@DirtiesContext
class RunWatchTests extends BrowserTest {
    private static final GreenMail SERVER = new GreenMail(ServerSetup.SMTP.dynamicPort());
    private static final int MANY = 1_000;

    static {
        SERVER.start();
    }

    @Autowired
    private Tenancy tenancy;

    @Autowired
    private JdbcClient jdbc;

    @DynamicPropertySource
    static void mailServer(DynamicPropertyRegistry settings) {
        settings.add(
                "portico.smtp-url",
                () -> "smtp://localhost:" + SERVER.getSmtp().getPort() + "?from=portal@example.com&starttls=off");
    }

    @AfterAll
    static void stop() {
        SERVER.stop();
    }

    @Test
    void aThousandGetTheirMailAndThePageTellsSo() {
        Workspace workspace = aWorkspace();
        load(workspace);
        Page page = pageOf(ownerOf(workspace), View.WIDE);
        page.navigate(console(workspace, "/login-emails?all=true"));

        page.locator("button[data-busy]").click();

        assertThat(page.locator(".run-summary"))
                .hasText("Sent 1,000 of 1,000.", new HasTextOptions().setTimeout(180_000));
        screenshot(page, "run-of-a-thousand");
        Assertions.assertThat(SERVER.getReceivedMessages()).hasSize(MANY);
    }

    private void load(Workspace workspace) {
        var sql = """
                insert into contact (workspace_id, id, first_name, email, email_key, source, created_at, updated_at)
                select :workspace, gen_random_uuid(), 'Person ' || n, 'p' || n || '@example.com',
                    'p' || n || '@example.com', 'test', now(), now() from generate_series(1, :many) as n""";
        tenancy.run(
                workspace.id(),
                () -> jdbc.sql(sql)
                        .param("workspace", workspace.id().value())
                        .param("many", MANY)
                        .update());
    }
}
