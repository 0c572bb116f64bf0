package io.portico.console.brand;

import gg.jte.generated.precompiled.Templates;
import io.portico.web.Answer;
import io.portico.web.BrandFiles;
import io.portico.web.ConsoleController;
import io.portico.web.ConsoleVisit;
import io.portico.web.FormErrors;
import io.portico.web.Needs;
import io.portico.web.NotFound;
import io.portico.web.Notice;
import io.portico.workspace.Brand;
import io.portico.workspace.BrandImages;
import io.portico.workspace.BrandPictures;
import io.portico.workspace.Brands;
import io.portico.workspace.Permission;
import io.portico.workspace.images.PictureResult;
import io.portico.workspace.images.Pictures;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Takes logo and icon in, and shows the pictures of this workspace to its operators. */
@ConsoleController
class BrandPicturesController {
    private final Templates templates;
    private final Brands brands;
    private final BrandImages images;
    private final Pictures pictures;

    BrandPicturesController(Templates templates, Brands brands, BrandImages images, Pictures pictures) {
        this.templates = templates;
        this.brands = brands;
        this.images = images;
        this.pictures = pictures;
    }

    @PostMapping("/w/{workspace}/settings/brand/logo")
    @Needs(Permission.MANAGE_WORKSPACE)
    Answer logo(ConsoleVisit visit, @RequestParam(name = "file", required = false) @Nullable MultipartFile file)
            throws IOException {
        byte[] upload = contentOf(file);
        return upload.length == 0
                ? missing(visit, "logo")
                : answer(visit, "logo", pictures.logo(upload), made -> brands.draftLogo(visit.workspaceId(), made));
    }

    @PostMapping("/w/{workspace}/settings/brand/icon")
    @Needs(Permission.MANAGE_WORKSPACE)
    Answer icon(ConsoleVisit visit, @RequestParam(name = "file", required = false) @Nullable MultipartFile file)
            throws IOException {
        byte[] upload = contentOf(file);
        return upload.length == 0
                ? missing(visit, "icon")
                : answer(visit, "icon", pictures.icon(upload), made -> brands.draftIcon(visit.workspaceId(), made));
    }

    @PostMapping("/w/{workspace}/settings/brand/logo/remove")
    @Needs(Permission.MANAGE_WORKSPACE)
    Answer removeLogo(ConsoleVisit visit) {
        brands.draftPictures(visit.workspaceId(), BrandPictures::withoutLogo);
        return Answer.seeOther(visit.at("/settings/brand")).saying(Notice.done("brand.logo.removed"));
    }

    @PostMapping("/w/{workspace}/settings/brand/icon/remove")
    @Needs(Permission.MANAGE_WORKSPACE)
    Answer removeIcon(ConsoleVisit visit) {
        brands.draftPictures(visit.workspaceId(), BrandPictures::withoutIcon);
        return Answer.seeOther(visit.at("/settings/brand")).saying(Notice.done("brand.icon.removed"));
    }

    @GetMapping("/w/{workspace}/brand/{picture}.png")
    @Needs(Permission.READ)
    ResponseEntity<byte[]> picture(ConsoleVisit visit, @PathVariable String picture) {
        return images.find(visit.workspaceId(), picture)
                .map(png -> BrandFiles.picture(png, false))
                .orElseThrow(() -> new NotFound("picture"));
    }

    /** No more than a byte above what is taken. */
    private static byte[] contentOf(@Nullable MultipartFile file) throws IOException {
        if (file == null) {
            return new byte[0];
        }
        try (InputStream content = file.getInputStream()) {
            return content.readNBytes(Pictures.MOST_BYTES + 1);
        }
    }

    private <T> Answer answer(ConsoleVisit visit, String field, PictureResult<T> result, Consumer<T> keeping) {
        return switch (result) {
            case PictureResult.Made<T>(T made) -> {
                keeping.accept(made);
                yield Answer.seeOther(visit.at("/settings/brand")).saying(Notice.done("brand.picture.saved"));
            }
            case PictureResult.Refused<T>(var fault) ->
                refused(visit, field, new PictureProblem(fault, visit.texts()).text());
        };
    }

    private Answer missing(ConsoleVisit visit, String field) {
        return refused(visit, field, visit.t("brand.picture.missing"));
    }

    private Answer refused(ConsoleVisit visit, String field, String message) {
        Optional<Brand> draft = brands.draft(visit.workspaceId());
        BrandForm form = BrandForm.of(draft.orElse(visit.workspace().brand()));
        var errors = new FormErrors().put(field, message);
        return Answer.invalid(templates.consoleBrandEdit(BrandPage.of(visit, draft, form, errors)));
    }
}
