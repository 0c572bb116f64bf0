package io.portico.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.CheckedNode;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/**
 * A real browser for a test: pages in contexts of their own, with nothing left from another test. After the test every
 * page is closed, and the test fails if one of them wrote an error to the console or broke the content security
 * policy. Register it with {@code @RegisterExtension}, or extend {@link BrowserTest}.
 */
public final class Browsing implements BeforeEachCallback, AfterEachCallback {
    private static final List<String> RULES = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");
    private static final Path SCREENS = Path.of("target", "screens");

    private record Visit(BrowserContext context, PageFaults faults) {}

    private final List<Visit> visits = new ArrayList<>();
    private Chromium chromium;

    @Override
    public void beforeEach(ExtensionContext context) {
        chromium = context.getRoot()
                .getStore(Namespace.create(Browsing.class))
                .computeIfAbsent(Chromium.class, type -> new Chromium(), Chromium.class);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        visits.forEach(visit -> visit.context().close());
        assertThat(takeFaults()).as("what pages wrote to the browser's console").isEmpty();
    }

    /** What was wrong with pages so far; each fault is told once. */
    List<String> takeFaults() {
        return visits.stream().flatMap(visit -> visit.faults().take().stream()).toList();
    }

    /** An empty page in a context of its own: no cookie, as somebody who has never been here. */
    public Page page(View view) {
        BrowserContext context = chromium.browser().newContext(view.context());
        visits.add(new Visit(context, PageFaults.of(context)));
        context.setDefaultTimeout(10_000);
        return context.newPage();
    }

    /** WCAG 2.2 AA as far as axe-core can tell; frames without scripts are left out, as it waits for an answer from them. */
    public void assertAccessible(Page page) {
        var axe = new AxeBuilder(page)
                .options(new WithoutPreload())
                .withTags(RULES)
                .exclude("iframe[sandbox]");
        assertThat(axe.analyze().getViolations())
                .as("violations of WCAG 2.2 AA on " + page.url())
                .extracting(Browsing::told)
                .isEmpty();
    }

    /** The whole page as {@code target/screens/NAME.png}. */
    public void screenshot(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(SCREENS.resolve(name + ".png"))
                .setFullPage(true));
    }

    /** Else axe writes the style sheets into the page again, which the content security policy rightly forbids. */
    public static final class WithoutPreload extends AxeRunOptions {
        public boolean getPreload() {
            return false;
        }
    }

    private static String told(Rule violation) {
        return violation.getId() + ": " + violation.getHelp()
                + violation.getNodes().stream().map(Browsing::told).collect(Collectors.joining());
    }

    private static String told(CheckedNode node) {
        return "\n    " + node.getTarget() + " " + node.getHtml() + "\n      "
                + node.getFailureSummary().replace("\n", "\n      ");
    }
}
