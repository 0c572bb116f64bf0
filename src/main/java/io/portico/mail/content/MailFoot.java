package io.portico.mail.content;

import java.util.List;

/**
 * What stands below a mail.
 *
 * @param origin who sent it and why one keeps it to oneself
 * @param lines the business's own words
 * @param links help and what clients agree to
 */
public record MailFoot(String origin, List<String> lines, List<Link> links) {
    public MailFoot {
        lines = List.copyOf(lines);
        links = List.copyOf(links);
    }

    /**
     * @param label as a link
     * @param shown where it leads, for those who read without HTML
     */
    public record Link(String label, String url, String shown) {
        public boolean isMail() {
            return url.startsWith("mailto:");
        }
    }
}
