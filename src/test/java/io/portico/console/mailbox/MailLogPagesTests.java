package io.portico.console.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.portico.Visitor;
import io.portico.console.ConsoleTest;
import io.portico.contacts.Contact;
import io.portico.kernel.RunId;
import io.portico.kernel.WorkspaceId;
import io.portico.mail.BatchOrder;
import io.portico.mail.MailTemplate;
import io.portico.mail.NewMail;
import io.portico.mail.Outbox;
import io.portico.mail.SkipReason;
import io.portico.tenancy.Rows;
import io.portico.workspace.Role;
import io.portico.workspace.Workspace;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class MailLogPagesTests extends ConsoleTest {
    @Autowired
    private Outbox outbox;

    @Autowired
    private Clock clock;

    private Workspace workspace;
    private Visitor owner;

    @BeforeEach
    void signIn() {
        workspace = aWorkspace();
        owner = signedIn(workspace, Role.OWNER);
        noted(workspace.id(), MailTemplate.LOGIN_EMAIL, "kim@example.com", SkipReason.SUPPRESSED);
        noted(workspace.id(), MailTemplate.INVITATION, "lee_1@example.com", SkipReason.COOLDOWN);
    }

    @Test
    void tellsToWhomWhatAndWithWhichResult() {
        String log = log("");

        assertThat(log)
                .contains("kim@example.com", "lee_1@example.com", "Login email", "Skipped", "Suppressed address");
    }

    @Test
    void findsByAddressKindResultAndDay() {
        LocalDate today = clock.instant().atZone(workspace.timeZone()).toLocalDate();

        assertThat(log("?q=KIM@")).contains("kim@example.com").doesNotContain("lee_1@");
        assertThat(log("?kind=invitation")).contains("lee_1@").doesNotContain("kim@example.com");
        assertThat(log("?state=skipped&day=" + today)).contains("kim@example.com", "lee_1@");
        assertThat(log("?state=sent"))
                .doesNotContain("kim@example.com", "lee_1@")
                .contains("No such mails");
        assertThat(log("?day=" + today.minusDays(1))).doesNotContain("kim@example.com");
        assertThat(log("?kind=nonsense&state=nonsense&day=nonsense&before=nonsense"))
                .contains("kim@example.com", "lee_1@");
    }

    @Test
    void standOnThePageOfTheirContact() {
        Contact kim = aContact().at("kim.minji@example.com").in(workspace);
        Contact lee = aContact().at("lee@example.com").in(workspace);
        outbox.enqueue(
                workspace.id(),
                NewMail.personal(
                        MailTemplate.MAGIC_LINK, kim.id().value(), kim.email().orElseThrow(), Map.of()));

        String people = "/w/" + workspace.slug() + "/people/";
        assertThat(owner.get(people + kim.id()).body())
                .contains("<h2>Mails</h2>", "Magic link", "/mails?q=kim.minji%40example.com");
        assertThat(owner.get(people + lee.id()).body()).contains("No mail was sent to this contact yet.");
        assertThat(signedIn(workspace, Role.VIEWER).get(people + kim.id()).body())
                .contains("Magic link")
                .doesNotContain("/mails?q=");
    }

    @Test
    void takesWhatIsTypedAsItStands() {
        assertThat(log("?q=%25")).as("a percent sign is no wildcard").doesNotContain("kim@example.com");
        assertThat(log("?q=e_1")).contains("lee_1@").doesNotContain("kim@example.com");
        assertThat(log("?q=%3Cscript%3E%5C%27")).doesNotContain("<script>").contains("No such mails");
    }

    @Test
    void pagesFromTheNewestOn() {
        for (int i = 0; i < 50; i++) {
            noted(workspace.id(), MailTemplate.LOGIN_EMAIL, "more-" + i + "@example.com", SkipReason.DISABLED);
        }
        String first = log("");

        assertThat(first).contains("more-49@").doesNotContain("kim@example.com");
        String older = first.substring(first.indexOf("before=") + 7).split("\"", 2)[0];
        assertThat(log("?before=" + older))
                .contains("kim@example.com", "lee_1@")
                .doesNotContain("more-49@");
    }

    @Test
    void showsNobodyTheMailsOfOthers() {
        Workspace other = aWorkspace();
        noted(other.id(), MailTemplate.LOGIN_EMAIL, "secret@example.com", SkipReason.DISABLED);

        assertThat(log("?q=secret")).doesNotContain("secret@example.com");
        assertThat(owner.get("/w/" + other.slug() + "/mails").status()).isEqualTo(404);
        assertThat(signedIn(workspace, Role.MEMBER)
                        .get("/w/" + workspace.slug() + "/mails")
                        .status())
                .isEqualTo(403);
    }

    private String log(String query) {
        Visitor.Page page = owner.get("/w/" + workspace.slug() + "/mails" + query);
        assertThat(page.status()).isEqualTo(200);
        return page.body();
    }

    private void noted(WorkspaceId workspace, MailTemplate template, String address, SkipReason reason) {
        var rows = new Rows("""
                select 1 as place, gen_random_uuid() as recipient_id, :kind as kind, :address as address,
                    '{}'::jsonb as details, :reason as reason""", Map.of("kind", template.word(), "address", address, "reason", reason.word()));
        outbox.enqueueEach(
                workspace, new BatchOrder(RunId.next(clock), 0, Optional.empty(), Duration.ZERO, false), rows);
    }
}
