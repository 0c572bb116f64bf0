package io.portico.webhooks.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.portico.activity.ActivityReaders;
import io.portico.contacts.Contact;
import io.portico.webhooks.Webhook;
import io.portico.workspace.Workspace;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class FeedTests extends DeliveryTest {
    @Autowired
    ActivityReaders readers;

    @Autowired
    Feed feed;

    @Test
    void tellsOnceWhatIsDeliveredTwice() {
        Workspace acme = aWorkspace();
        Webhook webhook = aWebhook(acme, "/");
        aContact().in(acme);
        delivery(acme, webhook.id(), DeliveryState.DELIVERED);

        readers.rewind(Feed.NAME);
        Contact last = aContact().in(acme);

        calls(1, about(last));
        assertThat(receiver.calls()).hasSize(2);
        assertThat(all(acme, webhook.id())).hasSize(2);
    }

    @Test
    void tellsOnceWhenTheNodeFallsBeforeTheCursorMoves() {
        Workspace acme = aWorkspace();
        Webhook webhook = aWebhook(acme, "/");

        assertThatIllegalStateException()
                .isThrownBy(() -> tenancy.everywhere(() -> {
                    feed.next();
                    throw new IllegalStateException("the node falls");
                }));
        aContact().in(acme);

        delivery(acme, webhook.id(), DeliveryState.DELIVERED);
        assertThat(receiver.calls()).hasSize(1);
    }

    /** What happened before there was the webhook is not told, though the reader comes to it only afterwards. */
    @Test
    void tellsNothingOfBeforeTheWebhook() {
        Workspace acme = aWorkspace();
        Contact former = tenancy.everywhere(() -> {
            jdbc.sql("select from activity_cursor where reader = 'webhooks' for update")
                    .query()
                    .listOfRows();
            return CompletableFuture.supplyAsync(() -> {
                        Contact contact = aContact().in(acme);
                        aWebhook(acme, "/");
                        return contact;
                    })
                    .join();
        });
        Contact latter = aContact().in(acme);

        calls(1, about(latter));
        assertThat(receiver.calls()).noneMatch(about(former));
    }

    @Test
    void skipsNothingThatCommitsLate() throws Exception {
        Workspace acme = aWorkspace();
        aWebhook(acme, "/");
        var written = new CountDownLatch(1);
        var mayCommit = new CountDownLatch(1);
        Contact[] slow = new Contact[1];
        Thread thread = Thread.ofVirtual()
                .start(() -> tenancy.run(acme.id(), () -> {
                    slow[0] = aContact().in(acme);
                    written.countDown();
                    Awaitility.await().until(() -> mayCommit.getCount() == 0);
                }));
        written.await();
        Contact quick = aContact().in(acme);
        mayCommit.countDown();
        thread.join();

        calls(1, about(quick));
        calls(1, about(slow[0]));
        assertThat(receiver.calls()).hasSize(2);
    }
}
