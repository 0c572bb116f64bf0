package io.portico.mail;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;

/** A whole node on a database of its own, whose mails are composed by {@link TestComposer}s. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = WebEnvironment.DEFINED_PORT,
        properties = {
            "portico.port=0",
            "portico.data=target/test-data/${random.uuid}",
            "portico.database.binaries=target/postgres-binaries",
            "portico.database.durable=false"
        })
@Import({TestComposer.class, MailFixtures.class})
public @interface MailTest {}
