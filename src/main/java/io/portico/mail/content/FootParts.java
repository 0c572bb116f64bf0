package io.portico.mail.content;

import io.portico.kernel.EmailAddress;
import io.portico.workspace.BrandLinks;
import io.portico.workspace.WebLink;
import java.util.ArrayList;
import java.util.List;

/** What a business has to say below its mails to contacts; below those to operators it says nothing. */
record FootParts(MailTexts texts, LayoutOrder order) {
    /** @param origin who sent it */
    MailFoot of(String origin) {
        return order.toContact() ? new MailFoot(origin, lines(), links()) : new MailFoot(origin, List.of(), List.of());
    }

    private List<String> lines() {
        return Slots.fixed(order.workspace().brand().words().footer()).lines().toList();
    }

    private List<MailFoot.Link> links() {
        BrandLinks known = order.workspace().brand().links();
        List<MailFoot.Link> links = new ArrayList<>();
        known.supportLink()
                .ifPresent(url -> links.add(new MailFoot.Link(
                        label("mail.foot.support"),
                        url,
                        known.support().map(EmailAddress::value).orElseThrow())));
        known.terms()
                .map(WebLink::value)
                .ifPresent(url -> links.add(new MailFoot.Link(label("mail.foot.terms"), url, url)));
        known.privacy()
                .map(WebLink::value)
                .ifPresent(url -> links.add(new MailFoot.Link(label("mail.foot.privacy"), url, url)));
        return links;
    }

    private String label(String key) {
        return texts.of(order.language(), key).written();
    }

    /** For the text part, below the origin: the lines, then each link with where it leads. */
    String text() {
        MailFoot foot = of("");
        var out = new StringBuilder();
        if (!foot.lines().isEmpty()) {
            out.append("\n\n").append(String.join("\n", foot.lines()));
        }
        if (!foot.links().isEmpty()) {
            out.append('\n');
        }
        foot.links()
                .forEach(link ->
                        out.append('\n').append(link.label()).append(": ").append(link.shown()));
        return out.toString();
    }
}
