package io.portico.console.domains;

import gg.jte.generated.precompiled.Templates;
import io.portico.console.doors.Typed;
import io.portico.installation.Installation;
import io.portico.kernel.Slug;
import io.portico.web.Answer;
import io.portico.web.ConsoleController;
import io.portico.web.ConsoleVisit;
import io.portico.web.FormErrors;
import io.portico.web.Needs;
import io.portico.web.NeedsFreshSignIn;
import io.portico.web.Notice;
import io.portico.workspace.Permission;
import io.portico.workspace.SubDomainChange;
import io.portico.workspace.SubDomains;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Moves a workspace to another sub-domain; tells while it is typed whether it is free. */
@ConsoleController
class SubDomainController {
    private static final String FIELD = "slug";

    private final Templates templates;
    private final SubDomains subDomains;
    private final Installation installation;

    SubDomainController(Templates templates, SubDomains subDomains, Installation installation) {
        this.templates = templates;
        this.subDomains = subDomains;
        this.installation = installation;
    }

    @GetMapping("/w/{workspace}/settings/sub-domain")
    @Needs(Permission.MANAGE_WORKSPACE)
    Answer show(ConsoleVisit visit, @RequestParam(defaultValue = "") String slug) {
        return Answer.page(templates.consoleDomainsSubDomain(page(visit, verdict(visit, slug))));
    }

    @PostMapping("/w/{workspace}/settings/sub-domain")
    @Needs(Permission.MANAGE_WORKSPACE)
    @NeedsFreshSignIn
    Answer change(ConsoleVisit visit, @RequestParam(defaultValue = "") String slug) {
        FormErrors errors = FormErrors.none();
        Optional<Slug> wanted = read(visit, slug, errors);
        if (wanted.isEmpty()) {
            return refused(visit, slug, errors.of(FIELD).orElse(""));
        }
        return switch (subDomains.change(visit.workspaceId(), wanted.get(), visit.actor())) {
            case SubDomainChange.Done(Slug before) ->
                Answer.seeOther("/w/" + wanted.get() + "/settings/portal-address")
                        .saying(Notice.done("domains.sub-domain.changed", wanted.get(), before));
            case SubDomainChange.Unchanged unchanged -> Answer.seeOther(visit.at("/settings/portal-address"));
            case SubDomainChange.Taken taken -> refused(visit, slug, visit.t("doors.field.slug-taken"));
            case SubDomainChange.TooMany(int kept) ->
                refused(visit, slug, visit.t("domains.sub-domain.too-many", kept));
        };
    }

    private SubDomainVerdict verdict(ConsoleVisit visit, String typed) {
        if (typed.isBlank()) {
            return SubDomainVerdict.quiet("", "");
        }
        FormErrors errors = FormErrors.none();
        Optional<Slug> wanted = read(visit, typed, errors);
        if (wanted.isEmpty()) {
            return SubDomainVerdict.bad(typed, errors.of(FIELD).orElse(""));
        }
        if (wanted.get().equals(visit.workspace().slug())) {
            return SubDomainVerdict.quiet(typed, visit.t("domains.sub-domain.own"));
        }
        return subDomains.isTakenFrom(visit.workspaceId(), wanted.get())
                ? SubDomainVerdict.bad(typed, visit.t("doors.field.slug-taken"))
                : SubDomainVerdict.good(typed, visit.t("domains.sub-domain.free", wanted.get()));
    }

    private Optional<Slug> read(ConsoleVisit visit, String typed, FormErrors errors) {
        return new Typed(visit.texts(), errors).slug(FIELD, typed, installation);
    }

    private Answer refused(ConsoleVisit visit, String typed, String said) {
        return Answer.invalid(templates.consoleDomainsSubDomain(page(visit, SubDomainVerdict.bad(typed, said))));
    }

    private SubDomainPage page(ConsoleVisit visit, SubDomainVerdict verdict) {
        return SubDomainPage.of(visit, installation, verdict);
    }
}
