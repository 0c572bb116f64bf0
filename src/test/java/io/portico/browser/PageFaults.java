package io.portico.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Response;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Collects what a page must not do: write errors to the browser's console, throw in a script, or break the content
 * security policy. A page that answers with an error status on purpose is no fault, a part of one that does is.
 */
final class PageFaults {
    private final List<String> found = new ArrayList<>();
    private final Set<String> visited = new HashSet<>();

    static PageFaults of(BrowserContext context) {
        var faults = new PageFaults();
        context.onResponse(faults::visited);
        context.onConsoleMessage(faults::said);
        context.onWebError(error -> faults.found.add(error.page().url() + " threw " + error.error()));
        return faults;
    }

    List<String> take() {
        var taken = List.copyOf(found);
        found.clear();
        return taken;
    }

    private void visited(Response response) {
        if (response.request().isNavigationRequest()) {
            visited.add(response.url());
        }
    }

    private void said(ConsoleMessage message) {
        if (message.type().equals("error") && !isAnsweredPage(message)) {
            found.add(message.text() + " at " + message.location());
        }
    }

    /** A redisplayed form (422) and an error page are told in the console as failed resources. */
    private boolean isAnsweredPage(ConsoleMessage message) {
        return message.text().startsWith("Failed to load resource: the server responded with a status of 4")
                && (message.text().contains("status of 422")
                        || visited.stream().anyMatch(message.location()::startsWith));
    }
}
