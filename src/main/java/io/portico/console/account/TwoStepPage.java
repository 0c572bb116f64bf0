package io.portico.console.account;

import io.portico.access.TwoStep;
import io.portico.web.Field;
import io.portico.web.FormErrors;
import io.portico.web.OperatorVisit;
import io.portico.web.PageModel;
import io.portico.web.QrCode;

/** Hands a new key to an authenticator app, and asks for its first code. */
public record TwoStepPage(OperatorVisit frame, QrCode qr, String key, String sealed, Field code) implements PageModel {
    static TwoStepPage of(OperatorVisit visit, TwoStep.Proposal proposal, String issuer, FormErrors errors) {
        String account = visit.operator().email().value();
        return new TwoStepPage(
                visit,
                QrCode.of(proposal.key().uri(issuer, account)),
                proposal.key().typed(),
                proposal.sealed(),
                Field.text("code", visit.t("account.two-step.code"), "", errors)
                        .autocomplete("one-time-code")
                        .needed());
    }
}
