package io.shisei.benchmark;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Java programs in processes of their own, which end with this one. */
final class Programs {

    private static final List<Process> STARTED = new ArrayList<>();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(Programs::killAll));
    }

    private Programs() {}

    static synchronized void add(Process process) {
        STARTED.add(process);
    }

    static synchronized void killAll() {
        STARTED.forEach(Process::destroyForcibly);
    }

    /** Makes this process end when the one that started it is gone, however that ended. */
    static void endWithParent() {
        ProcessHandle.current().parent().ifPresent(parent -> parent.onExit().thenRun(() -> System.exit(0)));
    }

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** Starts the stub and answers where it is. */
    static String stub(Settings settings) throws IOException {
        var command = new ArrayList<>(List.of(
                java(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                AwsStub.class.getName()));
        command.addAll(List.of(settings.arguments()));
        var process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        add(process);
        return new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)).readLine();
    }

    /** The class path of the service as it is shipped, without tests and what they need; archives of classes want jars. */
    static String serviceClassPath() throws IOException {
        var target = Path.of(System.getProperty("benchmark.target", "target"));
        return target.resolve("service.jar")
                + File.pathSeparator
                + Files.readString(target.resolve("runtime.classpath")).strip();
    }

    /** Extracts an executable jar as its users do; answers the jar to start instead. */
    static Path extract(Path jar, Path folder) throws IOException, InterruptedException {
        var command = List.of(java(), "-Djarmode=tools", "-jar", jar.toString(), "extract", "--destination");
        var whole = new ArrayList<>(command);
        whole.add(folder.toString());
        if (new ProcessBuilder(whole).inheritIO().start().waitFor() != 0) {
            throw new IOException(jar + " cannot be extracted");
        }
        return folder.resolve(jar.getFileName());
    }

    /** The options by which a jar is started as it is documented: extracted, with the cache of a training. */
    static List<String> documented(Path jar, Path folder) throws IOException, InterruptedException {
        var extracted = extract(jar, folder);
        return List.of("-XX:AOTCache=" + train(folder), "-jar", extracted.toString());
    }

    private static Path train(Path folder) throws IOException, InterruptedException {
        var training = new ProcessBuilder("deploy/train", folder.toString()).inheritIO();
        training.environment().put("JAVA_HOME", System.getProperty("java.home"));
        if (training.start().waitFor() != 0) {
            throw new IOException(folder + " cannot be trained");
        }
        return folder.resolve("shisei.aot");
    }

    static String jcmd(Process process, String... command) throws IOException, InterruptedException {
        var whole = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(), Long.toString(process.pid())));
        whole.addAll(List.of(command));
        var jcmd = new ProcessBuilder(whole).redirectErrorStream(true).start();
        var said = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        jcmd.waitFor(30, TimeUnit.SECONDS);
        return said;
    }
}
