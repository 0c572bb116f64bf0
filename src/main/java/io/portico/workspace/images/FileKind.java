package io.portico.workspace.images;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;

/** What a file is by its first bytes; its name and what the browser calls it are not asked. */
public enum FileKind {
    PNG("PNG", "89504e470d0a1a0a"),
    JPEG("JPEG", "ffd8ff"),
    GIF("GIF", "47494638"),
    BMP("BMP", "424d"),
    TIFF("TIFF", "49492a00", "4d4d002a"),
    ICO("ICO", "00000100"),
    PDF("PDF", "255044462d"),
    ZIP("ZIP", "504b0304"),
    WEBP("WebP"),
    HEIC("HEIC/AVIF"),
    SVG("SVG"),
    HTML("HTML"),
    UNKNOWN("?");

    private static final int LOOKED_AT = 4096;

    private final String title;
    private final String[] beginnings;

    FileKind(String title, String... beginnings) {
        this.title = title;
        this.beginnings = beginnings;
    }

    /** What people call it, in every language. */
    public String title() {
        return title;
    }

    static FileKind of(byte[] content) {
        String hex = HexFormat.of().formatHex(content, 0, Math.min(16, content.length));
        for (FileKind kind : values()) {
            for (String beginning : kind.beginnings) {
                if (hex.startsWith(beginning)) {
                    return kind;
                }
            }
        }
        return ofText(new String(content, 0, Math.min(LOOKED_AT, content.length), StandardCharsets.ISO_8859_1));
    }

    private static FileKind ofText(String start) {
        if (start.startsWith("RIFF") && start.startsWith("WEBP", 8)) {
            return WEBP;
        }
        if (start.startsWith("ftyp", 4)) {
            return HEIC;
        }
        String text = start.toLowerCase(Locale.ROOT)
                .replaceFirst("^\u00ef\u00bb\u00bf", "")
                .stripLeading();
        if (text.startsWith("<!doctype html") || text.startsWith("<html") || text.startsWith("<script")) {
            return HTML;
        }
        return text.startsWith("<") && text.contains("<svg") ? SVG : UNKNOWN;
    }
}
