package io.portico.console.mailbox;

import gg.jte.generated.precompiled.Templates;
import io.portico.kernel.MailId;
import io.portico.mail.Mailbox;
import io.portico.mail.MailboxMail;
import io.portico.web.Answer;
import io.portico.web.ConsoleController;
import io.portico.web.ConsoleVisit;
import io.portico.web.MailPictures;
import io.portico.web.Needs;
import io.portico.web.NotFound;
import io.portico.workspace.Permission;
import java.nio.charset.StandardCharsets;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** One mail of the mailbox, on its page and by itself. */
@ConsoleController
class MailController {
    /**
     * A mail is a document of its own that the console shows in a frame: no script, no forms, nothing from elsewhere, an
     * origin that is nobody's. Its button opens a new window, which is free of all this.
     */
    private static final String MAIL_POLICY =
            "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; "
                    + "style-src 'unsafe-inline'; img-src data:; form-action 'none'; base-uri 'none'; frame-ancestors 'self'";

    private final Templates templates;
    private final Mailbox mailbox;
    private final MailPictures pictures;

    MailController(Templates templates, Mailbox mailbox, MailPictures pictures) {
        this.templates = templates;
        this.mailbox = mailbox;
        this.pictures = pictures;
    }

    @GetMapping("/w/{workspace}/mailbox/{mail}")
    @Needs(Permission.READ_MAILBOX)
    Answer show(ConsoleVisit visit, @PathVariable String mail, @RequestParam(defaultValue = "") String view) {
        return Answer.page(templates.consoleMailboxMail(MailPage.of(visit, find(visit, mail), MailView.of(view))));
    }

    @GetMapping("/w/{workspace}/mailbox/{mail}/html")
    @Needs(Permission.READ_MAILBOX)
    ResponseEntity<byte[]> html(ConsoleVisit visit, @PathVariable String mail) {
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .cacheControl(CacheControl.noStore())
                .header("Content-Security-Policy", MAIL_POLICY)
                .header("X-Frame-Options", "SAMEORIGIN")
                .body(pictures.putInto(find(visit, mail).html(), visit.workspaceId())
                        .getBytes(StandardCharsets.UTF_8));
    }

    private MailboxMail find(ConsoleVisit visit, String mail) {
        return MailId.parse(mail)
                .flatMap(id -> mailbox.find(visit.workspaceId(), id))
                .orElseThrow(() -> new NotFound("mail"));
    }
}
