package io.portico.mail;

import io.portico.installation.Installation;
import io.portico.installation.SmtpServer;
import io.portico.installation.StartNotice;
import java.util.List;
import org.springframework.stereotype.Component;

/** Prints at every start what is to be published in DNS, where the host wants mails of the installation signed. */
@Component
class DkimNotice implements StartNotice {
    private final Installation installation;
    private final DkimKeys keys;

    DkimNotice(Installation installation, DkimKeys keys) {
        this.installation = installation;
        this.keys = keys;
    }

    @Override
    public List<String> lines() {
        return installation
                .smtp()
                .filter(SmtpServer::signs)
                .map(server -> keys.ofInstallation(server.fromDomain()))
                .map(record -> List.of(
                        "DKIM     Mails are signed. Publish this TXT record, if it is not there yet:",
                        "         " + record.name(),
                        "         " + record.value()))
                .orElse(List.of());
    }
}
