package io.portico.console.brand;

import gg.jte.generated.precompiled.Templates;
import io.portico.web.Answer;
import io.portico.web.ConsoleController;
import io.portico.web.ConsoleVisit;
import io.portico.web.FormErrors;
import io.portico.web.Needs;
import io.portico.web.Notice;
import io.portico.workspace.Brand;
import io.portico.workspace.Brands;
import io.portico.workspace.Permission;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** Prepares how the business looks, and publishes it or goes back. */
@ConsoleController
class BrandController {
    private static final String PAGE = "/settings/brand";

    private final Templates templates;
    private final Brands brands;

    BrandController(Templates templates, Brands brands) {
        this.templates = templates;
        this.brands = brands;
    }

    @GetMapping("/w/{workspace}/settings/brand")
    @Needs(Permission.MANAGE_WORKSPACE)
    Answer show(ConsoleVisit visit) {
        return Answer.page(templates.consoleBrandEdit(BrandPage.of(visit, brands.draft(visit.workspaceId()))));
    }

    /** Keeps a draft. What a script sends while somebody types is answered with the state alone. */
    @PostMapping("/w/{workspace}/settings/brand")
    @Needs(Permission.MANAGE_WORKSPACE)
    Answer save(
            ConsoleVisit visit,
            @RequestParam Map<String, String> typed,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean whileTyping,
            HttpServletResponse response) {
        var form = new BrandForm(typed);
        FormErrors errors = FormErrors.none();
        Optional<Brand> brand = new TypedBrand(form, visit.texts(), errors).read();
        brand.ifPresent(read -> brands.draft(visit.workspaceId(), read));
        var page = BrandPage.of(visit, brands.draft(visit.workspaceId()), form, errors);
        if (whileTyping) {
            response.setHeader("HX-Trigger", brand.isPresent() ? "drafted" : "not-drafted");
            return Answer.page(templates.consoleBrandState(page));
        }
        return brand.isPresent()
                ? Answer.seeOther(visit.at(PAGE)).saying(Notice.done("brand.saved"))
                : Answer.invalid(templates.consoleBrandEdit(page));
    }

    /** Keeps what is typed and publishes it: what stands on the page is what clients see. */
    @PostMapping("/w/{workspace}/settings/brand/publish")
    @Needs(Permission.MANAGE_WORKSPACE)
    Answer publish(ConsoleVisit visit, @RequestParam Map<String, String> typed) {
        var form = new BrandForm(typed);
        FormErrors errors = FormErrors.none();
        Optional<Brand> brand = new TypedBrand(form, visit.texts(), errors).read();
        if (brand.isEmpty()) {
            Optional<Brand> draft = brands.draft(visit.workspaceId());
            return Answer.invalid(templates.consoleBrandEdit(BrandPage.of(visit, draft, form, errors)));
        }
        brands.draft(visit.workspaceId(), brand.get());
        boolean published = brands.publish(visit.workspaceId(), visit.actor());
        return Answer.seeOther(visit.at(PAGE))
                .saying(Notice.done(published ? "brand.published" : "brand.nothing-to-publish"));
    }

    @PostMapping("/w/{workspace}/settings/brand/discard")
    @Needs(Permission.MANAGE_WORKSPACE)
    Answer discard(ConsoleVisit visit) {
        brands.discard(visit.workspaceId(), visit.actor());
        return Answer.seeOther(visit.at(PAGE)).saying(Notice.done("brand.discarded"));
    }
}
