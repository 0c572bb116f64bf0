package io.portico.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What portico.js does with the attributes of a page. */
class ScriptsTests {
    private static StyleGuide guide;

    @RegisterExtension
    final Browsing browsing = new Browsing();

    private Page page;

    @BeforeAll
    static void serve() {
        guide = new StyleGuide();
    }

    @AfterAll
    static void stop() {
        guide.close();
    }

    @BeforeEach
    void open() {
        page = browsing.page(View.WIDE);
        page.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
        page.navigate(guide.at("console.html"));
    }

    @Test
    void copiesTheAddressAndSaysSo() {
        Locator button = page.locator("[data-copy]");
        button.click();

        assertThat(button).hasText("Copied");
        assertThat(page.getByRole(AriaRole.STATUS).last()).hasText("Copied");
        org.assertj.core.api.Assertions.assertThat(page.evaluate("navigator.clipboard.readText()"))
                .isEqualTo("https://clients.acme-studio.example");
        assertThat(button).hasText("Copy");
    }

    @Test
    void copiesWhereTheClipboardIsForbidden() {
        page.evaluate("Object.defineProperty(navigator, 'clipboard', { value: undefined })");
        page.click("[data-copy]");

        assertThat(page.locator("[data-copy]")).hasText("Copied");
        assertThat(page.locator("[data-copy]")).isFocused();
    }

    @Test
    void countsTheSelectionAndOffersTheRest() {
        Locator bar = page.locator("[data-selection-bar]");
        Locator offer = page.locator("[data-selection-all]");
        assertThat(bar).isHidden();

        page.check("[name=contact] >> nth=0");
        assertThat(bar).isVisible();
        assertThat(bar).containsText("1 selected");
        assertThat(offer).isHidden();

        page.check("[data-select-all]");
        assertThat(bar).containsText("6 selected");
        offer.click();
        assertThat(bar).containsText("512 selected");

        page.uncheck("[name=contact] >> nth=2");
        assertThat(bar).containsText("5 selected");
        assertThat(page.locator("[name=all]")).not().isChecked();

        page.click("[data-selection-clear]");
        assertThat(bar).isHidden();
    }

    @Test
    void letsAFormBeSentOnceTheWordIsTyped() {
        page.click("[data-opens]");
        Locator delete = page.locator("dialog [type=submit]");
        assertThat(delete).isDisabled();

        page.fill("[data-confirms]", "DELETE");
        assertThat(delete).isEnabled();

        page.click("[data-closes]");
        assertThat(page.locator("#delete-dialog")).isHidden();
    }

    @Test
    void showsWhatIsTypedElsewhere() {
        page.fill("#slug", "hanok");

        assertThat(page.locator("[data-mirrors]")).hasText("hanok");
    }

    @Test
    void choosesTheTimeZoneOfTheBrowser() {
        assertThat(page.locator("#zone")).hasValue("Asia/Seoul");
    }

    @Test
    void pollsAsOftenAsAsked() {
        page.evaluate("""
                () => {
                  const part = document.createElement("p");
                  part.dataset.poll = "300";
                  part.textContent = "0";
                  part.addEventListener("poll", () => { part.textContent = Number(part.textContent) + 1; });
                  part.id = "polled";
                  document.body.append(part);
                }""");

        assertThat(page.locator("#polled")).hasText("2");
    }

    @Test
    void closesTheMenuOnEscape() {
        page.click(".switcher summary");
        assertThat(page.locator(".switcher .menu")).isVisible();

        page.keyboard().press("Escape");
        assertThat(page.locator(".switcher .menu")).isHidden();
        assertThat(page.locator(".switcher summary")).isFocused();
    }
}
