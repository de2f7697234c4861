package io.shisei.database.embedded;

import io.shisei.database.start.Unusable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** PostgreSQL's programs, run with nothing of the service's environment but the locale, the time zone and the path. */
record Programs(Path home) {

    private static final String PASSED_ON = "PATH|LANG|LC_\\w+|TZ|SYSTEMROOT|TEMP|TMP";

    /** Starts a program; what it says on both outputs can be read from the one. */
    Process start(String program, List<String> arguments) throws IOException {
        return start(List.of(), program, arguments);
    }

    /** Starts a program that Ctrl-C at the service's terminal does not reach: it is to end last, when it is told to. */
    Process startApart(String program, List<String> arguments) throws IOException {
        return start(Wrapper.apart(), program, arguments);
    }

    private Process start(List<String> wrapper, String program, List<String> arguments) throws IOException {
        var command = new ArrayList<>(wrapper);
        command.addAll(Wrapper.unprivileged());
        command.add(home.resolve("bin").resolve(program).toString());
        command.addAll(arguments);
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment()
                .keySet()
                .removeIf(name -> !name.toUpperCase(Locale.ROOT).matches(PASSED_ON));
        return builder.start();
    }

    /**
     * Runs a program to its end.
     *
     * @throws Unusable with what it said, when it fails
     */
    void run(String program, List<String> arguments, String input) throws IOException {
        var process = start(program, arguments);
        try (var in = process.outputWriter(StandardCharsets.UTF_8)) {
            in.write(input);
        }
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        if (status(process) != 0) {
            throw failed(program, said);
        }
    }

    /** The status with which the process ends; an interrupt ends it. */
    static int status(Process process) {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            return -1;
        }
    }

    static Unusable failed(String program, String said) {
        return new Unusable(
                "PostgreSQL's " + program + " has failed: " + said,
                "Mend what it says, or give the service a database of your own with spring.datasource.url.");
    }
}
