package io.portico;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts one node of a Portico installation. */
@SpringBootApplication
public class PorticoApplication {
    static void main(String[] arguments) {
        SpringApplication.run(PorticoApplication.class, arguments);
    }
}
