package io.portico.mail.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.portico.kernel.EmailAddress;
import io.portico.kernel.MailId;
import io.portico.kernel.WorkspaceId;
import io.portico.mail.DkimKeys;
import io.portico.mail.DkimRecord;
import io.portico.mail.MailState;
import io.portico.mail.SenderName;
import io.portico.mail.Senders;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.james.jdkim.DKIMVerifier;
import org.apache.james.jdkim.api.SignatureRecord;
import org.apache.james.jdkim.exceptions.FailException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What arrives signed, checked by Apache jDKIM against the record that Portico says to publish. */
class DkimTests extends MailTest {
    private static final EmailAddress OWN = EmailAddress.of("portal@mail.acme.example");

    @Autowired
    private DkimKeys keys;

    @Autowired
    private Senders senders;

    private WorkspaceId workspace;
    private DkimRecord published;

    @BeforeEach
    void sendFromADomainOfItsOwn() {
        workspace = aWorkspace().id();
        published = keys.of(workspace, OWN.domain());
        senders.sendFrom(workspace, OWN, PORTICO);
        senders.name(
                workspace,
                new SenderName(Optional.of("한빛  스튜디오"), Optional.of(EmailAddress.of("help@acme.example"))),
                PORTICO);
    }

    @Test
    void signsWhatTheWorkspaceSends() throws Exception {
        List<SignatureRecord> signatures = verified(arrived());

        assertThat(signatures).hasSize(1);
        assertThat(signatures.getFirst().getDToken().toString()).isEqualTo("mail.acme.example");
        assertThat(signatures.getFirst().getHeaders().stream().map(Object::toString))
                .contains(
                        "From",
                        "Reply-To",
                        "Subject",
                        "Date",
                        "Message-ID",
                        "To",
                        "List-Id",
                        "Auto-Submitted",
                        "MIME-Version",
                        "Content-Type");
    }

    @ParameterizedTest
    @CsvSource({
        "Subject: , Subject: Free ",
        "^, From: Somebody <else@evil.example>\\r\\n",
        "Reply-To: help@acme.example, Reply-To: else@evil.example",
        "Auto-Submitted: auto-generated\\r\\n, ''",
        "multipart/alternative, multipart/mixed"
    })
    void isBrokenByWhoeverChangesTheMail(String part, String changed) {
        String mail = arrived();
        String forged = part.equals("^")
                ? unescaped(changed) + mail
                : mail.replaceFirst(Pattern.quote(unescaped(part)), unescaped(changed));

        assertThat(forged).isNotEqualTo(mail);
        assertThatThrownBy(() -> verified(forged)).isInstanceOf(FailException.class);
        assertThatThrownBy(() -> verified(mail + "Another line.\r\n")).isInstanceOf(FailException.class);
    }

    @Test
    void survivesBlanksThatServersChange() throws Exception {
        String mail = arrived();

        assertThat(verified(mail.replace("To: kim", "to:   kim") + "\r\n\r\n")).hasSize(1);
    }

    @Test
    void leavesMailsOfTheInstallationUnsignedUnlessTheHostWantsIt() {
        senders.sendFromInstallation(workspace, PORTICO);

        assertThat(arrived()).doesNotContain("DKIM-Signature");
    }

    private static String unescaped(String text) {
        return text.replace("\\r\\n", "\r\n");
    }

    private String arrived() {
        MailId mail = order(workspace, "kim@example.com", Map.of());
        becomes(workspace, mail, MailState.SENT);
        return SERVER.mails().stream()
                .filter(source -> source.contains(mail.toString()))
                .findFirst()
                .orElseThrow();
    }

    private List<SignatureRecord> verified(String mail) throws Exception {
        var verifier = new DKIMVerifier((method, selector, domain) ->
                (selector + "._domainkey." + domain).equals(published.name()) ? List.of(published.value()) : List.of());
        return verifier.verify(new ByteArrayInputStream(mail.getBytes(StandardCharsets.US_ASCII)));
    }
}
