package io.portico.automation;

import io.portico.activity.Activity;
import io.portico.activity.Actor;
import io.portico.kernel.WebhookId;
import io.portico.mail.SkipReason;
import io.portico.webhooks.Webhooks;
import org.springframework.stereotype.Component;

/** Has webhooks called. The log is what webhooks are fed from, so a call is as durable as the step, and made once. */
@Component
class StepCalls {
    private final Webhooks webhooks;
    private final Activity activity;

    StepCalls(Webhooks webhooks, Activity activity) {
        this.webhooks = webhooks;
        this.activity = activity;
    }

    Progress tell(Entry entry, WebhookId webhook) {
        if (webhooks.find(entry.workspace(), webhook).isEmpty()) {
            return Progress.On.skipped(SkipReason.GONE);
        }
        activity.record(
                entry.workspace(),
                new Actor.Portico(),
                new AutomationTold(entry.contact(), entry.automation(), webhook, entry.name()));
        return new Progress.On(StepOutcome.TOLD);
    }
}
