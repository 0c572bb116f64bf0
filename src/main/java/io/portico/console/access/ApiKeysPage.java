package io.portico.console.access;

import io.portico.access.keys.ApiKey;
import io.portico.access.keys.ApiResource;
import io.portico.access.keys.ApiScope;
import io.portico.access.keys.MadeApiKey;
import io.portico.access.keys.NewApiKey;
import io.portico.web.ConsoleVisit;
import io.portico.web.Field;
import io.portico.web.FormErrors;
import io.portico.web.PageModel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The API keys of a workspace, and the form for a further one.
 *
 * @param made the key just made, shown this once
 */
public record ApiKeysPage(
        ConsoleVisit visit,
        List<KeyRow> keys,
        Optional<MadeApiKey> made,
        ApiKeyForm form,
        FormErrors errors,
        Instant now)
        implements PageModel {
    /** A key and who made it. */
    public record KeyRow(ApiKey key, String madeBy) {}

    /** The two boxes of one group of resources; the second is missing where there is nothing to write. */
    public record ScopeRow(ApiResource resource, Optional<ApiScope> read, Optional<ApiScope> write) {}

    public ApiKeysPage {
        keys = List.copyOf(keys);
    }

    @Override
    public ConsoleVisit frame() {
        return visit;
    }

    public Field name() {
        return Field.text("name", t("api-keys.name"), form.name(), errors)
                .hint(t("api-keys.name.hint"))
                .needed();
    }

    public Field lifetime() {
        List<Field.Option> options = new ArrayList<>();
        ApiKeyForm.LIFETIMES.forEach(each -> options.add(new Field.Option(each.toString(), texts().lasting(each))));
        options.add(new Field.Option(ApiKeyForm.FOREVER, t("api-keys.forever")));
        return Field.select("lifetime", t("api-keys.lifetime"), form.lifetime(), options, errors);
    }

    public List<ScopeRow> scopes() {
        return Arrays.stream(ApiResource.values())
                .map(each -> new ScopeRow(each, ApiScope.of(each, false), ApiScope.of(each, true)))
                .toList();
    }

    public boolean isTicked(ApiScope scope) {
        return form.scopes().contains(scope);
    }

    public String state(ApiKey key) {
        if (key.revokedAt().isPresent()) {
            return t("api-keys.revoked");
        }
        return key.isLive(now) ? t("api-keys.live") : t("api-keys.expired");
    }

    /** Which of its kind of states it is, for the colour. */
    public String stateMark(ApiKey key) {
        return key.isLive(now) ? "joined" : key.revokedAt().isPresent() ? "revoked" : "expired";
    }

    public String ends(ApiKey key) {
        return key.revokedAt().or(key::expiresAt).map(texts()::near).orElse(t("api-keys.forever"));
    }

    public String lastUse(ApiKey key) {
        return key.lastUsedAt().map(texts()::near).orElse(t("api-keys.unused"));
    }

    public String scopesOf(ApiKey key) {
        if (key.scopes().equals(ApiScope.all())) {
            return t("api-keys.scopes.all");
        }
        return String.join(
                ", ", key.scopes().stream().map(ApiScope::text).sorted().toList());
    }

    public int longestName() {
        return NewApiKey.LONGEST_NAME;
    }
}
