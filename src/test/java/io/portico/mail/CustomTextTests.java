package io.portico.mail;

import static io.portico.mail.CustomValue.CONTACT_FIRST_NAME;
import static io.portico.mail.CustomValue.PORTAL_MAGIC_LINK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CustomTextTests {
    private static final Vocabulary VOCABULARY = new Vocabulary(Stream.concat(
                    CustomValue.STANDARD.stream(),
                    Stream.of(CustomValue.ofContactField("Company"), CustomValue.ofWorkspace("openings")))
            .toList());

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
        "contact.fist_name, contact.first_name",
        "contact.firstname, contact.first_name",
        "Contact.First_Name, contact.first_name",
        "first_name, contact.first_name",
        "portal.magiclink, portal.magic_link",
        "workspace.nme, workspace.name",
        "custom_values.opening, custom_values.openings",
        "contact.custom.compnay, contact.custom.company"
    })
    void namesTheUnknownValueWhereItStandsAndTheOneProbablyMeant(String name, String nearest) {
        assertThat(faults("Hello,\n\n안녕 {{" + name + "}},"))
                .containsExactly(
                        new TextCheck.Fault.Unknown(new TextCheck.Position(3, 4), name, VOCABULARY.named(nearest)));
    }

    @Test
    void countsCharactersAsPeopleDo() {
        assertThat(faults("👋🏽 {{nobody}}\r\n{{contact.naem}}").stream().map(TextCheck.Fault::at))
                .containsExactly(new TextCheck.Position(1, 4), new TextCheck.Position(2, 1));
    }

    @Test
    void guessesNothingForAValueThatIsLikeNone() {
        assertThat(faults("{{invoice.total_amount}}"))
                .containsExactly(new TextCheck.Fault.Unknown(
                        new TextCheck.Position(1, 1), "invoice.total_amount", Optional.empty()));
        assertThat(faults("{{" + "a".repeat(19_000) + "}}")).hasSize(1);
    }

    @Test
    void knowsTheFieldsAndValuesOfTheWorkspaceAlone() {
        assertThat(CustomText.check("{{contact.custom.company}} {{contact.company}}", TextPlace.BODY, VOCABULARY))
                .isInstanceOf(TextCheck.Accepted.class);
        assertThat(CustomText.check("{{contact.custom.company}}", TextPlace.BODY, Vocabulary.STANDARD))
                .isInstanceOf(TextCheck.Refused.class);
    }

    @ParameterizedTest
    @CsvSource({"Annual Revenue (€),annual_revenue", "회사명,회사명", " VAT-No. ,vat_no", "Ünïcode,ünïcode"})
    void writesAFieldsNameAsAWord(String field, String word) {
        assertThat(CustomValue.ofContactField(field).word()).isEqualTo("contact.custom." + word);
    }

    @ParameterizedTest
    @CsvSource({
        "{{#contact.first_name}}x{{/contact.first_name}},2",
        "{{^portal.code}}x{{/portal.code}},2",
        "{{> secrets}},1",
        "{{{contact.name}}},1",
        "{{&contact.name}},1",
        "{{=<% %>=}},1",
        "{{!remark}},1"
    })
    void refusesEverythingOfMustacheButValues(String written, int tags) {
        assertThat(faults(written)).hasSize(tags).allMatch(TextCheck.Fault.NotAValue.class::isInstance);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{.}}",
                "{{this}}",
                "{{contact.first_name",
                "{{}}",
                "{{ | there}}",
                "{{contact.\nname}}",
                "}}",
                "{{{{",
                "{{a{{contact.name}}",
                "{{contact.name}} {{"
            })
    void refusesBracesThatHoldNoValue(String written) {
        assertThat(faults(written)).isNotEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"SUBJECT", "PREHEADER", "BUTTON"})
    void refusesSecretsWhereOthersRead(TextPlace place) {
        for (String secret : List.of(
                "portal.magic_link",
                "portal.invite_link",
                "portal.code",
                "client_portal.login_url",
                "membership_contact.login_url")) {
            assertThat(CustomText.check("{{ " + secret + " | x }}", place, VOCABULARY))
                    .as(secret)
                    .matches(check -> check instanceof TextCheck.Refused(var faults)
                            && faults.getFirst() instanceof TextCheck.Fault.Secret);
        }
        assertThat(CustomText.check("{{portal.login_url}}", place, VOCABULARY)).isInstanceOf(TextCheck.Accepted.class);
    }

    @Test
    void refusesWhatIsTooLong() {
        assertThat(CustomText.check("x".repeat(201), TextPlace.SUBJECT, VOCABULARY))
                .isEqualTo(new TextCheck.Refused(
                        List.of(new TextCheck.Fault.TooLong(new TextCheck.Position(1, 201), 201, 200))));
    }

    @Test
    void cutsAValueThatNoMailCouldCarry() {
        var text = CustomText.of("{{contact.first_name}}");

        assertThat(text.fill(Map.of(CONTACT_FIRST_NAME, "가".repeat(100_000))))
                .hasSize(CustomText.LONGEST_VALUE)
                .endsWith("…");
    }

    private static List<TextCheck.Fault> faults(String written) {
        return switch (CustomText.check(written, TextPlace.BODY, VOCABULARY)) {
            case TextCheck.Refused(List<TextCheck.Fault> faults) -> faults;
            case TextCheck.Accepted accepted -> List.of();
        };
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
