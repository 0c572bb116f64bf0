package io.portico.bounces;

import java.io.IOException;
import java.net.URI;

/** Asks a host of Amazon SNS. */
interface AmazonHosts {
    /**
     * @param address whose host the caller has checked to be Amazon's; redirects are not followed
     * @return the body of an answer of 200
     * @throws IOException for any other answer, and for none
     */
    byte[] get(URI address) throws IOException;
}
