package io.portico.console.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.portico.browser.BrowserTest;
import io.portico.browser.View;
import io.portico.kernel.Language;
import io.portico.webhooks.NewWebhook;
import io.portico.webhooks.Webhook;
import io.portico.webhooks.WebhookEvent;
import io.portico.webhooks.Webhooks;
import io.portico.webhooks.calls.CallTarget;
import io.portico.workspace.Operator;
import io.portico.workspace.Workspace;
import java.util.EnumSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

class WebhookPagesBrowserTests extends BrowserTest {
    private static final String FARTHEST_FROM_ITS_LINE = """
            () => Math.max(...[...document.querySelectorAll('label.check')].map(label => {
                const middle = box => (box.top + box.bottom) / 2;
                const text = document.createRange();
                text.selectNodeContents(label.querySelector('code'));
                return Math.abs(
                    middle(label.querySelector('input').getBoundingClientRect()) - middle(text.getBoundingClientRect()));
            }))""";
    private static final String LEFT_EDGES_OF_LINES = """
            () => {
                const lines = new Map();
                for (const tag of document.querySelectorAll('.tags > .tag')) {
                    const box = tag.getBoundingClientRect();
                    lines.set(box.top, Math.min(box.left, lines.get(box.top) ?? Infinity));
                }
                return new Set(lines.values()).size;
            }""";

    @Autowired
    private Webhooks webhooks;

    @ParameterizedTest
    @MethodSource("io.portico.browser.View#crossed")
    void putEachCheckboxBesideTheLineItIsFor(View view) {
        Workspace acme = aWorkspace();
        Page page = pageOf(speaking(ownerOf(acme), view), view);

        page.navigate(console(acme, "/settings/webhooks/new"));

        seen(page, "webhook-new-" + view);
        assertThat(((Number) page.evaluate(FARTHEST_FROM_ITS_LINE)).doubleValue())
                .isLessThan(2);
    }

    @ParameterizedTest
    @MethodSource("io.portico.browser.View#crossed")
    void beginEachLineOfEventsAtTheSameEdge(View view) {
        Workspace acme = aWorkspace();
        CallTarget target = CallTarget.parse("http://127.0.0.1:9/").orElseThrow();
        webhooks.add(acme.id(), new NewWebhook(target, "", EnumSet.allOf(WebhookEvent.class)), PORTICO);
        Webhook webhook = webhooks.all(acme.id()).getFirst();
        Page page = pageOf(speaking(ownerOf(acme), view), view);

        page.navigate(console(acme, "/settings/webhooks/" + webhook.id()));

        seen(page, "webhook-" + view);
        assertThat(((Number) page.evaluate(LEFT_EDGES_OF_LINES)).intValue()).isOne();
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
