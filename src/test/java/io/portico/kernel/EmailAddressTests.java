package io.portico.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.portico.kernel.EmailAddress.Check;
import io.portico.kernel.EmailAddress.Reason;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTests {
    private static final String L63 = "d".repeat(63);

    @ParameterizedTest
    @CsvSource({
        "kim@example.com, kim@example.com",
        "'  kim@example.com\t', kim@example.com",
        "Kim.Minji@Example.COM, Kim.Minji@example.com",
        "kim+news@example.co.uk, kim+news@example.co.uk",
        "o'hara_{x}=!#$%&*/?^`|~-@example.com, o'hara_{x}=!#$%&*/?^`|~-@example.com",
        "ｋｉｍ＠ｅｘａｍｐｌｅ．ｃｏｍ, kim@example.com",
        "kim@예시.한국, kim@xn--vv4b11d.xn--3e0b707e",
        "kim@MÜNCHEN.de, kim@xn--mnchen-3ya.de",
        "kim@mu\u0308nchen.de, kim@xn--mnchen-3ya.de",
        "kim@例え。jp, kim@xn--r8jz45g.jp",
        "kim@xn--strae-oqa.de, kim@xn--strae-oqa.de",
        "1@1.example, 1@1.example",
        "kim@a-b.x1, kim@a-b.x1",
        "\u00a0kim@example.com\u3000, kim@example.com",
    })
    void bringsTypedTextIntoTheOneFormThatIsStored(String typed, String stored) {
        assertThat(EmailAddress.parse(typed)).map(EmailAddress::value).contains(stored);
        assertThat(new EmailAddress(stored).value()).isEqualTo(stored);
    }

    @ParameterizedTest
    @CsvSource({
        "'', EMPTY",
        "'   ', EMPTY",
        "kim, NO_AT",
        "kim.example.com, NO_AT",
        "'a@example.com,b@example.com', LIST",
        "'a@example.com, b@example.com', LIST",
        "a@example.com;b@example.com, LIST",
        "a@example.com b@example.com, LIST",
        "a@b@example.com, LIST",
        "'kim,lee@example.com', LIST",
        "kim@example.com；, LIST",
        "kim(work)@example.com, COMMENT",
        "kim@example.com(work), COMMENT",
        "'\"kim lee\"@example.com', QUOTED",
        "'\"kim@lee\"@example.com', QUOTED",
        "Kim <kim@example.com>, DISPLAY_NAME",
        "＜kim@example.com＞, DISPLAY_NAME",
        "김민지@example.com, LOCAL_PART_NOT_ASCII",
        "jos\u00e9@example.com, LOCAL_PART_NOT_ASCII",
        "k\u0456m@example.com, LOCAL_PART_NOT_ASCII",
        "@example.com, LOCAL_PART",
        ".kim@example.com, LOCAL_PART",
        "kim.@example.com, LOCAL_PART",
        "kim..lee@example.com, LOCAL_PART",
        "kim\u2025lee@example.com, LOCAL_PART",
        "kim lee@example.com, LOCAL_PART",
        "mailto:kim@example.com, LOCAL_PART",
        "kim\\@example.com, LOCAL_PART",
        "kim@, DOMAIN",
        "kim@.example.com, DOMAIN",
        "kim@example.com., DOMAIN",
        "kim@example..com, DOMAIN",
        "kim@-example.com, DOMAIN",
        "kim@example-.com, DOMAIN",
        "kim@example.com-, DOMAIN",
        "kim@example.-com, DOMAIN",
        "kim@exam_ple.com, DOMAIN",
        "kim@example.com/x, DOMAIN",
        "kim@exam ple.com, DOMAIN",
        "kim@example.123, DOMAIN",
        "kim@stra\u00dfe.de, DOMAIN",
        "kim@\u03c3\u03bf\u03c6\u03cc\u03c2.gr, DOMAIN",
        "kim@\u2603.com, DOMAIN",
        "kim@localhost, SINGLE_LABEL",
        "kim@한국, SINGLE_LABEL",
        "kim@[127.0.0.1], ADDRESS_LITERAL",
        "kim@[IPv6:::1], ADDRESS_LITERAL",
        "kim@127.0.0.1, ADDRESS_LITERAL",
        "kim@2130706433, ADDRESS_LITERAL",
        "kim@::1, ADDRESS_LITERAL",
    })
    void tellsWhyTextIsNoAddress(String typed, Reason reason) {
        assertThat(EmailAddress.check(typed)).isEqualTo(new Check.Refused(reason));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kim@example.com\r\nBcc: all@example.com",
                "kim@example.com\n",
                "\rkim@example.com",
                "kim\u0000@example.com",
                "kim\u007f@example.com",
                "kim\t@example.com",
                "kim\u0085@example.com",
                "kim\u200b@example.com",
                "\ufeffkim@example.com",
                "kim@exam\u200bple.com",
                "kim@exam\u200dple.com",
                "kim@exam\u00adple.com",
                "kim@exam\u034fple.com",
                "kim@exam\ufe0fple.com",
                "kim@exam\u3164ple.com",
                "kim@exam\u2060ple.com",
                "kim\u202e@example.com",
                "kim@\u2066example.com",
                "kim@example\u2028.com",
                "kim\ue000@example.com",
                "kim\ud800@example.com",
                "kim\uffff@example.com",
                "kim\udb40\udc61@example.com",
                "kim@exam\udb40\udd00ple.com",
            })
    void refusesCharactersThatAreNotSeen(String typed) {
        assertThat(EmailAddress.check(typed)).isEqualTo(new Check.Refused(Reason.FORBIDDEN_CHARACTER));
    }

    @Test
    void takesPartsUpToTheirLimitsAndNotOneMore() {
        assertThat(EmailAddress.parse("k".repeat(64) + "@example.com")).isPresent();
        assertThat(EmailAddress.check("k".repeat(65) + "@example.com")).isEqualTo(tooLong());
        assertThat(EmailAddress.parse("k@" + L63 + ".com")).isPresent();
        assertThat(EmailAddress.check("k@" + L63 + "d.com")).isEqualTo(tooLong());
        String domain250 = (L63 + ".").repeat(3) + "d".repeat(54) + ".com";
        assertThat(EmailAddress.parse("k@" + domain250 + "x")).isPresent();
        assertThat(EmailAddress.check("kim@" + domain250 + "x")).isEqualTo(tooLong());
        assertThat(EmailAddress.check("k".repeat(1_000_000))).isEqualTo(tooLong());
    }

    @Test
    void sameAddressInAnotherCaseHasTheSameKey() {
        EmailAddress address = EmailAddress.of("Kim.Minji@Example.com");
        assertThat(address.value()).isEqualTo("Kim.Minji@example.com");
        assertThat(address.key()).isEqualTo("kim.minji@example.com");
        assertThat(address.localPart()).isEqualTo("Kim.Minji");
        assertThat(address.domain()).isEqualTo("example.com");
    }

    @Test
    void keyDoesNotDependOnTheLanguageOfTheMachine() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.of("tr"));
            assertThat(EmailAddress.of("INFO@ISTANBUL.COM").key()).isEqualTo("info@istanbul.com");
        } finally {
            Locale.setDefault(before);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "kim.minji@example.com, k•••@e•••.com",
        "k@e.com, k•••@e•••.com",
        "Anna@mail.example.co.uk, A•••@m•••.uk",
        "kim@예시.한국, k•••@x•••.xn--3e0b707e",
    })
    void showsItselfOnlyInPart(String address, String masked) {
        assertThat(EmailAddress.of(address).masked()).isEqualTo(masked);
    }

    @ParameterizedTest
    @ValueSource(strings = {"kim@Example.com", " kim@example.com", "kim@예시.한국", "kim", ""})
    void isNeverHeldInAnotherFormThanTheStoredOne(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> new EmailAddress(text));
    }

    @Test
    void brokenPromisesOfOursNameTheReason() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EmailAddress.of("kim@localhost"))
                .withMessageContaining("SINGLE_LABEL")
                .withMessageContaining("kim@localhost");
    }

    private static Check tooLong() {
        return new Check.Refused(Reason.TOO_LONG);
    }
}
