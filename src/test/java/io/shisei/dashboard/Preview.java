package io.shisei.dashboard;

import java.util.Map;
import org.springframework.boot.SpringApplication;

/** Starts the pages on made-up data at http://localhost:8099, to look at while working on them. */
public class Preview {
    public static void main(String[] args) {
        var application = new SpringApplication(Pages.class);
        application.setDefaultProperties(Map.of(
                "server.port", "8099",
                "spring.thymeleaf.cache", "false",
                "management.endpoint.health.validate-group-membership", "false"));
        application.run(args);
    }
}
