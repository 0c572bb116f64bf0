package io.portico.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import io.portico.PorticoTest;
import io.portico.tenancy.Tenancy;
import io.portico.webhooks.calls.CallTarget;
import io.portico.workspace.Workspace;
import java.time.Duration;
import java.util.EnumSet;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class WebhooksTests extends PorticoTest {
    @Autowired
    private Webhooks webhooks;

    @Autowired
    private Tenancy tenancy;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void areAddedWhileSomethingElseIsWrittenOfTheWorkspace() {
        Workspace acme = aWorkspace();

        tenancy.run(acme.id(), () -> {
            holdAsForeignKeysDo(acme);
            assertThat(CompletableFuture.supplyAsync(() -> add(acme)))
                    .succeedsWithin(Duration.ofSeconds(10))
                    .isInstanceOf(WebhookResult.Saved.class);
        });
    }

    private void holdAsForeignKeysDo(Workspace workspace) {
        jdbc.sql("select id from workspace where id = ? for key share")
                .param(workspace.id().value())
                .query(UUID.class)
                .single();
    }

    private WebhookResult add(Workspace workspace) {
        CallTarget target = CallTarget.parse("http://127.0.0.1:9/").orElseThrow();
        return webhooks.add(workspace.id(), new NewWebhook(target, "", EnumSet.allOf(WebhookEvent.class)), PORTICO);
    }
}
