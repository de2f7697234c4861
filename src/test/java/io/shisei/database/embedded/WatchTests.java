package io.shisei.database.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What becomes of a service whose database dies under it. */
class WatchTests {

    @TempDir
    Path data;

    @Test
    void startsItAgainHoweverOftenItDies() throws IOException {
        try (var database = Embedded.start(data);
                var pool = new HikariDataSource()) {
            pool.setDataSource(
                    database.dataSource(ClusterAccess.NAME, database.server().password()));
            var jdbc = JdbcClient.create(pool);
            jdbc.sql("create table kept (number int)").update();
            for (int death = 1; death <= 2; death++) {
                jdbc.sql("insert into kept values (" + death + ")").update();
                database.process().destroyForcibly();
                await().until(() -> !database.server().isRunning());
                await().atMost(Duration.ofMinutes(1)).until(database.server()::isRunning);
                assertThat(jdbc.sql("select count(*) from kept")
                                .query(Integer.class)
                                .single())
                        .isEqualTo(death);
            }
        }
    }

    @Test
    void isStoppedWhileItIsDead() throws IOException {
        try (var database = Embedded.start(data)) {
            database.process().destroyForcibly();
            await().until(() -> !database.server().isRunning());
        }
        Embedded.start(data).close();
    }
}
