package io.portico.console.doors;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import io.portico.access.OperatorInvitations;
import io.portico.browser.BrowserTest;
import io.portico.browser.View;
import io.portico.kernel.EmailAddress;
import io.portico.kernel.Language;
import io.portico.workspace.ActingOperator;
import io.portico.workspace.Operator;
import io.portico.workspace.Role;
import io.portico.workspace.Workspace;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

class DoorsBrowserTests extends BrowserTest {
    @Autowired
    OperatorInvitations invitations;

    private void look(Page page, String name, View view) {
        screenshot(page, name + "-" + view);
        assertAccessible(page);
        org.assertj.core.api.Assertions.assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                .as("fits the width: " + name + " " + view)
                .isEqualTo(true);
    }

    @ParameterizedTest
    @MethodSource("io.portico.browser.View#crossed")
    void showsStrangersTheirDoors(View view) {
        Page page = page(view);
        page.navigate(console("/sign-in"));
        look(page, "sign-in", view);
        page.navigate(console("/forgot-password"));
        look(page, "forgot-password", view);
        page.locator("#email").fill("somebody@example.com");
        page.locator("main form button[type=submit]").click();
        look(page, "forgot-password-asked", view);
    }

    @ParameterizedTest
    @MethodSource("io.portico.browser.View#crossed")
    void showsOwnersTheirPages(View view) {
        Workspace workspace = aWorkspace();
        Operator owner = ownerOf(workspace);
        operators.changeLanguage(owner.id(), Language.parse(view.locale()).orElseThrow());
        var acting = new ActingOperator(owner.id(), Role.OWNER, "203.0.113.7");
        Operator member = anOperator(workspace.id(), Role.MEMBER);
        for (String name : List.of("kim.minji", "sora.lee")) {
            invitations.invite(workspace.id(), EmailAddress.of(name + "@example.com"), Role.ADMIN, acting);
        }
        Page page = pageOf(owner, view);

        page.navigate(console(workspace, "/operators"));
        look(page, "operators", view);
        page.navigate(console(workspace, "/operators/" + member.id() + "/remove"));
        look(page, "operators-remove", view);
        page.navigate(console(workspace, "/settings"));
        look(page, "settings", view);
        page.navigate(console("/workspaces/new"));
        look(page, "new-workspace", view);
    }

    @Test
    void leadsFromTheAddressToThePasswordByKeyboard() {
        Workspace workspace = aWorkspace();
        Page page = page(View.WIDE);
        page.navigate(console(workspace, "/operators"));
        assertThat(page.locator("h1")).hasText("Sign in");
        page.locator("#email").fill("nobody@example.com");
        page.keyboard().press("Tab");
        assertThat(page.locator("#password")).isFocused();
    }

    @Test
    void removesOnlyOnceTheAddressIsTyped() {
        Workspace workspace = aWorkspace();
        Operator member = anOperator(workspace.id(), Role.MEMBER);
        Page page = pageOf(ownerOf(workspace), View.WIDE);
        page.navigate(console(workspace, "/operators/" + member.id() + "/remove"));

        assertThat(page.locator(".btn-danger")).isDisabled();
        page.locator("#confirmation").fill(member.email().value());
        page.locator(".btn-danger").click();

        assertThat(page.locator(".notice")).containsText("was removed from the workspace");
    }

    @Test
    void showsTheAddressOfThePortalWhileItIsTyped() {
        Page page = pageOf(ownerOf(aWorkspace()), View.WIDE);
        page.navigate(console("/workspaces/new"));

        page.locator("#slug").fill("acme-new");

        assertThat(page.locator("#slug-hint")).containsText("http://acme-new.localhost");
        assertThat(page.locator("#timeZone")).hasValue("Asia/Seoul");
    }

    @Test
    void comesBackToThePageWhenTheLanguageIsSwitched() {
        Page page = page(View.WIDE);
        page.navigate(console("/forgot-password"));

        page.locator(".languages button[lang=ko]").click();

        assertThat(page.locator("h1")).hasText("비밀번호를 잊으셨나요?");
    }
}
