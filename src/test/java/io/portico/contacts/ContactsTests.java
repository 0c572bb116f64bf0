package io.portico.contacts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.portico.PorticoTest;
import io.portico.kernel.EmailAddress;
import io.portico.tenancy.Tenancy;
import io.portico.workspace.Workspace;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class ContactsTests extends PorticoTest {
    private static final Executor THREADS = task -> Thread.ofVirtual().start(task);
    private static final EmailAddress WANTED = EmailAddress.of("wanted@example.com");

    @Autowired
    private Tenancy tenancy;

    @Autowired
    private JdbcClient jdbc;

    private Workspace acme;

    @BeforeEach
    void openWorkspace() {
        acme = aWorkspace();
    }

    @Test
    void givesAnAddressToOneOfTwoWhoAreSavedAtOnce() {
        Contact first = aContact().in(acme);
        Contact second = aContact().in(acme);

        SaveResult late = meanwhile(() -> save(first), () -> save(second));

        assertThat(late)
                .isInstanceOfSatisfying(
                        SaveResult.AddressTaken.class,
                        taken -> assertThat(taken.by().id()).isEqualTo(first.id()));
        assertThat(contacts.get(acme.id(), second.id())).isEqualTo(second);
        assertThat(factsAbout(acme.id(), second)).doesNotContain("contact.updated");
    }

    @Test
    void givesAnAddressToAContactWhoIsCreatedWhileAnotherIsSaved() {
        Contact late = aContact().in(acme);

        SaveResult result = meanwhile(
                () -> contacts.create(acme.id(), NewContact.of(WANTED, "console"), PORTICO), () -> save(late));

        assertThat(result).isInstanceOf(SaveResult.AddressTaken.class);
    }

    @Test
    void leavesTheWorkAroundItAliveWhenTheAddressIsTaken() {
        aContact().at(WANTED.value()).in(acme);
        Contact second = aContact().in(acme);

        SaveResult result = tenancy.in(acme.id(), () -> {
            SaveResult taken = save(second);
            contacts.changeStanding(acme.id(), second.id(), before -> before.disabled(second.createdAt()));
            return taken;
        });

        assertThat(result).isInstanceOf(SaveResult.AddressTaken.class);
        assertThat(contacts.get(acme.id(), second.id()).standing().isDisabled()).isTrue();
    }

    private SaveResult save(Contact contact) {
        var details = new ContactDetails(
                contact.name(),
                Optional.of(WANTED),
                contact.phone(),
                Optional.empty(),
                Optional.empty(),
                contact.tags());
        return contacts.update(acme.id(), contact.id(), details, PORTICO);
    }

    /** Does something in a transaction; before it commits, somebody else begins and is seen waiting for it. */
    private SaveResult meanwhile(Runnable first, Supplier<SaveResult> other) {
        CompletableFuture<SaveResult> result = new CompletableFuture<>();
        tenancy.run(acme.id(), () -> {
            first.run();
            result.completeAsync(other, THREADS);
            await().atMost(Duration.ofSeconds(10)).until(() -> result.isDone() || somebodyWaits());
        });
        return result.orTimeout(20, TimeUnit.SECONDS).join();
    }

    private boolean somebodyWaits() {
        return CompletableFuture.supplyAsync(
                        () -> jdbc.sql("select exists (select from pg_locks where not granted)")
                                .query(Boolean.class)
                                .single(),
                        THREADS)
                .join();
    }
}
