package io.portico.console.settings;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.portico.access.Device;
import io.portico.access.LinkPurpose;
import io.portico.access.LinkTarget;
import io.portico.access.MagicLinks;
import io.portico.access.NewLink;
import io.portico.access.Redemption;
import io.portico.browser.BrowserTest;
import io.portico.browser.View;
import io.portico.contacts.Contact;
import io.portico.kernel.Language;
import io.portico.kernel.Secret;
import io.portico.workspace.Operator;
import io.portico.workspace.Workspace;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/** How long access lasts, and what lets a contact in, as operators see it. */
class AccessPolicyBrowserTests extends BrowserTest {
    private static final Device PHONE = new Device(
            "203.0.113.7",
            "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Safari/604.1");

    @Autowired
    private MagicLinks links;

    @Autowired
    private Redemption redemption;

    @ParameterizedTest
    @MethodSource("io.portico.browser.View#crossed")
    void setsLifetimes(View view) {
        Workspace acme = aWorkspace();
        Page page = pageOf(speaking(ownerOf(acme), view), view);
        page.navigate(console(acme, "/settings/access"));
        seen(page, "access-policy-" + view);
        page.fill("#self-link", "90");
        page.fill("#session-absolute", "12");
        page.click("main button[type=submit]");
        assertThat(page.locator(".field-error").count()).isEqualTo(2);
        seen(page, "access-policy-wrong-" + view);
    }

    @ParameterizedTest
    @MethodSource("io.portico.browser.View#crossed")
    void showsWhatBecameOfLinks(View view) {
        Workspace acme = aWorkspace();
        Operator owner = speaking(ownerOf(acme), view);
        Contact kim = aContact().named("Kim", "Lee").in(acme);
        redemption.byLink(acme.id(), aLink(acme, kim, owner), PHONE);
        links.revoke(
                acme.id(),
                kim.id(),
                links.find(acme.id(), aLink(acme, kim, owner)).orElseThrow().id(),
                PORTICO);
        aLink(acme, kim, owner);
        Secret seen = aLink(acme, kim, owner);
        links.noteLook(acme.id(), links.find(acme.id(), seen).orElseThrow(), PORTICO, PHONE);
        Page page = pageOf(owner, view);
        page.navigate(console(acme, "/people/" + kim.id()));
        page.click("main summary");
        seen(page, "access-registry-" + view);
    }

    private Secret aLink(Workspace workspace, Contact contact, Operator operator) {
        var wanted =
                new NewLink(contact.id(), LinkPurpose.OPERATOR, Optional.empty(), LinkTarget.HOME, Optional.empty());
        String path =
                links.make(workspace.id(), wanted, by(operator.id())).url().getPath();
        return Secret.parse(path.substring("/in/".length())).orElseThrow();
    }

    private Operator speaking(Operator operator, View view) {
        operators.changeLanguage(operator.id(), view.locale().startsWith("ko") ? Language.KO : Language.EN);
        return operator;
    }

    private void seen(Page page, String name) {
        assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                .as(name + " fits")
                .isEqualTo(true);
        assertAccessible(page);
        screenshot(page, name);
    }
}
