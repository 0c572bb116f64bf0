package io.portico.installation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApplicationKeyTests {
    @TempDir
    private Path folder;

    @Test
    void isMadeOnceAndKeptForItsOwnerOnly() throws Exception {
        byte[] first = kept().hmac("code", bytes("1234"));

        assertThat(kept().hmac("code", bytes("1234"))).isEqualTo(first).hasSize(32);
        assertThat(Files.getPosixFilePermissions(file().path()))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void isTheSameOnEveryNodeWithTheSameSecret() {
        String secret = ApplicationKey.random();

        assertThat(given(secret).hmac("code", bytes("1234")))
                .isEqualTo(given(secret).hmac("code", bytes("1234")));
        assertThat(file().path()).doesNotExist();
    }

    @Test
    void signsEachPurposeAndEachSplitOfPartsDifferently() {
        ApplicationKey key = kept();
        byte[] signed = key.hmac("code", bytes("ab"), bytes("c"));

        assertThat(key.hmac("cookie", bytes("ab"), bytes("c"))).isNotEqualTo(signed);
        assertThat(key.hmac("code", bytes("a"), bytes("bc"))).isNotEqualTo(signed);
        assertThat(key.hmac("code", bytes("abc"))).isNotEqualTo(signed);
        assertThat(given(ApplicationKey.random()).hmac("code", bytes("ab"), bytes("c")))
                .isNotEqualTo(signed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"not base64!", "c2hvcnQ="})
    void refusesASecretThatIsNone(String secret) {
        assertThatExceptionOfType(SettingRefused.class)
                .isThrownBy(() -> given(secret))
                .withMessageStartingWith("PORTICO_SECRET ")
                .satisfies(refused -> assertThat(refused.line()).doesNotContain(secret));
    }

    private ApplicationKey kept() {
        return ApplicationKey.of(Optional.empty(), file());
    }

    private ApplicationKey given(String secret) {
        return ApplicationKey.of(Optional.of(secret), file());
    }

    private PrivateFile file() {
        return new PrivateFile(folder.resolve("secret.key"));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
