package io.shisei;

import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the service, or with {@code try} as the first argument tries a control. */
@SpringBootApplication
public class ShiseiApplication {

    static void main(String[] args) {
        if (args.length > 0 && args[0].equals(TryCommand.NAME)) {
            System.exit(TryCommand.run(List.of(args).subList(1, args.length), System.in, System.out));
        }
        SpringApplication.run(ShiseiApplication.class, args);
    }
}
