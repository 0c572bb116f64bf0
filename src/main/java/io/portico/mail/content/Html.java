package io.portico.mail.content;

/** Writes text into HTML, for element content and for quoted attributes alike. */
final class Html {
    private Html() {}

    static String escaped(String text) {
        var out = new StringBuilder(text.length() + 16);
        escape(out, text);
        return out.toString();
    }

    static void escape(StringBuilder out, String text) {
        int written = 0;
        for (int i = 0; i < text.length(); i++) {
            String entity = entity(text.charAt(i));
            if (!entity.isEmpty()) {
                out.append(text, written, i).append(entity);
                written = i + 1;
            }
        }
        out.append(text, written, text.length());
    }

    /** Empty for a character that stands for itself. */
    private static String entity(char each) {
        return switch (each) {
            case '&' -> "&amp;";
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            case '"' -> "&#34;";
            case '\'' -> "&#39;";
            default -> "";
        };
    }

    /** @param label HTML already */
    static void link(StringBuilder out, String url, String style, String label) {
        out.append("<a href=\"");
        escape(out, url);
        out.append("\" target=\"_blank\" rel=\"noopener\" class=\"link\" style=\"")
                .append(style)
                .append("\">")
                .append(label)
                .append("</a>");
    }
}
