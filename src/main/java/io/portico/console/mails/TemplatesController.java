package io.portico.console.mails;

import gg.jte.generated.precompiled.Templates;
import io.portico.kernel.TemplateVersionId;
import io.portico.mail.MailWords;
import io.portico.mail.content.MailTemplates;
import io.portico.mail.content.TemplateChanges;
import io.portico.mail.content.TemplateKey;
import io.portico.mail.content.TemplateVersion;
import io.portico.web.Answer;
import io.portico.web.ConsoleController;
import io.portico.web.ConsoleVisit;
import io.portico.web.Needs;
import io.portico.web.NotFound;
import io.portico.web.Notice;
import io.portico.workspace.Permission;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** The texts of the workspace's mails: their list, the editor, and what they said before. */
@ConsoleController
class TemplatesController {
    private final Templates templates;
    private final MailTemplates mails;
    private final TemplateChanges changes;
    private final TemplateParts parts;

    TemplatesController(Templates templates, MailTemplates mails, TemplateChanges changes, TemplateParts parts) {
        this.templates = templates;
        this.mails = mails;
        this.changes = changes;
        this.parts = parts;
    }

    @GetMapping("/w/{workspace}/settings/mails")
    @Needs(Permission.MANAGE_WORKSPACE)
    Answer list(ConsoleVisit visit) {
        return Answer.page(templates.consoleMailsTemplates(TemplatesPage.of(visit, mails.latest(visit.workspaceId()))));
    }

    @GetMapping("/w/{workspace}/settings/mails/{template}/{language}")
    @Needs(Permission.MANAGE_WORKSPACE)
    Answer edit(ConsoleVisit visit, @PathVariable String template, @PathVariable String language) {
        return Answer.page(parts.editor(visit, VisitedTemplate.of(template, language)));
    }

    @PostMapping("/w/{workspace}/settings/mails/{template}/{language}")
    @Needs(Permission.MANAGE_WORKSPACE)
    Answer save(
            ConsoleVisit visit,
            @PathVariable String template,
            @PathVariable String language,
            @ModelAttribute WordsForm form) {
        return save(visit, VisitedTemplate.of(template, language), form);
    }

    private Answer save(ConsoleVisit visit, TemplateKey key, WordsForm form) {
        var saved = changes.save(visit.workspaceId(), key, form.words(), visit.actor());
        return switch (saved) {
            case TemplateChanges.Result.Saved done -> to(visit, key, Notice.done("templates.saved"));
            case TemplateChanges.Result.Unchanged same -> to(visit, key, Notice.done("templates.unchanged"));
            case TemplateChanges.Result.Refused(var why) ->
                Answer.invalid(parts.editor(visit, key, form, new FaultText(visit.texts()).of(why), Optional.empty()));
        };
    }

    @PostMapping("/w/{workspace}/settings/mails/{template}/{language}/reset")
    @Needs(Permission.MANAGE_WORKSPACE)
    Answer reset(ConsoleVisit visit, @PathVariable String template, @PathVariable String language) {
        TemplateKey key = VisitedTemplate.of(template, language);
        changes.reset(visit.workspaceId(), key, visit.actor());
        return to(visit, key, Notice.done("templates.reset.done"));
    }

    @GetMapping("/w/{workspace}/settings/mails/{template}/{language}/versions/{version}")
    @Needs(Permission.MANAGE_WORKSPACE)
    Answer version(
            ConsoleVisit visit,
            @PathVariable String template,
            @PathVariable String language,
            @PathVariable String version) {
        TemplateKey key = VisitedTemplate.of(template, language);
        return Answer.page(parts.version(visit, key, find(visit, key, version)));
    }

    /** As if its texts had been typed again: what they use may be gone since. */
    @PostMapping("/w/{workspace}/settings/mails/{template}/{language}/versions/{version}")
    @Needs(Permission.MANAGE_WORKSPACE)
    Answer bringBack(
            ConsoleVisit visit,
            @PathVariable String template,
            @PathVariable String language,
            @PathVariable String version) {
        TemplateKey key = VisitedTemplate.of(template, language);
        MailWords words = find(visit, key, version).words().orElseGet(() -> mails.standard(key));
        return save(visit, key, WordsForm.of(words));
    }

    private TemplateVersion find(ConsoleVisit visit, TemplateKey key, String version) {
        return TemplateVersionId.parse(version)
                .flatMap(id -> mails.version(visit.workspaceId(), id))
                .filter(found -> found.key().equals(key))
                .orElseThrow(() -> new NotFound("version"));
    }

    private static Answer to(ConsoleVisit visit, TemplateKey key, Notice notice) {
        return Answer.seeOther(visit.at("/settings/mails/" + key.template().word() + "/"
                        + key.language().tag()))
                .saying(notice);
    }
}
