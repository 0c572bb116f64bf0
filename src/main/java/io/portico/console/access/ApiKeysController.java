package io.portico.console.access;

import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import io.portico.access.keys.ApiKey;
import io.portico.access.keys.ApiKeys;
import io.portico.access.keys.MadeApiKey;
import io.portico.access.keys.NewApiKey;
import io.portico.kernel.ApiKeyId;
import io.portico.kernel.OperatorId;
import io.portico.web.Answer;
import io.portico.web.ConsoleController;
import io.portico.web.ConsoleVisit;
import io.portico.web.FormErrors;
import io.portico.web.Needs;
import io.portico.web.NeedsFreshSignIn;
import io.portico.web.NotFound;
import io.portico.web.Notice;
import io.portico.workspace.Operators;
import io.portico.workspace.Permission;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Makes and revokes API keys. */
@ConsoleController
class ApiKeysController {
    private final ApiKeys keys;
    private final Operators operators;
    private final Templates templates;
    private final Clock clock;

    ApiKeysController(ApiKeys keys, Operators operators, Templates templates, Clock clock) {
        this.keys = keys;
        this.operators = operators;
        this.templates = templates;
        this.clock = clock;
    }

    @GetMapping("/w/{workspace}/settings/api-keys")
    @Needs(Permission.MANAGE_API)
    Answer list(ConsoleVisit visit) {
        return Answer.page(page(visit, Optional.empty(), ApiKeyForm.BLANK, FormErrors.none()));
    }

    /** Answers with the key itself, not with a redirect: it is shown once and stored nowhere. */
    @PostMapping("/w/{workspace}/settings/api-keys")
    @Needs(Permission.MANAGE_API)
    @NeedsFreshSignIn
    Answer make(ConsoleVisit visit, @ModelAttribute ApiKeyForm form) {
        FormErrors errors = check(visit, form);
        if (!errors.isEmpty()) {
            return Answer.invalid(page(visit, Optional.empty(), form, errors));
        }
        var wanted = new NewApiKey(form.name().strip(), form.scopes(), form.chosenLifetime());
        Optional<MadeApiKey> made = keys.make(visit.workspaceId(), wanted, visit.actor());
        return made.isPresent()
                ? Answer.page(page(visit, made, ApiKeyForm.BLANK, errors))
                : Answer.invalid(
                        page(visit, made, form, errors.put("name", visit.t("api-keys.too-many", ApiKeys.MOST_LIVE))));
    }

    @PostMapping("/w/{workspace}/settings/api-keys/{key}/revoke")
    @Needs(Permission.MANAGE_API)
    @NeedsFreshSignIn
    Answer revoke(ConsoleVisit visit, @PathVariable String key) {
        ApiKey revoked = ApiKeyId.parse(key)
                .flatMap(id -> keys.revoke(visit.workspaceId(), id, visit.actor()))
                .orElseThrow(() -> new NotFound("API key"));
        return Answer.seeOther(visit.at("/settings/api-keys"))
                .saying(Notice.done("api-keys.done.revoked", revoked.name()));
    }

    private static FormErrors check(ConsoleVisit visit, ApiKeyForm form) {
        FormErrors errors = FormErrors.none();
        int length = form.name().strip().length();
        if (length == 0 || length > NewApiKey.LONGEST_NAME) {
            errors.put("name", visit.t("api-keys.name.form", NewApiKey.LONGEST_NAME));
        }
        if (form.scopes().isEmpty()) {
            errors.put("scope", visit.t("api-keys.scopes.none"));
        }
        return errors;
    }

    private JteModel page(ConsoleVisit visit, Optional<MadeApiKey> made, ApiKeyForm form, FormErrors errors) {
        List<ApiKey> all = keys.of(visit.workspaceId());
        Map<OperatorId, String> names = operators.names(
                all.stream().flatMap(key -> key.madeBy().stream()).collect(Collectors.toSet()));
        List<ApiKeysPage.KeyRow> rows = all.stream()
                .map(key -> new ApiKeysPage.KeyRow(
                        key, key.madeBy().map(by -> names.getOrDefault(by, "")).orElse("")))
                .toList();
        return templates.consoleAccessApiKeys(new ApiKeysPage(visit, rows, made, form, errors, clock.instant()));
    }
}
