package io.portico.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StatusCodeTests {
    @ParameterizedTest
    @CsvSource({
        "550, 550 5.1.1 User unknown, 5.1.1",
        "550, 550-5.1.1 The account does not exist. 550 5.1.1 More at example.com, 5.1.1",
        "550, 550-Refused. 550 5.7.1 Not the 5.1.1 you think, 5.7.1",
        "550, host mx[5.1.1.9] (Exim 5.2.1) said: 550 5.7.1 no, 5.7.1",
        "550, 550 5.1.10: RESOLVER.ADR.RecipientNotFound, 5.1.10",
        "550, 550 5.4.1., 5.4.1",
        "550, 5.1.1 no such user, 5.1.1",
        "550, 550 #5.1.0 Address rejected, 5.1.0",
        "554, 554 delivery error: dd 5.5.0 of host 10.4.33.21, 5.5.0",
        "451, 451 Try again later (4.3.0), 4.3.0",
        "550, 550 4.2.2 Mailbox full, 4.2.2",
        "0, 5.1.1, 5.1.1"
    })
    void isReadInItsPlaceAndElsewhereOnlyWhereNoneIsThere(int reply, String text, String code) {
        assertThat(StatusCode.in(reply, text)).map(StatusCode::toString).contains(code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "550 User unknown (client 10.4.33.21)",
                "550 User unknown (client 54.4.3.12)",
                "550 User unknown (client 5.1.1.9)",
                "550 5.1.1.9 is blocked",
                "550 User unknown (Exim 4.94.2)",
                "550 User unknown at mx5.1.1 and v5.1.1",
                "550 5.1.1234",
                "550 5.1",
                "550",
                ""
            })
    void isNotTakenForAnAddressOrAVersion(String text) {
        assertThat(StatusCode.in(550, text)).isEmpty();
    }
}
