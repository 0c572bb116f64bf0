package io.portico.console.account;

import io.portico.access.RecoveryCode;
import io.portico.web.OperatorVisit;
import io.portico.web.PageModel;
import java.util.List;

/** Recovery codes, shown this once; {@code first} when two-step sign-in was turned on just now. */
public record RecoveryCodesPage(OperatorVisit frame, List<String> codes, boolean first) implements PageModel {
    public RecoveryCodesPage {
        codes = List.copyOf(codes);
    }

    static RecoveryCodesPage of(OperatorVisit visit, List<RecoveryCode> codes, boolean first) {
        return new RecoveryCodesPage(
                visit.at(AccountController.HERE),
                codes.stream().map(RecoveryCode::reveal).toList(),
                first);
    }

    /** One a line, for copying. */
    public String text() {
        return String.join("\n", codes);
    }

    /** Never the codes. */
    @Override
    public String toString() {
        return "RecoveryCodesPage[hidden]";
    }
}
