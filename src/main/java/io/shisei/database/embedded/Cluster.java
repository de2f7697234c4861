package io.shisei.database.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import org.springframework.core.io.ClassPathResource;
import org.springframework.util.FileSystemUtils;

/** PostgreSQL's data, made and locked before any server listens on it. */
record Cluster(DataFolder folder, Programs programs) {

    /** Makes the data if they are not there, and lets in the service's role, by {@code access}, and nobody else. */
    void prepare(ClusterAccess access) throws IOException {
        if (!Files.exists(folder.postgres().resolve("PG_VERSION"))) {
            create();
        }
        Private.write(folder.postgres().resolve("pg_hba.conf"), access.rule() + "\n");
        Private.write(folder.postgres().resolve("postgresql.auto.conf"), Configuration.text(access));
        if (!Files.exists(folder.password())) {
            handOver();
        }
    }

    String password() throws IOException {
        return Files.readString(folder.password()).strip();
    }

    void stop() throws IOException {
        if (Files.exists(folder.postgres().resolve("postmaster.pid"))) {
            var data = folder.postgres().toString();
            programs.run("pg_ctl", List.of("stop", "-s", "-w", "-t", "60", "-m", "fast", "-D", data), "");
        }
    }

    /** Beside its place first: one that was killed halfway is no database. */
    private void create() throws IOException {
        var draft = folder.postgres().resolveSibling("postgres-new");
        FileSystemUtils.deleteRecursively(draft);
        var arguments = List.of(
                "--pgdata=" + draft,
                "--username=postgres",
                "--auth=reject",
                "--encoding=UTF8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--no-instructions");
        programs.run("initdb", arguments, "");
        Files.move(draft, folder.postgres(), StandardCopyOption.ATOMIC_MOVE);
    }

    /**
     * Gives the database, and all that an older version of the service has made in it as superuser, to the service's role
     * with a new password. PostgreSQL runs alone meanwhile, listening nowhere. The password is kept last: without it, this
     * is done again.
     */
    private void handOver() throws IOException {
        var password = randomPassword();
        alone(
                "template1",
                script("role.sql") + "alter role " + ClusterAccess.NAME + " password '" + password + "';\n\n");
        alone(ClusterAccess.NAME, script("ownership.sql"));
        Private.write(folder.password(), password);
    }

    private void alone(String database, String sql) throws IOException {
        var arguments = List.of(
                "--single",
                "-j", // statements end at an empty line
                "-D",
                folder.postgres().toString(),
                "-c",
                "exit_on_error=on",
                "-c",
                "log_min_error_statement=panic", // or a failure would show the password
                database);
        programs.run("postgres", arguments, sql);
    }

    private static String script(String name) {
        try {
            return new ClassPathResource("database/" + name)
                            .getContentAsString(StandardCharsets.UTF_8)
                            .strip() + "\n\n";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String randomPassword() {
        var random = new byte[32];
        new SecureRandom().nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }
}
