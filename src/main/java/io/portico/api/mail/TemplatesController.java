package io.portico.api.mail;

import io.portico.access.keys.ApiScope;
import io.portico.api.ApiAnswer;
import io.portico.api.ApiController;
import io.portico.api.ApiPage;
import io.portico.api.ApiProblem;
import io.portico.api.ApiVisit;
import io.portico.api.Fields;
import io.portico.api.NeedsScope;
import io.portico.kernel.Labelled;
import io.portico.kernel.Language;
import io.portico.kernel.WorkspaceId;
import io.portico.mail.MailTemplate;
import io.portico.mail.MailWords;
import io.portico.mail.TextPlace;
import io.portico.mail.content.MailTemplates;
import io.portico.mail.content.TemplateChanges;
import io.portico.mail.content.TemplateKey;
import io.portico.mail.content.TemplateVersion;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;

/** The texts of the workspace's mails, per language: read, change, what they were, back to Portico's own. */
@ApiController
class TemplatesController {
    private final MailTemplates templates;
    private final TemplateChanges changes;

    TemplatesController(MailTemplates templates, TemplateChanges changes) {
        this.templates = templates;
        this.changes = changes;
    }

    @GetMapping("/api/v1/templates")
    @NeedsScope(ApiScope.TEMPLATES_READ)
    ApiAnswer list(ApiVisit visit) {
        visit.query().end();
        Map<TemplateKey, TemplateVersion> latest = templates.latest(visit.workspaceId());
        List<TemplateKey> all = Arrays.stream(MailTemplate.values())
                .filter(MailTemplate::isEditable)
                .flatMap(template -> Arrays.stream(Language.values()).map(each -> new TemplateKey(template, each)))
                .toList();
        return ApiAnswer.ok(new ApiPage<>(all, Optional.empty())
                .map(key -> TemplateShown.of(key, Optional.ofNullable(latest.get(key)), templates.standard(key))));
    }

    @GetMapping("/api/v1/templates/{template}/{language}")
    @NeedsScope(ApiScope.TEMPLATES_READ)
    ApiAnswer show(ApiVisit visit, @PathVariable String template, @PathVariable String language) {
        visit.query().end();
        return ApiAnswer.ok(shown(visit.workspaceId(), key(template, language))).withTag();
    }

    /** Newest first; the first are the texts of now. */
    @GetMapping("/api/v1/templates/{template}/{language}/versions")
    @NeedsScope(ApiScope.TEMPLATES_READ)
    ApiAnswer versions(ApiVisit visit, @PathVariable String template, @PathVariable String language) {
        visit.query().end();
        TemplateKey key = key(template, language);
        return ApiAnswer.ok(new ApiPage<>(templates.versions(visit.workspaceId(), key), Optional.empty())
                .map(version -> TemplateShown.of(key, Optional.of(version), templates.standard(key))));
    }

    /** Mails written a second later carry the new texts. */
    @PutMapping("/api/v1/templates/{template}/{language}")
    @NeedsScope(ApiScope.TEMPLATES_WRITE)
    ApiAnswer put(ApiVisit visit, @PathVariable String template, @PathVariable String language) {
        TemplateKey key = held(visit, template, language);
        visit.query().end();
        Fields body = visit.body();
        var words = new MailWords(
                text(body, TextPlace.SUBJECT),
                text(body, TextPlace.PREHEADER),
                text(body, TextPlace.BODY),
                text(body, TextPlace.BUTTON));
        body.end();
        visit.mustMatch(shown(visit.workspaceId(), key));
        if (changes.save(visit.workspaceId(), key, words, visit.actor())
                instanceof TemplateChanges.Result.Refused(var why)) {
            why.faults().forEach((place, faults) -> TextFaults.tell(body, place.word(), faults));
            body.end();
        }
        return ApiAnswer.ok(shown(visit.workspaceId(), key)).withTag();
    }

    private static String text(Fields body, TextPlace place) {
        Optional<String> text = body.text(place.word(), place.longest());
        if (place != TextPlace.PREHEADER && text.isEmpty()) {
            body.missing(place.word());
        }
        return text.orElse("");
    }

    /** Back to Portico's own texts; nothing happens when they are. */
    @PostMapping("/api/v1/templates/{template}/{language}/reset")
    @NeedsScope(ApiScope.TEMPLATES_WRITE)
    ApiAnswer reset(ApiVisit visit, @PathVariable String template, @PathVariable String language) {
        TemplateKey key = held(visit, template, language);
        visit.takesNothing();
        visit.mustMatch(shown(visit.workspaceId(), key));
        changes.reset(visit.workspaceId(), key, visit.actor());
        return ApiAnswer.ok(shown(visit.workspaceId(), key)).withTag();
    }

    private TemplateKey held(ApiVisit visit, String template, String language) {
        TemplateKey key = key(template, language);
        changes.hold(visit.workspaceId(), key);
        return key;
    }

    private TemplateShown shown(WorkspaceId workspace, TemplateKey key) {
        return TemplateShown.of(key, templates.versions(workspace, key).stream().findFirst(), templates.standard(key));
    }

    private static TemplateKey key(String template, String language) {
        MailTemplate found = Labelled.parse(MailTemplate.class, template)
                .filter(MailTemplate::isEditable)
                .orElseThrow(ApiProblem::notFound);
        Language spoken = Language.parse(language)
                .filter(each -> each.tag().equals(language))
                .orElseThrow(ApiProblem::notFound);
        return new TemplateKey(found, spoken);
    }
}
