package io.portico.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
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

    @Test
    void isInstallableByTheBrowsersOwnCheckWithAnIconAndWithout() {
        Workspace plain = aWorkspace();
        Workspace branded = branded(Color.BLUE);

        for (Workspace workspace : List.of(plain, branded)) {
            Page page = page(View.PHONE);
            CDPSession browser = page.context().newCDPSession(page);
            page.navigate(portal(workspace, "/sign-in"));
            page.waitForFunction("navigator.serviceWorker.ready.then(() => true)");

            // The contexts of tests are private windows, in which nothing is installed; all else is checked as ever.
            assertThat(errors(browser))
                    .as(workspace.name())
                    .extracting(error -> error.getAsJsonObject().get("errorId").getAsString())
                    .containsExactly("in-incognito");
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
        assertThat(kept(page, acme)).contains("/offline", "portal.css").doesNotContain("/profile", "sessions");

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
