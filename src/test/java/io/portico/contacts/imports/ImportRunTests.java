package io.portico.contacts.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.portico.contacts.PeopleFilter;
import io.portico.contacts.Selection;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;

class ImportRunTests extends ImportTest {
    private static final Logger LOG = LoggerFactory.getLogger(ImportRunTests.class);

    @Autowired
    private ImportEnd endings;

    @Autowired
    private ImportRun run;

    @Test
    void goesOnBehindTheLastBatchWhenItWasBrokenOff() {
        ImportOrder order = running(rows(2_000));
        AtomicInteger asked = new AtomicInteger();

        assertThat(run.run(order, () -> asked.incrementAndGet() > 2)).isFalse();
        assertThat(found(order.id()).rowsDone()).isEqualTo(1_000);
        assertThat(people.count(acme.id(), new Selection.Matching(PeopleFilter.ALL)))
                .isEqualTo(1_000);
        assertThat(run.run(order, () -> false)).isTrue();

        CsvImport done = found(order.id());
        assertThat(done.state()).isEqualTo(ImportState.FINISHED);
        assertThat(imports.tally(acme.id(), done.id()).of(ImportVerdict.CREATED))
                .isEqualTo(2_000);
        assertThat(people.count(acme.id(), new Selection.Matching(PeopleFilter.ALL)))
                .isEqualTo(2_000);
        assertThat(tenancy.in(
                        acme.id(),
                        () -> jdbc.sql("select count(*) from contact_import_chunk where workspace_id = ?")
                                .param(acme.id().value())
                                .query(Long.class)
                                .single()))
                .isZero();
    }

    @Test
    void doesNoRowTwiceWhenTwoNodesRunItAtOnce() throws InterruptedException {
        ImportOrder order = running(rows(3_000));

        List<Thread> nodes = IntStream.range(0, 3)
                .mapToObj(n -> Thread.ofVirtual().start(() -> run.run(order, () -> false)))
                .toList();
        for (Thread node : nodes) {
            node.join();
        }

        assertThat(found(order.id()).state()).isEqualTo(ImportState.FINISHED);
        assertThat(imports.tally(acme.id(), order.id()).of(ImportVerdict.CREATED))
                .isEqualTo(3_000);
        assertThat(people.count(acme.id(), new Selection.Matching(PeopleFilter.ALL)))
                .isEqualTo(3_000);
    }

    @Test
    void wantsToBeRunAgainWhenAnotherWorkerTookTheBatchAndMayDieYet() {
        ImportOrder order = running(rows(2_000));
        AtomicInteger asked = new AtomicInteger();

        boolean done = run.run(order, () -> {
            if (asked.incrementAndGet() == 2) {
                AtomicInteger others = new AtomicInteger();
                run.run(order, () -> others.incrementAndGet() > 1);
            }
            return false;
        });

        assertThat(done).isFalse();
        assertThat(found(order.id()).state()).isEqualTo(ImportState.RUNNING);
        assertThat(run.run(order, () -> false)).isTrue();
        assertThat(found(order.id()).state()).isEqualTo(ImportState.FINISHED);
    }

    @Test
    void canBeCancelledAndKeepsWhatWasWritten() {
        ImportOrder order = running(rows(2_000));
        AtomicInteger asked = new AtomicInteger();
        assertThat(run.run(order, () -> {
                    if (asked.incrementAndGet() == 2) {
                        endings.cancel(acme.id(), order.id(), PORTICO);
                    }
                    return false;
                }))
                .isTrue();

        assertThat(found(order.id()).state()).isEqualTo(ImportState.CANCELLED);
        assertThat(people.count(acme.id(), new Selection.Matching(PeopleFilter.ALL)))
                .isEqualTo(500);
        assertThat(activity.latest(acme.id(), 1)
                        .getFirst()
                        .details()
                        .path("state")
                        .asString())
                .isEqualToIgnoringCase("cancelled");
    }

    @Test
    void takesTenThousandRowsInOneGo() {
        importMany(10_000);
    }

    @Test
    @Tag("soak")
    void takesAHundredThousandRowsInOneGo() {
        importMany(100_000);
    }

    private void importMany(int count) {
        long start = System.nanoTime();
        CsvImport draft = drafted(rows(count));
        LOG.info("{} rows uploaded and looked through in {} ms", count, (System.nanoTime() - start) / 1_000_000);
        start = System.nanoTime();
        assertThat(start(draft, guessed(draft))).isInstanceOf(StartResult.Started.class);
        AtomicInteger mostMegabytes = new AtomicInteger();
        await().atMost(Duration.ofSeconds(120))
                .pollInterval(Duration.ofMillis(200))
                .until(() -> {
                    mostMegabytes.accumulateAndGet(usedMegabytes(), Math::max);
                    return found(draft.id()).state() == ImportState.FINISHED;
                });
        LOG.info(
                "{} rows imported in {} ms, at most {} MB in use",
                count,
                (System.nanoTime() - start) / 1_000_000,
                mostMegabytes);

        assertThat(imports.tally(acme.id(), draft.id()).of(ImportVerdict.CREATED))
                .isEqualTo(count);
        assertThat(people.count(acme.id(), new Selection.Matching(PeopleFilter.ALL)))
                .isEqualTo(count);
    }

    private static int usedMegabytes() {
        Runtime runtime = Runtime.getRuntime();
        return (int) ((runtime.totalMemory() - runtime.freeMemory()) >> 20);
    }
}
