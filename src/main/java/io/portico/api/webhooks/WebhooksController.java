package io.portico.api.webhooks;

import io.portico.access.keys.ApiScope;
import io.portico.api.ApiAnswer;
import io.portico.api.ApiController;
import io.portico.api.ApiPage;
import io.portico.api.ApiProblem;
import io.portico.api.ApiVisit;
import io.portico.api.NeedsScope;
import io.portico.webhooks.NewWebhook;
import io.portico.webhooks.Reach;
import io.portico.webhooks.Webhook;
import io.portico.webhooks.WebhookResult;
import io.portico.webhooks.WebhookSecrets;
import io.portico.webhooks.Webhooks;
import io.portico.webhooks.calls.CallFault;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Webhooks: list, add, change, remove. */
@ApiController
class WebhooksController {
    private final Webhooks webhooks;
    private final WebhookSecrets secrets;

    WebhooksController(Webhooks webhooks, WebhookSecrets secrets) {
        this.webhooks = webhooks;
        this.secrets = secrets;
    }

    @GetMapping("/api/v1/webhooks")
    @NeedsScope(ApiScope.WEBHOOKS_READ)
    ApiAnswer list(ApiVisit visit) {
        visit.query().end();
        return ApiAnswer.ok(new ApiPage<>(webhooks.all(visit.workspaceId()), Optional.empty()).map(WebhookShown::of));
    }

    @GetMapping("/api/v1/webhooks/{webhook}")
    @NeedsScope(ApiScope.WEBHOOKS_READ)
    ApiAnswer show(ApiVisit visit, @PathVariable String webhook) {
        visit.query().end();
        return ApiAnswer.ok(WebhookShown.of(KnownWebhook.in(visit, webhooks, webhook)))
                .withTag();
    }

    /** The answer shows the secret. */
    @PostMapping("/api/v1/webhooks")
    @NeedsScope(ApiScope.WEBHOOKS_WRITE)
    ApiAnswer add(ApiVisit visit) {
        visit.query().end();
        NewWebhook wanted = WebhookBody.toAdd(visit.body());
        Webhook added = saved(webhooks.add(visit.workspaceId(), wanted, reach(visit, wanted), visit.actor()));
        return ApiAnswer.created(SecretShown.of(added, secrets.show(visit.workspaceId(), added.id(), visit.actor())));
    }

    /** What is not said stays. */
    @PatchMapping("/api/v1/webhooks/{webhook}")
    @NeedsScope(ApiScope.WEBHOOKS_WRITE)
    ApiAnswer change(ApiVisit visit, @PathVariable String webhook) {
        Webhook before = KnownWebhook.held(visit, webhooks, webhook);
        visit.query().end();
        NewWebhook wanted = WebhookBody.toChange(visit.body(), before);
        visit.mustMatch(WebhookShown.of(before));
        Reach reach = wanted.target().equals(before.target()) ? Reach.unchanged(before.target()) : reach(visit, wanted);
        return ApiAnswer.ok(WebhookShown.of(
                        saved(webhooks.change(visit.workspaceId(), before.id(), wanted, reach, visit.actor()))))
                .withTag();
    }

    @DeleteMapping("/api/v1/webhooks/{webhook}")
    @NeedsScope(ApiScope.WEBHOOKS_WRITE)
    ApiAnswer remove(ApiVisit visit, @PathVariable String webhook) {
        Webhook before = KnownWebhook.held(visit, webhooks, webhook);
        visit.takesNothing();
        visit.mustMatch(WebhookShown.of(before));
        webhooks.remove(visit.workspaceId(), before.id(), visit.actor());
        return ApiAnswer.done();
    }

    private static Reach reach(ApiVisit visit, NewWebhook wanted) {
        return visit.known(Reach.class)
                .orElseThrow(() -> new IllegalStateException("nobody asked where " + wanted.target() + " leads"));
    }

    private static Webhook saved(WebhookResult result) {
        return switch (result) {
            case WebhookResult.Saved(Webhook webhook) -> webhook;
            case WebhookResult.CannotBeCalled(CallFault fault) ->
                throw ApiProblem.ofField("url", "cannot_be_called", said(fault));
            case WebhookResult.TooMany(int most) ->
                throw ApiProblem.of(
                        HttpStatus.CONFLICT,
                        "too_many_webhooks",
                        "The workspace has %d webhooks, as many as it may have.".formatted(most));
        };
    }

    private static String said(CallFault fault) {
        return switch (fault) {
            case NOT_HTTPS -> "It must begin with https://.";
            case UNKNOWN_HOST -> "Its name leads nowhere: DNS knows no IP address for it.";
            case DNS_SILENT -> "DNS did not answer in time. Send it again.";
            case NOT_PUBLIC -> "It leads into a private network, where calls may not go.";
            case NOT_AN_ADDRESS, UNREACHABLE, NOT_TRUSTED, TIMED_OUT, BROKEN -> "It cannot be called.";
        };
    }
}
