package io.portico.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class StyleGuideTests {
    private static StyleGuide guide;

    @RegisterExtension
    final Browsing browsing = new Browsing();

    @BeforeAll
    static void serve() {
        guide = new StyleGuide();
    }

    @AfterAll
    static void stop() {
        guide.close();
    }

    static Stream<Arguments> views() {
        return Stream.of("console", "plain", "portal")
                .flatMap(page -> View.crossed().stream().map(view -> Arguments.of(page, view)));
    }

    @ParameterizedTest
    @MethodSource("views")
    void isAccessibleAndFitsTheScreen(String name, View view) {
        Page page = open(name, view);

        browsing.assertAccessible(page);
        assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                .isEqualTo(true);
        browsing.screenshot(page, "styleguide-" + name + "-" + view);
    }

    @ParameterizedTest
    @MethodSource("io.portico.browser.View#crossed")
    void isAccessibleWithADialogAndASelection(View view) {
        Page page = open("console", view);
        page.check("[data-select-all]");
        browsing.assertAccessible(page);

        page.click("[data-opens]");
        browsing.assertAccessible(page);
    }

    @Test
    void showsDialogsAsPartsOfThePageWithoutScripts() {
        Page page = open("console", View.WIDE);
        page.evaluate("document.documentElement.removeAttribute('data-js')");

        assertThat(page.isVisible("#delete-dialog")).isTrue();
        assertThat(page.isVisible("[data-opens]")).isFalse();
    }

    @Test
    void followsTheColourSchemeOfTheSystem() {
        assertThat(List.of(View.WIDE, View.WIDE.dark()))
                .extracting(view -> open("console", view).getAttribute("html", "data-bs-theme"))
                .containsExactly("light", "dark");
    }

    private Page open(String name, View view) {
        Page page = browsing.page(view);
        page.navigate(guide.at(name + ".html"));
        return page;
    }
}
