package io.portico.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.FilePayload;
import io.portico.installation.Installation;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The main job as an operator and their clients live it, step by step on the real pages. Steps name what they press by
 * its place on the page, not by its words, so that the same story can be told in every language.
 */
final class Story {
    static final int PEOPLE = 500;
    private static final double LIVE = 2_000;
    private static final double MAILED = 15_000;

    private final Browsing browsing;
    private final View view;
    private final Installation installation;
    private final Inbox inbox;
    private final Page console;

    /** Where the mails of the story arrive. */
    interface Inbox {
        /** The newest mail to this address, once there are so many. */
        Letter newest(String address, int count);
    }

    /** A mail as its recipient has it: where its button leads, and its code. */
    record Letter(String link, String code) {}

    Story(Browsing browsing, View view, Installation installation, Inbox inbox) {
        this.browsing = browsing;
        this.view = view;
        this.installation = installation;
        this.inbox = inbox;
        this.console = browsing.page(view);
    }

    Page console() {
        return console;
    }

    void setUp(String link, String language) {
        console.navigate(link);
        console.fill("#name", "Dana Owner");
        console.fill("#email", "dana@acme.example");
        console.fill("#password", "grey heron over the bay");
        console.fill("#workspace", "Acme Studio");
        console.fill("#slug", "acme");
        console.selectOption("#workspaceLanguage", language);
        look("story-set-up");
        submit(console);
        assertThat(console).hasURL(at(""));
        look("story-first-dashboard");
    }

    void importPeople() {
        String rows = IntStream.rangeClosed(1, PEOPLE)
                .mapToObj(n -> "Person%03d,Nr%03d,person%03d@example.com,+82 10 5555 %04d,client".formatted(n, n, n, n))
                .collect(java.util.stream.Collectors.joining("\r\n"));
        String file = "First Name,Last Name,Email,Phone,Tags\r\n" + rows + "\r\n";
        console.navigate(at("/people/import"));
        console.setInputFiles(
                "input[type=file]", new FilePayload("people.csv", "text/csv", file.getBytes(StandardCharsets.UTF_8)));
        submit(console);
        look("story-import-preview");
        submit(console);
        assertThat(console.locator("a[href$='verdicts.csv']"))
                .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(60_000));
        look("story-imported");
        console.navigate(at("/people"));
        assertThat(console.locator("main")).containsText(String.valueOf(PEOPLE));
    }

    /** Invites one contact who is there and two addresses nobody has yet. */
    void inviteThree() {
        console.navigate(at("/invite"));
        console.locator("#find").pressSequentially("person001");
        console.locator("#found .pick").first().click();
        assertThat(console.locator(".chip")).hasCount(1);
        console.fill("#addresses", "ana@example.com\nBoris Weiss <boris@example.com>");
        console.fill("#note", "See you on Monday.");
        submit(console);
        assertThat(console.locator(".verdict[data-mail=true] .verdict-rows li")).hasCount(3);
        look("story-verdicts");
        submit(console);
        assertMailed(3);
        look("story-run");
    }

    /** Opens the mail and presses its button; then the one on the page it leads to. */
    void joinByMail(String address) {
        Letter letter = inbox.newest(address, 1);
        Page portal = browsing.page(view);
        portal.navigate(letter.link());
        look(portal, "story-link-page");
        submit(portal);
        assertThat(portal).hasURL(installation.portal("acme") + "/");
        look(portal, "story-portal-home");
    }

    /** The dashboard is open the whole time and follows by itself. */
    void assertFigures(int invited, int joined) {
        assertThat(console.locator("#figure-invited .figure-value"))
                .hasText(String.valueOf(invited), new LocatorAssertions.HasTextOptions().setTimeout(LIVE));
        assertThat(console.locator("#figure-joined .figure-value"))
                .hasText(String.valueOf(joined), new LocatorAssertions.HasTextOptions().setTimeout(LIVE));
    }

    void openDashboard() {
        console.navigate(at(""));
    }

    /** Makes a magic link on a page of its own, so that the dashboard stays open. */
    void joinByMagicLink(String search) {
        Page desk = console.context().newPage();
        desk.navigate(at("/magic-link?q=" + search));
        desk.locator("a.pick").first().click();
        submit(desk);
        String link = desk.inputValue("#magic-link-url");
        look(desk, "story-magic-link");
        Page portal = browsing.page(view);
        portal.navigate(link);
        submit(portal);
        assertThat(portal).hasURL(installation.portal("acme") + "/");
        desk.close();
    }

    void sendLoginEmailsToFive() {
        console.navigate(at("/people?q=person01"));
        for (int n = 0; n < 5; n++) {
            console.locator("tbody input[name=id]").nth(n).check();
        }
        look("story-five-selected");
        console.locator("[data-selection-bar] button[formaction$='login-emails']")
                .click();
        assertThat(console.locator(".chip")).hasCount(5);
        submit(console);
        assertMailed(5);
    }

    void assertFiveDifferentMails() {
        List<Letter> letters = IntStream.rangeClosed(10, 14)
                .mapToObj(n -> inbox.newest("person0%d@example.com".formatted(n), 1))
                .toList();
        assertThat(letters).extracting(Letter::link).doesNotHaveDuplicates().hasSize(5);
        assertThat(letters).extracting(Letter::code).allMatch(code -> code.matches("[0-9]{6}"));
    }

    void signInByCode(String address) {
        Letter letter = inbox.newest(address, 1);
        Page portal = browsing.page(view);
        portal.navigate(installation.portal("acme") + "/sign-in/code");
        portal.fill("[name=email]", address);
        portal.fill("[name=code]", letter.code());
        look(portal, "story-code");
        submit(portal);
        assertThat(portal).hasURL(installation.portal("acme") + "/");
    }

    private void assertMailed(int mails) {
        assertThat(console.locator(".mail-state[data-state=sent]"))
                .hasCount(mails, new LocatorAssertions.HasCountOptions().setTimeout(MAILED));
    }

    private String at(String path) {
        return installation.consoleUrl() + "/w/acme" + path;
    }

    /** Presses the page's one primary button. */
    private static void submit(Page page) {
        page.locator("main .btn-primary").last().click();
    }

    private void look(String name) {
        look(console, name);
    }

    private void look(Page page, String name) {
        browsing.assertAccessible(page);
        browsing.screenshot(page, view.locale() + "-" + name);
    }

    /** The inbox of an installation without a mail server: its own mailbox, read on the page. */
    static final class BuiltIn implements Inbox {
        private final Page console;
        private final String mailbox;

        BuiltIn(Page console, Installation installation) {
            this.console = console;
            this.mailbox = installation.consoleUrl() + "/w/acme/mailbox";
        }

        @Override
        public Letter newest(String address, int count) {
            Page page = console.context().newPage();
            page.navigate(mailbox);
            Locator rows = page.locator("tbody tr").filter(new Locator.FilterOptions().setHasText(address));
            assertThat(rows).hasCount(count);
            rows.first().locator("a").click();
            FrameLocator mail = page.frameLocator("iframe");
            String link = mail.locator("a[href*='/in/']").first().getAttribute("href");
            String code = mail.locator("body").innerText().replaceAll("(?s).*?\\b([0-9]{3}) ([0-9]{3})\\b.*", "$1$2");
            page.close();
            return new Letter(link, code);
        }
    }

    /** How long the longest step may take, for those who wait beside the page. */
    static Duration patience() {
        return Duration.ofMillis((long) MAILED);
    }
}
