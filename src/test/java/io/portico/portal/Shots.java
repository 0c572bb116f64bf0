package io.portico.portal;

import com.microsoft.playwright.*;
import com.microsoft.playwright.options.ColorScheme;
import io.portico.PorticoTest;
import io.portico.access.*;
import io.portico.kernel.*;
import java.nio.file.*;
import java.time.Duration;
import java.util.*;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class Shots extends PorticoTest {
    @Autowired
    MagicLinks links;

    @Autowired
    io.portico.access.Membership membership;

    @Test
    void shoot() {
        var acme = aWorkspace();
        var kim = aContact().named("Kim", "Lee").at("kim@example.com").in(acme);
        var mia = aContact().named("Mia", "Park").at("mia@example.org").in(acme);
        var noone = aContact().nameless().withoutAddress().in(acme);
        String base = installation.portal(acme.slug().value()).toString();
        try (Playwright pw = Playwright.create()) {
            Browser b = pw.chromium()
                    .launch(new BrowserType.LaunchOptions()
                            .setExecutablePath(Path.of("/usr/bin/chromium"))
                            .setArgs(List.of(
                                    "--no-sandbox",
                                    "--disable-gpu",
                                    "--disable-quic",
                                    "--no-first-run",
                                    "--disable-background-networking")));
            for (String look : List.of("light-en", "dark-en", "light-ko")) {
                var ctx = b.newContext(new Browser.NewContextOptions()
                        .setViewportSize(390, 844)
                        .setColorScheme(look.startsWith("dark") ? ColorScheme.DARK : ColorScheme.LIGHT));
                Page p = ctx.newPage();
                p.onConsoleMessage(m -> System.out.println("CONSOLE " + m.text()));
                p.navigate(base + "/");
                System.out.println(p.url());
                if (look.endsWith("ko")) {
                    p.click("text=한국어");
                }
                shot(p, look, "1-signin");
                p.fill("#email", "nope");
                p.evaluate("document.querySelector('form[action=\"/sign-in\"]').noValidate=true");
                p.click("button.btn-primary");
                shot(p, look, "2-signin-wrong");
                p.fill("#email", "kim@example.com");
                p.click("button.btn-primary");
                shot(p, look, "3-inbox");
                p.fill("#code", "123 456");
                p.click("button.btn-primary");
                shot(p, look, "4-inbox-wrong");
                p.navigate(base + "/sign-in/code");
                shot(p, look, "5-code");
                p.navigate(base + "/in/" + "x".repeat(43));
                shot(p, look, "6-dead");
                p.click("button.btn-primary");
                shot(p, look, "7-renewed");
                p.navigate(base + "/in/abc");
                shot(p, look, "8-cut");
                var link = links.make(
                        acme.id(),
                        new NewLink(
                                kim.id(), LinkPurpose.OPERATOR, Duration.ofHours(1), LinkTarget.HOME, Optional.empty()),
                        PORTICO);
                p.navigate(link.url().toString());
                shot(p, look, "9-link");
                p.click("button.btn-primary");
                shot(p, look, "10-home");
                System.out.println(p.url());
                p.navigate(base + "/profile");
                shot(p, look, "11-profile");
                p.fill("#phone", "12");
                p.click("button.btn-primary");
                shot(p, look, "12-profile-wrong");
                p.fill("#phone", "+82 10 1234 5678");
                if (look.endsWith("ko")) {
                    p.selectOption("#language", "ko");
                }
                p.click("button.btn-primary");
                shot(p, look, "13-profile-saved");
                p.navigate(base + "/sessions");
                shot(p, look, "14-sessions");
                var other = links.make(
                        acme.id(),
                        new NewLink(
                                mia.id(), LinkPurpose.OPERATOR, Duration.ofHours(1), LinkTarget.HOME, Optional.empty()),
                        PORTICO);
                p.navigate(other.url().toString());
                shot(p, look, "15-switch");
                p.navigate(base + "/nothing");
                shot(p, look, "16-404");
                p.evaluate("document.querySelector('form[action=\"/sign-out\"] input').value='x'");
                p.click("form[action='/sign-out'] button");
                shot(p, look, "17-csrf");
                p.navigate(base + "/");
                p.click("form[action='/sign-out'] button");
                shot(p, look, "18-out");
                p.setViewportSize(1200, 800);
                p.navigate(base + "/sign-in");
                shot(p, look, "19-wide");
            }
        }
    }

    private static void shot(Page p, String look, String name) {
        p.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/shots/" + look + "-" + name + ".png")));
    }
}
