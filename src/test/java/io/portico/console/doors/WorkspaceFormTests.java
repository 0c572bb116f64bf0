package io.portico.console.doors;

import static org.assertj.core.api.Assertions.assertThat;

import io.portico.PorticoTest;
import io.portico.installation.Installation;
import io.portico.kernel.Language;
import io.portico.web.FormErrors;
import io.portico.web.Languages;
import java.net.URI;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

class WorkspaceFormTests extends PorticoTest {
    private static final Installation AT_HUB = new Installation(
            URI.create("https://Hub.example.com"), "example.com", 8080, Path.of("data"), Optional.empty(), false);

    @Autowired
    private Languages languages;

    private final FormErrors errors = FormErrors.none();

    @Test
    void takesASubDomainThatIsFree() {
        assertThat(read("acme")).isPresent();
        assertThat(errors.isEmpty()).isTrue();
    }

    @Test
    void refusesTheSubDomainOfTheConsoleWhereNoPortalCouldAnswer() {
        assertThat(read(" HUB ")).isEmpty();
        assertThat(errors.of("slug"))
                .hasValueSatisfying(said -> assertThat(said).contains("console itself"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"admin", "api", "www", "mail", "console", "login", "portico", "support"})
    void refusesASubDomainThatWouldMislead(String slug) {
        assertThat(read(slug)).isEmpty();
        assertThat(errors.of("slug"))
                .hasValueSatisfying(said -> assertThat(said).contains("reserved"));
    }

    private Optional<?> read(String slug) {
        var typed = new Typed(languages.texts(Language.EN, ZoneOffset.UTC), errors);
        return new WorkspaceForm("Acme", slug, "en", "UTC").read(typed, AT_HUB);
    }
}
