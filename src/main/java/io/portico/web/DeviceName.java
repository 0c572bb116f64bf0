package io.portico.web;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Browser and system as a browser's own description (User-Agent) names them. Only what is plainly said is taken: an
 * iPad that calls itself a Mac is a Mac.
 */
public record DeviceName(Optional<String> browser, Optional<String> system) {
    /** Marks by name; the first that is found counts, since most browsers also claim to be Chrome or Safari. */
    private static final Map<String, String> BROWSERS = inOrder(
            "KAKAOTALK", "KakaoTalk",
            "NAVER(inapp", "NAVER",
            "SamsungBrowser/", "Samsung Internet",
            "Whale/", "Whale",
            "Edg/", "Edge",
            "EdgA/", "Edge",
            "EdgiOS/", "Edge",
            "OPR/", "Opera",
            "FxiOS/", "Firefox",
            "Firefox/", "Firefox",
            "CriOS/", "Chrome",
            "Chrome/", "Chrome",
            "Safari/", "Safari");

    private static final Map<String, String> SYSTEMS = inOrder(
            "iPhone", "iPhone",
            "iPad", "iPad",
            "Android", "Android",
            "CrOS", "ChromeOS",
            "Windows", "Windows",
            "Macintosh", "Mac",
            "Linux", "Linux");

    public static DeviceName of(String userAgent) {
        return new DeviceName(first(BROWSERS, userAgent), first(SYSTEMS, userAgent));
    }

    private static Optional<String> first(Map<String, String> names, String userAgent) {
        return names.entrySet().stream()
                .filter(mark -> userAgent.contains(mark.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /** Such as {@code Safari · iPhone}; empty when neither is known. */
    public String words() {
        return Stream.concat(browser.stream(), system.stream()).collect(Collectors.joining(" · "));
    }

    private static Map<String, String> inOrder(String... pairs) {
        Map<String, String> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put(pairs[i], pairs[i + 1]);
        }
        return map;
    }
}
