package io.portico.mail.content;

import static org.assertj.core.api.Assertions.assertThat;

import io.portico.mail.CustomText;
import io.portico.mail.CustomValue;
import io.portico.mail.OwnValue;
import io.portico.mail.TextCheck;
import io.portico.mail.TextCheck.Fault;
import io.portico.mail.TextPlace;
import io.portico.mail.Vocabulary;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownTests {
    private static final CustomValue SITE = new OwnValue("site", "x").name();
    private static final Vocabulary VOCABULARY = new Vocabulary(
            Stream.concat(CustomValue.STANDARD.stream(), Stream.of(SITE)).toList());

    private static Markdown markdown(String written) {
        return switch (CustomText.check(written, TextPlace.BODY, VOCABULARY)) {
            case TextCheck.Accepted(CustomText text) -> Markdown.of(text);
            case TextCheck.Refused(var faults) -> throw new AssertionError(faults);
        };
    }

    private static Filling with(String name, String site) {
        return new Filling(
                Map.of(CustomValue.CONTACT_NAME, name, SITE, site, CustomValue.PORTAL_URL, "https://acme.example"),
                "https://x.example",
                Optional.empty(),
                List.of());
    }

    private static String html(String written, String name, String site) {
        return Span.write(HtmlBody.of(markdown(written), "#2f5bd0"), with(name, site))
                .replaceAll(" style=\"[^\"]*\"| class=\"[^\"]*\"| target=\"_blank\" rel=\"noopener\"", "");
    }

    private static String text(String written, String name, String site) {
        return Span.write(PlainBody.of(markdown(written)), with(name, site));
    }

    @Test
    void drawsTheClosedSetOfElements() {
        assertThat(html(
                        "# Hi *{{contact.name}}*\n\nOne\ntwo **three** `four`\n\n- a\n- b\n\n3. c\n4. d\n\n> said\n\n---\n\n"
                                + "[us](https://a.example/?a=1&b=2)",
                        "Kim",
                        ""))
                .isEqualToIgnoringWhitespace(
                        "<h1>Hi <em>Kim</em></h1><p>One<br>two <strong>three</strong> <code>four</code></p>"
                                + "<ul><li>a</li><li>b</li></ul><ol start=\"3\"><li>c</li><li>d</li></ol>"
                                + "<blockquote><p>said</p></blockquote><div>&nbsp;</div>"
                                + "<p><a href=\"https://a.example/?a=1&amp;b=2\">us</a></p>");
    }

    @Test
    void saysTheSameInPlainText() {
        assertThat(text(
                        "# Hi *{{contact.name}}*\n\nOne\ntwo\n\n- a\n- b\n\n1. c\n2. d\n\n> said\n> again\n\n---\n\n"
                                + "[us](https://a.example) <https://b.example> {{portal.url}}",
                        "Kim",
                        ""))
                .isEqualTo("Hi Kim\n\nOne\ntwo\n\n- a\n- b\n\n1. c\n2. d\n\n> said\n> again\n\n* * *\n\n"
                        + "us (https://a.example) https://b.example https://acme.example");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<b>{{portal.magic_link}}</b>",
                "**bold** [x](javascript:alert(1)) `y`",
                "\n\n# heading\n\n- list",
                "<script>alert(1)</script>",
                "![x](https://evil.example/p.png)",
                "\uE000\uE100\uE001",
                "\"><img src=x onerror=alert(1)>"
            })
    void readsNoValueAgain(String hostile) {
        String html = html("Hello {{contact.name}}, [you]({{portal.url}}/?n={{contact.name}})", hostile, "");

        assertThat(html.replaceAll("</?p>|</?a>|<a href=\"[^\"<>]*\">", "")).doesNotContain("<", ">", "\"");
        assertThat(html).contains("href=\"https://acme.example/?n=");
        assertThat(text("Hello {{contact.name}}", hostile, ""))
                .startsWith("Hello ")
                .doesNotContain("\n");
    }

    @Test
    void showsHtmlAndPicturesAsText() {
        assertThat(html("<b onclick=x>hi</b> ![our logo](https://a.example/l.png)\n\n<script>\nx\n</script>", "", ""))
                .doesNotContain("<b ", "<img", "<script")
                .contains("&lt;b onclick=x&gt;hi&lt;/b&gt; our logo", "&lt;script&gt;");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "JaVaScRiPt:alert(1)",
                " javascript:alert(1)",
                "java\tscript:alert(1)",
                "data:text/html,x",
                "//evil.example",
                "vbscript:x",
                ""
            })
    void followsNoLinkButThoseToTheWebAMailboxOrATelephone(String site) {
        assertThat(html("[our site]({{custom_values.site}})", "", site)).isEqualToIgnoringWhitespace("<p>our site</p>");
        assertThat(text("[our site]({{custom_values.site}})", "", site)).isEqualTo("our site");
        assertThat(html("[our site]({{custom_values.site}})", "", "https://a.example/\"x"))
                .isEqualToIgnoringWhitespace("<p><a href=\"https://a.example/&#34;x\">our site</a></p>");
    }

    @Test
    void letsAValueAddNothingToAnAddressButItsPart() {
        assertThat(html("[x](https://a.example/{{contact.name}}/y)", "../../?a=b#c @evil.example", ""))
                .contains("href=\"https://a.example/..%2F..%2F%3Fa%3Db%23c%20%40evil.example/y\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"[x](javascript:alert(1))", "[x](/sign-in)", "[x](www.a.example)", "<ftp://a.example>", "[x]()"})
    void refusesALinkThatLeadsNowhereWhereItStands(String link) {
        assertThat(markdown("Hello {{contact.name}}\n\nand " + link).faults())
                .singleElement()
                .matches(fault -> fault instanceof Fault.BadLink && fault.at().equals(new TextCheck.Position(3, 5)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[x](https://evil.example/?l={{portal.magic_link}})",
                "[x](<https://evil.example/ ? {{portal.code}}>)",
                "[x]({{custom_values.site}}{{portal.code}})",
                "<https://evil.example/{{portal.invite_link}}>",
                "https://evil.example/?l={{portal.magic_link}}",
                "www.evil.example/{{portal.magic_link}}",
                "{{custom_values.site | x y}}/?{{portal.magic_link}}",
                "{{custom_values.site}}{{portal.magic_link}}",
                "HTTP://evil.example/{{contact.name | x}}/{{portal.code}}",
            })
    void carriesNoSecretToWhereAnotherAddressLeads(String text) {
        assertThat(faults("Hello\n\n" + text))
                .isNotEmpty()
                .allMatch(fault ->
                        fault instanceof Fault.SecretInAddress && fault.at().line() == 3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[x]({{portal.magic_link}})",
                "[{{workspace.name}}]({{portal.magic_link}})",
                "[{{portal.magic_link}}]({{portal.magic_link}})",
                "[www.acme.example](<{{portal.magic_link}}>)",
                "{{contact.first_name}}님,코드:{{portal.code}}",
                "Code: {{portal.code}}",
                "({{portal.code}})",
                "https://a.example/ {{portal.magic_link}}",
                "**{{portal.magic_link}}**",
            })
    void letsALinkOrACodeStandOnItsOwn(String text) {
        assertThat(faults(text)).isEmpty();
    }

    private static List<Fault> faults(String text) {
        return switch (CustomText.check(text, TextPlace.BODY, VOCABULARY)) {
            case TextCheck.Refused(List<Fault> faults) -> faults;
            case TextCheck.Accepted(CustomText accepted) ->
                Markdown.of(accepted).faults();
        };
    }

    @ParameterizedTest
    @ValueSource(strings = {"[x](https://a.example{{contact.name}}/y)", "[x](https://{{contact.name}})"})
    void letsNoValueBePartOfAHost(String link) {
        assertThat(markdown(link).faults()).singleElement().isInstanceOf(Fault.BadLink.class);
        assertThat(html("[x]({{custom_values.site}}{{contact.name}})", ".evil.example", "https://a.example"))
                .isEqualToIgnoringWhitespace("<p>x</p>");
    }

    @Test
    void takesNoCharacterOfATextForAMarkOfItsOwn() {
        assertThat(html("a\uE000\uE100b \uE001 {{contact.name}}", "Kim", ""))
                .isEqualToIgnoringWhitespace("<p>a\uFFFD\uFFFDb \uFFFD Kim</p>");
    }

    @Test
    void refusesEndlessNestingWhereItBegins() {
        assertThat(markdown("> ".repeat(9_000) + "x").faults())
                .containsExactly(new Fault.TooDeep(new TextCheck.Position(1, 81)));
        assertThat(markdown("*a **a ".repeat(1_400) + "a** a*".repeat(1_400)).faults())
                .singleElement()
                .isInstanceOf(Fault.TooDeep.class);
        assertThat(markdown("*a **b ".repeat(15) + "c** d*".repeat(15)).faults())
                .isEmpty();
        assertThat(markdown("[".repeat(10_000) + "]".repeat(10_000)).faults()).isEmpty();
    }
}
