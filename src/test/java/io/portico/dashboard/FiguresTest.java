package io.portico.dashboard;

import io.portico.PorticoTest;
import io.portico.activity.LogPosition;
import io.portico.contacts.Contact;
import io.portico.contacts.Standing;
import io.portico.contacts.StandingChange;
import io.portico.kernel.ContactId;
import io.portico.tenancy.Tenancy;
import io.portico.workspace.Workspace;
import java.time.Duration;
import java.util.function.UnaryOperator;
import org.awaitility.Awaitility;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What tests of the figures share: contacts whose standing changes as it does in life, by facts in the log. */
abstract class FiguresTest extends PorticoTest {
    @Autowired
    Figures figures;

    @Autowired
    FiguresReader reader;

    @Autowired
    TallyStore store;

    @Autowired
    Tenancy tenancy;

    @Autowired
    JdbcClient jdbc;

    void change(Workspace workspace, ContactId contact, UnaryOperator<Standing> how) {
        tenancy.run(workspace.id(), () -> {
            StandingChange change = contacts.changeStanding(workspace.id(), contact, how);
            activity.record(workspace.id(), PORTICO, new Stood(contact, change));
        });
    }

    Contact aChangedContact(Workspace workspace, UnaryOperator<Standing> how) {
        Contact contact = aContact().in(workspace);
        change(workspace, contact.id(), how);
        return contact;
    }

    long figure(Workspace workspace, Figure figure) {
        return figures.of(workspace, TrendRange.DAYS_30).counts().of(figure);
    }

    /** Rolls up all there is; waits for transactions of other workers, which hold the reader back until they end. */
    void catchUp() {
        LogPosition newest = tenancy.everywhere(() -> jdbc.sql(
                        "select xact::text::bigint as xact, id from activity order by activity.xact desc, id desc limit 1")
                .query((row, n) -> new LogPosition(row.getLong(1), row.getLong(2)))
                .single());
        Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> {
            rollUpWhatMayBe();
            return !tenancy.everywhere(store::lockPosition).isBehind(newest);
        });
    }

    void rollUpWhatMayBe() {
        while (reader.next() > 0) {}
    }

    /** What is rolled up, without the tail. */
    Tallies rolledUp(Workspace workspace) {
        return tenancy.in(workspace.id(), () -> store.rollUp(workspace.id()).tallies());
    }

    long rolledUp(Workspace workspace, Figure figure) {
        return rolledUp(workspace).sum(figure, day -> true);
    }
}
