package io.portico.portal;

import io.portico.access.Membership;
import io.portico.contacts.ContactDetails;
import io.portico.kernel.Language;
import io.portico.web.Answer;
import io.portico.web.Languages;
import io.portico.web.PortalController;
import io.portico.web.PortalVisit;
import io.portico.web.ReturnPath;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Changes the portal's language: a contact's for good, a stranger's in this browser. */
@PortalController
class LanguageController {
    private final Membership membership;
    private final Languages languages;

    LanguageController(Membership membership, Languages languages) {
        this.membership = membership;
        this.languages = languages;
    }

    @PostMapping("/language")
    Answer choose(
            PortalVisit visit,
            @RequestParam(defaultValue = "") String language,
            @RequestParam(defaultValue = "/") String back,
            HttpServletResponse response) {
        Optional<Language> chosen = Language.parse(language);
        chosen.ifPresent(spoken -> {
            languages.remember(spoken, response);
            visit.contact().ifPresent(member -> keep(visit, spoken));
        });
        return Answer.seeOther(ReturnPath.orStart(back));
    }

    private void keep(PortalVisit visit, Language spoken) {
        membership.revise(visit.workspaceId(), visit.memberId(), details -> speaking(details, spoken), visit.actor());
    }

    private static ContactDetails speaking(ContactDetails details, Language spoken) {
        return new ContactDetails(
                details.name(),
                details.email(),
                details.phone(),
                Optional.of(spoken),
                details.timeZone(),
                details.tags());
    }
}
