package io.portico.console.access;

import io.portico.kernel.EmailAddress;
import io.portico.kernel.WorkspaceId;
import io.portico.mail.LoginMailHistory;
import io.portico.mail.LoginMails;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Whether a link may be mailed to an address now. */
@Component
class Mailings {
    private final LoginMails loginMails;
    private final Clock clock;

    Mailings(LoginMails loginMails, Clock clock) {
        this.loginMails = loginMails;
        this.clock = clock;
    }

    Mailing to(WorkspaceId workspace, EmailAddress address) {
        LoginMailHistory history = loginMails.of(workspace, address);
        return history.refusal(clock.instant())
                .<Mailing>map(why -> new Mailing.HeldBack(why, history))
                .orElseGet(Mailing.OnItsWay::new);
    }
}
