package io.portico.automation;

import io.portico.activity.Activity;
import io.portico.activity.Actor;
import io.portico.kernel.EntryId;
import io.portico.kernel.WebhookId;
import io.portico.mail.SkipReason;
import io.portico.webhooks.Webhooks;
import java.util.Map;
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

    Map<EntryId, Progress> tell(Flock flock, WebhookId webhook) {
        if (webhooks.find(flock.workspace(), webhook).isEmpty()) {
            return flock.all(Progress.On.skipped(SkipReason.GONE));
        }
        activity.record(
                flock.workspace(),
                new Actor.Portico(),
                flock.entries().stream()
                        .map(each -> new AutomationTold(each.contact(), each.automation(), webhook, each.name()))
                        .toList());
        return flock.all(new Progress.On(StepOutcome.TOLD));
    }
}
