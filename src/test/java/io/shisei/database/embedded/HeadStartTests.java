package io.shisei.database.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

import io.shisei.database.start.Unusable;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

class HeadStartTests {

    @TempDir
    private Path data;

    @Test
    void isTheServerThatTheServiceUses() throws Exception {
        try (var service = start(Service.class, data)) {
            assertThat(service.getBean(Server.class))
                    .isSameAs(service.getBean(HeadStart.Begun.class).join());
            assertThat(service.getBean(Server.class).isRunning()).isTrue();
        }
        assertEnded();
    }

    @Test
    void endsWithAServiceThatFailsBeforeItNeedsADatabase() throws Exception {
        assertThatException().isThrownBy(() -> start(Failing.class, data)).withMessageContaining("for a test");
        assertThat(data.resolve("postgres/PG_VERSION")).exists();
        assertEnded();
    }

    @Test
    void saysWhyThereIsNone() throws Exception {
        var file = Files.writeString(data.resolve("file"), "");
        assertThatException()
                .isThrownBy(() -> start(Service.class, file))
                .havingCause()
                .havingCause()
                .isInstanceOf(Unusable.class)
                .withMessageContaining(file.toString());
    }

    private static ConfigurableApplicationContext start(Class<?> service, Path data) {
        var application = new SpringApplication(service);
        application.setWebApplicationType(WebApplicationType.NONE);
        application.setRegisterShutdownHook(false);
        application.addListeners(new HeadStart());
        return application.run("--shisei.data-dir=" + data, "--spring.main.banner-mode=off");
    }

    private void assertEnded() throws Exception {
        assertThat(data.resolve("postgres/postmaster.pid")).doesNotExist();
        DataFolder.claim(data).close();
    }

    @Import(EmbeddedDatabase.class)
    @EnableConfigurationProperties(DataSourceProperties.class)
    static class Service {}

    @EnableConfigurationProperties(DataSourceProperties.class)
    static class Failing {

        @Bean
        Object failing() {
            throw new IllegalStateException("for a test");
        }
    }
}
