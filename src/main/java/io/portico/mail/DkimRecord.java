package io.portico.mail;

/**
 * What is to be published in DNS so that signatures of a sending domain can be checked (RFC 6376, 3.6.1).
 *
 * @param domain the signing domain, {@code mail.acme.example}
 * @param selector names the key within it; another one for every key ever made
 * @param value of the TXT record: {@code v=DKIM1; k=rsa; p=…}. Some 400 characters: a DNS server's form may want it in
 *     strings of at most 255
 */
public record DkimRecord(String domain, String selector, String value) {
    /** The record's full name, without a dot at its end. */
    public String name() {
        return selector + "._domainkey." + domain;
    }
}
