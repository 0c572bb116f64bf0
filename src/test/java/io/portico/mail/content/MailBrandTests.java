package io.portico.mail.content;

import static org.assertj.core.api.Assertions.assertThat;

import gg.jte.generated.precompiled.StaticTemplates;
import io.portico.kernel.EmailAddress;
import io.portico.kernel.Language;
import io.portico.kernel.Slug;
import io.portico.kernel.WorkspaceId;
import io.portico.mail.Composition;
import io.portico.mail.CustomValue;
import io.portico.mail.MailTemplate;
import io.portico.mail.MailWords;
import io.portico.mail.TestComposer;
import io.portico.workspace.Accent;
import io.portico.workspace.Brand;
import io.portico.workspace.BrandLinks;
import io.portico.workspace.BrandPictures;
import io.portico.workspace.BrandWords;
import io.portico.workspace.WebLink;
import io.portico.workspace.Workspace;
import io.portico.workspace.images.IconShape;
import io.portico.workspace.images.PictureSize;
import java.time.Clock;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MailBrandTests {
    private static final String PORTAL = "https://clients.acme.example";
    private static final String LOGO = "a".repeat(64);
    private static final String ICON = "b".repeat(64);
    private static final BrandPictures PICTURES = new BrandPictures(
            Optional.of(new BrandPictures.Logo(LOGO, new PictureSize(640, 160))),
            Map.of(IconShape.SMALL_192.word(), ICON));

    private final MailWriter writer = MailWriters.real(new StaticTemplates());

    @Test
    void wearsLogoTopColourFooterAndLinks() {
        MailContent mail = written(MailTemplate.LOGIN_EMAIL, Language.EN, brand("#102a43", PICTURES));

        assertThat(mail.html())
                .contains("<img src=\"" + PORTAL + "/brand/" + LOGO
                        + ".png\" width=\"160\" height=\"40\" alt=\"Acme &amp; Co\"")
                .contains("background:#102a43")
                .contains("1 Main Street<br>Seoul &lt;b&gt;<br>")
                .contains("href=\"mailto:help@acme.example\"", ">help@acme.example</a>")
                .contains("href=\"https://acme.example/terms\"", "href=\"https://acme.example/privacy\"")
                .doesNotContain(ICON);
        assertThat(mail.text()).endsWith("""
                --\s
                Acme & Co
                Sent by Acme & Co. Do not pass this mail on: its link signs in whoever opens it.

                1 Main Street
                Seoul <b>

                Questions? Write to: help@acme.example
                Terms: https://acme.example/terms
                Privacy: https://acme.example/privacy
                """);
    }

    @Test
    void speaksTheRecipientsLanguageBelowTheMailToo() {
        assertThat(written(MailTemplate.INVITATION, Language.KO, brand("#ffffff", PICTURES))
                        .text())
                .contains("문의: help@acme.example", "이용약관: https://acme.example/terms");
    }

    @Test
    void keepsALogoOnTheGroundItWasMadeForEvenAtNight() {
        assertThat(written(MailTemplate.LOGIN_EMAIL, Language.EN, brand("#ffffff", PICTURES))
                        .html())
                .contains("class=\"head\" style=\"padding:20px 36px;background:#ffffff");
    }

    @Test
    void putsTheIconBeforeTheNameWhereThereIsNoLogo() {
        MailContent mail = written(MailTemplate.LOGIN_EMAIL, Language.EN, brand("#ffffff", PICTURES.withoutLogo()));

        assertThat(mail.html())
                .contains(PORTAL + "/brand/" + ICON + ".png\" width=\"32\" height=\"32\" alt=\"\"", "Acme &amp; Co")
                .doesNotContain("class=\"head\" style");
    }

    @Test
    void keepsTheClothesOfTheBusinessFromMailsToItsOperators() {
        MailContent mail = written(MailTemplate.OPERATOR_INVITATION, Language.EN, brand("#102a43", PICTURES));

        assertThat(mail.html()).doesNotContain("<img", "help@acme.example", "1 Main Street", "#102a43");
        assertThat(mail.text()).doesNotContain("help@acme.example", "1 Main Street");
    }

    @Test
    void tellsTextsOfTheBusinessWhatTheBrandSays() {
        var words = new MailWords(
                "Hello",
                "",
                "{{workspace.description}} / {{workspace.support_email}} / {{workspace.footer}}\n\n"
                        + "[Terms]({{workspace.terms_url}}) {{workspace.privacy_url}}",
                "Open");
        Composition.Ready mail = ready(Language.EN).saying(words);

        MailContent written = writer.write(MailTemplate.LOGIN_EMAIL, workspace(brand("#ffffff", PICTURES)), mail);

        assertThat(written.text())
                .startsWith("We build / help@acme.example / 1 Main Street Seoul <b>\n\n"
                        + "Terms (https://acme.example/terms) https://acme.example/privacy");
    }

    private MailContent written(MailTemplate template, Language language, Brand brand) {
        return writer.write(template, workspace(brand), ready(language));
    }

    private static Composition.Ready ready(Language language) {
        Map<CustomValue, String> values = new HashMap<>(TestComposer.values("Kim"));
        values.put(CustomValue.PORTAL_URL, PORTAL);
        return new Composition.Ready(
                EmailAddress.of("kim@example.com"),
                language,
                values,
                TestComposer.LINK,
                Optional.of(TestComposer.CODE),
                Optional.empty());
    }

    private static Brand brand(String band, BrandPictures pictures) {
        return new Brand(
                "Acme & Co",
                new Accent("#2f5bd0"),
                new Accent(band),
                pictures,
                new BrandWords("We build", "1 Main Street\nSeoul <b>", Map.of()),
                new BrandLinks(
                        Optional.of(EmailAddress.of("help@acme.example")),
                        WebLink.parse("https://acme.example/terms"),
                        WebLink.parse("https://acme.example/privacy")));
    }

    private static Workspace workspace(Brand brand) {
        return new Workspace(
                WorkspaceId.next(Clock.systemUTC()),
                new Slug("acme"),
                Language.EN,
                ZoneId.of("Asia/Seoul"),
                brand,
                false);
    }
}
