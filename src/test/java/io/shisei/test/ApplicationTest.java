package io.shisei.test;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

/** A test of the whole service over HTTP, on the tests' database. All such tests share one running service. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.datasource.url=jdbc:the-tests-give-another",
            "shisei.admin-password=" + ApplicationTest.PASSWORD,
            "shisei.aws.max-attempts=3",
            "shisei.aws.attempt-timeout=2s",
            "shisei.aws.call-timeout=30s",
            "shisei.aws.share=100"
        })
@Import({TestDatabase.class, FakeSource.class, Statements.class, FirstVisitor.class})
public @interface ApplicationTest {

    String PASSWORD = "correct-horse-battery";
}
