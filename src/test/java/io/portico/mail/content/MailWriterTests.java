package io.portico.mail.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import gg.jte.generated.precompiled.StaticTemplates;
import io.portico.kernel.EmailAddress;
import io.portico.kernel.Language;
import io.portico.kernel.Slug;
import io.portico.kernel.WorkspaceId;
import io.portico.mail.Composition;
import io.portico.mail.CustomValue;
import io.portico.mail.MailTemplate;
import io.portico.mail.TestComposer;
import io.portico.workspace.Accent;
import io.portico.workspace.Workspace;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MailWriterTests {
    private static final String ATTACK = "<b>{{portal.magic_link}}</b>\r\nBcc: x@y.example";

    private final MailWriter writer = MailWriters.real(new StaticTemplates());

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"OWN_MAIL", "TEST_MAIL"})
    void writesEveryTemplateInEveryLanguage(MailTemplate template) {
        for (Language language : Language.values()) {
            MailContent mail = writer.write(template, workspace("Acme Studio", "#2f5bd0"), mail("민지", language));

            assertThat(mail.subject()).isNotBlank().doesNotContain("{{");
            assertThat(mail.html()).contains("lang=\"" + language.tag() + "\"", TestComposer.LINK, "123 456");
            assertThat(mail.html()).doesNotContain("{{").doesNotContain("<img");
            assertThat(mail.html().getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(10_000);
            assertThat(mail.text()).contains(TestComposer.LINK, "123 456").doesNotContain("{{");
        }
    }

    @Test
    void speaksTheRecipientsLanguage() {
        MailContent mail =
                writer.write(MailTemplate.INVITATION, workspace("한빛 스튜디오", "#2f5bd0"), mail("김민지", Language.KO));

        assertThat(mail.subject()).isEqualTo("한빛 스튜디오 고객 포털에 초대합니다");
        assertThat(mail.text()).startsWith("김민지 님, 안녕하세요.");
    }

    @Test
    void letsAHostileNameDoNothingInAnyPart() {
        MailContent mail = writer.write(
                MailTemplate.LOGIN_EMAIL, workspace(ATTACK.replace("\r\n", " "), "#2f5bd0"), mail(ATTACK, Language.EN));

        assertThat(mail.subject()).doesNotContain("\r").doesNotContain("\n");
        assertThat(mail.html())
                .doesNotContain("<b>")
                .contains("Hello &lt;b&gt;{{portal.magic_link}}&lt;/b&gt; Bcc: x@y.example,");
        assertThat(mail.text()).contains("Hello <b>{{portal.magic_link}}</b> Bcc: x@y.example,");
    }

    @Test
    void keepsTheLinesOfANoteAndNothingElse() {
        Composition.Ready mail = ready("Kim", Language.EN, Optional.of("See you <soon>.\n\nDana {{portal.code}}"));

        MailContent written = writer.write(MailTemplate.INVITATION, workspace("Acme", "#2f5bd0"), mail);

        assertThat(written.html()).contains("A note from Kim", "See you &lt;soon&gt;.<br><br>Dana {{portal.code}}");
        assertThat(written.text()).contains("> See you <soon>.\n> \n> Dana {{portal.code}}");
    }

    @Test
    void leadsItsButtonToTheWebAloneAndEscapesWhere() {
        Composition.Ready mail = leadingTo("https://a.example/?a=1&b=\"><b>");

        assertThat(writer.write(MailTemplate.LOGIN_EMAIL, workspace("Acme", "#2f5bd0"), mail)
                        .html())
                .contains("href=\"https://a.example/?a=1&amp;b=&#34;&gt;&lt;b&gt;\"")
                .doesNotContain("<b>");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> writer.write(
                        MailTemplate.LOGIN_EMAIL, workspace("Acme", "#2f5bd0"), leadingTo("javascript:alert(1)")));
    }

    @Test
    void takesNothingInABusinesssNameForAMarkOfItsOwn() {
        String html = writer.write(
                        MailTemplate.LOGIN_EMAIL, workspace("A\uE000\uE101\uE001b", "#2f5bd0"), mail("", Language.EN))
                .html();

        assertThat(html).contains("A\uFFFD\uE101\uFFFDb");
    }

    private static Composition.Ready leadingTo(String address) {
        return new Composition.Ready(
                EmailAddress.of("kim@example.com"),
                Language.EN,
                TestComposer.values("Kim"),
                address,
                Optional.empty(),
                Optional.empty());
    }

    @Test
    void greetsSomebodyWithoutAName() {
        assertThat(writer.write(MailTemplate.LOGIN_EMAIL, workspace("Acme", "#2f5bd0"), mail("", Language.EN))
                        .text())
                .startsWith("Hello there,");
    }

    private static Composition.Ready mail(String name, Language language) {
        return ready(name, language, Optional.empty());
    }

    private static Composition.Ready ready(String name, Language language, Optional<String> note) {
        Map<CustomValue, String> values = new HashMap<>(TestComposer.values(name));
        return new Composition.Ready(
                EmailAddress.of("kim@example.com"),
                language,
                values,
                TestComposer.LINK,
                Optional.of(TestComposer.CODE),
                note);
    }

    private static Workspace workspace(String name, String accent) {
        return new Workspace(
                WorkspaceId.next(Clock.systemUTC()),
                new Slug("acme"),
                name,
                Language.EN,
                ZoneId.of("Asia/Seoul"),
                new Accent(accent),
                false);
    }
}
