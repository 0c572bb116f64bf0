package io.portico.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.portico.contacts.Contact;
import io.portico.kernel.Secret;
import io.portico.workspace.Workspace;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ContactSessionsTests extends AccessTest {
    private Workspace acme;
    private Contact minji;

    @BeforeEach
    void aContactOfAcme() {
        acme = aWorkspace();
        minji = aContact().in(acme);
    }

    @Test
    void saysWhereFromAndByWhichLinkItWasOpened() {
        MadeLink link = aCopiedLink(acme, minji);
        redeem(acme, link);

        assertThat(sessions.of(acme.id(), minji.id())).singleElement().satisfies(session -> {
            assertThat(session.openedBy()).contains(link.id());
            assertThat(session.ip()).isEqualTo(PHONE.ip());
            assertThat(session.userAgent()).isEqualTo(PHONE.userAgent());
        });
    }

    @Test
    void opensInItsOwnWorkspaceOnly() {
        Secret session = signIn(acme, minji);

        assertThat(sessions.find(acme.id(), session)).isPresent();
        assertThat(sessions.find(aWorkspace().id(), session)).isEmpty();
        assertThat(sessions.find(acme.id(), Secret.random())).isEmpty();
    }

    @Test
    void endsOneSessionOfThisContactAtOnce() {
        Secret session = signIn(acme, minji);
        var id = sessions.find(acme.id(), session).orElseThrow().id();
        Contact other = aContact().in(acme);

        assertThat(sessions.end(acme.id(), other.id(), id, PORTICO)).isFalse();
        assertThat(sessions.find(acme.id(), session)).isPresent();

        assertThat(sessions.end(acme.id(), minji.id(), id, PORTICO)).isTrue();
        assertThat(sessions.end(acme.id(), minji.id(), id, PORTICO)).as("again").isTrue();
        assertThat(sessions.find(acme.id(), session)).isEmpty();
        assertThat(facts(acme, minji, "session.ended")).isOne();
    }

    @Test
    void endsAllButTheOneToKeep() {
        Secret here = signIn(acme, minji);
        Secret there = signIn(acme, minji);
        Secret elsewhere = signIn(acme, minji);
        var keep = sessions.find(acme.id(), here).orElseThrow().id();
        sessions.endOthers(acme.id(), minji.id(), Optional.of(keep), PORTICO);

        assertThat(sessions.find(acme.id(), here)).isPresent();
        assertThat(sessions.find(acme.id(), there)).isEmpty();
        assertThat(sessions.find(acme.id(), elsewhere)).isEmpty();
    }

    @Test
    void isDeadForWhoWaitedForItsEnd() {
        Secret session = signIn(acme, minji);
        tenancy.run(
                acme.id(),
                () -> jdbc.sql("update session set last_used_at = last_used_at - interval '1 hour'")
                        .update());
        Optional<ContactSession> found = meanwhile(
                acme,
                () -> membership.disable(acme.id(), minji.id(), PORTICO),
                () -> sessions.find(acme.id(), session));

        assertThat(found).isEmpty();
    }
}
