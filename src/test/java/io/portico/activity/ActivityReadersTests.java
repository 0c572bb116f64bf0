package io.portico.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.portico.PorticoTest;
import io.portico.kernel.WorkspaceId;
import io.portico.tenancy.Tenancy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class ActivityReadersTests extends PorticoTest {
    @FactKind("test.said")
    record Said(String text) implements Fact {}

    @Autowired
    ActivityReaders readers;

    @Autowired
    Tenancy tenancy;

    @Test
    void skipsNothingThatCommitsLate() throws Exception {
        WorkspaceId workspace = aWorkspace().id();
        readAll("late", workspace);
        var written = new CountDownLatch(1);
        var mayCommit = new CountDownLatch(1);
        Thread slow = Thread.ofVirtual()
                .start(() -> tenancy.run(workspace, () -> {
                    activity.record(workspace, PORTICO, new Said("first, but slow"));
                    written.countDown();
                    await(mayCommit);
                }));
        written.await();
        activity.record(workspace, PORTICO, new Said("second"));

        assertThat(readAll("late", workspace)).as("held back").isEmpty();

        mayCommit.countDown();
        slow.join();
        assertThat(read(2, "late", workspace)).containsExactly("first, but slow", "second");
        assertThat(readAll("late", workspace)).isEmpty();
    }

    @Test
    void keepsTheOrderOfTransactionsWhenALaterIdCommitsFirst() {
        WorkspaceId workspace = aWorkspace().id();
        LogPosition start = positionOf(workspace);
        activity.record(workspace, PORTICO, List.of(new Said("a"), new Said("b"), new Said("c")));

        assertThat(readers.after(workspace, start, 10))
                .map(ActivityReadersTests::text)
                .containsExactly("a", "b", "c");
        assertThat(readers.after(workspace, start, 2))
                .map(ActivityReadersTests::text)
                .containsExactly("a", "b");
    }

    @Test
    void deliversAgainWhatWasNotHandled() {
        WorkspaceId workspace = aWorkspace().id();
        readAll("clumsy", workspace);
        activity.record(workspace, PORTICO, new Said("once"));

        Awaitility.await()
                .untilAsserted(() -> assertThatIllegalStateException()
                        .isThrownBy(() -> readers.next("clumsy", 10, entries -> {
                            throw new IllegalStateException("stumbled");
                        })));

        assertThat(read(1, "clumsy", workspace)).containsExactly("once");
    }

    @Test
    void replaysWhatLiesUpToAPosition() {
        WorkspaceId workspace = aWorkspace().id();
        activity.record(workspace, PORTICO, new Said("a"));
        activity.record(workspace, PORTICO, new Said("b"));
        LogPosition upTo = positionOf(workspace);
        activity.record(workspace, PORTICO, new Said("c"));

        List<String> replayed = new ArrayList<>();
        readers.replay(workspace, upTo, entries -> entries.forEach(entry -> replayed.add(text(entry))));

        assertThat(replayed).endsWith("a", "b");
    }

    private LogPosition positionOf(WorkspaceId workspace) {
        return activity.latest(workspace, 1).getFirst().position();
    }

    /** So many entries, for which it waits until other workers' transactions hold the reader back no longer. */
    private List<String> read(int number, String reader, WorkspaceId workspace) {
        List<String> texts = new ArrayList<>();
        Awaitility.await().until(() -> {
            texts.addAll(readAll(reader, workspace));
            return texts.size() >= number;
        });
        return texts;
    }

    /** What the reader had not read of this workspace; other tests' workspaces are read along. */
    private List<String> readAll(String reader, WorkspaceId workspace) {
        List<String> texts = new ArrayList<>();
        while (readers.next(
                        reader,
                        1000,
                        entries -> entries.stream()
                                .filter(entry -> entry.workspace().equals(workspace)
                                        && entry.kind().equals("test.said"))
                                .forEach(entry -> texts.add(text(entry))))
                > 0) {}
        return texts;
    }

    private static String text(ActivityEntry entry) {
        return entry.details().path("text").asString("");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
