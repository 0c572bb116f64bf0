package io.portico.console.app;

import io.portico.apps.PortalApp.Platform;
import io.portico.apps.StoreApp;
import io.portico.apps.StoreApp.StoreState;
import io.portico.kernel.Labelled;
import io.portico.web.FormErrors;
import io.portico.web.Texts;
import io.portico.workspace.BrandWords;
import io.portico.workspace.WebLink;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads a typed app of a store; what cannot be is told beside its field, with what was found and what is needed. */
record TypedStoreApp(StoreAppForm form, Texts texts, FormErrors errors) {
    private static final int SHOWN = 40;

    Optional<StoreApp> read() {
        Optional<StoreState> state = Labelled.parse(StoreState.class, form.of("state"));
        if (state.isEmpty()) {
            refuse("state", texts.t("doors.field.choose"));
        }
        String id = appId();
        List<String> signers = signers();
        Optional<WebLink> link = link();
        String version = version("version");
        String minimum = version("minimum");
        String notes = notes();
        return errors.isEmpty() && state.isPresent()
                ? Optional.of(new StoreApp(form.platform(), state.get(), id, signers, link, version, minimum, notes))
                : Optional.empty();
    }

    private String appId() {
        String id = form.of("id");
        if (!StoreApp.isAppId(form.platform(), id)) {
            refuse("id", isApple() ? texts.t("app.bundle.form", shown(id)) : texts.t("app.package.form", shown(id)));
        }
        return id;
    }

    /** One a line; a fingerprint may come without colons and in small letters. */
    private List<String> signers() {
        List<String> signers = form.of("signers")
                .lines()
                .map(line -> spelled(line.strip()))
                .filter(line -> !line.isEmpty())
                .distinct()
                .toList();
        String wrong = signers.stream()
                .filter(each -> !StoreApp.isSigner(form.platform(), each))
                .findFirst()
                .orElse("");
        if (signers.isEmpty() || !wrong.isEmpty()) {
            refuse(
                    "signers",
                    isApple() ? texts.t("app.team.form", shown(wrong)) : texts.t("app.fingerprint.form", shown(wrong)));
        } else if (signers.size() > (isApple() ? 1 : StoreApp.MOST_SIGNERS)) {
            refuse("signers", texts.t("app.signers.many", signers.size(), isApple() ? 1 : StoreApp.MOST_SIGNERS));
        }
        return signers;
    }

    private String spelled(String signer) {
        String letters = signer.toUpperCase(Locale.ROOT);
        return !isApple() && letters.matches("[0-9A-F]{64}") ? letters.replaceAll("(..)(?!$)", "$1:") : letters;
    }

    private Optional<WebLink> link() {
        String typed = form.of("link");
        Optional<WebLink> link = WebLink.parse(typed).filter(each -> StoreApp.isOfStore(form.platform(), each));
        if (link.isEmpty() && !typed.isEmpty()) {
            String needed = isApple() ? "https://apps.apple.com/…" : "https://play.google.com/store/…";
            refuse("link", texts.t("app.link.form", shown(typed), needed));
        }
        return link;
    }

    private String version(String field) {
        String version = form.of(field);
        if (!StoreApp.isVersion(version)) {
            refuse(field, texts.t("app.version.form", shown(version)));
        }
        return version;
    }

    private String notes() {
        String notes = form.of("notes");
        if (notes.length() > StoreApp.LONGEST_NOTES) {
            refuse("notes", texts.t("doors.field.long", StoreApp.LONGEST_NOTES, notes.length()));
        }
        if (!BrandWords.isVisible(notes)) {
            refuse("notes", texts.t("doors.field.characters"));
        }
        return notes;
    }

    private boolean isApple() {
        return form.platform() == Platform.IOS;
    }

    private void refuse(String field, String message) {
        errors.put(form.name(field), message);
    }

    /** Enough of it to be recognised. */
    private static String shown(String typed) {
        return typed.length() > SHOWN ? typed.substring(0, SHOWN) + "…" : typed;
    }
}
