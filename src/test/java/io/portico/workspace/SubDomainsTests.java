package io.portico.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import io.portico.PorticoTest;
import io.portico.activity.ActivityEntry;
import io.portico.kernel.Language;
import io.portico.kernel.Slug;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class SubDomainsTests extends PorticoTest {
    @Autowired
    SubDomains subDomains;

    private Workspace acme;
    private Workspace neighbour;

    @BeforeEach
    void twoWorkspaces() {
        acme = aWorkspace();
        neighbour = aWorkspace();
    }

    private static Slug aName() {
        return new Slug("n" + UUID.randomUUID().toString().substring(0, 18));
    }

    private SubDomainChange move(Workspace workspace, Slug to) {
        return subDomains.change(workspace.id(), to, PORTICO);
    }

    @Test
    void movesTheWorkspaceAndTellsTheLog() {
        Slug wanted = aName();

        assertThat(move(acme, wanted)).isEqualTo(new SubDomainChange.Done(acme.slug()));
        assertThat(workspaces.withSlug(wanted)).map(Workspace::id).contains(acme.id());
        assertThat(workspaces.withSlug(acme.slug())).isEmpty();
        assertThat(activity.latest(acme.id(), 1).stream().map(ActivityEntry::kind))
                .containsExactly("workspace.moved");
    }

    @Test
    void keepsTheOneBeforeForTheWorkspace() {
        Slug wanted = aName();
        move(acme, wanted);

        assertThat(subDomains.ownerOf(acme.slug().value())).contains(acme.id());
        assertThat(move(neighbour, acme.slug())).isEqualTo(new SubDomainChange.Taken());
        assertThat(subDomains.isTakenFrom(neighbour.id(), acme.slug())).isTrue();
        assertThat(subDomains.isTakenFrom(acme.id(), acme.slug())).isFalse();
        var another = new NewWorkspace("Another", acme.slug(), Language.EN, ZoneOffset.UTC);
        assertThat(workspaces.open(another, anOperator().id(), PORTICO)).isEmpty();
        assertThat(move(acme, acme.slug())).isEqualTo(new SubDomainChange.Done(wanted));
    }

    @Test
    void refusesWhatAnotherWorkspaceHas() {
        assertThat(move(acme, neighbour.slug())).isEqualTo(new SubDomainChange.Taken());
        assertThat(workspaces.withSlug(acme.slug())).map(Workspace::id).contains(acme.id());
    }

    @Test
    void changesNothingWhenTheWorkspaceIsThereAlready() {
        assertThat(move(acme, acme.slug())).isEqualTo(new SubDomainChange.Unchanged());
    }

    @Test
    void letsNobodyCollectNames() {
        for (int i = 1; i < SubDomains.MOST; i++) {
            assertThat(move(acme, aName())).isInstanceOf(SubDomainChange.Done.class);
        }

        assertThat(move(acme, aName())).isEqualTo(new SubDomainChange.TooMany(SubDomains.MOST));
        assertThat(move(acme, acme.slug())).isInstanceOf(SubDomainChange.Done.class);
    }

    @Test
    void givesANameToOneOfManyWhoAskAtOnce() throws Exception {
        Slug wanted = aName();
        List<Workspace> all = IntStream.range(0, 8).mapToObj(i -> aWorkspace()).toList();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<SubDomainChange>> tries = threads.invokeAll(all.stream()
                    .<Callable<SubDomainChange>>map(each -> () -> move(each, wanted))
                    .toList());

            assertThat(tries.stream().map(Future::resultNow).filter(SubDomainChange.Done.class::isInstance))
                    .hasSize(1);
            assertThat(tries.stream().map(Future::resultNow).filter(SubDomainChange.Taken.class::isInstance))
                    .hasSize(7);
        }
    }
}
