package io.portico.outreach;

import static org.assertj.core.api.Assertions.assertThat;

import io.portico.contacts.PersonName;
import io.portico.kernel.EmailAddress;
import java.util.Collections;
import org.junit.jupiter.api.Test;

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

    @Test
    void keepsWhatIsNoAddressSoThatItCanBeTold() {
        TypedAddress entry = TypedAddress.parse("  not an address ").getFirst();
        assertThat(entry.address()).isEmpty();
        assertThat(entry.text()).isEqualTo("not an address");
    }

    @Test
    void readsNoMoreThanItsLimit() {
        String list = String.join("\n", Collections.nCopies(TypedAddress.MOST + 10, "a@example.com"));
        assertThat(TypedAddress.parse(list)).hasSize(TypedAddress.MOST);
    }
}
