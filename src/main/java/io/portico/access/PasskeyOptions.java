package io.portico.access;

import java.util.List;

/** What a browser is told before it makes or uses a passkey, in the JSON form of WebAuthn Level 3 (5.1.8, 5.1.9). */
public sealed interface PasskeyOptions {
    /** Binary values are base64url. */
    record Create(
            RelyingParty rp,
            User user,
            String challenge,
            List<Algorithm> pubKeyCredParams,
            long timeout,
            List<Descriptor> excludeCredentials,
            Selection authenticatorSelection,
            String attestation)
            implements PasskeyOptions {}

    /** Without a list of credentials the browser offers those it has for this console. */
    record Get(String challenge, long timeout, String rpId, List<Descriptor> allowCredentials, String userVerification)
            implements PasskeyOptions {}

    record RelyingParty(String id, String name) {}

    record User(String id, String name, String displayName) {}

    record Algorithm(String type, long alg) {}

    record Descriptor(String type, String id) {}

    record Selection(String residentKey, boolean requireResidentKey, String userVerification) {}

    /**
     * Options, and what the browser keeps until it answers.
     *
     * @param kept for a cookie; the answer counts in the browser that asked
     */
    record Ceremony(PasskeyOptions options, String kept) {}
}
