package io.portico.console.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.portico.Visitor;
import io.portico.Visitor.Page;
import io.portico.console.ConsoleTest;
import io.portico.webhooks.Receiver;
import io.portico.webhooks.Webhook;
import io.portico.webhooks.WebhookState;
import io.portico.webhooks.Webhooks;
import io.portico.workspace.Role;
import io.portico.workspace.Workspace;
import java.time.Duration;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

class WebhookPagesTests extends ConsoleTest {
    private static final Pattern SECRET = Pattern.compile("value=\"(whsec_[A-Za-z0-9+/=]{44})\"");

    @Autowired
    Webhooks webhooks;

    private final Receiver receiver = new Receiver();
    private Workspace acme;
    private Visitor owner;
    private String path;

    @BeforeEach
    void anOwner() {
        acme = aWorkspace();
        owner = signedIn(acme, Role.OWNER);
        path = "/w/" + acme.slug() + "/settings/webhooks";
    }

    @AfterEach
    void close() {
        receiver.close();
    }

    private Webhook added() {
        owner.post(path, "url", receiver.url("/hook"), "name", "Workflow", "event", "contact.created");
        return webhooks.all(acme.id()).getFirst();
    }

    @Test
    void addAWebhookAndHandItsSecretOver() {
        assertThat(owner.get(path).body()).contains("No webhook yet");

        Webhook webhook = added();
        Page page = owner.get(path + "/" + webhook.id());
        assertThat(page.body()).contains("Added the webhook Workflow.", "contact.created", "Nothing has been sent");

        Matcher secret =
                SECRET.matcher(owner.get(path + "/" + webhook.id() + "/secret").body());
        assertThat(secret.find()).isTrue();
        assertThat(facts(acme.id())).contains("webhook.added", "webhook.secret_shown");
        assertThat(activity.latest(acme.id(), 50).toString()).doesNotContain(secret.group(1));

        owner.post(path + "/" + webhook.id() + "/secret");
        Page rotated = owner.get(path + "/" + webhook.id() + "/secret");
        assertThat(rotated.body()).doesNotContain(secret.group(1)).contains("The secret before this one signs as well");
    }

    @ParameterizedTest
    @CsvSource({
        "ftp://example.com/, This is no web address",
        "http://10.0.0.1/, The address must begin with https://",
        "https://169.254.169.254/latest, leads into a private network",
        "https://nobody.invalid/, DNS knows no IP address",
        "https://[::1]/, leads into a private network",
    })
    void sayBesideTheFieldWhyAnAddressCannotBeCalled(String url, String said) {
        Page answer = owner.post(path, "url", url, "name", "Mine", "event", "contact.created");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains(said, "value=\"Mine\"");
        assertThat(webhooks.all(acme.id())).isEmpty();
    }

    @Test
    void askForAnEvent() {
        assertThat(owner.post(path, "url", receiver.url("/"), "name", "").body())
                .contains("Choose at least one event.");
    }

    @Test
    void showWhatWasSentAndSendItAgain() {
        Webhook webhook = added();
        aContact().named("Minji", "<b>Kim</b>").in(acme);
        String list = path + "/" + webhook.id();
        await().atMost(Duration.ofSeconds(30))
                .until(() -> owner.get(list).body().contains("Delivered</span>"));

        Matcher delivery = Pattern.compile("/deliveries/([0-9a-f-]{36})")
                .matcher(owner.get(list).body());
        assertThat(delivery.find()).isTrue();
        Page page = owner.get(list + delivery.group());
        assertThat(page.body()).contains("msg_", "&lt;b&gt;Kim", ">200<", "ok").doesNotContain("<b>Kim");

        owner.post(list + delivery.group() + "/replay");
        await().atMost(Duration.ofSeconds(30)).until(() -> receiver.calls().size() == 2);
        owner.post(
                list + "/replay",
                "since",
                LocalDate.now(java.time.ZoneOffset.UTC).toString());
        assertThat(owner.get(list).body()).contains("Nothing was given up since that day");
    }

    @Test
    void pauseResumeAndRemove() {
        Webhook webhook = added();
        String one = path + "/" + webhook.id();

        owner.post(one + "/pause");
        assertThat(webhooks.get(acme.id(), webhook.id()).state()).isEqualTo(WebhookState.PAUSED);
        owner.post(one + "/resume");
        assertThat(webhooks.get(acme.id(), webhook.id()).state()).isEqualTo(WebhookState.ACTIVE);
        assertThat(owner.get(one + "/remove").body()).contains("Remove the webhook Workflow?");
        owner.post(one + "/remove");
        assertThat(webhooks.all(acme.id())).isEmpty();
        assertThat(owner.get(one).status()).isEqualTo(404);
    }

    @Test
    void keepMembersOut() {
        assertThat(signedIn(acme, Role.MEMBER).get(path).status()).isEqualTo(403);
    }
}
