package io.portico.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.portico.contacts.Contact;
import io.portico.kernel.Secret;
import io.portico.workspace.Workspace;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class DeadLinksTests extends AccessTest {
    @Autowired
    private DeadLinks dead;

    private Workspace acme;

    @BeforeEach
    void aWorkspaceOfItsOwn() {
        acme = aWorkspace();
    }

    @Test
    void showsTheAddressOnFileInPart() {
        Contact kim = aContact().at("kim@example.com").in(acme);

        assertThat(dead.mailbox(acme.id(), "any", linkOf(kim))).contains("k•••@e•••.com");
    }

    @Test
    void showsNoneForAContactWithoutAddress() {
        Contact kim = aContact().withoutAddress().in(acme);

        assertThat(dead.mailbox(acme.id(), "any", linkOf(kim))).isEmpty();
    }

    @Test
    void inventsOneForAnUnknownTokenAndKeepsToIt() {
        String token = Secret.random().reveal();
        Optional<String> invented = dead.mailbox(acme.id(), token, Optional.empty());

        assertThat(invented).hasValueSatisfying(mailbox -> assertThat(mailbox).matches("[a-z]•••@[a-z]•••\\.[a-z]+"));
        assertThat(dead.mailbox(acme.id(), token, Optional.empty())).isEqualTo(invented);
        assertThat(Stream.generate(() -> Secret.random().reveal())
                        .limit(50)
                        .flatMap(other -> dead.mailbox(acme.id(), other, Optional.empty()).stream())
                        .distinct())
                .hasSizeGreaterThan(10);
    }

    @Test
    void ordersAMailToTheAddressOnFileOrForNobody() {
        Contact kim = aContact().at("kim@example.com").in(acme);
        dead.renew(acme.id(), linkOf(kim));
        dead.renew(acme.id(), Optional.empty());

        List<String> ordered = tenancy.in(
                acme.id(),
                () -> jdbc.sql("select coalesce(address, 'nobody') from outbox where kind = 'sign-in' order by n")
                        .query(String.class)
                        .list());
        assertThat(ordered).containsExactly("kim@example.com", "nobody");
    }

    private Optional<LinkFound> linkOf(Contact contact) {
        return links.find(acme.id(), secretOf(aCopiedLink(acme, contact)));
    }
}
