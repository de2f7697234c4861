package io.shisei.test;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Assumptions;

/** A Moto server, an emulated AWS, for as long as it is open. The SDK of this JVM talks to it meanwhile. */
public final class Moto implements AutoCloseable {

    /** Types of which it does not answer all that is asked. */
    public static final Set<String> UNANSWERED_TYPES = Set.of(
            "AWS::Config::Recording",
            "AWS::EC2::ClientVpnEndpoint",
            "AWS::EC2::SnapshotBlockPublicAccess",
            "AWS::EC2::VPCBlockPublicAccessOptions",
            "AWS::ECS::CapacityProvider",
            "AWS::SSM::PatchCompliance");

    private static final List<String> SETTINGS =
            List.of("aws.endpointUrl", "aws.accessKeyId", "aws.secretAccessKey", "aws.region");

    private final Process process;
    private final URI endpoint;

    private Moto(Process process, URI endpoint) {
        this.process = process;
        this.endpoint = endpoint;
    }

    /** Starts {@code moto_server}; without it the test is skipped, on CI failed. */
    public static Moto start() {
        if (!installed() && System.getenv("CI") == null) {
            System.err.println("SKIPPED: no moto_server on the PATH; install it with: pip install 'moto[server]'");
            Assumptions.abort("no moto_server on the PATH");
        }
        var port = Ports.free();
        var moto = new Moto(launch(port), URI.create("http://127.0.0.1:" + port));
        Awaitility.await().atMost(Duration.ofMinutes(1)).until(moto::answers);
        moto.point();
        return moto;
    }

    public URI endpoint() {
        return endpoint;
    }

    /** Has Moto forget all resources. */
    public void reset() {
        try {
            var reset = (HttpURLConnection)
                    endpoint.resolve("/moto-api/reset").toURL().openConnection();
            reset.setRequestMethod("POST");
            if (reset.getResponseCode() != 200) {
                throw new IllegalStateException("Moto did not reset: " + reset.getResponseCode());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        SETTINGS.forEach(System::clearProperty);
        // A shim such as pyenv's leaves the server as its child.
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
    }

    private void point() {
        System.setProperty("aws.endpointUrl", endpoint.toString());
        System.setProperty("aws.accessKeyId", "testing");
        System.setProperty("aws.secretAccessKey", "testing");
        System.setProperty("aws.region", "us-east-1");
    }

    private boolean answers() throws IOException {
        if (!process.isAlive()) {
            throw new IllegalStateException("moto_server ended with " + process.exitValue());
        }
        try {
            var home = (HttpURLConnection)
                    endpoint.resolve("/moto-api/data.json").toURL().openConnection();
            return home.getResponseCode() == 200;
        } catch (ConnectException notYet) {
            return false;
        }
    }

    private static Process launch(int port) {
        try {
            return new ProcessBuilder("moto_server", "-H", "127.0.0.1", "-p", String.valueOf(port))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException("moto_server did not start; pip install 'moto[server]'", e);
        }
    }

    private static boolean installed() {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "moto_server")));
    }
}
