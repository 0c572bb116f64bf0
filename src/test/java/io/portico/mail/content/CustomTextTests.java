package io.portico.mail.content;

import static io.portico.mail.CustomValue.CONTACT_FIRST_NAME;
import static io.portico.mail.CustomValue.PORTAL_MAGIC_LINK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.portico.mail.CustomValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CustomTextTests {
    @Test
    void putsTheValueIn() {
        var text = CustomText.of("Hello {{ contact.first_name }}!");

        assertThat(text.fill(Map.of(CONTACT_FIRST_NAME, "민지"))).isEqualTo("Hello 민지!");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{{contact.first_name | there}}", "{{contact.first_name|there}}"})
    void takesWhatFollowsTheBarForAnEmptyValue(String tag) {
        var text = CustomText.of("Hello " + tag + "!");

        assertThat(text.fill(Map.of())).isEqualTo("Hello there!");
        assertThat(text.fill(Map.of(CONTACT_FIRST_NAME, " "))).isEqualTo("Hello there!");
        assertThat(text.fill(Map.of(CONTACT_FIRST_NAME, "Kim"))).isEqualTo("Hello Kim!");
    }

    @ParameterizedTest
    @ValueSource(strings = {"client_portal.login_url", "membership_contact.login_url", "portal.magic_link"})
    void understandsTheNamesThatTextsOfOtherSystemsUse(String name) {
        assertThat(CustomText.of("{{" + name + "}}").fill(Map.of(PORTAL_MAGIC_LINK, "https://x.example/in/1")))
                .isEqualTo("https://x.example/in/1");
    }

    @ParameterizedTest
    @CsvSource({
        "contact.fist_name, CONTACT_FIRST_NAME",
        "contact.firstname, CONTACT_FIRST_NAME",
        "Contact.First_Name, CONTACT_FIRST_NAME",
        "first_name, CONTACT_FIRST_NAME",
        "portal.magiclink, PORTAL_MAGIC_LINK",
        "workspace.nme, WORKSPACE_NAME"
    })
    void namesTheUnknownValueAndTheOneProbablyMeant(String name, CustomValue nearest) {
        assertThat(CustomText.check("Dear {{" + name + "}},"))
                .isEqualTo(new TextCheck.Refused(List.of(new TextCheck.Fault.Unknown(name, Optional.of(nearest)))));
    }

    @Test
    void guessesNothingForAValueThatIsLikeNone() {
        assertThat(CustomText.check("{{invoice.total_amount}}"))
                .isEqualTo(new TextCheck.Refused(
                        List.of(new TextCheck.Fault.Unknown("invoice.total_amount", Optional.empty()))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{#contact.first_name}}x{{/contact.first_name}}",
                "{{^portal.code}}x{{/portal.code}}",
                "{{> secrets}}",
                "{{.}}",
                "{{this}}",
                "{{contact.first_name",
                "{{}}"
            })
    void refusesEverythingOfMustacheButValues(String written) {
        assertThat(CustomText.check(written)).isInstanceOf(TextCheck.Refused.class);
    }

    @Test
    void neverReadsAValueAgain() {
        var text = CustomText.of("Hello {{contact.first_name}}!");

        assertThat(text.fill(Map.of(CONTACT_FIRST_NAME, "{{portal.magic_link}}", PORTAL_MAGIC_LINK, "https://secret")))
                .isEqualTo("Hello {{portal.magic_link}}!");
    }

    @Test
    void keepsAValueOnOneLine() {
        var text = CustomText.of("Hello {{contact.first_name}}!");

        assertThat(text.fill(Map.of(CONTACT_FIRST_NAME, "Kim\r\nBcc: x@y.example\u2028\u202Eevil\0")))
                .isEqualTo("Hello Kim Bcc: x@y.example evil!");
    }

    @Test
    void isNotFilledWithoutTheLinkItIsAbout() {
        var text = CustomText.of("{{portal.magic_link}}");

        assertThatThrownBy(() -> text.fill(Map.of()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("portal.magic_link");
    }
}
