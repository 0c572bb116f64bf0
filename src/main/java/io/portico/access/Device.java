package io.portico.access;

/** Where a request comes from: IP address, and the browser's own description cut to 300 characters. */
public record Device(String ip, String userAgent) {
    private static final int LONGEST = 300;

    public Device {
        userAgent = userAgent.substring(0, Math.min(LONGEST, userAgent.length()));
    }
}
