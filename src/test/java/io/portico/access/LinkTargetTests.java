package io.portico.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinkTargetTests {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/profile",
                "/apps/invoices",
                "/apps/invoices/",
                "/apps/invoices?month=2026-08&sort=-date",
                "/a.b/c_d/~e",
                "/?welcome"
            })
    void leadsToPathsWithinThePortal(String path) {
        assertThat(LinkTarget.parse(path)).contains(new LinkTarget(path));
    }

    /** What browsers and servers are known to take for another site, or to turn into one. */
    static String[] openRedirects() {
        return new String[] {
            "",
            " ",
            "profile",
            "evil.example",
            "www.evil.example/",
            "http://evil.example",
            "https://evil.example/",
            "HTTPS://evil.example/",
            "http:/evil.example",
            "http:evil.example",
            "https:evil.example",
            "http:///evil.example",
            "//evil.example",
            "///evil.example",
            "////evil.example",
            "//evil.example/%2f..",
            "/\\evil.example",
            "\\/evil.example",
            "\\\\evil.example",
            "/\\/evil.example",
            "/\\\\evil.example",
            "\\evil.example",
            "/%5cevil.example",
            "/%5Cevil.example",
            "/%2fevil.example",
            "/%2Fevil.example",
            "/%2f%2fevil.example",
            "%2f%2fevil.example",
            "/%252fevil.example",
            "/.//evil.example",
            "/./evil.example",
            "/..//evil.example",
            "/../evil.example",
            "/a/..//evil.example",
            "/a/../../evil.example",
            "/a/..",
            "/a/.",
            "/a//evil.example",
            "/;//evil.example",
            "/;@evil.example",
            "/:80",
            "/@evil.example",
            "@evil.example",
            "/#//evil.example",
            "/#@evil.example",
            "#evil.example",
            "?to=//evil.example",
            "/?to=//evil.example",
            "/?to=https://evil.example",
            "/?to=%2f%2fevil.example",
            "/?next=\\evil.example",
            "/\t/evil.example",
            "/\n/evil.example",
            "/\r/evil.example",
            "/\r\nLocation: https://evil.example",
            "/%0d%0aLocation:%20https://evil.example",
            "/%0a/evil.example",
            "/%09/evil.example",
            "\t//evil.example",
            "\n//evil.example",
            " //evil.example",
            " https://evil.example",
            "/ /evil.example",
            "/\u0000/evil.example",
            "/%00/evil.example",
            "/\u00a0/evil.example",
            "/\u200b/evil.example",
            "/\u2028/evil.example",
            "/\u3000/evil.example",
            "/\u2215evil.example",
            "/\u29f8evil.example",
            "\uff0f\uff0fevil.example",
            "/\uff0fevil.example",
            "/\ufe68evil.example",
            "//evil\u3002example",
            "\u202e/elpmaxe.live//",
            "javascript:alert(1)",
            "JavaScript:alert(1)",
            "java\nscript:alert(1)",
            "javascript://evil.example/%0aalert(1)",
            "data:text/html,<script>alert(1)</script>",
            "vbscript:msgbox(1)",
            "file:///etc/passwd",
            "ftp://evil.example",
            "mailto:x@evil.example",
            "blob:https://evil.example/1",
            "view-source:https://evil.example",
            "//user:password@evil.example",
            "https://acme.localhost@evil.example",
            "//acme.localhost.evil.example",
            "//[::1]/",
            "//0x7f000001/",
            "//2130706433/",
            "/<script>",
            "/\"onmouseover=\"",
            "/{{portal.url}}",
            "/${x}",
            "/*",
            "/a,b",
            "/a|b",
            "/é",
            "/" + "a".repeat(500)
        };
    }

    @ParameterizedTest
    @MethodSource("openRedirects")
    void refusesEverythingElse(String path) {
        assertThat(LinkTarget.parse(path)).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> new LinkTarget(path));
    }

    @Test
    void isTriedOnAtLeastSixtyOpenRedirects() {
        assertThat(openRedirects()).hasSizeGreaterThanOrEqualTo(60).doesNotHaveDuplicates();
    }
}
