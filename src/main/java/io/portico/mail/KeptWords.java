package io.portico.mail;

import io.portico.kernel.WorkspaceId;
import io.portico.tenancy.Tenancy;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * The words of mails that are no template's: kept once for all mails that say the same, so that an order in the outbox
 * holds their name alone. What has a name never changes.
 */
@Component
public class KeptWords {
    private static final int REMEMBERED = 200;

    private final Tenancy tenancy;
    private final KeptWordsStore store;
    private final Clock clock;
    private final Map<String, MailWords> remembered = new ConcurrentHashMap<>();

    KeptWords(Tenancy tenancy, KeptWordsStore store, Clock clock) {
        this.tenancy = tenancy;
        this.store = store;
        this.clock = clock;
    }

    /** Returns their name, to be put into the details of an order; part of the transaction around it. */
    public String keep(WorkspaceId workspace, MailWords words) {
        String name = hash(words);
        tenancy.run(workspace, () -> store.insert(workspace, name, words, clock.instant()));
        return name;
    }

    public Optional<MailWords> find(WorkspaceId workspace, String name) {
        String key = workspace + "/" + name;
        MailWords known = remembered.get(key);
        if (known != null) {
            return Optional.of(known);
        }
        if (remembered.size() >= REMEMBERED) {
            remembered.clear();
        }
        Optional<MailWords> found = tenancy.in(workspace, () -> store.find(workspace, name));
        found.ifPresent(words -> remembered.put(key, words));
        return found;
    }

    /** How many mails of a template were ordered for somebody since then. */
    public int ordered(WorkspaceId workspace, MailTemplate template, UUID recipient, Instant since) {
        return tenancy.in(workspace, () -> store.ordered(workspace, template, recipient, since));
    }

    private static String hash(MailWords words) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (TextPlace place : TextPlace.values()) {
                byte[] bytes = words.of(place).getBytes(StandardCharsets.UTF_8);
                digest.update((place.word() + " " + bytes.length + " ").getBytes(StandardCharsets.US_ASCII));
                digest.update(bytes);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
