package io.portico.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.portico.installation.ApplicationKey;
import io.portico.installation.BounceAddress;
import io.portico.installation.BounceSettings;
import io.portico.installation.TestKeys;
import io.portico.kernel.MailId;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailMarksTests {
    private static final ApplicationKey KEY = TestKeys.random();

    private final MailId mail = MailId.next(Clock.systemUTC());
    private final MailMarks marks = new MailMarks(KEY, BounceSettings.NONE);

    @Test
    void nameTheirMail() {
        assertThat(marks.read(marks.of(mail))).contains(mail);
        assertThat(marks.read(marks.of(mail).toUpperCase(Locale.ROOT))).contains(mail);
    }

    @Test
    void areWorthlessWithAnyDigitChanged() {
        String mark = marks.of(mail);

        assertThat(IntStream.range(0, mark.length()).mapToObj(at -> changed(mark, at)))
                .allSatisfy(forged -> assertThat(marks.read(forged)).isEmpty());
    }

    private static String changed(String mark, int at) {
        char other = mark.charAt(at) == '0' ? '1' : '0';
        return mark.substring(0, at) + other + mark.substring(at + 1);
    }

    @Test
    void areWorthlessInAnotherInstallation() {
        assertThat(new MailMarks(TestKeys.random(), BounceSettings.NONE).read(marks.of(mail)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "0", "zz", "0193f2d05e3c7000800000000000000000000000000000000000", "'; drop table outbox"})
    void areNothingElse(String text) {
        assertThat(marks.read(text)).isEmpty();
    }

    @Test
    void standInTheEnvelopeWhereTheHostHasSuchAddresses() {
        var settings = new BounceSettings(
                Optional.of(new BounceAddress("bounces", "example.com")),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());

        assertThat(new MailMarks(KEY, settings).envelopeSender(mail, "portal@example.com"))
                .isEqualTo("bounces+" + marks.of(mail) + "@example.com");
        assertThat(marks.envelopeSender(mail, "portal@example.com")).isEqualTo("portal@example.com");
        assertThat(marks.headers(mail)).isEmpty();
    }
}
