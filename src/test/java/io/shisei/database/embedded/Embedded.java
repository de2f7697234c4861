package io.shisei.database.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An embedded database for tests; all of a run share one set of unpacked programs. */
record Embedded(Path data, Server server) implements AutoCloseable {

    private static final Path PROGRAMS = unpack();

    static Embedded start(Path data) throws IOException {
        Files.createDirectories(data);
        if (!Files.exists(data.resolve("postgres-binaries"))) {
            Files.createSymbolicLink(data.resolve("postgres-binaries"), PROGRAMS);
        }
        return new Embedded(data, Server.start(data));
    }

    private static Path unpack() {
        try {
            var folder = Path.of("target", "postgres-binaries").toAbsolutePath();
            Binaries.unpack(folder);
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    JdbcClient jdbc() {
        return jdbc(ClusterAccess.NAME, server.password());
    }

    JdbcClient jdbc(String user, String password) {
        return JdbcClient.create(dataSource(user, password));
    }

    PGSimpleDataSource dataSource(String user, String password) {
        var source = new PGSimpleDataSource();
        source.setURL(server.url());
        source.setUser(user);
        source.setPassword(password);
        return source;
    }

    Path postgres() {
        return data.resolve("postgres");
    }

    /** The number of the server's first process. */
    ProcessHandle process() throws IOException {
        var pid = Files.readAllLines(postgres().resolve("postmaster.pid")).getFirst();
        return ProcessHandle.of(Long.parseLong(pid.strip())).orElseThrow();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
