package io.portico.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import io.portico.PorticoTest;
import io.portico.access.Device;
import io.portico.access.OperatorSessions;
import io.portico.workspace.Operator;
import io.portico.workspace.Workspace;
import java.util.List;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;

/** A test that looks at a running Portico through a real browser. A machine without Chromium fails it. */
public abstract class BrowserTest extends PorticoTest {
    @RegisterExtension
    final Browsing browsing = new Browsing();

    @Autowired
    private OperatorSessions sessions;

    /** A page for somebody who has never been here; each has cookies of its own. */
    protected Page page(View view) {
        return browsing.page(view);
    }

    /** A page on which this operator is signed in to the console. */
    protected Page pageOf(Operator operator, View view) {
        Page page = page(view);
        var secret = sessions.open(operator.id(), new Device("127.0.0.1", "Browser test"));
        page.context().addCookies(List.of(new Cookie("portico_session", secret.reveal()).setUrl(console(""))));
        return page;
    }

    /** {@code console("/sign-in")} is {@code http://localhost:PORT/sign-in}. */
    protected String console(String path) {
        return installation.consoleUrl() + path;
    }

    /** {@code console(acme, "/people")} is {@code http://localhost:PORT/w/acme/people}. */
    protected String console(Workspace workspace, String path) {
        return console("/w/" + workspace.slug() + path);
    }

    /** {@code portal(acme, "/sign-in")} is {@code http://acme.localhost:PORT/sign-in}. */
    protected String portal(Workspace workspace, String path) {
        return installation.portal(workspace.slug().value()) + path;
    }

    protected void assertAccessible(Page page) {
        browsing.assertAccessible(page);
    }

    /** The whole page as {@code target/screens/NAME.png}. */
    protected void screenshot(Page page, String name) {
        browsing.screenshot(page, name);
    }
}
