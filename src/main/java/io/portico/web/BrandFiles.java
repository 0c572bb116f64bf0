package io.portico.web;

import io.portico.workspace.Accent;
import io.portico.workspace.Brand;
import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** A brand's style and pictures as files, for the portal and for an operator's look at a draft. */
public class BrandFiles {
    private static final Duration YEAR = Duration.ofDays(365);

    /** Even opened by itself a picture is nothing but a picture. */
    private static final String PICTURE_POLICY =
            "sandbox; default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private BrandFiles() {}

    /** The style's address below a path, which changes with the colours. */
    public static String styleAddress(String brandPath, Brand brand) {
        return brandPath + ".css?v=" + brand.accent().value().substring(1)
                + brand.band().value().substring(1);
    }

    /** The colours as custom properties; all are hexadecimal digits, so nothing else can stand in it. */
    public static String style(Brand brand) {
        String day = colours(brand.accent()) + band(brand);
        return ":root{%s}\n@media (prefers-color-scheme: dark){:root{%s}}\n"
                .formatted(day, colours(brand.accentAtNight()));
    }

    private static String colours(Accent accent) {
        return "--accent:%s;--accent-text:%s;".formatted(accent, accent.ink());
    }

    private static String band(Brand brand) {
        return brand.hasBand()
                ? "--band:%s;--band-ink:%s;"
                        .formatted(brand.band(), brand.band().ink())
                : "";
    }

    /** A picture under the hash of its content, which never changes. */
    public static ResponseEntity<byte[]> picture(byte[] png, boolean forAll) {
        CacheControl keep = CacheControl.maxAge(YEAR).immutable();
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_PNG)
                .cacheControl(forAll ? keep.cachePublic() : keep.cachePrivate())
                .header("Content-Security-Policy", PICTURE_POLICY)
                .body(png);
    }
}
