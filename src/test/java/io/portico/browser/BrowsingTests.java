package io.portico.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class BrowsingTests {
    @RegisterExtension
    final Browsing browsing = new Browsing();

    @Test
    void namesWhatSomebodyCannotPerceive() {
        Page page = browsing.page(View.WIDE);
        page.setContent("<html lang=en><title>t</title><p style='color:#bbb'>Pale</p><input id=unnamed>");

        assertThatThrownBy(() -> browsing.assertAccessible(page))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("color-contrast")
                .hasMessageContaining("#unnamed");
    }

    @Test
    void collectsWhatScriptsComplainAbout() {
        Page page = browsing.page(View.WIDE);
        page.evaluate("console.error('first')");
        page.evaluate("setTimeout(() => { throw new Error('second') })");
        page.waitForFunction("new Promise(done => setTimeout(() => done(true), 20))");

        assertThat(browsing.takeFaults())
                .satisfiesExactly(
                        fault -> assertThat(fault).contains("first"),
                        fault -> assertThat(fault).contains("second"));
    }

    @Test
    void collectsWhatTheContentSecurityPolicyForbids() {
        try (var guide = new StyleGuide()) {
            Page page = browsing.page(View.WIDE);
            page.navigate(guide.at("plain.html"));
            page.evaluate("document.body.insertAdjacentHTML('beforeend', '<p style=\"color:red\">Red</p>')");

            assertThat(browsing.takeFaults()).singleElement().asString().contains("Content Security Policy");
            // Before the server goes: its icon may still be on its way.
            page.close();
        }
    }

    @Test
    void letsAPageSayThatItIsMissing() {
        try (var guide = new StyleGuide()) {
            Page page = browsing.page(View.WIDE);
            page.navigate(guide.at("missing.html"));

            assertThat(browsing.takeFaults()).isEmpty();
            page.close();
        }
    }
}
