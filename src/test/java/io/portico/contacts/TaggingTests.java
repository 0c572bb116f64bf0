package io.portico.contacts;

import static org.assertj.core.api.Assertions.assertThat;

import io.portico.PorticoTest;
import io.portico.workspace.Workspace;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class TaggingTests extends PorticoTest {
    @Autowired
    private Tagging tagging;

    @Autowired
    private People people;

    private Workspace acme;

    @BeforeEach
    void openWorkspace() {
        acme = aWorkspace();
    }

    @Test
    void bringsATagIntoUseAndTakesItOutWithTheLastWhoHadIt() {
        Contact minji = aContact().in(acme);
        Contact jordan = aContact().in(acme);
        var both = new Selection.These(List.of(minji.id(), jordan.id()));

        assertThat(tagging.add(acme.id(), both, "vip", PORTICO)).isEqualTo(2);
        assertThat(tagging.add(acme.id(), both, "vip", PORTICO)).isZero();
        assertThat(people.tags(acme.id())).containsExactly("vip");
        assertThat(tagging.remove(acme.id(), Selection.of(minji.id()), "vip", PORTICO))
                .isOne();
        assertThat(people.tags(acme.id())).containsExactly("vip");
        contacts.delete(acme.id(), jordan.id(), PORTICO);
        assertThat(people.tags(acme.id())).isEmpty();
    }

    @Test
    void followsWhatIsSavedOfAContact() {
        Contact minji = aContact().tagged("vip", "old").in(acme);

        contacts.update(
                acme.id(),
                minji.id(),
                new ContactDetails(
                        minji.name(),
                        minji.email(),
                        minji.phone(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of("new", "vip")),
                PORTICO);

        assertThat(people.tags(acme.id())).containsExactly("new", "vip");
        assertThat(people.tags(aWorkspace().id())).isEmpty();
    }
}
