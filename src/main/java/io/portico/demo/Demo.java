package io.portico.demo;

import io.portico.access.NewPassword;
import io.portico.access.PasswordVerdict;
import io.portico.access.Passwords;
import io.portico.installation.Installation;
import io.portico.kernel.Secret;
import io.portico.workspace.Operators;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/**
 * Brings the demo in when the host asks for it and the installation is empty. At a later start it loads nothing and
 * gives the demo's owner the printed password again; an installation that has other operators is left alone.
 */
@Component
class Demo implements ApplicationRunner {
    private static final Logger LOG = LoggerFactory.getLogger(Demo.class);

    /** What became of the host's wish. */
    enum State {
        LOADED,
        THERE_ALREADY,
        REFUSED
    }

    private final Installation installation;
    private final Operators operators;
    private final DemoLoader loader;
    private final Passwords passwords;
    private final DemoPassword password;

    Demo(
            Installation installation,
            Operators operators,
            DemoLoader loader,
            Passwords passwords,
            DemoPassword password) {
        this.installation = installation;
        this.operators = operators;
        this.loader = loader;
        this.passwords = passwords;
        this.password = password;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (installation.demo()) {
            bringIn();
        }
    }

    State bringIn() {
        if (!operators.noneYet()) {
            return loader.givePassword(hash()) ? State.THERE_ALREADY : State.REFUSED;
        }
        long start = System.nanoTime();
        boolean loaded = loader.load(hash(), hashOf(Secret.random().reveal()));
        LOG.info("Loading the demo took {} ms", (System.nanoTime() - start) / 1_000_000);
        return loaded ? State.LOADED : State.REFUSED;
    }

    /** Lines for the host. */
    List<String> told() {
        return loader.ownerOfDemo()
                .map(owner -> List.of(
                        "Demo     Acme Studio, its portal is " + installation.portal(DemoLoader.SUB_DOMAIN),
                        "         Sign in as " + owner + " with the password " + password.text()))
                .orElse(
                        List.of(
                                "Demo     Not loaded, as this installation has operators of its own; --data DIR takes another."));
    }

    private String hash() {
        return hashOf(password.text());
    }

    private String hashOf(String text) {
        return switch (passwords.check(text, List.of())) {
            case PasswordVerdict.Accepted(NewPassword accepted) -> passwords.hash(accepted);
            case PasswordVerdict refused -> throw new IllegalStateException("the demo's password is " + refused);
        };
    }
}
