package io.portico.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SlugTests {
    @ParameterizedTest
    @ValueSource(strings = {"acme", "a1", "42", "acme-studio", "a-b-c", "abcdefghijabcdefghijabcdefghijabcdefghij"})
    void takesWhatCanStandInAHostName(String text) {
        assertThat(Slug.parse(text)).map(Slug::value).contains(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "Acme",
                "-acme",
                "acme-",
                "a--b",
                "acme.studio",
                "acme_studio",
                "ac me",
                "김민지",
                "xn-acme",
                "acme\n",
                "abcdefghijabcdefghijabcdefghijabcdefghijk"
            })
    void refusesWhatCannot(String text) {
        assertThat(Slug.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"www", "api", "admin", "console", "portal", "portico", "mail", "login", "autodiscover"})
    void keepsNamesThatWouldMisleadForTheHost(String text) {
        assertThat(Slug.fault(text)).contains(SlugFault.RESERVED);
    }

    @Test
    void isNeverMadeOfOtherText() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Slug("Acme")).withMessageContaining("Acme");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "adm1n",
                "l0gin",
                "1ogin",
                "supp0rt",
                "log-in",
                "a-d-m-i-n",
                "secure-login",
                "account-security",
                "portal-help",
                "vvvvvv",
                "adrnin"
            })
    void keepsNamesThatReadLikeThose(String text) {
        assertThat(Slug.fault(text)).contains(SlugFault.MISLEADING);
    }

    @ParameterizedTest
    @ValueSource(strings = {"support-hub", "admin-ink", "web-studio", "news-agency", "acme-1", "login-cafe", "t42"})
    void takesNamesThatOnlyContainThem(String text) {
        assertThat(Slug.fault(text)).isEmpty();
    }
}
