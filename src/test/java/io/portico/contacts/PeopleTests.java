package io.portico.contacts;

import static org.assertj.core.api.Assertions.assertThat;

import io.portico.PorticoTest;
import io.portico.contacts.PeopleFilter.Group;
import io.portico.kernel.ContactId;
import io.portico.kernel.EmailAddress;
import io.portico.workspace.Workspace;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

class PeopleTests extends PorticoTest {
    @Autowired
    private People people;

    private Workspace acme;

    @BeforeEach
    void openWorkspace() {
        acme = aWorkspace();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "minji",
                "INJ",
                "kim minji",
                "Minji Kim",
                "kim.minji@",
                "EXAMPLE.com",
                "010-1234",
                "01012345678",
                "+82 10 1234 5678",
                "1234 56",
                "민지",
                "김민지",
                "민지 김",
                "  kim  "
            })
    void findsAPersonByAnyPart(String text) {
        aContact().named("Minji", "Kim").at("Kim.Minji@example.com").in(acme);
        var minji = aContact()
                .named("민지", "김")
                .at("minji.kim.minji@example.com")
                .withPhone("+82 10-1234-5678")
                .in(acme);
        aContact().named("Somebody", "Else").at("else@elsewhere.org").in(acme);

        assertThat(found(search(text))).isNotEmpty().doesNotContain("Somebody Else");
        assertThat(found(search("민지"))).containsExactly(minji.display());
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "_", "\\", "100%", "o'b", "a_c"})
    void takesThePatternCharactersOfTheDatabaseLiterally(String text) {
        aContact().named("Plain", "Person").in(acme);
        var odd = aContact().named("100% \\ a_c", "O'Brien").in(acme);

        assertThat(found(search(text))).containsExactly(odd.display());
    }

    @ParameterizedTest
    @ValueSource(strings = {"kim@example.com", "KIM@EXAMPLE.com", "ｋｉｍ＠example.com", "  kim@example.com\t"})
    void hasEachAddressOnceInAWorkspaceHoweverItIsTyped(String typed) {
        aContact().at("Kim@example.com").in(acme);
        var again = new NewContact(
                new PersonName("Kim", "Lee"),
                Optional.of(EmailAddress.of(typed)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Map.of(),
                "console");

        assertThat(contacts.create(acme.id(), again, PORTICO)).isInstanceOf(SaveResult.AddressTaken.class);
        assertThat(contacts.create(aWorkspace().id(), again, PORTICO)).isInstanceOf(SaveResult.Saved.class);
    }

    @Test
    void findsNobodyOfAnotherWorkspace() {
        aContact().named("Minji", "Kim").in(aWorkspace());

        assertThat(found(PeopleFilter.ALL)).isEmpty();
        assertThat(people.count(acme.id(), new Selection.Matching(PeopleFilter.ALL)))
                .isZero();
    }

    @Test
    void knowsEveryGroupOfTheDashboard() {
        var today = LocalDate.now(ZoneOffset.UTC);
        aContact().named("None", "").in(acme);
        aContact().named("Invited", "").invited().in(acme);
        aContact().named("Joined", "").invited().joined().in(acme);
        aContact().named("Uninvited", "").joined().in(acme);
        aContact().named("Longgone", "").lastSeenOn(today.minusDays(30)).in(acme);
        aContact().named("Bounced", "").invitedBut(InvitationState.BOUNCED).in(acme);
        aContact().named("Expired", "").invitedBut(InvitationState.EXPIRED).in(acme);
        aContact().named("Revoked", "").invitedBut(InvitationState.REVOKED).in(acme);
        aContact().named("Disabled", "").joined().disabled().in(acme);

        assertThat(found(group(Group.NONE))).containsExactly("None");
        assertThat(found(group(Group.PENDING))).containsExactly("Invited");
        assertThat(found(group(Group.JOINED))).containsExactly("Joined", "Longgone", "Uninvited");
        assertThat(found(group(Group.EXPIRED))).containsExactly("Expired");
        assertThat(found(group(Group.REVOKED))).containsExactly("Revoked");
        assertThat(found(group(Group.BOUNCED))).containsExactly("Bounced");
        assertThat(found(group(Group.DISABLED))).containsExactly("Disabled");
        assertThat(found(group(Group.INVITED))).containsExactly("Bounced", "Expired", "Invited", "Joined", "Revoked");
        assertThat(found(group(Group.EVER_JOINED))).containsExactly("Disabled", "Joined", "Longgone", "Uninvited");
        assertThat(found(group(Group.JOINED_UNINVITED))).containsExactly("Disabled", "Longgone", "Uninvited");
        assertThat(found(group(Group.ACTIVE))).containsExactly("Disabled", "Joined", "Uninvited");
    }

    @Test
    void filtersByTagAndCountsTheTagsInUse() {
        aContact().named("A", "").tagged("vip", "Retreat").in(acme);
        aContact().named("B", "").tagged("vip").in(acme);
        aContact().named("C", "").in(acme);

        assertThat(found(new PeopleFilter("", Optional.empty(), Optional.of("vip"))))
                .containsExactly("A", "B");
        assertThat(found(new PeopleFilter("b", Optional.of(Group.NONE), Optional.of("vip"))))
                .containsExactly("B");
        assertThat(people.tags(acme.id())).containsExactly("Retreat", "vip");
    }

    @ParameterizedTest
    @EnumSource
    void pagesThroughEverybodyOnceForwardAndBack(PeopleOrder.Column column) {
        // Every fourth name is the same, and most never signed in: ties are broken by age.
        IntStream.range(0, 120)
                .forEach(i -> aContact().named("Name " + i / 4, "").in(acme));

        for (var order : List.of(new PeopleOrder(column, false), new PeopleOrder(column, true))) {
            List<PeoplePage> pages = allPages(order);

            assertThat(pages).extracting(page -> page.people().size()).containsExactly(50, 50, 20);
            assertThat(pages.stream().flatMap(page -> page.people().stream()).map(Contact::id))
                    .doesNotHaveDuplicates()
                    .hasSize(120);
            assertThat(pages.getFirst().previous()).isEmpty();
            PeoplePage back = list(order, pages.get(2).previous().orElseThrow());
            assertThat(back).isEqualTo(pages.get(1));
            assertThat(list(order, back.previous().orElseThrow())).isEqualTo(pages.get(0));
        }
    }

    @Test
    void sortsByWhatAPersonIsCalledOnThePage() {
        aContact().nameless().at("bora@example.com").in(acme);
        aContact().nameless().withoutAddress().withPhone("010 1234 5678").in(acme);
        aContact().named("anna", "").in(acme);
        aContact().named("Carl", "").in(acme);

        assertThat(found(PeopleFilter.ALL)).containsExactly("010 1234 5678", "anna", "bora@example.com", "Carl");
    }

    @ParameterizedTest
    @CsvSource({"NAME", "LAST_SIGN_IN", "CREATED"})
    void takesAHostileCursorForTheFirstPage(PeopleOrder.Column column) {
        aContact().named("Minji", "").in(acme);
        var order = new PeopleOrder(column, false);
        String id = new UUID(0, 0).toString();
        var cursors = new ArrayList<>(List.of("", "x", "%%%", "f" + id, ".".repeat(5000), "AAAA"));
        for (String plain :
                List.of("f" + id + "not-a-time\0", "q" + id + "a", "b", "f" + id + "-999999999-01-01T00:00:00Z")) {
            cursors.add(Base64.getUrlEncoder().encodeToString(plain.getBytes(StandardCharsets.UTF_8)));
        }

        assertThat(cursors)
                .allSatisfy(cursor -> assertThat(list(order, cursor).people()).hasSize(1));
    }

    @Test
    void showsTheFirstPageWhenEverybodyBehindTheCursorIsGone() {
        IntStream.range(0, 51)
                .forEach(i -> aContact().named("Name " + (100 + i), "").in(acme));
        PeoplePage first = list(PeopleOrder.BY_NAME, "");
        PeoplePage second = list(PeopleOrder.BY_NAME, first.next().orElseThrow());
        contacts.delete(acme.id(), second.people().getFirst().id(), PORTICO);

        assertThat(list(PeopleOrder.BY_NAME, first.next().orElseThrow()).people())
                .isEqualTo(first.people());
    }

    @Test
    void goesThroughASelectionInBatches() {
        List<ContactId> all =
                IntStream.range(0, 25).mapToObj(i -> aContact().in(acme).id()).toList();
        ContactId stranger = aContact().in(aWorkspace()).id();
        List<Integer> sizes = new ArrayList<>();
        List<ContactId> seen = new ArrayList<>();

        people.ids(acme.id(), new Selection.Matching(PeopleFilter.ALL), 10, batch -> {
            sizes.add(batch.size());
            seen.addAll(batch);
        });

        assertThat(sizes).containsExactly(10, 10, 5);
        assertThat(seen).containsExactlyInAnyOrderElementsOf(all);
        var these = new Selection.These(Arrays.asList(all.get(3), stranger, all.get(3)));
        assertThat(people.count(acme.id(), these)).isEqualTo(1);
        assertThat(people.nextIds(acme.id(), these, Optional.empty(), 10)).containsExactly(all.get(3));
    }

    private List<PeoplePage> allPages(PeopleOrder order) {
        List<PeoplePage> pages = new ArrayList<>(List.of(list(order, "")));
        while (pages.getLast().next().isPresent()) {
            pages.add(list(order, pages.getLast().next().orElseThrow()));
        }
        return pages;
    }

    private PeoplePage list(PeopleOrder order, String cursor) {
        return people.list(acme.id(), PeopleFilter.ALL, order, cursor);
    }

    private List<String> found(PeopleFilter filter) {
        assertThat(people.countUpTo(acme.id(), filter, People.MANY))
                .isEqualTo(people.count(acme.id(), new Selection.Matching(filter)));
        return people.list(acme.id(), filter, PeopleOrder.BY_NAME, "").people().stream()
                .map(Contact::display)
                .toList();
    }

    private static PeopleFilter search(String text) {
        return new PeopleFilter(text, Optional.empty(), Optional.empty());
    }

    private static PeopleFilter group(Group group) {
        return new PeopleFilter("", Optional.of(group), Optional.empty());
    }
}
