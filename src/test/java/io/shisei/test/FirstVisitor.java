package io.shisei.test;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.boot.web.server.servlet.context.ServletWebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.web.servlet.DispatcherServlet;

/** Asks for a page in the moment in which the port opens: nothing that comes later in a start has happened yet. */
@TestComponent
public class FirstVisitor {

    private final DispatcherServlet pages;
    private boolean rehearsed;
    private int status;

    FirstVisitor(DispatcherServlet pages) {
        this.pages = pages;
    }

    @EventListener
    void visit(ServletWebServerInitializedEvent opened) throws IOException, InterruptedException {
        rehearsed = pages.getHandlerMappings() != null;
        var login = URI.create("http://localhost:" + opened.getWebServer().getPort() + "/login");
        try (var client = HttpClient.newHttpClient()) {
            status = client.send(HttpRequest.newBuilder(login).build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        }
    }

    /** Whether somebody had asked for a page before. */
    public boolean rehearsed() {
        return rehearsed;
    }

    public int status() {
        return status;
    }
}
