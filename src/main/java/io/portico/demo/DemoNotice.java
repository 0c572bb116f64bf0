package io.portico.demo;

import io.portico.installation.Installation;
import io.portico.installation.StartNotice;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Prints how to sign in to the demo, at every start that asks for it. */
@Component
class DemoNotice implements StartNotice {
    private final Installation installation;
    private final Demo demo;
    private final DemoKey key;

    DemoNotice(Installation installation, Demo demo, DemoKey key) {
        this.installation = installation;
        this.demo = demo;
        this.key = key;
    }

    @Override
    public List<String> lines() {
        if (!installation.demo()) {
            return List.of();
        }
        Stream<String> opened = key.text().stream().map(text -> "         Its API key is " + text);
        return Stream.concat(demo.told().stream(), opened).toList();
    }
}
