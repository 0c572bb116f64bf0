package io.portico.apps;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.portico.workspace.Brand;
import io.portico.workspace.Workspace;
import io.portico.workspace.images.IconShape;
import java.util.List;

/** A workspace's web app manifest (W3C, Web Application Manifest), whose components become its members. */
public record WebManifest(
        String id,
        String name,
        @JsonProperty("short_name") String shortName,
        String description,
        String lang,
        String dir,
        @JsonProperty("start_url") String startUrl,
        String scope,
        String display,
        @JsonProperty("theme_color") String themeColour,
        @JsonProperty("background_color") String backgroundColour,
        List<Icon> icons,
        List<Shortcut> shortcuts) {
    /** Where the installed app begins; what follows the question mark tells it from a browser. */
    public static final String SOURCE = "app";

    private static final int LONGEST_SHORT_NAME = 12;

    public WebManifest {
        icons = List.copyOf(icons);
        shortcuts = List.copyOf(shortcuts);
    }

    record Icon(String src, String sizes, String type, String purpose) {}

    /** A place in the portal that the icon's own menu leads to. */
    public record Shortcut(String name, String url) {}

    public static WebManifest of(Workspace workspace, List<Shortcut> shortcuts) {
        Brand brand = workspace.brand();
        return new WebManifest(
                "/",
                brand.name(),
                shortened(brand.name()),
                brand.words().description(),
                workspace.language().tag(),
                "auto",
                "/?source=" + SOURCE,
                "/",
                "standalone",
                brand.band().value(),
                brand.band().value(),
                icons(brand),
                shortcuts);
    }

    private static List<Icon> icons(Brand brand) {
        if (!brand.pictures().hasIcon()) {
            return List.of(new Icon("/icon.svg", "any", "image/svg+xml", "any"));
        }
        return List.of(
                icon(brand, IconShape.SMALL_192, "any"),
                icon(brand, IconShape.LARGE_512, "any"),
                icon(brand, IconShape.MASKABLE_512, "maskable"));
    }

    private static Icon icon(Brand brand, IconShape shape, String purpose) {
        String hash = brand.pictures().icon(shape).orElseThrow();
        return new Icon("/brand/" + hash + ".png", shape.side() + "x" + shape.side(), "image/png", purpose);
    }

    /** What fits under an icon: the whole name, else its first words, else its beginning. */
    private static String shortened(String name) {
        if (name.length() <= LONGEST_SHORT_NAME) {
            return name;
        }
        int space = name.lastIndexOf(' ', LONGEST_SHORT_NAME);
        int end = space > 0
                ? space
                : name.offsetByCodePoints(0, Math.min(LONGEST_SHORT_NAME, name.codePointCount(0, name.length())));
        return name.substring(0, end);
    }
}
