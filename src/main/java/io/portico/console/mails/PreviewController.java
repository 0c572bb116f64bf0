package io.portico.console.mails;

import io.portico.access.MailSamples;
import io.portico.access.TestMails;
import io.portico.contacts.Contact;
import io.portico.contacts.Contacts;
import io.portico.kernel.EmailAddress;
import io.portico.mail.MailWords;
import io.portico.mail.content.MailContent;
import io.portico.mail.content.MailTemplates;
import io.portico.mail.content.MailWriter;
import io.portico.mail.content.TemplateKey;
import io.portico.mail.content.WordsCheck;
import io.portico.web.Answer;
import io.portico.web.ConsoleController;
import io.portico.web.ConsoleVisit;
import io.portico.web.FormErrors;
import io.portico.web.MailPictures;
import io.portico.web.Needs;
import io.portico.workspace.Permission;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Shows texts as a mail while they are written, in the editor's frame, and sends them to the operator who writes. */
@ConsoleController
class PreviewController {
    private final MailTemplates mails;
    private final MailWriter writer;
    private final MailSamples samples;
    private final TestMails tests;
    private final Pages pages;

    /** The editor, whose values are shown in it, and what a mail wears there. */
    @org.springframework.stereotype.Component
    record Pages(TemplateParts parts, Contacts contacts, MailPictures pictures) {}

    PreviewController(MailTemplates mails, MailWriter writer, MailSamples samples, TestMails tests, Pages pages) {
        this.mails = mails;
        this.writer = writer;
        this.samples = samples;
        this.tests = tests;
        this.pages = pages;
    }

    /** What is said now. */
    @GetMapping("/w/{workspace}/settings/mails/{template}/{language}/preview")
    @Needs(Permission.MANAGE_WORKSPACE)
    ResponseEntity<byte[]> current(ConsoleVisit visit, @PathVariable String template, @PathVariable String language) {
        TemplateKey key = VisitedTemplate.of(template, language);
        return shown(
                visit,
                PreviewView.DESKTOP,
                written(visit, key, mails.current(visit.workspaceId(), key), Optional.empty()));
    }

    @PostMapping("/w/{workspace}/settings/mails/{template}/{language}/preview")
    @Needs(Permission.MANAGE_WORKSPACE)
    ResponseEntity<byte[]> typed(
            ConsoleVisit visit,
            @PathVariable String template,
            @PathVariable String language,
            @ModelAttribute WordsForm form) {
        TemplateKey key = VisitedTemplate.of(template, language);
        return switch (mails.check(visit.workspaceId(), key, form.words())) {
            case WordsCheck.Refused refused ->
                MailPolicy.text(HttpStatus.UNPROCESSABLE_CONTENT, new FaultText(visit.texts()).list(refused));
            case WordsCheck.Accepted(MailWords words) ->
                shown(visit, PreviewView.of(form.view()), written(visit, key, words, contact(visit, form)));
        };
    }

    private ResponseEntity<byte[]> shown(ConsoleVisit visit, PreviewView view, MailContent mail) {
        return view == PreviewView.TEXT
                ? MailPolicy.text(HttpStatus.OK, view.of(mail))
                : MailPolicy.html(pages.pictures().putInto(view.of(mail), visit.workspaceId()));
    }

    @PostMapping("/w/{workspace}/settings/mails/{template}/{language}/test")
    @Needs(Permission.MANAGE_WORKSPACE)
    Answer test(
            ConsoleVisit visit,
            @PathVariable String template,
            @PathVariable String language,
            @ModelAttribute WordsForm form) {
        TemplateKey key = VisitedTemplate.of(template, language);
        return switch (mails.check(visit.workspaceId(), key, form.words())) {
            case WordsCheck.Refused refused ->
                Answer.invalid(pages.parts()
                        .editor(visit, key, form, new FaultText(visit.texts()).of(refused), Optional.empty()));
            case WordsCheck.Accepted(MailWords words) -> {
                boolean ordered = tests.send(
                        visit.workspaceId(),
                        visit.operator(),
                        key.template(),
                        key.language(),
                        words,
                        contact(visit, form).map(Contact::id));
                String said = ordered
                        ? visit.t("templates.test.done", visit.operator().email())
                        : visit.t("templates.test.many", TestMails.MOST);
                yield Answer.page(pages.parts().editor(visit, key, form, FormErrors.none(), Optional.of(said)));
            }
        };
    }

    private MailContent written(ConsoleVisit visit, TemplateKey key, MailWords words, Optional<Contact> contact) {
        return writer.write(
                key.template(),
                visit.workspace(),
                samples.of(visit.workspace(), key.template(), key.language(), contact, visit.operator())
                        .saying(words));
    }

    /** Nobody's address shows the invented contact. */
    private Optional<Contact> contact(ConsoleVisit visit, WordsForm form) {
        return EmailAddress.parse(form.contact())
                .flatMap(address -> pages.contacts().withEmail(visit.workspaceId(), address));
    }
}
