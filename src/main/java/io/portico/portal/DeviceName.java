package io.portico.portal;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Browser and system as a browser's own description (User-Agent) names them. Only what is plainly said is taken: an
 * iPad that calls itself a Mac is a Mac.
 */
record DeviceName(Optional<String> browser, Optional<String> system) {
    /** Marks by name; the first that is found counts, since most browsers also claim to be Chrome or Safari. */
    private static final Map<String, String> BROWSERS = new LinkedHashMap<>();

    private static final Map<String, String> SYSTEMS = new LinkedHashMap<>();

    static {
        BROWSERS.put("KAKAOTALK", "KakaoTalk");
        BROWSERS.put("NAVER(inapp", "NAVER");
        BROWSERS.put("SamsungBrowser/", "Samsung Internet");
        BROWSERS.put("Whale/", "Whale");
        BROWSERS.put("Edg/", "Edge");
        BROWSERS.put("EdgA/", "Edge");
        BROWSERS.put("EdgiOS/", "Edge");
        BROWSERS.put("OPR/", "Opera");
        BROWSERS.put("FxiOS/", "Firefox");
        BROWSERS.put("Firefox/", "Firefox");
        BROWSERS.put("CriOS/", "Chrome");
        BROWSERS.put("Chrome/", "Chrome");
        BROWSERS.put("Safari/", "Safari");
        SYSTEMS.put("iPhone", "iPhone");
        SYSTEMS.put("iPad", "iPad");
        SYSTEMS.put("Android", "Android");
        SYSTEMS.put("CrOS", "ChromeOS");
        SYSTEMS.put("Windows", "Windows");
        SYSTEMS.put("Macintosh", "Mac");
        SYSTEMS.put("Linux", "Linux");
    }

    static DeviceName of(String userAgent) {
        return new DeviceName(first(BROWSERS, userAgent), first(SYSTEMS, userAgent));
    }

    private static Optional<String> first(Map<String, String> names, String userAgent) {
        return names.entrySet().stream()
                .filter(mark -> userAgent.contains(mark.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }
}
