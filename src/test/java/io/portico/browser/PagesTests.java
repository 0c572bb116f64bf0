package io.portico.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.portico.workspace.Workspace;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every page that can be reached without more than a sign-in, as people see it. */
class PagesTests extends BrowserTest {
    private static final List<View> VIEWS = List.of(View.WIDE, View.PHONE.dark().korean());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/people",
                "/people/new",
                "/runs",
                "/activity",
                "/operators",
                "/settings",
                "/settings/api-keys",
                "/settings/api",
                "/nothing-here"
            })
    void ofAWorkspaceAreAccessibleAndFitTheScreen(String path) {
        Workspace acme = aWorkspaceWithPeople();
        for (View view : VIEWS) {
            look(pageOf(ownerOf(acme), view), console(acme, path), "console" + path, view);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/sign-in", "/forgot-password"})
    void ofTheConsoleForStrangersAreAccessibleAndFitTheScreen(String path) {
        for (View view : VIEWS) {
            look(page(view), console(path), "stranger" + path, view);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/sign-in", "/in/not-a-link"})
    void ofThePortalForStrangersAreAccessibleAndFitTheScreen(String path) {
        Workspace acme = aWorkspace();
        for (View view : VIEWS) {
            look(page(view), portal(acme, path), "portal" + path, view);
        }
    }

    @Test
    void leadBackToThePageOnWhichTheLanguageWasChanged() {
        Page page = page(View.WIDE);
        page.navigate(console("/forgot-password"));
        page.click("button[name=language][value=ko]");

        assertThat(page.url()).isEqualTo(console("/forgot-password"));
        assertThat(page.getAttribute("html", "lang")).isEqualTo("ko");
    }

    private Workspace aWorkspaceWithPeople() {
        Workspace acme = aWorkspace();
        aContact().named("Minji", "Kim").invited().joined().in(acme);
        aContact().named("Oliver", "Hartmann-Whitfield").invited().in(acme);
        return acme;
    }

    private void look(Page page, String address, String name, View view) {
        page.navigate(address);
        if (view.equals(view.korean())) {
            page.locator("button[name=language][value=ko]").dispatchEvent("click");
            page.waitForSelector("html[lang=ko]");
            assertThat(page.url()).isEqualTo(address);
        }
        assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                .as(address + " fits " + view)
                .isEqualTo(true);
        assertAccessible(page);
        screenshot(page, name.toLowerCase(Locale.ROOT).replace('/', '-') + "-" + view);
    }
}
