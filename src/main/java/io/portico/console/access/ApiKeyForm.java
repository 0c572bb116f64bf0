package io.portico.console.access;

import io.portico.access.keys.ApiScope;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** An API key to be made, as it was typed and ticked. */
public record ApiKeyForm(String name, String lifetime, List<String> scope) {
    static final List<Duration> LIFETIMES = List.of(Duration.ofDays(30), Duration.ofDays(90), Duration.ofDays(365));
    static final String FOREVER = "";

    /** What most programs are for: to get a person a link; and to see that the key is alive. */
    static final ApiKeyForm BLANK = new ApiKeyForm(
            "",
            Duration.ofDays(365).toString(),
            List.of(
                    ApiScope.CONTACTS_READ.text(),
                    ApiScope.CONTACTS_WRITE.text(),
                    ApiScope.MAGIC_LINKS_READ.text(),
                    ApiScope.MAGIC_LINKS_WRITE.text(),
                    ApiScope.WORKSPACE_READ.text()));

    public ApiKeyForm(@Nullable String name, @Nullable String lifetime, @Nullable List<String> scope) {
        this.name = Objects.requireNonNullElse(name, "");
        this.lifetime = Objects.requireNonNullElse(lifetime, FOREVER);
        this.scope = scope == null ? List.of() : List.copyOf(scope);
    }

    Set<ApiScope> scopes() {
        return scope.stream().flatMap(text -> ApiScope.parse(text).stream()).collect(Collectors.toUnmodifiableSet());
    }

    /** One of those offered; none for anything else. */
    Optional<Duration> chosenLifetime() {
        return LIFETIMES.stream()
                .filter(each -> each.toString().equals(lifetime))
                .findFirst();
    }
}
