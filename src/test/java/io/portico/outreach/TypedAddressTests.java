package io.portico.outreach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import io.portico.contacts.PersonName;
import io.portico.kernel.EmailAddress;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypedAddressTests {
    @Test
    void readsAListSeparatedByLinesCommasSemicolonsAndTabs() {
        assertThat(TypedAddress.parse("a@example.com, b@example.com;c@example.com\td@example.com\r\n\ne@example.com"))
                .extracting(entry -> entry.address().orElseThrow().value())
                .containsExactly("a@example.com", "b@example.com", "c@example.com", "d@example.com", "e@example.com");
    }

    @Test
    void takesTheNameOutOfAnAddressAsMailProgramsWriteIt() {
        TypedAddress entry =
                TypedAddress.parse("\"Minji Kim\" <minji@example.com>").getFirst();
        assertThat(entry.name()).isEqualTo(new PersonName("Minji", "Kim"));
        assertThat(entry.address()).contains(EmailAddress.of("minji@example.com"));
    }

    @ParameterizedTest
    @CsvSource({
        "김민지, 민지, 김",
        "남궁 민수, 민수, 남궁",
        "Kim Minji, Minji, Kim",
        "Ludwig van Beethoven, Ludwig, van Beethoven",
        "Ana, Ana, ''"
    })
    void tellsFirstAndLastNameApart(String name, String first, String last) {
        TypedAddress entry = TypedAddress.parse(name + " <a@example.com>").getFirst();
        assertThat(entry.name()).isEqualTo(new PersonName(first, last));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"Kim, Minji\" <minji@example.com>; lee@example.com",
                "Kim, Minji <minji@example.com>; lee@example.com",
                "Kim, Minji <minji@example.com>, lee@example.com",
                "\"Kim, Minji\" <minji@example.com>,lee@example.com",
                "lee@example.com, Kim, Minji <minji@example.com>",
            })
    void takesACommaWithinANameForNoSeparator(String list) {
        List<TypedAddress> entries = TypedAddress.parse(list);

        assertThat(entries)
                .extracting(entry -> entry.address().orElseThrow().value())
                .containsExactlyInAnyOrder("minji@example.com", "lee@example.com");
        assertThat(entries).extracting(TypedAddress::name).contains(new PersonName("Minji", "Kim"));
    }

    @Test
    void tellsAWordBetweenAddressesAsABadRow() {
        assertThat(TypedAddress.parse("\"Kim <a@example.com>, \"Lee\" <b@example.com>"))
                .extracting(entry -> entry.address().orElseThrow().value())
                .containsExactly("a@example.com", "b@example.com");
        assertThat(TypedAddress.parse("nonsense, a@example.com, \"unclosed, <b@example.com>, more"))
                .extracting(TypedAddress::text)
                .containsExactly("nonsense", "a@example.com", "\"unclosed", "<b@example.com>", "more");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a%sb", "\"%s", "a <%s", "%s\"\"", "x,%s", "%s<a@example.com>"})
    void readsHostileEntriesAtOnce(String around) {
        for (String filling : List.of(" ", "\"", "<", ">", ",\"", "a,", "\" ")) {
            String list = around.formatted(filling.repeat(100_000));
            assertThat(assertTimeout(Duration.ofSeconds(5), () -> TypedAddress.parse(list)))
                    .allMatch(entry -> entry.text().length() <= 700);
        }
    }

    @Test
    void keepsNoMoreOfANameThanFits() {
        String word = "x".repeat(150);
        PersonName name = TypedAddress.parse(word + " " + word + " <a@example.com>")
                .getFirst()
                .name();
        assertThat(name).isEqualTo(new PersonName("x".repeat(100), "x".repeat(100)));
    }

    @Test
    void keepsWhatIsNoAddressSoThatItCanBeTold() {
        TypedAddress entry = TypedAddress.parse("  not an address ").getFirst();
        assertThat(entry.address()).isEmpty();
        assertThat(entry.text()).isEqualTo("not an address");
    }

    @Test
    void readsAlsoMoreThanItsLimitSoThatItCanBeTold() {
        String list = String.join("\n", Collections.nCopies(TypedAddress.MOST + 10, "a@example.com"));
        assertThat(TypedAddress.parse(list)).hasSize(TypedAddress.MOST + 10);
    }
}
