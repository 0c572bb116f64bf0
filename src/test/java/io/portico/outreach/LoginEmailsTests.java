package io.portico.outreach;

import static org.assertj.core.api.Assertions.assertThat;

import io.portico.PorticoTest;
import io.portico.contacts.Contact;
import io.portico.contacts.Selection;
import io.portico.kernel.EmailAddress;
import io.portico.kernel.RunId;
import io.portico.mail.MailBatches;
import io.portico.mail.MailLogEntry;
import io.portico.mail.MailState;
import io.portico.mail.SkipReason;
import io.portico.workspace.Workspace;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class LoginEmailsTests extends PorticoTest {
    @Autowired
    private LoginEmails loginEmails;

    @Autowired
    private MailBatches batches;

    private Workspace acme;
    private Contact kim;
    private List<TypedAddress> pasted;

    @BeforeEach
    void paste() {
        acme = aWorkspace();
        kim = aContact().in(acme);
        aContact().at("theirs@example.com").in(aWorkspace());
        pasted = TypedAddress.parse(kim.email().orElseThrow().value().toUpperCase(java.util.Locale.ROOT)
                + "\nLee <new@example.com>\ntheirs@example.com\nNEW@example.com\nnonsense");
    }

    @Test
    void tellWhomOfAPastedListNobodyKnows() {
        Plan plan = loginEmails.plan(acme.id(), Selection.NOBODY, pasted);

        assertThat(plan.counts())
                .isEqualTo(Map.of(
                        Verdict.LOGIN_EMAIL, 1,
                        Verdict.UNKNOWN_ADDRESS, 2,
                        Verdict.DUPLICATE_ADDRESS, 1,
                        Verdict.INVALID_ADDRESS, 1));
        assertThat(loginEmails.strangers(acme.id(), pasted))
                .extracting(TypedAddress::text)
                .containsExactly("Lee <new@example.com>", "theirs@example.com");
    }

    @Test
    void mailTheContactsOfAPastedListAndMakeNoneOfTheOthers() {
        RunId run = loginEmails.send(acme.id(), Selection.of(kim.id()), pasted, RunWords.NONE, RunTiming.NOW, PORTICO);

        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> batches.progress(acme.id(), run).isDone());
        List<MailLogEntry> ledger = batches.recipients(acme.id(), run, Optional.empty(), Optional.empty(), 10);
        assertThat(ledger).hasSize(6);
        assertThat(ledger.getFirst().state()).isEqualTo(MailState.SENT);
        assertThat(ledger.getFirst().recipient()).contains(kim.id().value());
        assertThat(ledger.stream().skip(1).map(MailLogEntry::reason).flatMap(Optional::stream))
                .containsExactly(
                        SkipReason.DUPLICATE_ADDRESS,
                        SkipReason.UNKNOWN_ADDRESS,
                        SkipReason.UNKNOWN_ADDRESS,
                        SkipReason.DUPLICATE_ADDRESS,
                        SkipReason.INVALID_ADDRESS);
        assertThat(contacts.withEmail(acme.id(), EmailAddress.of("new@example.com")))
                .isEmpty();
    }
}
