package io.portico.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The system's Chromium with one authority more in its profile (NSS). It checks names, dates and signatures as ever, and
 * finds all of {@code .test} on the loopback.
 */
final class TrustingChromium implements AutoCloseable {
    private final Playwright playwright;
    private final Browser browser;

    private TrustingChromium(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    /** @param home an empty folder that becomes the browser's home */
    static TrustingChromium knowing(Path authority, Path home) throws IOException, InterruptedException {
        Path certificates = Files.createDirectories(home.resolve(".pki/nssdb"));
        certutil("-N", "-d", "sql:" + certificates, "--empty-password");
        certutil("-A", "-d", "sql:" + certificates, "-n", "story", "-t", "C,,", "-i", authority.toString());
        Playwright playwright = Chromium.playwright();
        Browser browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Chromium.program())
                        .setEnv(Map.of("HOME", home.toString()))
                        .setArgs(Stream.concat(
                                        Chromium.FLAGS.stream().filter(flag -> !flag.startsWith("--host-resolver")),
                                        Stream.of("--host-resolver-rules=MAP *.test 127.0.0.1"))
                                .toList()));
        return new TrustingChromium(playwright, browser);
    }

    private static void certutil(String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("certutil"));
        command.addAll(List.of(arguments));
        try {
            if (new ProcessBuilder(command).inheritIO().start().waitFor() != 0) {
                throw new IllegalStateException(String.join(" ", command) + " failed");
            }
        } catch (IOException e) {
            throw new IOException("certutil is needed for this test: apt-get install libnss3-tools", e);
        }
    }

    Browser browser() {
        return browser;
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
