package io.shisei;

import io.shisei.database.embedded.HeadStart;
import java.util.List;
import org.springframework.aot.AotDetector;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the service, or with {@code try} as the first argument tries a control. */
@SpringBootApplication
public class ShiseiApplication {

    static void main(String[] args) {
        if (args.length > 0 && args[0].equals(TryCommand.NAME)) {
            System.exit(TryCommand.run(List.of(args).subList(1, args.length), System.in, System.out));
        }
        useWhatWasWiredAhead();
        var service = new SpringApplication(ShiseiApplication.class);
        service.addListeners(new HeadStart());
        service.run(args);
    }

    /**
     * How its beans are made was settled when the jar was built, and need not be found out at each start. Classes outside of a
     * jar may be younger than what was settled last.
     */
    private static void useWhatWasWiredAhead() {
        var inJar = ShiseiApplication.class.getPackage().getImplementationVersion() != null;
        if (inJar && System.getProperty(AotDetector.AOT_ENABLED) == null) {
            System.setProperty(AotDetector.AOT_ENABLED, "true");
        }
    }
}
