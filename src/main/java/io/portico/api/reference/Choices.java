package io.portico.api.reference;

import static java.util.Map.entry;

import io.portico.access.LinkPurpose;
import io.portico.access.LinkState;
import io.portico.api.Words;
import io.portico.api.automations.KeptOut;
import io.portico.automation.AutomationState;
import io.portico.automation.EntryState;
import io.portico.automation.StepOutcome;
import io.portico.contacts.InvitationState;
import io.portico.contacts.MembershipState;
import io.portico.contacts.PeopleFilter;
import io.portico.dashboard.Figure;
import io.portico.kernel.Labelled;
import io.portico.kernel.Language;
import io.portico.mail.BatchState;
import io.portico.mail.MailFault;
import io.portico.mail.MailState;
import io.portico.mail.MailTemplate;
import io.portico.mail.ReturnKind;
import io.portico.mail.SkipReason;
import io.portico.outreach.RunKind;
import io.portico.outreach.Verdict;
import io.portico.webhooks.DisabledBecause;
import io.portico.webhooks.WebhookEvent;
import io.portico.webhooks.WebhookState;
import io.portico.webhooks.calls.CallFault;
import io.portico.webhooks.delivery.DeliveryState;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The types of {@code operations.yaml} that are one of some words: those of the enums that the code knows them by. */
final class Choices {
    private static final Map<String, List<String>> ALL = Map.ofEntries(
            entry("ContactState", Words.of(MembershipState.class)),
            entry("EventContactState", both(Words.of(MembershipState.class), List.of("deleted"))),
            entry("ContactGroup", Words.of(PeopleFilter.Group.class)),
            entry("RunGroup", both(Words.of(PeopleFilter.Group.class), List.of(Words.EVERYBODY))),
            entry("InvitationState", Words.of(InvitationState.class)),
            entry("LinkPurpose", Words.of(LinkPurpose.class)),
            entry("LinkState", Words.of(LinkState.class)),
            entry("Verdict", Words.of(Verdict.class)),
            entry("RunKind", Words.of(RunKind.class)),
            entry("RunState", Words.of(BatchState.class)),
            entry("MailState", Words.of(MailState.class)),
            entry("MailReturn", Words.of(ReturnKind.class)),
            entry("MailOutcome", both(Words.of(MailState.class), Words.of(ReturnKind.class))),
            entry("SkipReason", Words.of(SkipReason.class)),
            entry("MailReason", both(Words.of(SkipReason.class), Words.of(MailFault.class))),
            entry(
                    "Template",
                    Arrays.stream(MailTemplate.values())
                            .filter(MailTemplate::isEditable)
                            .map(Labelled::word)
                            .toList()),
            entry(
                    "Mail",
                    Arrays.stream(MailTemplate.values())
                            .filter(MailTemplate::isToContact)
                            .map(MailTemplate::factWord)
                            .toList()),
            entry(
                    "Language",
                    Arrays.stream(Language.values()).map(Language::tag).toList()),
            entry("AutomationState", Words.of(AutomationState.class)),
            entry("KeptOut", Words.of(KeptOut.class)),
            entry("PassageState", Words.of(EntryState.class)),
            entry("StepOutcome", Words.of(StepOutcome.class)),
            entry(
                    "Event",
                    WebhookEvent.choices().stream().map(WebhookEvent::type).toList()),
            entry(
                    "DeliveryEvent",
                    Arrays.stream(WebhookEvent.values()).map(WebhookEvent::type).toList()),
            entry("WebhookState", Words.of(WebhookState.class)),
            entry("DisabledBecause", Words.of(DisabledBecause.class)),
            entry("DeliveryState", Words.of(DeliveryState.class)),
            entry("CallFault", Words.of(CallFault.class)),
            entry(
                    "Figure",
                    Arrays.stream(Figure.values())
                            .map(each -> each.name().toLowerCase(Locale.ROOT))
                            .toList()),
            entry("ActorKind", List.of("operator", "contact", "api_key", "stranger", "host", "portico")));

    private Choices() {}

    /** In their order; empty when it is no such type. */
    static Optional<List<String>> of(String type) {
        return Optional.ofNullable(ALL.get(type));
    }

    private static List<String> both(List<String> some, List<String> others) {
        return Stream.concat(some.stream(), others.stream()).toList();
    }
}
