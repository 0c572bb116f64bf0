package io.portico.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BrowserTests extends BrowserTest {
    @ParameterizedTest
    @MethodSource("io.portico.browser.View#all")
    void findsAMissingPageInTheConsoleAccessible(View view) {
        Page page = pageOf(anOperator(), view);
        Response answer = page.navigate(console("/nothing-here"));

        assertThat(answer.status()).isEqualTo(404);
        assertAccessible(page);
        assertThat(page.getAttribute("html", "data-bs-theme"))
                .isEqualTo(view.scheme().name().toLowerCase(Locale.ROOT));
        screenshot(page, "missing-console-" + view);
    }
}
