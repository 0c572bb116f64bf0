package io.portico.bounces;

import io.portico.mail.ReturnKind;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Understands delivery status notifications (RFC 3464) and complaints (ARF, RFC 5965). Whatever else lies in the mailbox is
 * no report. Reads the outermost parts only and nothing that is nested deeper, so no mail costs more than its length.
 */
final class ReportReader {
    private static final int MOST_PARTS = 20;
    private static final int MOST_MARKS = 10;
    private static final String[] TO = {"To", "Delivered-To", "X-Original-To", "Envelope-To", "X-Envelope-To"};

    private ReportReader() {}

    /** @throws MessagingException or IOException for a mail that cannot be read */
    static Optional<Reading> read(MimeMessage mail) throws MessagingException, IOException {
        if (!new ContentType(mail.getContentType()).match("multipart/report")) {
            return Optional.empty();
        }
        var parts = new MimeMultipart(mail.getDataHandler().getDataSource());
        List<String> marks = new ArrayList<>();
        for (String name : TO) {
            addresses(mail.getHeader(name)).forEach(marks::add);
        }
        Optional<Told> told = Optional.empty();
        for (int i = 0; i < Math.min(parts.getCount(), MOST_PARTS); i++) {
            BodyPart part = parts.getBodyPart(i);
            if (told.isEmpty()) {
                told = told(part);
            }
            marks.addAll(marksOfReturned(part));
        }
        told.ifPresent(report -> marks.addAll(report.marks()));
        return told.map(report ->
                new Reading(marks.stream().distinct().limit(MOST_MARKS).toList(), report.kind(), report.said()));
    }

    private record Told(ReturnKind kind, String said, List<String> marks) {}

    private static Optional<Told> told(BodyPart part) throws MessagingException, IOException {
        if (isOneOf(part, "message/delivery-status", "message/global-delivery-status")) {
            return DeliveryStatus.read(part.getInputStream())
                    .flatMap(status -> status.kind().map(kind -> new Told(kind, status.said(), List.of())));
        }
        if (isOneOf(part, "message/feedback-report")) {
            return complaint(new InternetHeaders(part.getInputStream()));
        }
        return Optional.empty();
    }

    /** Of the kinds of feedback those that say the mail was not wanted. */
    private static Optional<Told> complaint(InternetHeaders report) {
        String type =
                Optional.ofNullable(report.getHeader("Feedback-Type", null)).orElse("");
        boolean unwanted = Stream.of("abuse", "fraud", "other").anyMatch(type.strip()::equalsIgnoreCase);
        List<String> marks = addresses(report.getHeader("Original-Mail-From")).toList();
        return unwanted ? Optional.of(new Told(ReturnKind.COMPLAINED, type, marks)) : Optional.empty();
    }

    /** The mail itself, or its header, as the report gives it back. */
    private static List<String> marksOfReturned(BodyPart part) throws MessagingException, IOException {
        if (!isOneOf(part, "message/rfc822", "text/rfc822-headers", "message/global", "message/global-headers")) {
            return List.of();
        }
        var header = new InternetHeaders(part.getInputStream());
        String[] marks = header.getHeader("X-Portico-Mail");
        return Stream.concat(Stream.ofNullable(marks).flatMap(Stream::of), addresses(header.getHeader("Return-Path")))
                .map(String::strip)
                .toList();
    }

    private static Stream<String> addresses(String @Nullable [] values) {
        return Stream.ofNullable(values).flatMap(Stream::of).flatMap(value -> MarkInAddress.find(value).stream());
    }

    private static boolean isOneOf(BodyPart part, String... types) throws MessagingException {
        var type = new ContentType(part.getContentType());
        return Stream.of(types).anyMatch(type::match);
    }
}
