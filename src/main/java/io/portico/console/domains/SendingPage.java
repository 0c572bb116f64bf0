package io.portico.console.domains;

import io.portico.domains.HostState;
import io.portico.domains.RecordCheck;
import io.portico.domains.SendingDomain;
import io.portico.mail.Sender;
import io.portico.web.ConsoleVisit;
import io.portico.web.Field;
import io.portico.web.FormErrors;
import io.portico.web.PageModel;
import java.util.Optional;

/** In whose name and from which domain a workspace's mails go. */
public record SendingPage(
        ConsoleVisit visit,
        Sender sender,
        Field fromName,
        Field replyTo,
        Field domain,
        Field mailbox,
        Optional<SendingGuide> guide)
        implements PageModel {
    static SendingPage of(
            ConsoleVisit visit,
            Sender sender,
            SenderForm form,
            SendingPages.DomainFields typed,
            FormErrors errors,
            Optional<SendingGuide> guide) {
        return new SendingPage(
                visit,
                sender,
                Field.text("fromName", visit.t("sending.from-name"), form.fromName(), errors)
                        .hint(visit.t(
                                "sending.from-name.hint", visit.workspace().name())),
                Field.text("replyTo", visit.t("sending.reply-to"), form.replyTo(), errors)
                        .type("email")
                        .hint(visit.t("sending.reply-to.hint")),
                Field.text("domain", visit.t("sending.domain"), typed.domain(), errors)
                        .hint(visit.t("sending.domain.hint"))
                        .needed(),
                Field.text("mailbox", visit.t("sending.mailbox"), typed.mailbox(), errors)
                        .hint(visit.t("sending.mailbox.hint"))
                        .needed(),
                guide);
    }

    /** Whether the page looks by itself again and again. */
    public boolean isWaiting() {
        return guide.filter(each -> each.domain().state() == HostState.CLAIMED).isPresent();
    }

    public String toneOf(SendingDomain each) {
        return switch (each.state()) {
            case CLAIMED -> "wait";
            case VERIFIED -> each.failures() == 0 ? "good" : "warning";
            case FAILING -> "danger";
            case REMOVED -> "none";
        };
    }

    /** Where the domain stands and what follows, in a sentence. */
    public String said(SendingDomain each) {
        return switch (each.state()) {
            case CLAIMED -> t("sending.state.claimed");
            case VERIFIED -> t("sending.state.verified");
            case FAILING ->
                each.failingSince()
                        .map(since -> t("sending.state.failing", texts().time(since)))
                        .orElse("");
            case REMOVED -> "";
        };
    }

    public String toneOf(RecordCheck check) {
        return RecordText.tone(check);
    }

    public String explain(RecordCheck check) {
        return RecordText.of(texts(), check);
    }

    @Override
    public ConsoleVisit frame() {
        return visit;
    }
}
