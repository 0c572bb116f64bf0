package io.portico.console.people;

import io.portico.contacts.Contact;
import io.portico.contacts.People;
import io.portico.contacts.PeopleFilter.Group;
import io.portico.contacts.PeopleOrder;
import io.portico.contacts.PeoplePage;
import io.portico.kernel.EmailAddress;
import io.portico.web.ConsoleVisit;
import io.portico.web.PageModel;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The list of people.
 *
 * @param count how many match; exact when all are selected, else counted up to {@link People#MANY}
 */
public record PeopleListPage(ConsoleVisit visit, PeopleParams params, PeoplePage found, long count, List<String> tags)
        implements PageModel {
    private static final int MOST_TAGS = 3;

    public PeopleListPage {
        tags = List.copyOf(tags);
    }

    static PeopleListPage of(ConsoleVisit visit, PeopleParams params, PeoplePage found, long count, List<String> tags) {
        return new PeopleListPage(visit, params, found, count, tags);
    }

    @Override
    public ConsoleVisit frame() {
        return visit;
    }

    public List<Contact> people() {
        return found.people();
    }

    /** Nobody is known at all, as against: nobody matches. */
    public boolean isBlank() {
        return people().isEmpty() && params.filter().isAll();
    }

    public boolean allSelected() {
        return params.selectsAll() && !people().isEmpty();
    }

    public boolean isLongerThanThePage() {
        return count > people().size();
    }

    public String countText() {
        boolean many = count >= People.MANY && !params.selectsAll();
        return many ? t("people.count-many", texts().number(People.MANY)) : t("people.count", count);
    }

    public List<Group> groups() {
        return List.of(Group.values());
    }

    public boolean isChosen(Group group) {
        return params.filter().group().equals(Optional.of(group));
    }

    /** The chosen tag is offered even when nobody has it any more. */
    public List<String> tagWords() {
        return params.filter()
                .tag()
                .filter(chosen -> !tags.contains(chosen))
                .map(chosen -> Stream.concat(Stream.of(chosen), tags.stream()).toList())
                .orElse(tags);
    }

    public boolean isChosenTag(String tag) {
        return params.filter().tag().equals(Optional.of(tag));
    }

    /** What the contact is called; never empty, as it is a link. */
    public String nameOf(Contact contact) {
        return contact.display().isEmpty() ? t("people.nameless") : contact.display();
    }

    /** What else is known by which to tell contacts of the same name apart. */
    public String below(Contact contact) {
        Stream<String> known =
                Stream.concat(contact.email().map(EmailAddress::value).stream(), contact.phone().stream());
        return known.filter(each -> !each.equals(contact.display())).collect(Collectors.joining(" · "));
    }

    public List<String> firstTags(Contact contact) {
        return contact.tags().subList(0, Math.min(MOST_TAGS, contact.tags().size()));
    }

    public int moreTags(Contact contact) {
        return Math.max(0, contact.tags().size() - MOST_TAGS);
    }

    public String pathOf(Contact contact) {
        return visit.at("/people/" + contact.id());
    }

    public String sortPath(PeopleOrder.Column column) {
        return list(params.sorted(params.order().clicked(column)));
    }

    /** For aria-sort; null leaves it out. */
    public @Nullable String sorted(PeopleOrder.Column column) {
        if (params.order().by() != column) {
            return null;
        }
        return params.order().descending() ? "descending" : "ascending";
    }

    public Optional<String> previousPath() {
        return found.previous().map(cursor -> list(params.page(cursor)));
    }

    public Optional<String> nextPath() {
        return found.next().map(cursor -> list(params.page(cursor)));
    }

    public String selectAllPath() {
        return list(params.all(true));
    }

    public String selectNonePath() {
        return list(params.all(false));
    }

    public String clearPath() {
        return visit.at("/people");
    }

    public String exportPath() {
        return visit.at("/people/export.csv") + PeopleParams.of(params.filter()).query();
    }

    private String list(PeopleParams to) {
        return visit.at("/people") + to.query();
    }

    public String lastSignIn(Contact contact) {
        return contact.lastSignInAt().map(texts()::near).orElseGet(() -> t("people.never"));
    }
}
