package io.portico.webhooks.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import com.standardwebhooks.exceptions.WebhookVerificationException;
import io.portico.access.Membership;
import io.portico.contacts.Contact;
import io.portico.webhooks.DisabledBecause;
import io.portico.webhooks.Receiver;
import io.portico.webhooks.SigningSecret;
import io.portico.webhooks.Webhook;
import io.portico.webhooks.WebhookEvent;
import io.portico.webhooks.WebhookState;
import io.portico.webhooks.calls.CallResult;
import io.portico.workspace.Workspace;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class DeliveriesTests extends DeliveryTest {
    @Autowired
    Membership membership;

    private static HttpHeaders headers(Receiver.Call call) {
        return HttpHeaders.of(call.headers(), (name, value) -> true);
    }

    private static com.standardwebhooks.Webhook verifier(SigningSecret secret) {
        return new com.standardwebhooks.Webhook(secret.reveal());
    }

    @Test
    void areVerifiedByThePublishedLibrary() {
        Workspace acme = aWorkspace();
        Webhook webhook = aWebhook(acme, "/");
        Contact kim = aContact().named("Minji", "김").in(acme);
        SigningSecret secret = secrets.show(acme.id(), webhook.id(), PORTICO);

        Receiver.Call call = calls(1).getFirst();

        assertThatCode(() -> verifier(secret).verify(call.body(), headers(call)))
                .doesNotThrowAnyException();
        assertThatExceptionOfType(WebhookVerificationException.class)
                .isThrownBy(() -> verifier(secret).verify(call.body() + " ", headers(call)));
        assertThat(payload(call).at("/type").asString()).isEqualTo("contact.created");
        assertThat(payload(call).at("/data/contact/id").asString())
                .isEqualTo(kim.id().toString());
        assertThat(payload(call).at("/data/contact/last_name").asString()).isEqualTo("김");
        Delivery delivered = delivery(acme, webhook.id(), DeliveryState.DELIVERED);
        assertThat(call.header("webhook-id")).isEqualTo(delivered.messageId());
        DeliveryDetails details = deliveries.find(acme.id(), delivered.id()).orElseThrow();
        assertThat(details.payload()).contains(call.body());
        assertThat(details.tries()).extracting(DeliveryTry::result).containsExactly(new CallResult.Answered(200, "ok"));
    }

    @Test
    void areSignedWithBothSecretsForADayAfterARotation() {
        Workspace acme = aWorkspace();
        Webhook webhook = aWebhook(acme, "/");
        SigningSecret former = secrets.show(acme.id(), webhook.id(), PORTICO);
        SigningSecret fresh = secrets.rotate(acme.id(), webhook.id(), PORTICO);
        aContact().in(acme);

        Receiver.Call both = calls(1).getFirst();

        assertThatCode(() -> verifier(former).verify(both.body(), headers(both)))
                .doesNotThrowAnyException();
        assertThatCode(() -> verifier(fresh).verify(both.body(), headers(both))).doesNotThrowAnyException();

        tenancy.run(
                acme.id(),
                () -> jdbc.sql("update webhook set former_secret_until = now()").update());
        aContact().in(acme);
        Receiver.Call later = calls(2).getLast();
        assertThatExceptionOfType(WebhookVerificationException.class)
                .isThrownBy(() -> verifier(former).verify(later.body(), headers(later)));
        assertThatCode(() -> verifier(fresh).verify(later.body(), headers(later)))
                .doesNotThrowAnyException();
    }

    @Test
    void keepTheOrderOfAContactAndHoldUpNoOther() {
        Workspace acme = aWorkspace();
        Webhook webhook = aWebhook(acme, "/");
        var refused = new AtomicInteger();
        receiver.answering((exchange, call) -> Receiver.say(
                exchange, call.body().contains("Stubborn") && refused.getAndIncrement() == 0 ? 500 : 200, "."));
        Contact kim = aContact().named("Stubborn", "Kim").in(acme);
        membership.disable(acme.id(), kim.id(), PORTICO);
        Contact lee = aContact().in(acme);
        membership.disable(acme.id(), lee.id(), PORTICO);

        assertThat(calls(2, about(lee))).hasSize(2);
        assertThat(calls(1, about(kim))).hasSize(1);
        assertThat(all(acme, webhook.id())).extracting(Delivery::state).contains(DeliveryState.WAITING);

        dueNow(acme);
        assertThat(calls(3, about(kim)))
                .extracting(call -> payload(call).at("/type").asString())
                .containsExactly("contact.created", "contact.created", "contact.disabled");
        assertThat(calls(3, about(kim)).subList(0, 2))
                .extracting(Receiver.Call::body)
                .as("the same at every try")
                .containsOnly(calls(3, about(kim)).getFirst().body());
    }

    @Test
    void stopWhenTheReceiverIsGone() {
        Workspace acme = aWorkspace();
        Webhook webhook = aWebhook(acme, "/");
        receiver.answering(410);
        aContact().in(acme);

        delivery(acme, webhook.id(), DeliveryState.FAILED);

        Webhook disabled = webhooks.get(acme.id(), webhook.id());
        assertThat(disabled.state()).isEqualTo(WebhookState.DISABLED);
        assertThat(disabled.disabledBecause()).contains(DisabledBecause.GONE);
        assertThat(activity.latest(acme.id(), 5)).anyMatch(entry -> entry.kind().equals("webhook.disabled"));
        await().atMost(LONG).untilAsserted(() -> assertThat(mailsTo(acme)).isEqualTo(1));
    }

    @Test
    void giveAWebhookUpOnceHoweverManyCallsAreUnderWay() {
        Workspace acme = aWorkspace();
        Webhook webhook = aWebhook(acme, "/");
        CountDownLatch mayAnswer = answeringLater(410);
        for (int i = 0; i < Underway.MOST_EACH; i++) {
            aContact().in(acme);
        }
        calls(Underway.MOST_EACH);

        mayAnswer.countDown();
        await().atMost(LONG).until(() -> tries(acme, webhook) == Underway.MOST_EACH);

        assertThat(all(acme, webhook.id())).extracting(Delivery::state).containsOnly(DeliveryState.FAILED);
        assertThat(disabledFacts(acme)).isOne();
        await().atMost(LONG).untilAsserted(() -> assertThat(mailsTo(acme)).isEqualTo(1));
    }

    @Test
    void blameNoWebhookForACallThatAnotherTookOver() {
        Workspace acme = aWorkspace();
        Webhook webhook = aWebhook(acme, "/");
        for (int status : new int[] {500, 410}) {
            CountDownLatch mayAnswer = answeringLater(status);
            long before = tries(acme, webhook);
            int called = receiver.calls().size();
            aContact().in(acme);
            calls(called + 1);
            anotherNodeTakesOver(acme);

            mayAnswer.countDown();
            await().atMost(LONG).until(() -> tries(acme, webhook) == before + 1);

            Webhook now = webhooks.get(acme.id(), webhook.id());
            assertThat(now.failingSince()).isEmpty();
            assertThat(now.state()).isEqualTo(WebhookState.ACTIVE);
        }
        assertThat(all(acme, webhook.id())).extracting(Delivery::state).containsOnly(DeliveryState.OPEN);
    }

    @Test
    void leaveAPausedWebhookPausedWhenACallUnderWayFindsTheReceiverGone() {
        Workspace acme = aWorkspace();
        Webhook webhook = aWebhook(acme, "/");
        CountDownLatch mayAnswer = answeringLater(410);
        aContact().in(acme);
        calls(1);
        webhooks.pause(acme.id(), webhook.id(), PORTICO);

        mayAnswer.countDown();
        await().atMost(LONG).until(() -> tries(acme, webhook) == 1);

        assertThat(webhooks.get(acme.id(), webhook.id()).state()).isEqualTo(WebhookState.PAUSED);
        assertThat(disabledFacts(acme)).isZero();
        dueNow(acme);
        webhooks.resume(acme.id(), webhook.id(), PORTICO);
        delivery(acme, webhook.id(), DeliveryState.FAILED);
        assertThat(disabledFacts(acme)).isOne();
    }

    private CountDownLatch answeringLater(int status) {
        var mayAnswer = new CountDownLatch(1);
        receiver.answering((exchange, call) -> {
            uninterrupted(mayAnswer);
            Receiver.say(exchange, status, ".");
        });
        return mayAnswer;
    }

    private long tries(Workspace workspace, Webhook webhook) {
        return all(workspace, webhook.id()).stream()
                .mapToLong(each -> deliveries
                        .find(workspace.id(), each.id())
                        .orElseThrow()
                        .tries()
                        .size())
                .sum();
    }

    private void anotherNodeTakesOver(Workspace workspace) {
        tenancy.run(
                workspace.id(),
                () -> jdbc.sql("update webhook_delivery set tries = tries + 1").update());
    }

    private long disabledFacts(Workspace workspace) {
        return activity.latest(workspace.id(), 50).stream()
                .filter(entry -> entry.kind().equals("webhook.disabled"))
                .count();
    }

    private long mailsTo(Workspace workspace) {
        return tenancy.in(
                workspace.id(),
                () -> jdbc.sql("select count(*) from mailbox_mail where recipient = ? and subject like '%webhook%'")
                        .param(ownerOf(workspace).email().value())
                        .query(Long.class)
                        .single());
    }

    @Test
    void areGivenUpAfterThreeDaysAndTheWebhookWithThem() {
        Workspace acme = aWorkspace();
        Webhook webhook = aWebhook(acme, "/");
        receiver.answering(302);
        aContact().in(acme);
        calls(1);
        delivery(acme, webhook.id(), DeliveryState.OPEN);
        tenancy.run(acme.id(), () -> {
            jdbc.sql("update webhook_delivery set first_tried_at = now() - interval '73 hours'")
                    .update();
            jdbc.sql("update webhook set failing_since = now() - interval '73 hours'")
                    .update();
        });
        dueNow(acme);

        delivery(acme, webhook.id(), DeliveryState.FAILED);
        assertThat(webhooks.get(acme.id(), webhook.id()).disabledBecause()).contains(DisabledBecause.FAILING);

        receiver.answering(200);
        webhooks.resume(acme.id(), webhook.id(), PORTICO);
        assertThat(deliveries.replayFailed(
                        acme.id(), webhook.id(), Instant.now().minus(Duration.ofHours(1)), PORTICO))
                .isOne();
        delivery(acme, webhook.id(), DeliveryState.DELIVERED);
        assertThat(webhooks.get(acme.id(), webhook.id()).failingSince()).isEmpty();
    }

    @Test
    void areSentAgainOnDemand() {
        Workspace acme = aWorkspace();
        Webhook webhook = aWebhook(acme, "/");
        aContact().in(acme);
        Delivery delivered = delivery(acme, webhook.id(), DeliveryState.DELIVERED);

        assertThat(deliveries.replay(acme.id(), delivered.id(), PORTICO)).isTrue();

        List<Receiver.Call> both = calls(2);
        assertThat(both.getFirst().body()).isEqualTo(both.getLast().body());
        assertThat(both.getFirst().header("webhook-id"))
                .isEqualTo(both.getLast().header("webhook-id"));
        assertThat(deliveries.replay(aWorkspace().id(), delivered.id(), PORTICO))
                .as("by a neighbour")
                .isFalse();
    }

    @Test
    void tellWhatIsAskedForAndOnlyFromNowOn() {
        Workspace acme = aWorkspace();
        aContact().in(acme);
        Workspace neighbour = aWorkspace();
        aWebhook(acme, receiver.url("/"), EnumSet.of(WebhookEvent.CONTACT_DISABLED));
        Contact kim = aContact().in(acme);
        membership.disable(acme.id(), kim.id(), PORTICO);
        membership.disable(neighbour.id(), aContact().in(neighbour).id(), PORTICO);
        Contact last = aContact().in(acme);
        membership.disable(acme.id(), last.id(), PORTICO);

        assertThat(calls(2))
                .extracting(call -> payload(call).at("/data/contact/id").asString())
                .containsExactlyInAnyOrder(kim.id().toString(), last.id().toString());
    }

    @Test
    void restWhileTheWebhookIsPaused() {
        Workspace acme = aWorkspace();
        Webhook webhook = aWebhook(acme, "/");
        webhooks.pause(acme.id(), webhook.id(), PORTICO);
        Contact kim = aContact().in(acme);
        delivery(acme, webhook.id(), DeliveryState.OPEN);

        webhooks.resume(acme.id(), webhook.id(), PORTICO);

        assertThat(calls(1, about(kim))).hasSize(1);
    }

    @Test
    void passSlowReceivers() throws Exception {
        Workspace acme = aWorkspace();
        Workspace other = aWorkspace();
        var mayAnswer = new CountDownLatch(1);
        receiver.answering((exchange, call) -> {
            if (call.path().equals("/slow")) {
                uninterrupted(mayAnswer);
            }
            Receiver.say(exchange, 200, ".");
        });
        aWebhook(acme, "/slow");
        aWebhook(other, "/quick");
        for (int i = 0; i < 8; i++) {
            aContact().in(acme);
        }
        aContact().in(other);

        assertThat(calls(1, call -> call.path().equals("/quick"))).hasSize(1);
        assertThat(receiver.calls().stream().filter(call -> call.path().equals("/slow")))
                .hasSizeLessThanOrEqualTo(Underway.MOST_EACH);

        mayAnswer.countDown();
        assertThat(calls(8, call -> call.path().equals("/slow"))).hasSize(8);
    }

    private static void uninterrupted(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void areTriedAgainLaterAfterAFailure() {
        Workspace acme = aWorkspace();
        Webhook webhook = aWebhook(acme, "/");
        receiver.answering(500);
        aContact().in(acme);
        calls(1);
        await().atMost(LONG)
                .until(() -> deliveries
                        .find(acme.id(), all(acme, webhook.id()).getFirst().id())
                        .filter(found -> found.tries().size() == 1)
                        .isPresent());
        Optional<Delivery> open = all(acme, webhook.id()).stream().findFirst();

        assertThat(open.orElseThrow().state()).isEqualTo(DeliveryState.OPEN);
        assertThat(deliveries.replay(acme.id(), open.orElseThrow().id(), PORTICO))
                .as("again, while it is still under way")
                .isFalse();
        assertThat(open.orElseThrow().dueAt()).isAfter(Instant.now().minusSeconds(5));
        assertThat(webhooks.get(acme.id(), webhook.id()).failingSince()).isPresent();
    }
}
