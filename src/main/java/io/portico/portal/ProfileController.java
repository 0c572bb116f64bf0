package io.portico.portal;

import gg.jte.generated.precompiled.Templates;
import io.portico.access.Membership;
import io.portico.web.Answer;
import io.portico.web.FormErrors;
import io.portico.web.Notice;
import io.portico.web.PortalController;
import io.portico.web.PortalVisit;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;

/** Lets contacts keep their own details; the address is the business's to change. */
@PortalController
class ProfileController {
    private final Templates templates;
    private final Membership membership;

    ProfileController(Templates templates, Membership membership) {
        this.templates = templates;
        this.membership = membership;
    }

    @GetMapping("/profile")
    Answer form(PortalVisit visit) {
        return Answer.page(
                templates.portalProfile(ProfilePage.of(visit, ProfileForm.of(visit.member()), FormErrors.none())));
    }

    @PostMapping("/profile")
    Answer save(PortalVisit visit, @ModelAttribute ProfileForm form) {
        FormErrors errors = form.check(visit);
        if (!errors.isEmpty()) {
            return Answer.invalid(templates.portalProfile(ProfilePage.of(visit, form, errors)));
        }
        membership.revise(visit.workspaceId(), visit.memberId(), form::appliedTo, visit.actor());
        return Answer.seeOther("/profile").saying(Notice.done("portal.profile.saved"));
    }
}
