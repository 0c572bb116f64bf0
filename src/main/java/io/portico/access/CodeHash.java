package io.portico.access;

import io.portico.installation.ApplicationKey;
import io.portico.kernel.LinkId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.springframework.stereotype.Component;

/** Codes are short enough to be tried out, so they are stored keyed and bound to their link. */
@Component
class CodeHash {
    private final ApplicationKey key;

    CodeHash(ApplicationKey key) {
        this.key = key;
    }

    byte[] of(LinkId link, Code code) {
        byte[] id = ByteBuffer.allocate(16)
                .putLong(link.value().getMostSignificantBits())
                .putLong(link.value().getLeastSignificantBits())
                .array();
        return key.hmac("sign-in-code", id, code.reveal().getBytes(StandardCharsets.US_ASCII));
    }
}
