package io.portico.console.domains;

import io.portico.domains.SendingChecks;
import io.portico.domains.SendingClaim;
import io.portico.domains.SendingDomain;
import io.portico.domains.SendingDomains;
import io.portico.web.Answer;
import io.portico.web.ConsoleController;
import io.portico.web.ConsoleVisit;
import io.portico.web.FormErrors;
import io.portico.web.Needs;
import io.portico.web.NeedsFreshSignIn;
import io.portico.web.Notice;
import io.portico.workspace.Permission;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Leads a workspace to a sending domain of its own: claim, records, check, removal. */
@ConsoleController
class SendingDomainController {
    private final SendingDomains domains;
    private final SendingChecks checks;
    private final SendingPages pages;

    SendingDomainController(SendingDomains domains, SendingChecks checks, SendingPages pages) {
        this.domains = domains;
        this.checks = checks;
        this.pages = pages;
    }

    @GetMapping("/w/{workspace}/settings/sending-domain")
    @Needs(Permission.MANAGE_WORKSPACE)
    Answer show(ConsoleVisit visit) {
        return Answer.page(pages.of(visit));
    }

    /** What an open page asks every few seconds: looks at the records, unless somebody just did. */
    @GetMapping("/w/{workspace}/settings/sending-domain/live")
    @Needs(Permission.MANAGE_WORKSPACE)
    Answer live(ConsoleVisit visit) {
        domains.of(visit.workspaceId()).ifPresent(domain -> checks.checkIfDue(domain, visit.actor()));
        return Answer.page(pages.of(visit));
    }

    @PostMapping("/w/{workspace}/settings/sending-domain")
    @Needs(Permission.MANAGE_WORKSPACE)
    @NeedsFreshSignIn
    Answer claim(
            ConsoleVisit visit,
            @RequestParam(defaultValue = "") String domain,
            @RequestParam(defaultValue = "") String mailbox) {
        FormErrors errors = FormErrors.none();
        switch (domains.claim(visit.workspaceId(), domain, mailbox, visit.actor())) {
            case SendingClaim.Claimed claimed -> {
                return back(visit);
            }
            case SendingClaim.Already already -> {
                return back(visit);
            }
            case SendingClaim.Refused(var fault, var found) ->
                errors.put("domain", HostFaultText.of(visit.texts(), fault, found));
            case SendingClaim.BadMailbox bad -> errors.put("mailbox", visit.t("sending.mailbox.form"));
        }
        return Answer.invalid(pages.withDomain(visit, domain, mailbox, errors));
    }

    @PostMapping("/w/{workspace}/settings/sending-domain/check")
    @Needs(Permission.MANAGE_WORKSPACE)
    Answer check(ConsoleVisit visit) {
        Optional<SendingDomain> domain =
                domains.of(visit.workspaceId()).map(found -> checks.checkIfDue(found, visit.actor()));
        return domain.flatMap(SendingDomain::check)
                .map(found -> back(visit)
                        .saying(
                                found.holds()
                                        ? Notice.done("sending.check.holds")
                                        : Notice.warning("sending.check.lacks")))
                .orElseGet(() -> back(visit));
    }

    @PostMapping("/w/{workspace}/settings/sending-domain/remove")
    @Needs(Permission.MANAGE_WORKSPACE)
    @NeedsFreshSignIn
    Answer remove(ConsoleVisit visit) {
        domains.remove(visit.workspaceId(), visit.actor());
        return back(visit).saying(Notice.done("sending.removed"));
    }

    private static Answer.SeeOther back(ConsoleVisit visit) {
        return Answer.seeOther(visit.at("/settings/sending-domain"));
    }
}
