package io.portico.console.app;

import io.portico.apps.PortalApp.Platform;
import io.portico.apps.StoreApp.StoreState;
import io.portico.web.ConsoleVisit;
import io.portico.web.Field;
import io.portico.web.FormErrors;
import java.util.Arrays;
import java.util.List;

/** The form for one store. */
public record StorePart(Platform platform, String action, boolean known, boolean open, List<Field> fields) {
    public StorePart {
        fields = List.copyOf(fields);
    }

    static StorePart of(ConsoleVisit visit, StoreAppForm form, boolean known, FormErrors errors) {
        boolean apple = form.platform() == Platform.IOS;
        var fields = new Fields(visit, form, errors);
        return new StorePart(
                form.platform(),
                visit.at("/settings/portal-app/" + form.platform().word()),
                known,
                known || !errors.isEmpty(),
                List.of(
                        fields.state(),
                        fields.text("id", visit.t(apple ? "app.bundle" : "app.package"))
                                .hint(apple ? "com.example.portal" : "com.example.portal")
                                .needed(),
                        apple
                                ? fields.text("signers", visit.t("app.team"))
                                        .hint(visit.t("app.team.hint"))
                                        .needed()
                                : fields.text("signers", visit.t("app.fingerprints"))
                                        .type("textarea")
                                        .hint(visit.t("app.fingerprints.hint"))
                                        .needed(),
                        fields.text("link", visit.t("app.link")).type("url"),
                        fields.text("version", visit.t("app.version")),
                        fields.text("minimum", visit.t("app.minimum")).hint(visit.t("app.minimum.hint")),
                        fields.text("notes", visit.t("app.notes"))
                                .type("textarea")
                                .hint(visit.t("app.notes.hint"))));
    }

    /** Makes the fields of one form. */
    private record Fields(ConsoleVisit visit, StoreAppForm form, FormErrors errors) {
        Field text(String name, String label) {
            return Field.text(form.name(name), label, form.of(name), errors);
        }

        Field state() {
            List<Field.Option> options = Arrays.stream(StoreState.values())
                    .map(state -> new Field.Option(state.word(), visit.label(state)))
                    .toList();
            return Field.select(form.name("state"), visit.t("app.state"), form.of("state"), options, errors);
        }
    }
}
