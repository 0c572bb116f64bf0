package io.portico.console.outreach;

import static org.assertj.core.api.Assertions.assertThat;

import io.portico.Visitor;
import io.portico.Visitor.Page;
import io.portico.console.ConsoleTest;
import io.portico.contacts.Contact;
import io.portico.kernel.EmailAddress;
import io.portico.workspace.Role;
import io.portico.workspace.Workspace;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LoginEmailsControllerTests extends ConsoleTest {
    private static final Pattern SEEN = Pattern.compile("name=\"seen\" value=\"([0-9a-f]+)\"");

    private Workspace workspace;
    private Visitor owner;
    private String path;
    private String list;

    @BeforeEach
    void open() {
        workspace = aWorkspace();
        owner = signedIn(workspace, Role.OWNER);
        path = "/w/" + workspace.slug() + "/login-emails";
        Contact kim = aContact().in(workspace);
        list = kim.email().map(EmailAddress::value).orElseThrow() + "\r\nLee <new@example.com>";
    }

    @Test
    void tellWhomOfAPastedListNobodyKnowsAndOfferToInviteThem() {
        Page page = owner.post(path, "addresses", list);

        assertThat(page.body())
                .contains("1 mail will be sent, 1 will be skipped.", "nobody here has this address", "new@example.com")
                .contains("Invite this person instead", "formaction=\"" + path + "/strangers\"");

        assertThat(owner.post(path + "/strangers", "addresses", list, "note", "Hi")
                        .body())
                .contains(
                        "Lee &lt;new@example.com&gt;", ">Hi<", "action=\"/w/" + workspace.slug() + "/invite/preview\"")
                .doesNotContain(list.substring(0, list.indexOf('\r')));
        assertThat(owner.post(path + "/group", "addresses", list, "verdict", "unknown-address")
                        .body())
                .contains("new@example.com");
    }

    /** What was changed after the verdicts were told is told anew before it is sent. */
    @Test
    void sendOnlyToAListWhoseVerdictsWereSeen() {
        Matcher seen = SEEN.matcher(owner.post(path, "addresses", list).body());
        assertThat(seen.find()).isTrue();

        Page refused = owner.post(path + "/send", "addresses", list + "\r\nmore@example.com", "seen", seen.group(1));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("addresses-error", "These addresses have changed", "more@example.com");

        Page sent = owner.post(path + "/send", "addresses", list, "seen", seen.group(1));
        assertThat(sent.status()).isEqualTo(303);
        assertThat(owner.get(sent.location()).body()).contains("new@example.com", "Nobody here has this address");
    }

    @Test
    void refuseToSendToNobody() {
        assertThat(owner.post(path + "/send").body()).contains("Choose a contact or type at least one address.");
        assertThat(signedIn(workspace, Role.VIEWER).post(path + "/strangers").status())
                .isEqualTo(403);
    }
}
