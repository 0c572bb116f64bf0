package io.portico.contacts;

import io.portico.kernel.ContactId;
import io.portico.kernel.WorkspaceId;
import io.portico.tenancy.Rows;
import io.portico.tenancy.Tenancy;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * The contacts of a workspace, many at a time: lists, searches, counts, and the batches in which an action goes through
 * a {@link Selection}. Each call reads what is committed at that moment.
 */
@Component
public class People {
    /** So many contacts are on a page of the list. */
    public static final int PAGE = 50;

    /** Where {@link #countUpTo} is usually asked to stop: a page says "10,000+" beyond it. */
    public static final int MANY = 10_000;

    private static final int MOST_TAGS = 500;
    private static final int MOST_FIELDS = 500;

    private final Tenancy tenancy;
    private final PeopleStore store;
    private final Clock clock;

    People(Tenancy tenancy, PeopleStore store, Clock clock) {
        this.tenancy = tenancy;
        this.store = store;
        this.clock = clock;
    }

    /**
     * One page of those that match. Paging is by place, not by number, so it costs the same on the last page as on the
     * first and skips nobody when contacts come and go.
     *
     * @param cursor from a {@link PeoplePage} of the same filter and order; anything else, empty for one, gives the
     *     first page
     */
    public PeoplePage list(WorkspaceId workspace, PeopleFilter filter, PeopleOrder order, String cursor) {
        return planned(workspace, () -> page(workspace, filter, order, PeopleCursor.parse(cursor, order)));
    }

    private PeoplePage page(
            WorkspaceId workspace, PeopleFilter filter, PeopleOrder order, Optional<PeopleCursor> cursor) {
        boolean back = cursor.map(PeopleCursor::back).orElse(false);
        var found = store.list(workspace, PeopleCondition.of(filter, today()), order, cursor, PAGE + 1);
        boolean more = found.size() > PAGE;
        if (cursor.isPresent() && (found.isEmpty() || (back && !more))) {
            return page(workspace, filter, order, Optional.empty());
        }
        var shown = more ? found.subList(0, PAGE) : found;
        return pageOf(back ? shown.reversed() : shown, order, back || more, back ? more : cursor.isPresent());
    }

    private static PeoplePage pageOf(
            List<PeopleStore.Listed> shown, PeopleOrder order, boolean hasNext, boolean hasPrevious) {
        return new PeoplePage(
                shown.stream().map(PeopleStore.Listed::contact).toList(),
                hasPrevious
                        ? Optional.of(
                                PeopleCursor.at(shown.getFirst(), order, true).text())
                        : Optional.empty(),
                hasNext
                        ? Optional.of(
                                PeopleCursor.at(shown.getLast(), order, false).text())
                        : Optional.empty());
    }

    /** Exactly how many there are. */
    public long count(WorkspaceId workspace, Selection selection) {
        return planned(workspace, () -> store.count(workspace, PeopleStore.condition(selection, today())));
    }

    /** How many match, but at most the limit: cheap where exactness does not matter. */
    public long countUpTo(WorkspaceId workspace, PeopleFilter filter, int limit) {
        return planned(workspace, () -> store.countUpTo(workspace, PeopleCondition.of(filter, today()), limit));
    }

    /** The selected contacts after the last one already had, in the order of their ids. */
    public List<Contact> next(WorkspaceId workspace, Selection selection, Optional<ContactId> last, int limit) {
        return planned(workspace, () -> store.after(workspace, PeopleStore.condition(selection, today()), last, limit));
    }

    /** The ids of {@link #next}. */
    public List<ContactId> nextIds(WorkspaceId workspace, Selection selection, Optional<ContactId> last, int limit) {
        return planned(
                workspace, () -> store.idsAfter(workspace, PeopleStore.condition(selection, today()), last, limit));
    }

    /**
     * Hands all ids of the selection on, in batches and in their order, each contact once, however many there are. No
     * transaction is open meanwhile unless the caller's own is.
     */
    public void ids(WorkspaceId workspace, Selection selection, int batch, Consumer<List<ContactId>> action) {
        Optional<ContactId> last = Optional.empty();
        List<ContactId> ids;
        do {
            ids = nextIds(workspace, selection, last, batch);
            if (!ids.isEmpty()) {
                action.accept(Collections.unmodifiableList(ids));
                last = Optional.of(ids.getLast());
            }
        } while (ids.size() == batch);
    }

    /**
     * Gives the work all that are chosen as a select of the table contact's columns, for a statement that goes through
     * any number of them at once. The work is one transaction, and what it asks is planned for the values at hand.
     */
    public <T> T choose(WorkspaceId workspace, Selection selection, Function<Rows, T> work) {
        return planned(
                workspace,
                () -> work.apply(PeopleStore.condition(selection, today()).of(workspace)));
    }

    /** The tags in use, by name; at most 500. */
    public List<String> tags(WorkspaceId workspace) {
        return tenancy.in(workspace, () -> store.tags(workspace, MOST_TAGS));
    }

    /** The names of all custom fields in use, by name. Reads all contacts. */
    public List<String> customFields(WorkspaceId workspace) {
        return tenancy.in(workspace, () -> store.customFields(workspace));
    }

    /** The names of custom fields that contacts have or once had, by name; at most 500. Reads no contacts. */
    public List<String> fieldNames(WorkspaceId workspace) {
        return tenancy.in(workspace, () -> store.fieldNames(workspace, MOST_FIELDS));
    }

    private <T> T planned(WorkspaceId workspace, Supplier<T> query) {
        return tenancy.in(workspace, () -> {
            store.planForValues();
            return query.get();
        });
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
