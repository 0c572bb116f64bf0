package io.portico.console.brand;

import io.portico.kernel.Language;
import io.portico.web.ConsoleVisit;
import io.portico.web.Field;
import io.portico.web.FormErrors;
import io.portico.web.PageModel;
import io.portico.workspace.Accent;
import io.portico.workspace.Brand;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The brand as it is prepared, beside what it will look like.
 *
 * @param shown the brand of the previews: the draft, or what is published
 * @param drafted whether it differs from what clients see
 * @param proposal a colour that would do instead of the typed accent
 */
public record BrandPage(
        ConsoleVisit visit, Brand shown, boolean drafted, BrandForm form, FormErrors errors, Optional<Accent> proposal)
        implements PageModel {
    static BrandPage of(ConsoleVisit visit, Optional<Brand> draft) {
        Brand shown = draft.orElse(visit.workspace().brand());
        return of(visit, draft, BrandForm.of(shown), FormErrors.none());
    }

    static BrandPage of(ConsoleVisit visit, Optional<Brand> draft, BrandForm form, FormErrors errors) {
        Brand shown = draft.orElse(visit.workspace().brand());
        var proposal = new TypedBrand(form, visit.texts(), FormErrors.none()).proposal();
        return new BrandPage(visit, shown, draft.isPresent(), form, errors, proposal);
    }

    @Override
    public ConsoleVisit frame() {
        return visit;
    }

    public String at(String below) {
        return visit.at("/settings/brand" + below);
    }

    /** A file's form is read after its token, which therefore stands in the address. */
    public String uploadAt(String below) {
        return at(below) + "?_csrf=" + csrf();
    }

    public Field name() {
        return text("name", t("brand.name")).hint(t("brand.name.hint")).needed();
    }

    public Field description() {
        return text("description", t("brand.description")).hint(t("brand.description.hint"));
    }

    public Field accent() {
        return Field.text("accent", t("brand.accent"), form.accent(), errors)
                .hint(t("brand.accent.hint"))
                .needed();
    }

    public Field band() {
        return text("band", t("brand.band")).hint(t("brand.band.hint")).needed();
    }

    public List<Field> welcome() {
        return Arrays.stream(Language.values())
                .map(each -> text(BrandForm.welcomeName(each), t("brand.welcome", each.ownName()))
                        .type("textarea"))
                .toList();
    }

    public Field footer() {
        return text("footer", t("brand.footer")).type("textarea").hint(t("brand.footer.hint"));
    }

    public Field support() {
        return text("support", t("brand.support")).type("email").hint(t("brand.support.hint"));
    }

    public List<Field> links() {
        return List.of(
                text("terms", t("brand.terms")).type("url").hint(t("brand.link.hint")),
                text("privacy", t("brand.privacy")).type("url"));
    }

    private Field text(String name, String label) {
        return Field.text(name, label, form.of(name), errors);
    }

    /** What is said about the state of the draft. */
    public String state() {
        return drafted ? t("brand.state.drafted") : t("brand.state.published");
    }

    /** The first thing that keeps what is typed from being a draft. */
    public String wrong() {
        return errors.first().orElse("");
    }

    /** The addresses of the three previews, by what they show. */
    public List<Preview> previews() {
        return List.of(
                new Preview(at("/preview/sign-in"), t("brand.preview.sign-in")),
                new Preview(at("/preview/home"), t("brand.preview.home")),
                new Preview(at("/preview/mail"), t("brand.preview.mail")));
    }

    /** A page in a frame. */
    public record Preview(String address, String label) {}
}
