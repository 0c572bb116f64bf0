package io.portico;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PorticoTests extends PorticoTest {
    @Test
    void startsWithWorkspacesThatSeeNothingOfEachOther() {
        var acme = aWorkspace();
        var other = aWorkspace();
        var minji = aContact().named("Minji", "Kim").invited().joined().in(acme);

        assertThat(contacts.find(acme.id(), minji.id())).contains(minji);
        assertThat(contacts.find(other.id(), minji.id())).isEmpty();
        assertThat(factsAbout(acme.id(), minji)).containsExactly("contact.created");
    }
}
