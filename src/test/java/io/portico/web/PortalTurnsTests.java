package io.portico.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.portico.kernel.Language;
import io.portico.kernel.Slug;
import io.portico.kernel.WorkspaceId;
import io.portico.workspace.Accent;
import io.portico.workspace.Workspace;
import jakarta.servlet.FilterChain;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class PortalTurnsTests {
    private static final Set<Thread.State> SETTLED =
            Set.of(Thread.State.WAITING, Thread.State.TIMED_WAITING, Thread.State.TERMINATED);

    private final PortalTurns turns = new PortalTurns(1, Duration.ofSeconds(10));
    private final List<String> served = Collections.synchronizedList(new ArrayList<>());
    private final CountDownLatch free = new CountDownLatch(1);

    @Test
    void areTakenInTheOrderOfComing() throws Exception {
        Thread first = visit("first", () -> await().until(() -> free.getCount() == 0));
        List<Thread> others = new ArrayList<>();
        for (String name : List.of("second", "third", "fourth")) {
            others.add(visit(name, () -> {}));
        }
        assertThat(served).isEmpty();

        free.countDown();
        first.join();
        for (Thread other : others) {
            other.join();
        }
        assertThat(served).containsExactly("first", "second", "third", "fourth");
    }

    @Test
    void areGivenBackByWhoeverFails() throws Exception {
        Thread failing = visit("failing", () -> {
            throw new IllegalStateException("on purpose");
        });
        failing.join();

        visit("next", () -> {}).join();

        assertThat(served).containsExactly("next");
    }

    @Test
    void areNotWaitedForWithoutEnd() throws Exception {
        var hasty = new PortalTurns(0, Duration.ofMillis(1));
        var response = new MockHttpServletResponse();

        hasty.doFilter(portal("/"), response, (request, answer) -> served.add("never"));

        assertThat(response.getStatus()).isEqualTo(503);
        assertThat(response.getHeader("Retry-After")).isEqualTo("5");
        assertThat(served).isEmpty();
    }

    @Test
    void areNeededForNeitherPicturesNorTheConsole() throws Exception {
        var closed = new PortalTurns(0, Duration.ofMillis(1));
        FilterChain serve = (request, response) -> served.add("served");
        var console = new MockHttpServletRequest("GET", "/");
        console.setAttribute(Site.ATTRIBUTE, new Site.Console());

        closed.doFilter(portal("/brand/logo.png"), new MockHttpServletResponse(), serve);
        closed.doFilter(console, new MockHttpServletResponse(), serve);

        assertThat(served).hasSize(2);
    }

    /** Starts a visit and returns once it is at work or waits. */
    private Thread visit(String name, Runnable work) {
        Thread visit = Thread.ofPlatform()
                .name(name)
                .uncaughtExceptionHandler((thread, e) -> {})
                .start(() -> {
                    try {
                        turns.doFilter(portal("/"), new MockHttpServletResponse(), (request, response) -> {
                            work.run();
                            served.add(name);
                        });
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                });
        await().until(() -> SETTLED.contains(visit.getState()));
        return visit;
    }

    private static MockHttpServletRequest portal(String path) {
        var request = new MockHttpServletRequest("GET", path);
        request.setAttribute(
                Site.ATTRIBUTE,
                new Site.Portal(new Workspace(
                        WorkspaceId.next(Clock.systemUTC()),
                        new Slug("studio"),
                        "Studio",
                        Language.EN,
                        ZoneOffset.UTC,
                        new Accent("#2f5bd0"),
                        false)));
        return request;
    }
}
