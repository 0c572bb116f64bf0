package io.portico;

import io.portico.host.HostCommands;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;

/** Starts one node of a Portico installation. */
// Spring's own user store would print a generated password; operators are kept by the room "access".
@SpringBootApplication(
        nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class,
        exclude = UserDetailsServiceAutoConfiguration.class)
public class PorticoApplication {
    static void main(String[] arguments) {
        if (HostCommands.are(arguments)) {
            System.exit(HostCommands.run(arguments));
        }
        SpringApplication.run(PorticoApplication.class, arguments);
    }
}
