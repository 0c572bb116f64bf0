package io.portico.contacts.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TagListTests {
    @Test
    void readsTagsAsEachProgramWritesThem() {
        assertThat(TagList.split("VIP, Retreat;vip")).containsExactly("VIP", "Retreat");
        assertThat(TagList.split("\"VIP\", \"a, b\",\"say \"\"hi\"\"\" ")).containsExactly("VIP", "a, b", "say \"hi\"");
        assertThat(TagList.split("Friends ::: * myContacts:::Family")).containsExactly("Friends", "Family");
        assertThat(TagList.split("\"unclosed, b")).containsExactly("\"unclosed", "b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a%sb", "\"%s\"", "\"%s", "%s:::b", ",%s,"})
    void readsHostileCellsAtOnce(String around) {
        for (String filling : List.of(" ", "a", "\"\"", "\" ", "\"a", ":", ": ")) {
            String cell = around.formatted(filling.repeat(100_000));
            assertTimeout(Duration.ofSeconds(3), () -> TagList.split(cell));
        }
    }

    @Test
    void looksForNoColumnInAHostileHeader() {
        for (String sign : List.of("(", "[", "(a", "\u0301", "é")) {
            String name = "email " + sign.repeat(10_000);
            for (int column = 0; column < 50; column++) {
                assertTimeout(Duration.ofSeconds(1), () -> HeaderWords.rank(ContactField.EMAIL, name));
            }
        }
        assertThat(HeaderWords.rank(ContactField.EMAIL, "E-Mail (work)")).isPresent();
    }
}
