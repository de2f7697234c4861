package io.shisei;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the service. */
@SpringBootApplication
public class ShiseiApplication {

    static void main(String[] args) {
        SpringApplication.run(ShiseiApplication.class, args);
    }
}
