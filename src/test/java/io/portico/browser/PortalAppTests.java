package io.portico.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchPersistentContextOptions;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import io.portico.access.LinkPurpose;
import io.portico.access.LinkTarget;
import io.portico.access.MagicLinks;
import io.portico.access.NewLink;
import io.portico.contacts.Contact;
import io.portico.workspace.Brands;
import io.portico.workspace.Workspace;
import io.portico.workspace.images.IconShape;
import io.portico.workspace.images.Picture;
import io.portico.workspace.images.PictureResult;
import io.portico.workspace.images.Pictures;
import io.portico.workspace.images.Uploads;
import java.awt.Color;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The portal as an app in a real browser: installable, silent about its neighbours, and of some use offline. */
class PortalAppTests extends BrowserTest {
    @Autowired
    private Brands brands;

    @Autowired
    private Pictures pictures;

    @Autowired
    private MagicLinks links;

    /** In a profile of its own that is kept, as people have it: the contexts of other tests are private windows. */
    @Test
    void isInstallableByTheBrowsersOwnCheckWithAnIconAndWithout() throws IOException {
        try (Playwright playwright = Chromium.playwright();
                BrowserContext profile = playwright
                        .chromium()
                        .launchPersistentContext(
                                Files.createTempDirectory("profile"),
                                new LaunchPersistentContextOptions()
                                        .setExecutablePath(Chromium.program())
                                        .setArgs(Chromium.FLAGS))) {
            isInstallable(profile);
        }
    }

    private void isInstallable(BrowserContext profile) {
        Workspace plain = aWorkspace();
        Workspace branded = branded(Color.BLUE);

        for (Workspace workspace : List.of(plain, branded)) {
            Page page = profile.newPage();
            CDPSession browser = profile.newCDPSession(page);
            page.navigate(portal(workspace, "/sign-in"));
            page.waitForFunction("navigator.serviceWorker.ready.then(() => true)");

            assertThat(errors(browser)).as(workspace.name()).isEmpty();
            JsonObject manifest = browser.send("Page.getAppManifest");
            assertThat(manifest.get("url").getAsString()).isEqualTo(portal(workspace, "/app.webmanifest"));
            assertThat(manifest.getAsJsonArray("errors")).isEmpty();
            assertThat(manifest.get("data").getAsString()).contains(workspace.name());
        }
    }

    private static JsonArray errors(CDPSession browser) {
        return browser.send("Page.getInstallabilityErrors").getAsJsonArray("installabilityErrors");
    }

    @Test
    void offersToBeInstalledOnceAndTakesLaterForAnAnswer() {
        Workspace acme = aWorkspace();
        Page page = page(View.PHONE);
        page.navigate(aLink(acme, aContact().in(acme)));
        page.locator("main button[type=submit]").click();
        page.waitForURL(portal(acme, "/"));
        assertThat(page.locator("[data-install]").isVisible()).isFalse();

        page.evaluate("""
                () => {
                    const event = new Event("beforeinstallprompt", { cancelable: true });
                    event.prompt = async () => { window.prompted = true; };
                    dispatchEvent(event);
                    window.kept = event.defaultPrevented;
                }""");
        assertThat(page.evaluate("window.kept")).as("the browser's own banner").isEqualTo(true);
        assertThat(page.locator("[data-install-now]").isVisible()).isTrue();
        assertThat(page.locator("[data-install-by-hand]").isVisible()).isFalse();
        assertAccessible(page);
        screenshot(page, "portal-install");
        page.locator("[data-install-now]").click();
        page.waitForFunction("window.prompted === true");
        assertThat(page.locator("[data-install]").isVisible()).isFalse();
    }

    @Test
    void tellsOwnersOfAnIphoneHowItIsDoneByHandUntilTheySayLater() {
        Workspace acme = aWorkspace();
        Page page = page(View.PHONE);
        page.addInitScript("Object.defineProperty(navigator, 'userAgent', { value: 'Mozilla/5.0 (iPhone)' })");
        page.navigate(aLink(acme, aContact().in(acme)));
        page.locator("main button[type=submit]").click();
        page.waitForURL(portal(acme, "/"));

        assertThat(page.locator("[data-install-by-hand]").textContent()).contains("Home Screen");
        assertThat(page.locator("[data-install-now]").isVisible()).isFalse();
        screenshot(page, "portal-install-iphone");
        page.locator("[data-install-later]").click();
        page.reload();
        assertThat(page.locator("[data-install]").isVisible()).isFalse();
    }

    @Test
    void keepsTwoPortalsApartInOneBrowser() {
        Workspace acme = branded(Color.BLUE);
        Workspace other = branded(Color.RED);
        Page page = page(View.PHONE);

        String ofAcme = kept(page, acme);
        String ofOther = kept(page, other);

        assertThat(ofAcme)
                .contains(acme.slug().value())
                .doesNotContain(other.slug().value());
        assertThat(ofOther)
                .contains(other.slug().value())
                .doesNotContain(acme.slug().value());
        String icon = acme.brand().pictures().icon(IconShape.LARGE_512).orElseThrow();
        assertThat(page.evaluate("path => fetch(path).then(answer => answer.status)", "/brand/" + icon + ".png"))
                .as("a neighbour's icon")
                .isEqualTo(404);
        browsing.takeFaults();
    }

    /** What the browser keeps for a portal, by its address. */
    private String kept(Page page, Workspace workspace) {
        page.navigate(portal(workspace, "/sign-in"));
        page.waitForFunction("navigator.serviceWorker.ready.then(() => true)");
        return page.evaluate("""
                        async () => JSON.stringify(await Promise.all((await caches.keys()).map(async (name) =>
                            (await (await caches.open(name)).keys()).map((request) => request.url))))""").toString();
    }

    private static String keptWords(Page page) {
        return page.evaluate("""
                        async () => (await Promise.all((await caches.keys()).map(async (name) => {
                            const cache = await caches.open(name);
                            const all = await Promise.all((await cache.keys()).map((request) => cache.match(request)));
                            return (await Promise.all(all.map((answer) => answer.text()))).join();
                        }))).join()""").toString();
    }

    @Test
    void showsAPageOfItsOwnWithoutAConnectionAndKeepsNoneThatKnowsSomebody() {
        Workspace acme = aWorkspace();
        Contact kim = aContact().named("Kim", "Lee").in(acme);
        Page page = page(View.PHONE);
        page.navigate(aLink(acme, kim));
        page.locator("main button[type=submit]").click();
        page.waitForURL(portal(acme, "/"));
        page.waitForFunction("navigator.serviceWorker.ready.then(() => true)");
        page.reload();
        assertThat(page.content()).contains("Kim");
        page.navigate(portal(acme, "/profile"));
        assertThat(page.content()).contains("Kim");
        assertThat(kept(page, acme)).contains("/offline", "portal.css").doesNotContain("/profile", "sessions");
        assertThat(keptWords(page)).contains("You are offline").doesNotContain("Kim", "Lee");

        page.context().setOffline(true);
        page.navigate(portal(acme, "/profile"));

        assertThat(page.textContent("h1")).isEqualTo("You are offline");
        assertThat(page.content()).doesNotContain("Kim", "Lee");
        assertAccessible(page);
        screenshot(page, "portal-offline");
        page.context().setOffline(false);
        page.click("main a");
        assertThat(page.content()).contains("Kim");

        page.locator("header form button").click();
        page.waitForURL("**/sign-in");
        assertThat(page.content()).doesNotContain("Kim");
        browsing.takeFaults();
    }

    private String aLink(Workspace workspace, Contact contact) {
        var wanted =
                new NewLink(contact.id(), LinkPurpose.OPERATOR, Optional.empty(), LinkTarget.HOME, Optional.empty());
        return links.make(workspace.id(), wanted, PORTICO).url().toString();
    }

    private Workspace branded(Color colour) {
        Workspace workspace = aWorkspace();
        if (pictures.icon(Uploads.png(512, 512, colour))
                instanceof PictureResult.Made<Map<IconShape, Picture>>(var made)) {
            brands.draftIcon(workspace.id(), made);
        }
        brands.publish(workspace.id(), PORTICO);
        return workspaces.get(workspace.id());
    }
}
