package io.portico.api.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.portico.api.ApiJson;
import io.portico.contacts.imports.ImportVerdict;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class VerdictStreamTests {
    @Test
    void endsWhenItIsReadTooSlowly() throws IOException {
        var now = new AtomicReference<>(Instant.parse("2026-01-01T00:00:00Z"));
        Clock clock = ((InstantSource) now::get).withZone(ZoneOffset.UTC);
        var out = new ByteArrayOutputStream();
        var verdicts = new VerdictStream(out, new ApiJson(), clock);
        verdicts.write(1, ImportVerdict.CREATED, Optional.empty(), List.of());

        now.updateAndGet(then -> then.plus(VerdictStream.PATIENCE).plus(Duration.ofSeconds(1)));

        assertThatThrownBy(verdicts::end).isInstanceOf(IOException.class);
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("created").doesNotContain("done");
    }
}
