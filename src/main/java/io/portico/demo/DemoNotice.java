package io.portico.demo;

import io.portico.installation.Installation;
import io.portico.installation.StartNotice;
import java.util.List;
import org.springframework.stereotype.Component;

/** Prints how to sign in to the demo, at every start that asks for it. */
@Component
class DemoNotice implements StartNotice {
    private final Installation installation;
    private final Demo demo;

    DemoNotice(Installation installation, Demo demo) {
        this.installation = installation;
        this.demo = demo;
    }

    @Override
    public List<String> lines() {
        return installation.demo() ? demo.told() : List.of();
    }
}
