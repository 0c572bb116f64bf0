package io.portico.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.portico.activity.ActivityReaders;
import io.portico.workspace.Workspace;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class FiguresReaderTests extends FiguresTest {
    private static final Instant NOW = Instant.parse("2026-03-01T20:00:00Z");

    @Autowired
    ActivityReaders readers;

    @Test
    void countsOnceWhatIsDeliveredTwice() {
        var workspace = aWorkspace();
        aChangedContact(workspace, standing -> standing.invited(NOW));
        catchUp();

        readers.rewind(FiguresReader.NAME);
        catchUp();

        assertThat(rolledUp(workspace, Figure.INVITED)).isOne();
    }

    @Test
    void countsOnceWhenTheNodeFallsAfterCountingAndBeforeTheCursorMoves() {
        var workspace = aWorkspace();
        aChangedContact(workspace, standing -> standing.invited(NOW));

        assertThatIllegalStateException()
                .isThrownBy(() -> tenancy.everywhere(() -> {
                    reader.next();
                    throw new IllegalStateException("the node falls");
                }));
        catchUp();

        assertThat(rolledUp(workspace, Figure.INVITED)).isOne();
        assertThat(figure(workspace, Figure.INVITED)).isOne();
    }

    @Test
    void countsWhatWasWrittenEarlierAndCommittedLater() throws Exception {
        var workspace = aWorkspace();
        var early = aContact().in(workspace);
        var written = new CountDownLatch(1);
        var mayCommit = new CountDownLatch(1);
        Thread slow = Thread.ofVirtual()
                .start(() -> tenancy.run(workspace.id(), () -> {
                    change(workspace, early.id(), standing -> standing.invited(NOW));
                    written.countDown();
                    await(mayCommit);
                }));
        written.await();
        aChangedContact(workspace, standing -> standing.invited(NOW));

        rollUpWhatMayBe();
        assertThat(figure(workspace, Figure.INVITED)).as("what is committed").isOne();

        mayCommit.countDown();
        slow.join();
        assertThat(figure(workspace, Figure.INVITED)).isEqualTo(2);
        catchUp();
        assertThat(rolledUp(workspace, Figure.INVITED)).isEqualTo(2);
    }

    @Test
    void isKeptUpToDateInTheBackground() {
        var workspace = aWorkspace();
        aChangedContact(workspace, standing -> standing.invited(NOW));

        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () -> assertThat(rolledUp(workspace, Figure.INVITED)).isOne());
    }

    @Test
    void rollsUp100_000FactsInSeconds() {
        var workspace = aWorkspace();
        write(workspace, 100_000);

        long start = System.nanoTime();
        catchUp();
        var took = Duration.ofNanos(System.nanoTime() - start);

        assertThat(rolledUp(workspace, Figure.INVITED)).isEqualTo(100_000);
        assertThat(took).isLessThan(Duration.ofMinutes(1));

        figures.rebuild(workspace.id());
        assertThat(figure(workspace, Figure.INVITED)).isEqualTo(100_000);
    }

    /** As a bulk job writes them: in one statement, details made by the database. */
    private void write(Workspace workspace, int facts) {
        tenancy.run(
                workspace.id(),
                () -> jdbc.sql("""
                insert into activity (workspace_id, at, kind, contact_id, actor_kind, details)
                select :workspace, now(), 'contact.invited', gen_random_uuid(), 'portico', jsonb_build_object(
                    'before', '{}'::jsonb,
                    'after', jsonb_build_object('invitation', 'pending',
                        'invitedAt', now() - n * interval '20 seconds'))
                from generate_series(1, :facts) n""")
                        .param("workspace", workspace.id().value())
                        .param("facts", facts)
                        .update());
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
