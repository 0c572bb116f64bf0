package io.portico.console.account;

import io.portico.access.OperatorSession;
import io.portico.web.Field;
import io.portico.web.FormErrors;
import io.portico.web.FreshSignIn;
import io.portico.web.OperatorVisit;
import io.portico.web.PageModel;
import io.portico.workspace.Role;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Asks an operator to prove that it is them.
 *
 * @param act what is about to happen, as a sentence
 * @param action where the proof goes, with what is kept
 * @param back where it leads when they would rather not
 * @param code asked for while two-step sign-in is on
 */
public record ConfirmPage(
        OperatorVisit frame,
        String act,
        String action,
        List<Kept> kept,
        String back,
        Field password,
        Optional<Field> code,
        boolean passkey,
        Optional<String> passkeyError)
        implements PageModel {
    /** The field by which a passkey's challenge stays in the page, should the proof take the cookie's place. */
    static final String CHALLENGE = "challenge";

    private static final Pattern OPERATORS = Pattern.compile("/w/[^/]+/operators");

    /** A field of the form that was sent, to be sent again. */
    public record Kept(String name, String value) {}

    public ConfirmPage {
        kept = List.copyOf(kept);
    }

    static ConfirmPage of(
            OperatorVisit visit,
            String action,
            List<Kept> kept,
            String target,
            boolean code,
            boolean passkey,
            FormErrors errors) {
        return new ConfirmPage(
                visit,
                act(visit, target, kept),
                action,
                kept,
                back(target),
                Field.text(FreshSignIn.PASSWORD, visit.t("doors.password"), "", errors)
                        .type("password")
                        .autocomplete("current-password")
                        .needed(),
                code
                        ? Optional.of(Field.text(FreshSignIn.CODE, visit.t("doors.second-step.code"), "", errors)
                                .autocomplete("one-time-code")
                                .needed())
                        : Optional.empty(),
                passkey,
                errors.of(FreshSignIn.PASSKEY));
    }

    /** All that was sent but tokens, proofs and passwords. */
    static List<Kept> kept(Map<String, String[]> parameters) {
        return parameters.entrySet().stream()
                .filter(each -> !each.getKey().startsWith("_"))
                .filter(each -> !each.getKey().startsWith("proof-"))
                .filter(each -> !each.getKey().toLowerCase(Locale.ROOT).contains("password"))
                .flatMap(each -> Arrays.stream(each.getValue()).map(value -> new Kept(each.getKey(), value)))
                .toList();
    }

    private static String act(OperatorVisit visit, String target, List<Kept> kept) {
        ConfirmedAct act = ConfirmedAct.at(target.replaceFirst("[?#].*", ""));
        return visit.t(act.key(), valueOf("email", kept), role(visit, valueOf("role", kept)));
    }

    private static String role(OperatorVisit visit, String word) {
        return Role.parse(word).map(visit::label).orElse(word);
    }

    private static String valueOf(String name, List<Kept> kept) {
        return kept.stream()
                .filter(each -> each.name().equals(name))
                .map(Kept::value)
                .findFirst()
                .orElse("");
    }

    /** Whole minutes, rounded up. */
    static long minutes(Duration delay) {
        return delay.plusSeconds(59).toMinutes();
    }

    /** For so many minutes they are not asked again. */
    public long freshMinutes() {
        return OperatorSession.FRESH.toMinutes();
    }

    static String back(String target) {
        Matcher operators = OPERATORS.matcher(target);
        return operators.lookingAt() ? operators.group() : "/account";
    }
}
