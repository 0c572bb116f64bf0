package io.portico.api;

import io.portico.installation.ApplicationKey;
import io.portico.kernel.WorkspaceId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Makes the opaque cursors of lists: a place, signed for one workspace and one list with its filters. One that is
 * altered, or brought to another list or workspace, is none.
 */
@Component
class Cursors {
    private static final int MARK_BYTES = 16;
    private static final int LONGEST = 400;

    private final ApplicationKey key;

    Cursors(ApplicationKey key) {
        this.key = key;
    }

    String at(WorkspaceId workspace, String list, String place) {
        byte[] bytes = place.getBytes(StandardCharsets.UTF_8);
        byte[] cursor = ByteBuffer.allocate(MARK_BYTES + bytes.length)
                .put(mark(workspace, list, bytes))
                .put(bytes)
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(cursor);
    }

    Optional<String> read(WorkspaceId workspace, String list, String cursor) {
        byte[] bytes = decoded(cursor);
        if (bytes.length <= MARK_BYTES) {
            return Optional.empty();
        }
        byte[] place = Arrays.copyOfRange(bytes, MARK_BYTES, bytes.length);
        return MessageDigest.isEqual(Arrays.copyOf(bytes, MARK_BYTES), mark(workspace, list, place))
                ? Optional.of(new String(place, StandardCharsets.UTF_8))
                : Optional.empty();
    }

    private byte[] mark(WorkspaceId workspace, String list, byte[] place) {
        byte[] whole = key.hmac(
                "api-cursor",
                workspace.toString().getBytes(StandardCharsets.UTF_8),
                list.getBytes(StandardCharsets.UTF_8),
                place);
        return Arrays.copyOf(whole, MARK_BYTES);
    }

    private static byte[] decoded(String cursor) {
        try {
            return cursor.length() > LONGEST
                    ? new byte[0]
                    : Base64.getUrlDecoder().decode(cursor);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }
}
