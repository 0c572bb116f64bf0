package io.portico.installation;

import java.nio.file.Path;
import java.util.Optional;

/** Keys of installations that never start. */
public final class TestKeys {
    private TestKeys() {}

    public static ApplicationKey random() {
        return ApplicationKey.of(Optional.of(ApplicationKey.random()), new PrivateFile(Path.of("never-read")));
    }
}
