package io.portico.mail;

import io.portico.installation.ApplicationKey;
import io.portico.installation.BounceSettings;
import io.portico.kernel.MailId;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * The marks by which a mail is known when something comes back about it: its id, and 80 bits of an HMAC under the
 * installation's key, as 52 hexadecimal digits. Nobody makes one without the key, so whoever names a valid one has seen
 * the mail, and a report can never touch another. It outlives everything that was kept in memory.
 */
@Component
public class MailMarks {
    private static final String PURPOSE = "mail-mark";
    private static final int PROOF_BYTES = 10;
    private static final Pattern FORM = Pattern.compile("[0-9a-fA-F]{52}");

    private final ApplicationKey key;
    private final BounceSettings settings;

    MailMarks(ApplicationKey key, BounceSettings settings) {
        this.key = key;
        this.settings = settings;
    }

    public String of(MailId mail) {
        byte[] id = bytes(mail);
        return HexFormat.of().formatHex(id) + HexFormat.of().formatHex(proof(id));
    }

    /** The mail of a mark; empty for what is none of this installation's. */
    public Optional<MailId> read(String mark) {
        if (!FORM.matcher(mark).matches()) {
            return Optional.empty();
        }
        byte[] bytes = HexFormat.of().parseHex(mark);
        byte[] id = Arrays.copyOf(bytes, bytes.length - PROOF_BYTES);
        byte[] proof = Arrays.copyOfRange(bytes, id.length, bytes.length);
        if (!MessageDigest.isEqual(proof(id), proof)) {
            return Optional.empty();
        }
        ByteBuffer both = ByteBuffer.wrap(id);
        return Optional.of(new MailId(new UUID(both.getLong(), both.getLong())));
    }

    /** The envelope's sender (MAIL FROM), to which mail servers report: with the mark where the host has such addresses. */
    public String envelopeSender(MailId mail, String from) {
        return settings.address().map(address -> address.with(of(mail))).orElse(from);
    }

    /** The header fields in which providers give the mark back. */
    public Map<String, String> headers(MailId mail) {
        Map<String, String> headers = new LinkedHashMap<>();
        if (settings.areHeard()) {
            headers.put("X-Portico-Mail", of(mail));
        }
        settings.postmarkSecret().ifPresent(open -> headers.put("X-PM-Metadata-portico", of(mail)));
        settings.mailgunKey()
                .ifPresent(open -> headers.put("X-Mailgun-Variables", "{\"portico\": \"" + of(mail) + "\"}"));
        return headers;
    }

    private byte[] proof(byte[] id) {
        return Arrays.copyOf(key.hmac(PURPOSE, id), PROOF_BYTES);
    }

    private static byte[] bytes(MailId mail) {
        UUID id = mail.value();
        return ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }
}
