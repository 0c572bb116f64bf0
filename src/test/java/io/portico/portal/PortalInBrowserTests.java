package io.portico.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.portico.access.ContactSessions;
import io.portico.access.LinkPurpose;
import io.portico.access.LinkTarget;
import io.portico.access.MagicLinks;
import io.portico.access.NewLink;
import io.portico.browser.BrowserTest;
import io.portico.browser.View;
import io.portico.contacts.Contact;
import io.portico.kernel.Secret;
import io.portico.workspace.Workspace;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The portal as a client meets it on a phone: every page, light and dark, in both languages, free of barriers. */
class PortalInBrowserTests extends BrowserTest {
    @Autowired
    private MagicLinks links;

    @Autowired
    private ContactSessions sessions;

    private Workspace acme;
    private Contact kim;

    static List<View> views() {
        return List.of(View.PHONE, View.WIDE.dark().korean());
    }

    @BeforeEach
    void aContactOfAcme() {
        acme = aWorkspace();
        kim = aContact().named("Kim", "Lee").in(acme);
    }

    @ParameterizedTest
    @MethodSource("views")
    void showsStrangersTheWayIn(View view) {
        Page page = visiting(view);
        look(page, "/sign-in", "portal-sign-in-" + view);
        page.fill("#email", kim.email().orElseThrow().value());
        press(page);
        seen(page, "portal-inbox-" + view);
        page.fill("#code", "000 000");
        press(page);
        seen(page, "portal-wrong-code-" + view);
        look(page, "/sign-in/code", "portal-code-" + view);
        look(page, "/in/" + Secret.random().reveal(), "portal-dead-link-" + view);
        press(page);
        seen(page, "portal-renewed-" + view);
    }

    @ParameterizedTest
    @MethodSource("views")
    void showsContactsTheirPages(View view) {
        Page page = visiting(view);
        look(page, aLink(kim), "portal-link-" + view);
        press(page);
        assertThat(page.url()).isEqualTo(portal(acme, "/"));
        seen(page, "portal-home-" + view);
        look(page, "/profile", "portal-profile-" + view);
        page.fill("#phone", "12");
        press(page);
        seen(page, "portal-profile-wrong-" + view);
        look(page, "/sessions", "portal-sessions-" + view);
        look(page, aLink(aContact().named("Mia", "Park").in(acme)), "portal-switch-" + view);
    }

    /** The page's own timers see ten seconds pass. */
    @Test
    void waitsForThePressHoweverLongTheLinkPageIsOpen() {
        Page page = page(View.PHONE);
        page.clock().install();
        waitsForThePress(page, () -> page.clock().runFor(10_000));
    }

    @Test
    @Tag("soak")
    void waitsForThePressForTenRealSeconds() {
        Page page = page(View.PHONE);
        waitsForThePress(page, () -> page.waitForTimeout(10_000));
    }

    private void waitsForThePress(Page page, Runnable tenSeconds) {
        List<String> methods = new CopyOnWriteArrayList<>();
        page.onRequest(request -> methods.add(request.method()));
        String path = aLink(kim);
        page.navigate(portal(acme, path));
        tenSeconds.run();

        assertThat(methods).isNotEmpty().containsOnly("GET");
        assertThat(page.url()).isEqualTo(portal(acme, path));
        assertThat(sessions.of(acme.id(), kim.id())).isEmpty();
        press(page);
        assertThat(page.url()).isEqualTo(portal(acme, "/"));
    }

    /** A portal speaks the business's language until another is chosen. */
    private Page visiting(View view) {
        Page page = page(view);
        if (view.locale().startsWith("ko")) {
            page.navigate(portal(acme, "/sign-in"));
            page.click("button[name=language][value=ko]");
        }
        return page;
    }

    private String aLink(Contact contact) {
        var wanted =
                new NewLink(contact.id(), LinkPurpose.OPERATOR, Optional.empty(), LinkTarget.HOME, Optional.empty());
        return links.make(acme.id(), wanted, PORTICO).url().getPath();
    }

    private static void press(Page page) {
        page.waitForNavigation(() -> page.click("main button[type=submit]"));
    }

    private void look(Page page, String path, String name) {
        page.navigate(portal(acme, path));
        seen(page, name);
    }

    private void seen(Page page, String name) {
        assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                .as(name + " fits")
                .isEqualTo(true);
        assertAccessible(page);
        screenshot(page, name);
    }
}
