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
        for (int i = 0; i < text.length(); i++) {
            char each = text.charAt(i);
            switch (each) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&#34;");
                case '\'' -> out.append("&#39;");
                default -> out.append(each);
            }
        }
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
