package io.shisei.database.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A folder of the first versions, whose database was open to everybody and all the superuser's. */
class UpgradeTests {

    /** What an extension brings is the superuser's on purpose. */
    private static final String OURS = """
            select 'table ' || relname from pg_class where oid >= 16384 and relowner = 10
            union all select 'routine ' || proname from pg_proc where oid >= 16384 and proowner = 10
            union all select 'type ' || typname from pg_type as type where oid >= 16384 and typowner = 10
                and not exists (select from pg_depend as part where part.objid = type.oid and part.deptype = 'e')
                and not exists (select from pg_type as element join pg_depend as part on part.objid = element.oid
                                where element.oid = type.typelem and part.deptype = 'e')
            union all select 'schema ' || nspname from pg_namespace where oid >= 16384 and nspowner = 10
            """;

    @TempDir
    Path data;

    @Test
    void keepsItsHistoryAndLocksIt() throws IOException {
        makeOldFolder();
        try (var database = Embedded.start(data)) {
            var jdbc = database.jdbc();
            assertThat(jdbc.sql("select name from account").query(String.class).single())
                    .isEqualTo("kept");
            assertThat(jdbc.sql(OURS).query(String.class).list()).isEmpty();
            jdbc.sql("select ensure_month('transition', now() + interval '1 year')")
                    .query((row, number) -> number)
                    .list();
            jdbc.sql("alter table account add column later text").update();
            assertThat(Files.readString(data.resolve("postgres/pg_hba.conf"))).doesNotContain("trust");
            assertThat(Private.FILE).containsAll(Files.getPosixFilePermissions(data.resolve("lock")));
        }
        Files.delete(data.resolve("postgres-password")); // as if killed before the end
        try (var again = Embedded.start(data)) {
            assertThat(again.jdbc()
                            .sql("select name from account")
                            .query(String.class)
                            .list())
                    .isEqualTo(List.of("kept"));
        }
        try (var programs = Files.list(data.resolve("postgres-binaries"))) {
            assertThat(programs).hasSize(1);
        }
    }

    private void makeOldFolder() throws IOException {
        Files.createFile(data.resolve("lock"));
        try (var old = EmbeddedPostgres.builder()
                .setDataDirectory(data.resolve("postgres"))
                .setOverrideWorkingDirectory(data.resolve("postgres-binaries").toFile())
                .setCleanDataDirectory(false)
                .start()) {
            Flyway.configure()
                    .dataSource(old.getPostgresDatabase())
                    .locations("classpath:db/migration")
                    .load()
                    .migrate();
            var jdbc = JdbcClient.create(old.getPostgresDatabase());
            jdbc.sql("create schema apart").update();
            jdbc.sql("create type apart.mood as enum ('good', 'bad')").update();
            jdbc.sql("create view apart.everybody as select * from account").update();
            jdbc.sql("insert into account (id, name, partition, created_at, version)"
                            + " values ('123456789012', 'kept', 'aws', now(), 0)")
                    .update();
        }
    }
}
