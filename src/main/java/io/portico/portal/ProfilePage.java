package io.portico.portal;

import io.portico.contacts.Contact;
import io.portico.kernel.Language;
import io.portico.web.Field;
import io.portico.web.FormErrors;
import io.portico.web.PageModel;
import io.portico.web.PortalVisit;
import io.portico.web.TimeZones;
import io.portico.workspace.Workspace;
import java.util.ArrayList;
import java.util.List;

/** A contact's own details, in the order in which the language writes a name. */
public record ProfilePage(PortalVisit frame, Contact member, List<Field> fields) implements PageModel {
    public ProfilePage {
        fields = List.copyOf(fields);
    }

    static ProfilePage of(PortalVisit visit, ProfileForm form, FormErrors errors) {
        List<Field> fields = new ArrayList<>(names(visit, form, errors));
        fields.add(Field.text("phone", visit.t("portal.profile.phone"), form.phone(), errors)
                .type("tel")
                .autocomplete("tel"));
        fields.add(language(visit, form, errors));
        fields.add(timeZone(visit, form, errors));
        return new ProfilePage(visit, visit.member(), fields);
    }

    private static List<Field> names(PortalVisit visit, ProfileForm form, FormErrors errors) {
        Field first = Field.text("firstName", visit.t("portal.profile.first-name"), form.firstName(), errors)
                .autocomplete("given-name");
        Field last = Field.text("lastName", visit.t("portal.profile.last-name"), form.lastName(), errors)
                .autocomplete("family-name");
        return switch (visit.texts().language()) {
            case EN -> List.of(first, last);
            case KO -> List.of(last, first);
        };
    }

    private static Field language(PortalVisit visit, ProfileForm form, FormErrors errors) {
        Workspace workspace = visit.workspace();
        List<Field.Option> options = new ArrayList<>();
        options.add(new Field.Option(
                "",
                visit.t(
                        "portal.profile.as-business",
                        workspace.name(),
                        workspace.language().ownName())));
        for (Language each : Language.values()) {
            options.add(new Field.Option(each.tag(), each.ownName()));
        }
        return Field.select("language", visit.t("portal.profile.language"), form.language(), options, errors);
    }

    private static Field timeZone(PortalVisit visit, ProfileForm form, FormErrors errors) {
        Workspace workspace = visit.workspace();
        List<Field.Option> options = new ArrayList<>(TimeZones.options(form.timeZone()));
        options.addFirst(new Field.Option(
                "",
                visit.t(
                        "portal.profile.as-business",
                        workspace.name(),
                        workspace.timeZone().getId().replace('_', ' '))));
        return Field.select("timeZone", visit.t("portal.profile.time-zone"), form.timeZone(), options, errors);
    }

    public String business() {
        return frame.workspace().name();
    }
}
