package io.shisei.entry;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.Proxy;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.List;
import org.apache.catalina.Service;
import org.apache.catalina.connector.Connector;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Asks what strangers ask before the port opens, over a connector of its own on a free port of the loopback address:
 * whoever comes first does not wait until everything that takes requests has been loaded, nor do many of them at once load
 * it beside each other.
 */
@Component
class Rehearsal implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Rehearsal.class);
    private static final List<String> PATHS = List.of("/actuator/health/liveness", "/login", "/api/v1/scans", "/");
    private static final String HOST = InetAddress.getLoopbackAddress().getHostAddress();
    private static final int LONGEST = (int) Duration.ofSeconds(10).toMillis();

    private final ApplicationContext context;
    private volatile boolean over;

    Rehearsal(ApplicationContext context) {
        this.context = context;
    }

    @Override
    public void start() {
        if (context instanceof WebServerApplicationContext web
                && web.getWebServer() instanceof TomcatWebServer server) {
            rehearse(server.getTomcat().getService());
        }
        over = true;
    }

    private static void rehearse(Service service) {
        var connector = new Connector();
        connector.setPort(0);
        connector.setProperty("address", HOST);
        try {
            service.addConnector(connector);
            for (var path : PATHS) {
                ask(connector, path);
            }
        } catch (IOException | URISyntaxException | RuntimeException e) {
            LOG.info("The first answers will be slow: {}", e.toString());
        } finally {
            service.removeConnector(connector);
        }
    }

    private static void ask(Connector connector, String path) throws IOException, URISyntaxException {
        var url = new URI("http", null, HOST, connector.getLocalPort(), path, null, null).toURL();
        var request = (HttpURLConnection) url.openConnection(Proxy.NO_PROXY);
        request.setInstanceFollowRedirects(false);
        request.setConnectTimeout(LONGEST);
        request.setReadTimeout(LONGEST);
        try (var answer = request.getResponseCode() < 400 ? request.getInputStream() : request.getErrorStream()) {
            if (answer != null) {
                answer.readAllBytes();
            }
        }
    }

    @Override
    public void stop() {
        over = false;
    }

    @Override
    public boolean isRunning() {
        return over;
    }

    /** Just before the web server, which opens the port. */
    @Override
    public int getPhase() {
        return WebServerApplicationContext.START_STOP_LIFECYCLE_PHASE - 1;
    }
}
