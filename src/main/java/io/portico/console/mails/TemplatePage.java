package io.portico.console.mails;

import io.portico.activity.Maker;
import io.portico.mail.CustomValue;
import io.portico.mail.MailWords;
import io.portico.mail.TextPlace;
import io.portico.mail.Vocabulary;
import io.portico.mail.content.TemplateKey;
import io.portico.mail.content.TemplateVersion;
import io.portico.web.ConsoleVisit;
import io.portico.web.Field;
import io.portico.web.FormErrors;
import io.portico.web.PageModel;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The editor of a mail's texts.
 *
 * @param said what just happened that the page itself does not show: a test that was sent
 */
public record TemplatePage(
        ConsoleVisit visit,
        TemplateKey key,
        Vocabulary vocabulary,
        Versions versions,
        WordsForm form,
        FormErrors errors,
        Optional<String> said)
        implements PageModel {
    /** What was saved before, newest first, and who did. */
    public record Versions(List<TemplateVersion> all, Map<Maker, String> names) {
        public Versions {
            all = List.copyOf(all);
            names = Map.copyOf(names);
        }

        public String by(TemplateVersion version) {
            String name = names.getOrDefault(version.savedBy(), "");
            return name.isEmpty() ? "–" : name;
        }

        public boolean isChanged() {
            return !all.isEmpty() && all.getFirst().words().isPresent();
        }
    }

    static TemplatePage of(
            ConsoleVisit visit, TemplateKey key, Vocabulary vocabulary, Versions versions, MailWords words) {
        return new TemplatePage(
                visit, key, vocabulary, versions, WordsForm.of(words), FormErrors.none(), Optional.empty());
    }

    @Override
    public ConsoleVisit frame() {
        return visit;
    }

    public String path() {
        return visit.at("/settings/mails/" + key.template().word() + "/"
                + key.language().tag());
    }

    public Field subject() {
        return field(TextPlace.SUBJECT, form.subject()).needed();
    }

    public Field preheader() {
        return field(TextPlace.PREHEADER, form.preheader()).hint(t("templates.preheader.hint"));
    }

    public Field button() {
        return field(TextPlace.BUTTON, form.button())
                .hint(t("templates.button.hint"))
                .needed();
    }

    private Field field(TextPlace place, String value) {
        return Field.text(place.word(), label(place), value, errors);
    }

    public Optional<String> bodyError() {
        return errors.of(TextPlace.BODY.word());
    }

    public Field contact() {
        return Field.text("contact", t("templates.contact"), form.contact(), errors)
                .type("email")
                .hint(t("templates.contact.hint"));
    }

    public PreviewView view() {
        return PreviewView.of(form.view());
    }

    /** The values the texts may use, in the order in which they are offered. */
    public List<CustomValue> values() {
        return vocabulary.values();
    }

    public String meaning(CustomValue value) {
        if (value.isOfContactField()) {
            return t("own-values.field");
        }
        return value.isOfWorkspace() ? t("own-values.own") : t("custom-value." + value.word());
    }
}
