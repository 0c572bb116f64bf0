package io.portico.access;

import io.portico.access.PasswordVerdict.Accepted;
import io.portico.access.PasswordVerdict.Common;
import io.portico.access.PasswordVerdict.Personal;
import io.portico.access.PasswordVerdict.TooLong;
import io.portico.access.PasswordVerdict.TooShort;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Operators' passwords: which are good enough (NIST SP 800-63B: length, common ones, own names; no rules about kinds of
 * characters), and their hashes (Argon2id, 16 MB, 2 rounds, named in the hash so that it can be changed later).
 *
 * <p>No more hashes are computed at once than there are processors: a flood of sign-ins waits instead of eating memory,
 * and no more wait than leave the node's threads to everybody else.
 */
@Component
public class Passwords {
    /** In code points. */
    public static final int SHORTEST = 10;
    /** In code points. */
    public static final int LONGEST = 128;

    private static final String ALGORITHM = "argon2id";
    private static final int SHORTEST_OWN_WORD = 3;
    private static final int MUST_REMAIN = 6;
    /** About a second's hashes on a small machine; whoever comes then is told to come again. */
    private static final int MOST_WAITING = 40;

    private final PasswordEncoder encoder = new DelegatingPasswordEncoder(
            ALGORITHM, Map.of(ALGORITHM, Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8()));
    private final CommonPasswords common = CommonPasswords.load();
    private final Semaphore processors = new Semaphore(Runtime.getRuntime().availableProcessors(), true);
    private final String nobodys = hash(new NewPassword(""));

    /** @param own what must not be most of the password: the person's name and address, the workspace's name */
    public PasswordVerdict check(String typed, List<String> own) {
        if (typed.length() > LONGEST * 2) {
            return new TooLong();
        }
        String password = NewPassword.normalized(typed);
        int length = password.codePointCount(0, password.length());
        if (length < SHORTEST) {
            return new TooShort(length);
        }
        if (length > LONGEST) {
            return new TooLong();
        }
        if (common.contain(password)) {
            return new Common();
        }
        return isMostly(password, own) ? new Personal() : new Accepted(new NewPassword(password));
    }

    /** The hash to store, with algorithm and salt in it; different each time. */
    public String hash(NewPassword password) {
        return inTurn(() -> encoder.encode(password.text()));
    }

    /** Takes as long without a hash, for somebody unknown, as with one. */
    boolean matches(String typed, Optional<String> hash) {
        boolean possible = typed.length() <= LONGEST * 2;
        String password = possible ? NewPassword.normalized(typed) : "";
        boolean same = inTurn(() -> encoder.matches(password, hash.orElse(nobodys)));
        return same && possible && hash.isPresent();
    }

    private static boolean isMostly(String password, List<String> own) {
        String rest = password.toLowerCase(Locale.ROOT);
        for (String text : own) {
            for (String word :
                    NewPassword.normalized(text).toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+")) {
                rest = word.length() < SHORTEST_OWN_WORD ? rest : rest.replace(word, "");
            }
        }
        return rest.length() < password.length() && rest.length() < MUST_REMAIN;
    }

    private <T> T inTurn(Supplier<T> hashing) {
        if (processors.getQueueLength() >= MOST_WAITING) {
            throw new PasswordsBusy();
        }
        processors.acquireUninterruptibly();
        try {
            return hashing.get();
        } finally {
            processors.release();
        }
    }
}
