package io.portico.access;

import io.portico.installation.ApplicationKey;
import io.portico.kernel.EmailAddress;
import io.portico.kernel.WorkspaceId;
import io.portico.mail.MailTemplate;
import io.portico.mail.NewMail;
import io.portico.mail.Outbox;
import io.portico.mail.Priority;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * The way on for somebody whose link no longer works: a new one to the address on file. Somebody who came with a token
 * that was never ours is answered alike, in word and in work, so that nobody learns which tokens existed.
 */
@Component
public class DeadLinks {
    private static final String FIRST_LETTERS = "aabcdeghhijjkllmmnopprsstwy";
    private static final String DOMAIN_LETTERS = "aceggggggghiilmmnnnoopstwy";
    private static final String[] TOP_LEVELS = {".com", ".com", ".com", ".com", ".com", ".net", ".org", ".kr"};

    private final Outbox outbox;
    private final ApplicationKey key;

    DeadLinks(Outbox outbox, ApplicationKey key) {
        this.outbox = outbox;
        this.key = key;
    }

    /**
     * Where a new link would be mailed to, in part, such as {@code k•••@e•••.com}; for an unknown token an invented
     * address, the same each time. Empty for a contact without an address.
     */
    public Optional<String> mailbox(WorkspaceId workspace, String token, Optional<LinkFound> link) {
        return link.map(LinkFound::mailbox).orElseGet(() -> Optional.of(invented(workspace, token)));
    }

    /**
     * Orders a new link for the contact of this one, with the same target; who has no address or may not come in gets
     * none, and nobody more than one a minute. For an unknown token an order for nobody is placed.
     */
    public void renew(WorkspaceId workspace, Optional<LinkFound> link) {
        Optional<EmailAddress> address = link.flatMap(found -> found.contact().email());
        LinkTarget target = link.map(LinkFound::target).orElse(LinkTarget.HOME);
        outbox.enqueue(
                workspace,
                new NewMail(
                        MailTemplate.SIGN_IN,
                        Optional.empty(),
                        address,
                        Map.of("target", target.path()),
                        Priority.PERSONAL));
    }

    private String invented(WorkspaceId workspace, String token) {
        byte[] bits = key.hmac(
                "invented-mailbox",
                workspace.toString().getBytes(StandardCharsets.US_ASCII),
                token.getBytes(StandardCharsets.UTF_8));
        ByteBuffer dice = ByteBuffer.wrap(bits);
        return pick(FIRST_LETTERS, dice.getInt())
                + "•••@"
                + pick(DOMAIN_LETTERS, dice.getInt())
                + "•••"
                + TOP_LEVELS[Math.floorMod(dice.getInt(), TOP_LEVELS.length)];
    }

    private static char pick(String letters, int die) {
        return letters.charAt(Math.floorMod(die, letters.length()));
    }
}
