package io.portico.bounces;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A topic of Amazon SNS, by its name such as {@code arn:aws:sns:eu-west-1:123456789012:bounces}. */
record SnsTopic(String arn, String partition, String region) {
    private static final Pattern FORM = Pattern.compile(
            "arn:(aws(?:-cn|-us-gov)?):sns:([a-z]{2}(?:-[a-z]{1,12}){1,3}-\\d{1,2}):\\d{12}:[A-Za-z0-9_.-]{1,256}");

    static Optional<SnsTopic> parse(String arn) {
        Matcher form = FORM.matcher(arn);
        return form.matches() ? Optional.of(new SnsTopic(arn, form.group(1), form.group(2))) : Optional.empty();
    }

    /** The call by which a subscription is confirmed. */
    URI confirmation(String token) {
        String host = "sns." + region + ".amazonaws.com" + (partition.equals("aws-cn") ? ".cn" : "");
        return URI.create(
                "https://" + host + "/?Action=ConfirmSubscription&TopicArn=" + coded(arn) + "&Token=" + coded(token));
    }

    private static String coded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
