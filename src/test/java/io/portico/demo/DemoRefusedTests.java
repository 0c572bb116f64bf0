package io.portico.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.portico.PorticoTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class DemoRefusedTests extends PorticoTest {
    @Autowired
    private Demo demo;

    @Autowired
    private DemoNotice notice;

    @Test
    void leavesAnInstallationAloneThatHasOperatorsOfItsOwn() {
        anOperator();

        assertThat(demo.bringIn()).isEqualTo(Demo.State.REFUSED);
        assertThat(demo.told()).singleElement().asString().contains("Not loaded");
    }

    @Test
    void saysNothingUnlessItIsAskedFor() {
        assertThat(notice.lines()).isEmpty();
    }
}
