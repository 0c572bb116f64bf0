package io.portico.console.outreach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.portico.Visitor;
import io.portico.console.ConsoleTest;
import io.portico.contacts.Contact;
import io.portico.kernel.RunId;
import io.portico.mail.MailBatches;
import io.portico.workspace.Role;
import io.portico.workspace.Workspace;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class RunPagesTests extends ConsoleTest {
    private static final Pattern OLDER = Pattern.compile("href=\"([^\"]+\\?before=[^\"]+)\"");
    private static final Pattern RUN = Pattern.compile("/runs/([0-9a-f-]{36})\"");

    @Autowired
    private MailBatches batches;

    private Workspace workspace;
    private Visitor owner;

    @BeforeEach
    void open() {
        workspace = aWorkspace();
        owner = signedIn(workspace, Role.OWNER);
    }

    @Test
    void pageFromTheNewestRunToTheOldest() {
        enterRuns(51);

        String first = owner.get("/w/" + workspace.slug() + "/runs").body();
        Matcher older = OLDER.matcher(first);
        assertThat(older.find()).isTrue();
        String second = owner.get(older.group(1)).body();

        assertThat(runsOn(first)).hasSize(50).isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(first).doesNotContain("Newest");
        assertThat(runsOn(second)).hasSize(1).doesNotContainAnyElementsOf(runsOn(first));
        assertThat(second).contains("Newest").doesNotContain("Older");
        assertThat(runsOn(owner.get("/w/" + workspace.slug() + "/runs?before=nonsense")
                        .body()))
                .isEqualTo(runsOn(first));
    }

    @Test
    void tellWhatCameBackAfterTheMailHadLeft() {
        Contact kim = aContact().in(workspace);
        Contact lee = aContact().in(workspace);
        String run = owner.post(
                        "/w/" + workspace.slug() + "/login-emails/send",
                        "id",
                        kim.id().toString(),
                        "id",
                        lee.id().toString())
                .location();
        RunId id = RunId.parse(run.substring(run.lastIndexOf('/') + 1)).orElseThrow();
        await().atMost(Duration.ofSeconds(20))
                .until(() -> batches.progress(workspace.id(), id).isDone());
        comesBack(kim, "delayed", "4.4.1 trying");
        comesBack(kim, "bounced", "550 5.1.1 No such <user>");

        assertThat(owner.get(run).body())
                .contains("Sent 2 of 2. 1 came back.", "?state=bounced", "No such mailbox")
                .doesNotContain("?state=delayed");
        assertThat(owner.get(run + "?state=bounced").body())
                .contains(address(kim), "550 5.1.1 No such &lt;user&gt;")
                .doesNotContain(address(lee));
        assertThat(owner.get(run + "?state=delayed").body())
                .as("what is graver counts")
                .doesNotContain(address(kim));
        assertThat(owner.get("/w/" + workspace.slug() + "/runs").body()).contains("1 came back");
        assertThat(owner.get(run + "/ledger.csv").body())
                .contains("Came back: the mailbox does not exist", "550 5.1.1 No such <user>");
        assertThat(activity.latest(workspace.id(), 1).getFirst().kind()).isEqualTo("run.exported");
        assertThat(owner.get("/w/" + workspace.slug() + "/mails?state=bounced").body())
                .contains(address(kim))
                .doesNotContain(address(lee));
    }

    private static String address(Contact contact) {
        return contact.email().orElseThrow().value();
    }

    private void comesBack(Contact contact, String kind, String said) {
        var sql = """
                insert into mail_return (workspace_id, mail_id, batch_id, kind, said, received_at)
                select workspace_id, id, batch_id, ?, ?, now() from outbox where workspace_id = ? and recipient_id = ?""";
        tenancy.run(
                workspace.id(),
                () -> jdbc.sql(sql)
                        .params(kind, said, workspace.id().value(), contact.id().value())
                        .update());
    }

    private void enterRuns(int many) {
        var sql = """
                insert into run (workspace_id, id, kind, created_at)
                select ?, portico_uuid7(1700000000000 + n), 'invitations', now() from generate_series(1, ?) n""";
        tenancy.run(
                workspace.id(),
                () -> jdbc.sql(sql).params(workspace.id().value(), many).update());
    }

    private static List<String> runsOn(String page) {
        return RUN.matcher(page).results().map(found -> found.group(1)).toList();
    }
}
