package io.portico.console.access;

import io.portico.access.AccessPolicy;
import io.portico.access.LinkMailing;
import io.portico.access.LinkTarget;
import io.portico.access.ListedLink;
import io.portico.access.MadeLink;
import io.portico.contacts.Contact;
import io.portico.kernel.EmailAddress;
import io.portico.mail.AccessMailHistory;
import io.portico.mail.SkipReason;
import io.portico.web.ConsoleVisit;
import io.portico.web.Field;
import io.portico.web.FormErrors;
import io.portico.web.PageModel;
import io.portico.web.QrCode;
import java.util.List;
import java.util.Optional;

/**
 * Generate magic link: first whom for, then how long and where to, then the link, shown this once.
 *
 * @param found contacts that match what was searched for
 * @param mailing empty when no mail was wished
 * @param madeBy the names of operators by id, for the list of live links
 */
public record MagicLinkPage(
        ConsoleVisit visit,
        String query,
        List<Contact> found,
        Optional<Contact> contact,
        MagicLinkForm form,
        Optional<MadeLink> made,
        Optional<LinkMailing> mailing,
        List<LinkRow> links,
        AccessPolicy policy)
        implements PageModel {
    /** A live link of the contact. */
    public record LinkRow(ListedLink link, String madeBy) {}

    @Override
    public ConsoleVisit frame() {
        return visit;
    }

    public Field lifetime() {
        return Field.select(
                "lifetime",
                t("magic-link.lifetime"),
                form.chosenLifetime(policy).toString(),
                policy.offered().stream()
                        .map(each -> new Field.Option(each.toString(), texts().lasting(each)))
                        .toList(),
                FormErrors.none());
    }

    public Field target() {
        return Field.select(
                "target",
                t("magic-link.target"),
                form.chosenTarget().path(),
                List.of(
                        new Field.Option(LinkTarget.HOME.path(), t("magic-link.target.home")),
                        new Field.Option("/profile", t("magic-link.target.profile"))),
                FormErrors.none());
    }

    public boolean isMailed() {
        return mailing.filter(LinkMailing.OnItsWay.class::isInstance).isPresent();
    }

    /** Why no mail was sent although one was wished; empty when there is nothing to say. */
    public String heldBack() {
        return mailing.map(became -> switch (became) {
                    case LinkMailing.OnItsWay sent -> "";
                    case LinkMailing.HeldBack(SkipReason why, AccessMailHistory history) -> heldBack(why, history);
                })
                .orElse("");
    }

    private String heldBack(SkipReason why, AccessMailHistory history) {
        return why == SkipReason.DAILY_LIMIT
                ? t("magic-link.held-back.day", address(), AccessMailHistory.MOST_A_DAY)
                : t(
                        "magic-link.held-back",
                        address(),
                        history.last().map(texts()::since).orElse(""));
    }

    public String url() {
        return made.map(link -> link.url().toString()).orElse("");
    }

    public QrCode qr() {
        return QrCode.of(url());
    }

    /** Where a mailed link would go; empty when the contact has no address. */
    public String address() {
        return contact.flatMap(Contact::email).map(EmailAddress::value).orElse("");
    }

    /** The address of a contact who has a name; one without is called by it already. */
    public String addressBesideName() {
        if (address().isEmpty()) {
            return t("magic-link.no-address");
        }
        return contact.filter(someone -> someone.name().isEmpty()).isPresent() ? "" : address();
    }

    public String name(Contact someone) {
        return someone.display().isEmpty() ? t("magic-link.nameless") : someone.display();
    }
}
