package io.portico.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReturnPathTests {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/w/acme",
                "/w/acme/people/0197c0de-0000-7000-8000-000000000000",
                "/w/acme/people?q=kim%20minji&state=joined&sort=-name",
                "/w/acme/people?q=%EA%B9%80",
                "/join/-_x7Jk2ZtQp0aB3cD4eF5gH6iJ7kL8mN9oP0qR1sT2u"
            })
    void takesPathsOfThisSite(String path) {
        assertThat(ReturnPath.parse(path)).contains(path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "evil.com",
                "w/acme",
                "//evil.com",
                "///evil.com",
                "////evil.com",
                "/\\evil.com",
                "\\\\evil.com",
                "\\/evil.com",
                "/\\/evil.com",
                "//evil.com/%2f..",
                "/%2fevil.com",
                "/%2f%2fevil.com",
                "/%5cevil.com",
                "/%09/evil.com",
                "/\t/evil.com",
                "/\n/evil.com",
                "/\r\nLocation: //evil.com",
                "/%0d%0aSet-Cookie:a=b",
                " //evil.com",
                "/ /evil.com",
                "\t//evil.com",
                "http://evil.com",
                "https:evil.com",
                "https:///evil.com",
                "HTTP://evil.com",
                "javascript:alert(1)",
                "data:text/html,x",
                "/..//evil.com",
                "/../evil",
                "/./evil",
                "/.//evil.com",
                "/w/../../evil",
                "/w/%2e%2e/evil",
                "/w//evil.com",
                "/@evil.com",
                "//user@evil.com",
                "/;@evil.com",
                "/w/acme#@evil.com",
                "/w/acme#x",
                "/w/acme?next=//evil.com",
                "/w/acme?a=\\",
                "/w/acme?a=%0d%0a",
                "/w/acme?a=%00",
                "/\u0000",
                "/\u2028",
                "/\uff0f/evil.com",
                "/\u3002evil",
                "/\u00a0/evil",
                "/%E3%80%82evil",
                "/?%",
                "/%",
                "/%zz",
                "//[::1]",
                "//evil%E3%80%82com",
                "/\u202eevil",
                "?x",
                "#",
                ".",
                "..",
                "/<script>",
                "/\"onmouseover=",
                "/'"
            })
    void refusesWhatCouldLeadElsewhere(String path) {
        assertThat(ReturnPath.parse(path)).isEmpty();
        assertThat(ReturnPath.orStart(path)).isEqualTo("/");
    }

    @ParameterizedTest
    @ValueSource(ints = {1001, 100_000})
    void refusesWhatIsTooLong(int length) {
        assertThat(ReturnPath.parse("/" + "a".repeat(length - 1))).isEmpty();
    }
}
