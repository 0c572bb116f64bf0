package io.portico.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The system's Chromium, started once and shared by all browser tests of a run. Nothing is downloaded. */
final class Chromium implements AutoCloseable {
    private static final List<String> USUAL = List.of(
            "/usr/bin/chromium",
            "/usr/bin/chromium-browser",
            "/usr/bin/google-chrome",
            "/snap/bin/chromium",
            "/Applications/Chromium.app/Contents/MacOS/Chromium",
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome");
    static final List<String> FLAGS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--host-resolver-rules=MAP *.localhost 127.0.0.1");

    private final Playwright playwright;
    private final Browser browser;

    Chromium() {
        Path program = program();
        playwright = playwright();
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(program)
                        .setHeadless(true)
                        .setArgs(FLAGS));
    }

    Browser browser() {
        return browser;
    }

    /** What drives it. */
    static Playwright playwright() {
        return Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    }

    /** Where it is on this machine. */
    static Path program() {
        return program(System.getenv("PORTICO_CHROMIUM"), USUAL)
                .orElseThrow(
                        () -> new AssertionError("Browser tests need Chromium and found none: install it (on Debian"
                                + " \"apt-get install chromium\") or name its program in PORTICO_CHROMIUM."));
    }

    /** The named program, and only that one, when one is named; else the first of the usual ones that is there. */
    static Optional<Path> program(@Nullable String named, List<String> usual) {
        Stream<String> candidates = named == null || named.isBlank() ? usual.stream() : Stream.of(named);
        return candidates.map(Path::of).filter(Files::isExecutable).findFirst();
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
