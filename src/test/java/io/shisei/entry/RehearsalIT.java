package io.shisei.entry;

import static org.assertj.core.api.Assertions.assertThat;

import io.shisei.test.ApplicationTest;
import io.shisei.test.FirstVisitor;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;

@ApplicationTest
class RehearsalIT {

    @Autowired
    FirstVisitor visitor;

    @Autowired
    ServletWebServerApplicationContext context;

    @Test
    void answersTheFirstVisitorWhoComesWithTheOpenedPort() {
        assertThat(visitor.rehearsed()).isTrue();
        assertThat(visitor.status()).isEqualTo(200);
    }

    @Test
    void leavesNoOtherPortOpen() {
        var server = (TomcatWebServer) context.getWebServer();
        assertThat(server.getTomcat().getService().findConnectors())
                .singleElement()
                .satisfies(connector -> assertThat(connector.getLocalPort()).isEqualTo(server.getPort()));
    }
}
