package io.shisei.benchmark;

import io.shisei.test.Ports;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One process of the service, on a port of its own, with its log in a file. */
record Instance(String name, Process process, RestApi api, Path log) {

    /** @param options for its JVM, such as {@code -Xmx512m} */
    static Instance start(String name, Path folder, Map<String, String> environment, List<String> options)
            throws IOException {
        var command = new ArrayList<>(options);
        command.addAll(List.of("-cp", Programs.serviceClassPath(), "io.shisei.ShiseiApplication"));
        return run(name, folder, environment, command);
    }

    /** @param arguments of Java: options, and what is to be run */
    static Instance run(String name, Path folder, Map<String, String> environment, List<String> arguments)
            throws IOException {
        Files.createDirectories(folder);
        var port = Ports.free();
        var command = new ArrayList<>(List.of(Programs.java()));
        command.addAll(arguments);
        var log = folder.resolve(name + ".log");
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        builder.environment().put("SERVER_PORT", Integer.toString(port));
        builder.environment().put("SERVER_ADDRESS", "127.0.0.1");
        builder.environment().put("SHISEI_ADMIN_PASSWORD", RestApi.PASSWORD);
        builder.environment().put("DBSCHEDULER_SCHEDULERNAME", name);
        builder.directory(new File(folder.toString()));
        var process = builder.start();
        Programs.add(process);
        return new Instance(name, process, new RestApi("http://127.0.0.1:" + port), log);
    }

    /** The environment by which the service finds the stub and the database. */
    static Map<String, String> environment(String aws, String jdbcUrl) {
        return Map.of(
                "AWS_ENDPOINT_URL", aws,
                "AWS_ACCESS_KEY_ID", "benchmark",
                "AWS_SECRET_ACCESS_KEY", "benchmark",
                "AWS_REGION", "us-east-1",
                "AWS_EC2_METADATA_DISABLED", "true",
                "SPRING_DATASOURCE_URL", jdbcUrl,
                "SPRING_DATASOURCE_USERNAME", "postgres",
                "SPRING_DATASOURCE_PASSWORD", "postgres");
    }

    Instance awaitReady() throws InterruptedException {
        for (int i = 0; i < 1500; i++) {
            if (!process.isAlive()) {
                throw new IllegalStateException(name + " ended at its start; see " + log);
            }
            if (api.ready()) {
                return this;
            }
            Thread.sleep(200);
        }
        throw new IllegalStateException(name + " does not get ready; see " + log);
    }

    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }
}
