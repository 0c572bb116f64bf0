package io.portico.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.portico.PorticoTest;
import io.portico.activity.ActivityEntry;
import io.portico.kernel.EmailAddress;
import io.portico.kernel.WorkspaceId;
import io.portico.workspace.Workspace;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class SendersTests extends PorticoTest {
    private static final EmailAddress OWN = EmailAddress.of("portal@mail.acme.example");

    @Autowired
    private Senders senders;

    private Workspace workspace;

    @BeforeEach
    void open() {
        workspace = aWorkspace();
    }

    @Test
    void sendsInTheWorkspacesNameFromTheInstallationsAddressAtFirst() {
        assertThat(senders.of(workspace.id()))
                .isEqualTo(new Sender(
                        workspace.name(), senders.installationsAddress(), Optional.empty(), Optional.empty()));
    }

    @Test
    void takesNameAndReplyAddressAsChosen() {
        var chosen = new SenderName(
                Optional.of("Acme\r\nBcc: x@y.example"), Optional.of(EmailAddress.of("help@acme.example")));

        senders.name(workspace.id(), chosen, PORTICO);
        senders.name(workspace.id(), chosen, PORTICO);

        assertThat(senders.of(workspace.id()).fromName()).isEqualTo("Acme Bcc: x@y.example");
        assertThat(senders.of(workspace.id()).replyTo()).hasValue(EmailAddress.of("help@acme.example"));
        assertThat(facts(workspace.id())).containsOnlyOnce("sender.named");
        senders.name(workspace.id(), new SenderName(Optional.of("  "), Optional.empty()), PORTICO);
        assertThat(senders.of(workspace.id()).fromName()).isEqualTo(workspace.name());
        assertThatThrownBy(() -> new SenderName(Optional.of("x".repeat(101)), Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void sendsFromADomainOfItsOwnAndFallsBack() {
        senders.sendFrom(workspace.id(), OWN, PORTICO);

        assertThat(senders.of(workspace.id()).fromAddress()).isEqualTo("portal@mail.acme.example");
        assertThat(senders.of(workspace.id()).domain()).hasValue("mail.acme.example");
        assertThat(senders.of(aWorkspace().id()).domain()).isEmpty();
        senders.sendFromInstallation(workspace.id(), PORTICO);
        senders.sendFromInstallation(workspace.id(), PORTICO);
        assertThat(senders.of(workspace.id()).fromAddress()).isEqualTo(senders.installationsAddress());
        assertThat(facts(workspace.id()).stream().filter("sender.address_changed"::equals))
                .hasSize(2);
    }

    private List<String> facts(WorkspaceId workspace) {
        return activity.latest(workspace, 10).stream().map(ActivityEntry::kind).toList();
    }
}
